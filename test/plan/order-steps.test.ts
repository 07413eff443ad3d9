/** The order in which sets, sides, rests and preparations follow one another. */
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanDefaults } from "../../src/plan/flags.ts";
import type { Step } from "../../src/plan/step-types.ts";
import type { Plan } from "../../src/plan/types.ts";
import { ALTERNATING, each, exercise, OPEN, routine, tempo } from "../support/content.ts";

type Flags = Parameters<typeof compilePlan>[3];

function plan(parts: Parameters<typeof exercise>[0], flags: Flags = {}, defaults: PlanDefaults = PLAN_DEFAULTS): Plan {
  const made = routine(exercise(parts));
  return compilePlan(made.routine, made.exercises, defaults, flags);
}

/** "prepare left 1/2 10" for every step. */
function lines({ steps }: Plan): string[] {
  return steps.map(
    (step) =>
      `${step.kind}${step.side ? ` ${step.side}` : ""} ${step.set.index}/${step.set.of} ` +
      (step.durationMs === null ? "open" : step.durationMs / 1000),
  );
}

const beats = (step: Step | undefined) =>
  step?.beats.map(
    (beat) => `${beat.rep} ${beat.side ?? "both"} ${beat.phase} ${beat.atMs / 1000}+${beat.durationMs / 1000}`,
  );

describe("the order of steps", () => {
  it("prepares before the first set, rests between sets, and does not rest after the last", () => {
    expect(lines(plan({ sets: 3, rest: 45 }))).toEqual([
      "prepare 1/3 10",
      "set 1/3 30",
      "rest 2/3 45",
      "set 2/3 30",
      "rest 3/3 45",
      "set 3/3 30",
    ]);
  });

  it("does all sets of one side, switches, then all sets of the other", () => {
    expect(lines(plan({ sides: each("one-side-first"), sets: 2, rest: 15 }))).toEqual([
      "prepare left 1/2 10",
      "set left 1/2 30",
      "rest left 2/2 15",
      "set left 2/2 30",
      "switch right 1/2 10",
      "set right 1/2 30",
      "rest right 2/2 15",
      "set right 2/2 30",
    ]);
  });

  it("takes the sides in turn, set by set, and rests when both are done", () => {
    expect(lines(plan({ sides: each("set-by-set"), sets: 2, rest: 10 }))).toEqual([
      "prepare left 1/2 10",
      "set left 1/2 30",
      "switch right 1/2 10",
      "set right 1/2 30",
      "rest left 2/2 10",
      "set left 2/2 30",
      "switch right 2/2 10",
      "set right 2/2 30",
    ]);
  });

  it("puts the next exercise's preparation where a rest after the last set would stand", () => {
    const made = routine(exercise({ id: "one", sets: 2, rest: 60 }), exercise({ id: "two" }));
    expect(compilePlan(made.routine, made.exercises).steps.map((step) => `${step.exercise} ${step.kind}`)).toEqual([
      "one prepare",
      "one set",
      "one rest",
      "one set",
      "two prepare",
      "two set",
    ]);
  });

  it("leaves out what would last no time", () => {
    const none = { ...PLAN_DEFAULTS, prepareMs: 0, switchMs: 0 };
    expect(lines(plan({ sides: each("one-side-first"), sets: 2 }, {}, none))).toEqual([
      "set left 1/2 30",
      "set left 2/2 30",
      "set right 1/2 30",
      "set right 2/2 30",
    ]);
  });

  it("waits for the person in an open step, which counts as no time", () => {
    const open = plan({ pattern: OPEN, sides: each("set-by-set") });
    expect(lines(open)).toEqual([
      "prepare left 1/1 10",
      "set left 1/1 open",
      "switch right 1/1 10",
      "set right 1/1 open",
    ]);
    expect(open.totalMs).toBe(20_000);
    expect(open.openSteps).toBe(2);
  });
});

describe("sides", () => {
  it("changes sides repetition by repetition where they alternate", () => {
    const step = plan({ sides: ALTERNATING, pattern: tempo(1, 0, 1), reps: 3 }).steps[1];
    expect(step?.side).toBeNull();
    expect(beats(step)).toEqual([
      "1 left concentric 0+1",
      "1 left eccentric 1+1",
      "2 right concentric 2+1",
      "2 right eccentric 3+1",
      "3 left concentric 4+1",
      "3 left eccentric 5+1",
    ]);
  });

  it("begins with the right when asked", () => {
    const sides = (flags: Flags) =>
      plan({ sides: ALTERNATING, pattern: tempo(1, 0, 1), reps: 2 }, flags).steps[1]?.beats.map((b) => b.side);
    expect(sides({ firstSide: "right" })).toEqual(["right", "right", "left", "left"]);
    expect(plan({ sides: each("one-side-first") }, { firstSide: "right" }).steps.map((step) => step.side)).toEqual([
      "right",
      "right",
      "left",
      "left",
    ]);
  });

  it("does every alternating repetition on the one side that is asked for", () => {
    const step = plan({ sides: ALTERNATING, pattern: tempo(1, 0, 1), reps: 2 }, { side: "left" }).steps[1];
    expect(step?.beats.map((beat) => beat.side)).toEqual(["left", "left", "left", "left"]);
    expect(step?.reps).toBe(2);
  });

  it("does one side alone without a switch", () => {
    expect(lines(plan({ sides: each("one-side-first"), sets: 2, rest: 5 }, { side: "right" }))).toEqual([
      "prepare right 1/2 10",
      "set right 1/2 30",
      "rest right 2/2 5",
      "set right 2/2 30",
    ]);
  });

  it("does not touch exercises done on both sides at once", () => {
    const made = routine(exercise({ id: "climbers" }), exercise({ id: "pigeon", sides: each("one-side-first") }));
    const sides = compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, { side: "left" }).steps.map(
      (step) => `${step.exercise} ${step.kind} ${step.side}`,
    );
    expect(sides).toEqual(["climbers prepare null", "climbers set null", "pigeon prepare left", "pigeon set left"]);
  });
});
