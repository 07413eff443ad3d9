/** The estimate of a phrase's length, held against what a voice was measured to take. */
import { describe, expect, it } from "vitest";
import { estimateSpeechMs } from "../../src/cues/estimate-speech.ts";

/** espeak-ng 1.51, 165 words a minute, silence at both ends taken off. */
const MEASURED: [string, number][] = [
  ["up", 267],
  ["hold", 445],
  ["Halfway.", 614],
  ["Last one.", 628],
  ["Three to go.", 728],
  ["Ten seconds.", 813],
  ["Lift the thigh gently and hold", 1894],
  ["Switch sides. Right side.", 1927],
  ["Squeeze the glute, drag the knee back", 2043],
  ["Left knee forward, right leg long behind", 2481],
  ["Next: mountain climbers, 60 seconds.", 2898],
  ["Done. 12 sets in 43 minutes. Well done.", 3503],
  ["Psoas post-isometric relaxation. One set of 3 repetitions each side.", 4881],
  ["Pigeon pose. Two sets, 55 seconds each side. Right side first.", 5236],
  ["Adductor and sartorius foam roll. 60 seconds each side. Left side first.", 5368],
  [
    "Downward dog, an upside-down V: hands shoulder-width, feet hip-width, hips high, heels reaching down, spine long.",
    7765,
  ],
];

describe("the estimate", () => {
  it.each(MEASURED)("of “%s” is no shorter than it takes, and not much longer", (text, ms) => {
    expect(estimateSpeechMs(text)).toBeGreaterThanOrEqual(ms);
    expect(estimateSpeechMs(text)).toBeLessThanOrEqual(ms * 1.3 + 250);
  });

  it.each([
    ["12", 6],
    ["13", 9],
    ["19", 9],
    ["20", 6],
    ["21", 12],
    ["60", 6],
    ["100", 30],
    ["120", 30],
  ])("takes %s for a word of %d letters", (digits, letters) => {
    expect(estimateSpeechMs(`Hold ${digits}`)).toBe(estimateSpeechMs(`Hold ${"x".repeat(letters)}`));
  });

  it("pauses at commas and full stops within the text, not at its end", () => {
    const plain = estimateSpeechMs("Hold andx breathe");
    expect(estimateSpeechMs("Hold and, breathe")).toBeCloseTo(plain + 165, -1);
    expect(estimateSpeechMs("Hold and. breathe")).toBeCloseTo(plain + 330, -1);
    expect(estimateSpeechMs("Hold and breathe,")).toBe(plain);
    expect(estimateSpeechMs("Hold and breathe.")).toBe(plain);
  });

  it("follows the rate of the voice", () => {
    expect(estimateSpeechMs("Switch sides.", 330)).toBeCloseTo(estimateSpeechMs("Switch sides.") / 2, -1);
  });

  it("of nothing is nothing", () => {
    expect(estimateSpeechMs("  ")).toBe(0);
  });
});
