/** The plan as JSON: the shape that programs rely on. */
import { expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { planToJson } from "../../src/plan/plan-output.ts";
import { ALTERNATING, each, exercise, hold, OPEN, routine, tempo } from "../support/content.ts";

const made = routine(
  exercise({ id: "march", sides: ALTERNATING, pattern: tempo(3, 0, 3), reps: 2 }),
  exercise({ id: "pigeon", sides: each("one-side-first"), pattern: hold(30) }),
  exercise({ id: "test", pattern: OPEN }),
);
const json = planToJson(compilePlan(made.routine, made.exercises));

it("says what the plan is and how long it takes", () => {
  const { steps, ...rest } = json;
  expect(rest).toEqual({
    routine: "evening",
    title: "Evening",
    level: "standard",
    totalSeconds: 22 + 80 + 10,
    openSteps: 1,
    changes: [],
  });
  expect(steps.map(({ index, kind, at, seconds }) => [index, kind, at, seconds])).toEqual([
    [0, "prepare", 0, 10],
    [1, "set", 10, 12],
    [2, "prepare", 22, 10],
    [3, "set", 32, 30],
    [4, "switch", 62, 10],
    [5, "set", 72, 30],
    [6, "prepare", 102, 10],
    [7, "set", 112, null],
  ]);
});

it("gives every stroke its place in the set, its repetition and its side", () => {
  expect(json.steps[1]).toEqual({
    index: 1,
    kind: "set",
    exercise: "march",
    section: "",
    label: "March, set 1 of 1",
    side: null,
    set: { index: 1, of: 1 },
    reps: 2,
    at: 10,
    seconds: 12,
    beats: [
      { at: 0, seconds: 3, phase: "concentric", rep: 1, side: "left" },
      { at: 3, seconds: 3, phase: "eccentric", rep: 1, side: "left" },
      { at: 6, seconds: 3, phase: "concentric", rep: 2, side: "right" },
      { at: 9, seconds: 3, phase: "eccentric", rep: 2, side: "right" },
    ],
    marks: [],
  });
});

it("gives every mark its place in the step", () => {
  expect(json.steps[3]?.marks).toEqual([
    { at: 15, name: "half-way" },
    { at: 20, name: "ten-seconds" },
    { at: 27, name: "three" },
    { at: 28, name: "two" },
    { at: 29, name: "one" },
  ]);
});
