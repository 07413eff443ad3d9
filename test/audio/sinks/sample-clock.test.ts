import { expect, test } from "vitest";
import { SampleClock } from "../../../src/audio/sinks/sample-clock.ts";

const RATE = 48_000;

/** A card whose clock runs `ppm` fast, read every 50 ms with a lateness of its own. */
function read(
  clock: SampleClock,
  options: { fromMs: number; toMs: number; ppm?: number; lateMs?: (index: number) => number },
) {
  const { fromMs, toMs, ppm = 0, lateMs = () => 0 } = options;
  let index = 0;
  for (let ms = fromMs; ms <= toMs; ms += 50) {
    clock.observe(ms * 48 * (1 + ppm / 1e6), ms + lateMs(index++));
  }
}

test("before the player says anything, its first sample is heard when it was fed", () => {
  const clock = new SampleClock(RATE, 1000);
  expect(clock.positionAt(1500)).toBe(24_000);
});

test("a sound card that runs fast is followed for an hour, to the millisecond", () => {
  const clock = new SampleClock(RATE, 0);
  read(clock, { fromMs: 50, toMs: 3_600_000, ppm: 200 });
  const heard = 3_600_000 * 48 * 1.0002;
  expect(Math.abs(clock.positionAt(3_600_000) - heard) / 48).toBeLessThan(1.1);
});

test("readings that come late on a busy machine do not move the line", () => {
  const clock = new SampleClock(RATE, 0);
  read(clock, { fromMs: 50, toMs: 10_000, lateMs: (index) => (index % 3 === 0 ? 0.2 : (index * 37) % 90) });
  expect(Math.abs(clock.positionAt(10_000) / 48 - 10_000)).toBeLessThan(2);
});

test("a few readings that are early do not move it either", () => {
  const clock = new SampleClock(RATE, 0);
  read(clock, { fromMs: 50, toMs: 10_000, lateMs: (index) => (index % 10 === 0 ? -6 : 1) });
  expect(Math.abs(clock.positionAt(10_000) / 48 - 9999)).toBeLessThan(0.1);
});

test("a stream that stood still for a while is followed within a second", () => {
  const clock = new SampleClock(RATE, 0);
  read(clock, { fromMs: 50, toMs: 5000 });
  for (let ms = 5300; ms <= 6300; ms += 50) clock.observe((ms - 250) * 48, ms);
  expect(Math.abs(clock.positionAt(6300) / 48 - 6050)).toBeLessThan(1);
});

test("anchored anew, it forgets what it read", () => {
  const clock = new SampleClock(RATE, 0);
  read(clock, { fromMs: 50, toMs: 1000 });
  clock.anchor(10_000, 2000);
  expect(clock.positionAt(2000)).toBeCloseTo(10_000, 6);
  clock.observe(12_000, 2100);
  expect(clock.positionAt(2100)).toBeCloseTo(12_000, 6);
});
