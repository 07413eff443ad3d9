/** A block that has a figure of its own is drawn with it, and every other with that of its exercise. */
import { expect, test } from "vitest";
import { findFigure, resolvePlanFigures } from "../../src/figure/plan-figures.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { block, exercise, hold, routine } from "../support/content.ts";
import { copyOf, shipped } from "./shipped.ts";

const lunge = { ...exercise({ pattern: hold(30) }), figure: copyOf("kneeling-lunge") };
const stretch = exercise({ id: "stretch", pattern: hold(30) });

function figuresOf(...blocks: ReturnType<typeof block>[]) {
  const made = routine(lunge, stretch);
  const sections = made.routine.sections.map((section) => ({ ...section, blocks }));
  const plan = compilePlan({ ...made.routine, sections }, made.exercises);
  const figures = resolvePlanFigures(plan);
  return plan.steps.map((step) => findFigure(figures, { exerciseId: step.exercise, stepIndex: step.index }));
}

test("the same exercise is drawn in two ways in one routine", () => {
  const figures = figuresOf(block("lunge"), block("lunge", { figure: copyOf("standing-hip-flexor-stretch") }));
  expect(new Set(figures).size).toBe(2);
  expect(figures[0]?.poses).toEqual(shipped("kneeling-lunge").figure.poses);
  expect(figures.at(-1)?.poses).toEqual(shipped("standing-hip-flexor-stretch").figure.poses);
});

test("an exercise without a figure is drawn where its block has one, and nowhere else", () => {
  const figures = figuresOf(block("stretch"), block("stretch", { figure: copyOf("pigeon-pose") }));
  expect(figures[0]).toBeUndefined();
  expect(figures.at(-1)?.poses).toEqual(shipped("pigeon-pose").figure.poses);
});
