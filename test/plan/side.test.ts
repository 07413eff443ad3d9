/** A block that names one side is done on that side alone. */
import { expect, test } from "vitest";
import type { Routine } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { formatPlan } from "../../src/plan/plan-text.ts";
import { ALTERNATING, each, exercise, figure, routine as routineOf, tempo } from "../support/content.ts";

const { routine, exercises } = routineOf(
  exercise({ id: "lunge", sides: each("set-by-set"), sets: 2, rest: 10 }),
  exercise({ id: "march", sides: ALTERNATING, pattern: tempo(3, 1, 3), reps: 4 }),
);
const [section] = routine.sections;
const withSides = (...sides: ("left" | "right" | null)[]): Routine => ({
  ...routine,
  sections: [
    {
      ...(section as Routine["sections"][number]),
      blocks: (section?.blocks ?? []).flatMap((block) =>
        sides.map((side) => (side ? { ...block, side, sets: figure(side === "left" ? 3 : 1) } : block)),
      ),
    },
  ],
});
const plan = (chosen: Routine, flags = {}) => compilePlan(chosen, exercises, PLAN_DEFAULTS, flags);
const sets = (chosen: Routine, flags = {}) =>
  plan(chosen, flags).steps.flatMap(({ kind, exercise: id, side }) => (kind === "set" && id === "lunge" ? [side] : []));

test("three sets on the left and one on the right, in the order of the blocks", () => {
  expect(sets(withSides("left", "right"))).toEqual(["left", "left", "left", "right"]);
  expect(sets(withSides("right", "left"))).toEqual(["right", "left", "left", "left"]);
});

test("a block that names no side is done as its exercise does it", () => {
  expect(sets(withSides(null))).toEqual(["left", "right", "left", "right"]);
});

test("alternating repetitions stay on the one side", () => {
  const beats = plan(withSides("right")).steps.flatMap((step) => (step.exercise === "march" ? step.beats : []));
  expect(new Set(beats.map(({ side }) => side))).toEqual(new Set(["right"]));
});

test("asking for one side leaves the blocks of the other out", () => {
  expect(sets(withSides("left", "right"), { side: "right" })).toEqual(["right"]);
  expect(() => plan(withSides("left"), { side: "right" })).toThrow(/nothing of .* is left to do/);
});

test("the dose says which side it is of", () => {
  expect(plan(withSides("left")).blocks[0]?.dose).toBe("3 sets of 30 s, left");
  expect(formatPlan(plan(withSides("left"))).join("\n")).toContain("3 sets of 30 s, left");
});
