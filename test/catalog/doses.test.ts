/** What an amount is at a level, and how a dose is written. */
import { describe, expect, it } from "vitest";
import {
  formatDoseRange,
  formatRange,
  getEffectiveStrokes,
  isSameAtAllLevels,
  resolveAllLevels,
  resolveAmount,
  serialiseAmount,
} from "../../src/catalog/doses.ts";
import type { Amount, Pattern } from "../../src/catalog/exercise-types.ts";
import type { Block } from "../../src/catalog/types.ts";
import {
  ALTERNATING,
  block,
  each,
  exercise,
  figure,
  range as figureRange,
  hold,
  OPEN,
  stroke,
  tempo,
} from "../support/content.ts";

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

it.each<[Amount, string, boolean, unknown]>([
  [{ type: "single", value: 3 }, "3", true, 3],
  [range(30, 60), "30–60", false, [30, 60]],
  [range(2, 2), "2", true, [2, 2]],
  [{ type: "levels", easy: 9, standard: 3, hard: 3 }, "3–9", false, { easy: 9, standard: 3, hard: 3 }],
  [{ type: "levels", easy: 3, standard: 3, hard: 9 }, "3–9", false, { easy: 3, standard: 3, hard: 9 }],
  [{ type: "levels", easy: 3, standard: 3, hard: 3 }, "3", true, { easy: 3, standard: 3, hard: 3 }],
])("%j is written as %s", (amount, text, isSame, serialised) => {
  expect(formatRange(amount)).toBe(text);
  expect(isSameAtAllLevels(amount)).toBe(isSame);
  expect(serialiseAmount(amount)).toEqual(serialised);
});

it("resolves an amount at every level in its unit", () => {
  expect(resolveAllLevels(range(20, 45), "seconds")).toEqual({ easy: 20, standard: 35, hard: 45 });
  expect(resolveAllLevels(range(20, 45), "count")).toEqual({ easy: 20, standard: 32, hard: 45 });
});

const pir: Pattern = {
  type: "strokes",
  strokes: [stroke("contract", 6), stroke("relax", 0), stroke("stretch", figureRange(15, 30))],
};

it.each<[Parameters<typeof exercise>[0], Partial<Block> | null, string]>([
  [{ pattern: hold(figureRange(30, 60)), sets: 3 }, null, "3 sets of 30–60 s"],
  [{ pattern: hold(30), sets: 3, sides: each("set-by-set") }, null, "3 sets of 30 s per side"],
  [{ pattern: hold(30), sides: each("set-by-set") }, { side: "left", sets: figureRange(2, 3) }, "2–3 sets of 30 s"],
  [{ pattern: hold(30), reps: 5, sides: ALTERNATING }, { hold: figureRange(5, 8) }, "5 reps, 5–8 s each"],
  [{ pattern: tempo(3, 0, 2, 1), reps: 20, sides: each("set-by-set") }, null, "20 reps per side, tempo 2-1-3-0"],
  [{ pattern: tempo(3, 1, 2), reps: 20 }, { reps: figureRange(8, 12), hold: figure(9) }, "8–12 reps, tempo 2-0-3-1"],
  [{ pattern: pir, reps: 3 }, null, "3 reps: contract 6 s, stretch 15–30 s"],
  [{ pattern: pir }, null, "1 rep: contract 6 s, stretch 15–30 s"],
  [
    { pattern: { type: "strokes", strokes: [stroke("concentric", 2), stroke("eccentric", figureRange(2, 3))] } },
    null,
    "1 rep, 2–3 s down",
  ],
  [{ pattern: OPEN }, null, "as long as you need"],
  [{ pattern: OPEN, sets: 2 }, { hold: figure(3) }, "2 sets, as long as you need"],
])("a dose %j with %j is written as %s", (parts, changes, text) => {
  const made = exercise(parts);
  expect(formatDoseRange(made, changes && block(made.id, changes))).toBe(text);
});

it("takes a block's strokes for the exercise's own, and its hold for a single one", () => {
  const held = exercise({ pattern: hold(30) });
  expect(getEffectiveStrokes(held, block("a", { hold: figure(9) }))).toEqual([stroke("hold", 9)]);
  expect(getEffectiveStrokes(held, block("a", { strokes: [stroke("work", 5)] }))).toEqual([stroke("work", 5)]);
  expect(getEffectiveStrokes(exercise({ pattern: OPEN }), block("a", { strokes: [stroke("work", 5)] }))).toEqual([]);
});
