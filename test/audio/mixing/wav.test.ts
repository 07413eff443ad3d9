import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resample } from "../../../src/audio/mixing/resample.ts";
import { buildWavHeader, encodeWav, parseWav } from "../../../src/audio/mixing/wav.ts";
import { middle, pitchOf } from "../../support/pitch.ts";

const sine = (hz: number, sampleRate: number, seconds: number) =>
  Int16Array.from({ length: sampleRate * seconds }, (_, index) =>
    Math.round(8000 * Math.sin((2 * Math.PI * hz * index) / sampleRate)),
  );

test("what is written is read back, sample for sample", () => {
  fc.assert(
    fc.property(fc.int16Array({ maxLength: 500 }), fc.constantFrom(22_050, 48_000), (samples, sampleRate) => {
      expect(parseWav(encodeWav({ samples, sampleRate }))).toEqual({ samples, sampleRate });
    }),
  );
});

test("a speech engine that writes a false size is trusted for its bytes", () => {
  const file = encodeWav({ samples: Int16Array.of(1, -2, 3), sampleRate: 22_050 });
  file.writeUInt32LE(0x7ffff000, 40);
  file.writeUInt32LE(0x7ffff024, 4);
  expect([...parseWav(file).samples]).toEqual([1, -2, 3]);
});

test("chunks that mean nothing to us are stepped over, odd ones with their padding", () => {
  const plain = encodeWav({ samples: Int16Array.of(7), sampleRate: 16_000 });
  const extra = Buffer.from("LIST\u0003\u0000\u0000\u0000abc\u0000", "latin1");
  const file = Buffer.concat([plain.subarray(0, 36), extra, plain.subarray(36)]);
  expect([...parseWav(file).samples]).toEqual([7]);
});

test("two channels become their mean", () => {
  const header = buildWavHeader(8, 22_050);
  header.writeUInt16LE(2, 22);
  const data = Buffer.from(Int16Array.of(100, 300, -50, -150).buffer);
  expect([...parseWav(Buffer.concat([header, data])).samples]).toEqual([200, -100]);
});

test.each([
  ["nothing at all", Buffer.alloc(0)],
  ["a text", Buffer.from("espeak: unknown voice, and more words than a header has bytes in it")],
  ["a header cut short", buildWavHeader(10, 22_050).subarray(0, 30)],
  ["eight bits", Buffer.from(buildWavHeader(4, 22_050)).fill(8, 34, 35)],
])("%s is no WAV, and says so", (_name, bytes) => {
  expect(() => parseWav(bytes)).toThrow();
});

describe("another rate", () => {
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
});
