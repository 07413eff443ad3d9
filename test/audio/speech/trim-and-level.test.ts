import { expect, test } from "vitest";
import { trimAndLevelSpeech } from "../../../src/audio/speech/trim-and-level.ts";

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
  const { samples } = trimAndLevelSpeech(spoken(52, 500, 300, 12_000));
  const first = samples.findIndex((sample) => Math.abs(sample) > 260);
  expect(first / (RATE / 1000)).toBeLessThan(5);
  expect(samples.length / (RATE / 1000)).toBeGreaterThan(500);
  expect(samples.length / (RATE / 1000)).toBeLessThan(530);
  expect(samples.at(-1)).toBe(0);
});

test("a voice that whispers and one that shouts are made about as loud as each other, and neither clips", () => {
  const loudness = (size: number) => {
    const { samples } = trimAndLevelSpeech(spoken(10, 300, 10, size));
    expect(Math.max(...samples)).toBeLessThan(28_000);
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  };
  expect(loudness(2000) / loudness(28_000)).toBeCloseTo(1, 1);
});

test("silence stays nothing", () => {
  expect(trimAndLevelSpeech({ samples: new Int16Array(1000), sampleRate: RATE }).samples).toHaveLength(0);
});
