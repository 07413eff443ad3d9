/** Which times on a clock are rather work and rest: those of an exercise done more than once, whose seconds could be a rest. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseLine } from "../../../src/catalog/line/parse-line.ts";
import { LineError } from "../../../src/catalog/line/scanner.ts";

/** The first line of the fault, without its column; null for a line that can be read. */
function faultOf(line: string): string | null {
  try {
    parseLine(line, () => null);
    return null;
  } catch (error) {
    if (error instanceof LineError) return error.what;
    throw error;
  }
}

const minutes = fc.integer({ min: 1, max: 59 });
const seconds = fc.integer({ min: 0, max: 59 });
const count = fc.integer({ min: 1, max: 12 });
const form = fc.constantFrom(
  (times: number, clock: string) => `${times}x ${clock} row`,
  (times: number, clock: string) => `row ${clock} x${times}`,
  (times: number, clock: string) => `${times} rounds rest 60s: 10 squat, ${clock} row`,
  (times: number, clock: string) => `(10 squat, ${clock} row) x${times}`,
);

test("work that is at least as long as its rest, more than once, is refused with both ways to write it", () => {
  fc.assert(
    fc.property(form, count, minutes, seconds, (write, times, m, s) => {
      const clock = `${m}:${String(s).padStart(2, "0")}`;
      const isPair = times > 1 && s >= 10 && s <= m;
      const both = `write ${times}x ${m}s/${s}s, or ${times}x ${m}m${s}s`;
      expect(faultOf(write(times, clock))).toBe(isPair ? `${clock} is ${m} minutes and ${s} seconds: ${both}` : null);
    }),
    { numRuns: 300 },
  );
});

test("a rest or a cap is a time, whatever its figures", () => {
  expect(faultOf("3x 30s row rest 20:10")).toBeNull();
  expect(faultOf("3x10 row cap 20:10")).toBeNull();
  expect(faultOf("3x 20:00 row rest 20:10")).toBeNull();
});
