import * as fc from "fast-check";
import { expect, test } from "vitest";
import { buildWavHeader, encodeWav, parseWav } from "../../../src/audio/mixing/wav.ts";

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
