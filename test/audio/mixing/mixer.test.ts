import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Mixer } from "../../../src/audio/mixing/mixer.ts";

const ones = (length: number, value = 100) => new Int16Array(length).fill(value);

test("a clip stands at its sample, to the sample", () => {
  const mixer = new Mixer();
  mixer.add(ones(3), 5);
  expect([...mixer.read(10)]).toEqual([0, 0, 0, 0, 0, 100, 100, 100, 0, 0]);
});

test("the stream is the same in whatever pieces it is read", () => {
  const clips = fc.array(
    fc.record({ at: fc.nat(300), length: fc.nat(80), value: fc.integer({ min: -9000, max: 9000 }) }),
  );
  fc.assert(
    fc.property(clips, fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (placed, pieces) => {
      const whole = new Mixer();
      const parts = new Mixer();
      for (const { at, length, value } of placed) {
        whole.add(ones(length, value), at);
        parts.add(ones(length, value), at);
      }
      const read: number[] = [];
      for (let index = 0; read.length < 400; index++) read.push(...parts.read(pieces[index % pieces.length] ?? 1));
      expect(read.slice(0, 400)).toEqual([...whole.read(400)]);
    }),
  );
});

test("many loud sounds at once are bent, never clipped or turned over", () => {
  const mixer = new Mixer();
  for (let count = 0; count < 6; count++) mixer.add(ones(10, 20_000), 0);
  const [first] = mixer.read(1);
  expect(first).toBeGreaterThan(24_000);
  expect(first).toBeLessThan(32_767);
});

test("a sound that comes late begins at once, from its beginning", () => {
  const mixer = new Mixer();
  mixer.read(100);
  expect(mixer.add(Int16Array.of(1, 2, 3), 20)).toBe(100);
  expect([...mixer.read(4)]).toEqual([1, 2, 3, 0]);
});

test("everything is as loud as the mixer was made", () => {
  const mixer = new Mixer(0.25);
  mixer.add(ones(2, 1000), 1);
  expect([...mixer.read(4)]).toEqual([0, 250, 250, 0]);
});
