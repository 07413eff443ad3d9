/** Angles measured at home. */
import { expect, test } from "vitest";
import { averageMeasurements, computeThighAngle, isBeyondError } from "../../src/assess/measure.ts";

test("a tape measure tells the angle of the thigh: level, below and above the edge", () => {
  expect(computeThighAngle(0, 40)).toBe(0);
  expect(computeThighAngle(-7, 40)).toBe(-10);
  expect(computeThighAngle(20, 40)).toBe(30);
  expect(computeThighAngle(8.5, 16.5)).toBe(31);
});

test("repeated measurements are averaged to a tenth", () => {
  expect(averageMeasurements([])).toBeNull();
  expect(averageMeasurements([12])).toBe(12);
  expect(averageMeasurements([12, 14, 14])).toBe(13.3);
});

test("only more than seven degrees is a change, either way", () => {
  expect([isBeyondError(10, 17), isBeyondError(10, 3), isBeyondError(10, 18), isBeyondError(10, 2)]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
