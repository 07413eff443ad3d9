import { describe, expect, test } from "vitest";
import { synthesiseTone } from "../../../src/audio/mixing/synthesise-tone.ts";
import { TONES } from "../../../src/cues/tones.ts";
import { middle, onsetOf, pitchOf } from "../../support/pitch.ts";

const RATE = 48_000;
const rows = Object.entries(TONES);

describe("every tone", () => {
  test.each(rows)("%s is heard at its own pitch", (_name, shape) => {
    const samples = synthesiseTone(shape, RATE);
    expect(Math.abs(pitchOf(middle(samples, RATE), RATE) / shape.hz - 1)).toBeLessThan(0.01);
  });

  test.each(rows)("%s begins within two milliseconds and ends in silence", (_name, shape) => {
    const samples = synthesiseTone(shape, RATE);
    expect(onsetOf(samples)).toBeLessThan(0.002 * RATE);
    expect(Math.abs(samples.at(-1) ?? 0)).toBeLessThan(40);
  });

  test.each(rows)(
    "%s does not click: no two samples are further apart than its highest voice allows",
    (_name, shape) => {
      const samples = synthesiseTone(shape, RATE);
      const steepest = 32767 * shape.level * 2 * Math.PI * ((shape.hz * 1.5 * 3) / RATE);
      let jump = 0;
      for (let index = 1; index < samples.length; index++) {
        jump = Math.max(jump, Math.abs((samples[index] ?? 0) - (samples[index - 1] ?? 0)));
      }
      expect(jump).toBeLessThan(steepest);
    },
  );

  test("no two tones are nearer than a semitone", () => {
    const pitches = rows.map(([, shape]) => shape.hz).sort((a, b) => a - b);
    for (let index = 1; index < pitches.length; index++) {
      expect((pitches[index] ?? 0) / (pitches[index - 1] ?? 1)).toBeGreaterThan(1.055);
    }
  });
});

test("a stroke that lifts ends higher than it began, one that lowers ends lower", () => {
  const end = (name: "concentric" | "eccentric") => {
    const samples = synthesiseTone(TONES[name], RATE);
    return pitchOf(samples.subarray(samples.length - 0.03 * RATE), RATE);
  };
  expect(end("concentric")).toBeGreaterThan(TONES.concentric.hz * 1.1);
  expect(end("eccentric")).toBeLessThan(TONES.eccentric.hz * 0.9);
});

test("a tone that sounds three times has two gaps that a recording does not take for silence", () => {
  const samples = synthesiseTone(TONES["set-end"], RATE);
  const window = Math.round(0.004 * RATE);
  let quiet = 0;
  let gaps = 0;
  for (let at = 0; at + window < samples.length - 0.02 * RATE; at += window) {
    const still = samples.subarray(at, at + window).every((sample) => Math.abs(sample) < 200);
    if (still) quiet += 4;
    else {
      if (quiet > 0) gaps++;
      expect(quiet).toBeLessThan(40);
      quiet = 0;
    }
  }
  expect(gaps).toBe(2);
});
