import { expect, test } from "vitest";
import { resample } from "../../../src/audio/mixing/resample.ts";
import { middle, pitchOf } from "../../support/pitch.ts";

const sine = (hz: number, sampleRate: number, seconds: number) =>
  Int16Array.from({ length: sampleRate * seconds }, (_, index) =>
    Math.round(8000 * Math.sin((2 * Math.PI * hz * index) / sampleRate)),
  );

test.each([22_050, 16_000, 24_000, 44_100, 96_000])("a pitch at %i samples a second stays that pitch", (rate) => {
  const { samples } = resample({ samples: sine(440, rate, 0.5), sampleRate: rate }, 48_000);
  expect(Math.abs(samples.length - 24_000)).toBeLessThan(4);
  expect(Math.abs(pitchOf(middle(samples, 48_000), 48_000) - 440)).toBeLessThanOrEqual(4);
  expect(Math.max(...samples)).toBeGreaterThan(7800);
  expect(Math.max(...samples)).toBeLessThan(8200);
});

test("what a lower rate cannot carry is gone, not folded back", () => {
  const { samples } = resample({ samples: sine(15_000, 48_000, 0.2), sampleRate: 48_000 }, 24_000);
  expect(Math.max(...samples.subarray(100, -100))).toBeLessThan(400);
});
