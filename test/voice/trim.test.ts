import { expect, test } from "vitest";
import { estimateSpeechMs } from "../../src/voice/estimate.ts";
import { trimSpeech } from "../../src/voice/trim.ts";

const RATE = 22_050;

/** Silence, a voice of that size, silence: each in milliseconds. */
function spoken(leadMs: number, ms: number, tailMs: number, size: number) {
  const perMs = RATE / 1000;
  const samples = new Int16Array(Math.round((leadMs + ms + tailMs) * perMs));
  const from = Math.round(leadMs * perMs);
  const to = Math.round((leadMs + ms) * perMs);
  for (let at = from; at < to; at++) samples[at] = Math.round(size * Math.sin((2 * Math.PI * 180 * at) / RATE));
  return { samples, sampleRate: RATE };
}

test("rendered speech begins with its first sound and ends soon after its last", () => {
  const { samples } = trimSpeech(spoken(52, 500, 300, 12_000));
  const first = samples.findIndex((sample) => Math.abs(sample) > 260);
  expect(first / (RATE / 1000)).toBeLessThan(5);
  expect(samples.length / (RATE / 1000)).toBeGreaterThan(500);
  expect(samples.length / (RATE / 1000)).toBeLessThan(530);
  expect(samples.at(-1)).toBe(0);
});

test("a voice that whispers and one that shouts are made about as loud as each other, and neither clips", () => {
  const loudness = (size: number) => {
    const { samples } = trimSpeech(spoken(10, 300, 10, size));
    expect(Math.max(...samples)).toBeLessThan(28_000);
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  };
  expect(loudness(2000) / loudness(28_000)).toBeCloseTo(1, 1);
});

test("silence stays nothing", () => {
  expect(trimSpeech({ samples: new Int16Array(1000), sampleRate: RATE }).samples).toHaveLength(0);
});

test.each([
  ["Left knee on the floor.", 165, 1128],
  ["Ten seconds.", 165, 813],
  ["Lift your knee towards the chest, keep the back flat, and breathe out slowly.", 165, 4364],
  ["Pigeon pose. Two sets, 55 seconds each side. Right side first.", 165, 5236],
  ["Pigeon pose. Two sets, 55 seconds each side. Right side first.", 220, 3822],
  ["Psoas march. Three sets of 20 repetitions, tempo 3-0-3-1.", 120, 7826],
])(
  "before %j was rendered at %i words a minute, its length is estimated within a sixth, or too long",
  (text, rate, ms) => {
    expect(estimateSpeechMs(text, rate)).toBeGreaterThan(ms * 0.9);
    expect(estimateSpeechMs(text, rate)).toBeLessThan(ms * 1.3);
  },
);

test("nothing takes no time to say", () => {
  expect(estimateSpeechMs("  ", 165)).toBe(0);
});
