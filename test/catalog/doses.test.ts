/** What a range means at a level. */
import { describe, expect, it } from "vitest";
import { resolveAmount } from "../../src/catalog/doses.ts";
import type { Amount } from "../../src/catalog/types.ts";

const range = (low: number, high: number): Amount => ({ type: "range", low, high });

describe("the middle of a range", () => {
  it.each([
    [30, 60, 45],
    [45, 60, 55],
    [20, 25, 25],
    [20, 24, 20],
    [2, 3, 2],
    [10, 29, 19],
    [0, 1, 0],
    [22, 24, 24],
    [21, 22, 21],
    [0.5, 0.9, 0.5],
  ])("of %d to %d seconds is %d, and never outside of it", (low, high, middle) => {
    expect(resolveAmount(range(low, high), "standard", "seconds")).toBe(middle);
  });

  it.each([
    [10, 15, 12],
    [2, 3, 2],
    [40, 45, 42],
  ])("of %i to %i repetitions is %i", (low, high, middle) => {
    expect(resolveAmount(range(low, high), "standard", "count")).toBe(middle);
  });

  it("is not taken at level easy and hard, which take the ends as they are", () => {
    expect(resolveAmount(range(31, 58), "easy", "seconds")).toBe(31);
    expect(resolveAmount(range(31, 58), "hard", "seconds")).toBe(58);
  });
});

it("takes a figure that names its levels as it is", () => {
  const amount: Amount = { type: "levels", easy: 30, standard: 60, hard: 61 };
  expect((["easy", "standard", "hard"] as const).map((level) => resolveAmount(amount, level, "seconds"))).toEqual([
    30, 60, 61,
  ]);
});
