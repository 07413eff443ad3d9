/** Clocks of groups: rounds on an interval, as many rounds as possible, for time, and sets that a cap ends. */
import { describe, expect, it } from "vitest";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import type { Item } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import type { Deadline } from "../../src/plan/step-types.ts";
import type { Plan } from "../../src/plan/types.ts";
import { exercise } from "../support/content.ts";
import { faultOf } from "../support/fault-of.ts";
import { doing, group, paced, rest, routineOf, work } from "../support/groups.ts";

const planOf = (exercises: readonly Exercise[], items: readonly Item[], flags: PlanFlags = {}): Plan => {
  const made = routineOf(exercises, ...items);
  return compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, flags);
};

const sayDeadline = ({ kind, anchor, afterMs, next }: Deadline) => `${kind[0]}${anchor}+${afterMs / 1000}>${next}`;

/** "0 prepare 10", "70 squat 20 r2 i3+60>5": when, what, how long, the rounds, the clocks from the innermost out. */
const words = ({ steps }: Plan): string[] =>
  steps.map((step) =>
    [
      step.atMs / 1000,
      step.kind === "set" ? step.exercise : step.kind,
      step.durationMs === null ? (step.reps > 0 ? `${step.reps}x` : "?") : step.durationMs / 1000,
      ...(step.rounds ?? []).map(({ index }) => `r${index}`),
      ...(step.deadlines ?? []).map(sayDeadline),
    ].join(" "),
  );

const [squat, plank, push] = [work("squat", 20), work("plank", 30), paced("push", 10)];
const OPEN: Exercise = exercise({ id: "open", pattern: { type: "open" } });

describe("rounds on an interval", () => {
  it("begin to the second, and rest for what is left, but not after the last", () => {
    const plan = planOf([squat], [group({ rounds: 3, every: 60 }, doing("squat"))]);
    expect(words(plan)).toEqual([
      ...["0 prepare 10 r1", "10 squat 20 r1 i1+60>3", "30 rest 40 r1 i1+60>3"],
      ...["70 squat 20 r2 i3+60>5", "90 rest 40 r2 i3+60>5", "130 squat 20 r3 i5+60>6"],
    ]);
    expect(plan).toMatchObject({ totalMs: 150_000, groups: [{ rounds: 3, everyMs: 60_000, from: 0, to: 6 }] });
  });

  it("wait for a self-paced set until the interval is over", () => {
    const plan = planOf([push], [group({ rounds: 2, every: 60 }, doing("push"))]);
    expect(words(plan)).toEqual([
      ...["0 prepare 10 r1", "10 push 10x r1 i1+60>3", "10 rest ? r1 i1+60>3", "70 push 10x r2 i3+60>4"],
    ]);
    // The session ends with the work of the last round: no rest follows it.
    expect(plan).toMatchObject({ totalMs: 130_000, estimatedMs: 100_000, openSteps: 2 });
    expect(plan.steps[2]?.marks.map(({ name }) => name)).toEqual(["three", "two", "one"]);
  });

  it("give what is left of the last one to what follows, to get ready", () => {
    const plan = planOf([squat, plank], [group({ rounds: 2, every: 60 }, doing("squat")), rest(15), doing("plank")]);
    expect(words(plan).slice(3)).toEqual([
      ...["70 squat 20 r2 i3+60>5", "90 rest 40 r2 i3+60>5", "130 rest 15", "145 plank 30"],
    ]);
    expect(plan.groups).toMatchObject([{ from: 0, to: 5 }]);
  });

  it("stand in rounds of their own", () => {
    const inner = group({ rounds: 2, every: 30 }, doing("squat"));
    const plan = planOf([squat, plank], [group({ rounds: 2, rest: 60 }, inner, doing("plank"))]);
    expect(words(plan)).toEqual([
      ...["0 prepare 10 r1 r1", "10 squat 20 r1 r1 i1+30>3", "30 rest 10 r1 r1 i1+30>3"],
      ...["40 squat 20 r2 r1 i3+30>5", "60 rest 10 r2 r1 i3+30>5", "70 plank 30 r1", "100 rest 60 r1 r2"],
      ...["160 squat 20 r1 r2 i7+30>9", "180 rest 10 r1 r2 i7+30>9", "190 squat 20 r2 r2 i9+30>11"],
      ...["210 rest 10 r2 r2 i9+30>11", "220 plank 30 r2"],
    ]);
  });

  it("run from a rest that opens the round, which the first begins before its clock", () => {
    const plan = planOf([squat], [group({ rounds: 3, every: 60 }, rest(5), doing("squat"))]);
    expect(words(plan)).toEqual([
      ...["0 rest 5 r1", "5 squat 20 r1 i1+60>3", "25 rest 40 r1 i1+60>3", "65 rest 5 r2 i3+60>6"],
      ...["70 squat 20 r2 i3+60>6", "90 rest 35 r2 i3+60>6", "125 rest 5 r3 i6+60>8", "130 squat 20 r3 i6+60>8"],
    ]);
  });

  it("leave out what is left of the last where the work ends before its cap", () => {
    const plan = planOf([squat, plank], [group({ rounds: 2, cap: 100, every: 30 }, doing("squat")), doing("plank")]);
    expect(words(plan)).toEqual([
      ...["0 prepare 10 r1", "10 squat 20 r1 i1+30>3 c1+100>4", "30 rest 10 r1 i1+30>3 c1+100>4"],
      ...["40 squat 20 r2 i3+30>4 c1+100>4", "60 prepare 10", "70 plank 30"],
    ]);
  });

  it("have no rest where the work fills them", () => {
    const plan = planOf([squat], [group({ rounds: 2, every: 20 }, doing("squat", { prepare: 5 })), doing("squat")]);
    expect(words(plan)).toEqual([
      ...["0 prepare 5 r1", "5 squat 20 r1 i1+20>2", "25 squat 20 r2 i2+20>3", "45 prepare 10", "55 squat 20"],
    ]);
  });

  it("refuse known work that does not fit, with the sum", () => {
    const items = [group({ rounds: 3, every: 45, between: 5 }, doing("squat"), doing("plank"))];
    const message =
      "evening cannot begin a round every 45 s: its work takes 55 s; choose less work or a longer interval";
    expect(faultOf(() => planOf([squat, plank], items))).toMatchObject({ message });
    const waiting = [group({ rounds: 3, every: 30 }, doing("push"), doing("plank"))];
    const atLeast =
      "evening cannot begin a round every 30 s: its work takes at least 32 s; choose less work or a longer interval";
    expect(faultOf(() => planOf([push, plank], waiting))).toMatchObject({ message: atLeast });
  });
});

describe("as many rounds as possible", () => {
  it("are more than anyone can do, and count as the cap", () => {
    const plan = planOf(
      [push, squat],
      [group({ rounds: null, cap: 60 }, doing("push"), doing("squat")), doing("squat")],
    );
    expect(words(plan)).toEqual([
      ...["0 prepare 10 r1", "10 push 10x r1 c1+60>7", "10 squat 20 r1 c1+60>7", "30 push 10x r2 c1+60>7"],
      ...["30 squat 20 r2 c1+60>7", "50 push 10x r3 c1+60>7", "50 squat 20 r3 c1+60>7"],
      ...["70 prepare 10", "80 squat 20"],
    ]);
    expect(plan).toMatchObject({ totalMs: 100_000, estimatedMs: 100_000, openSteps: 1 });
    expect(plan.groups).toMatchObject([{ rounds: null, capMs: 60_000, from: 0, to: 7 }]);
    expect(plan.blocks.map(({ sets }) => sets)).toEqual([1, 1, 1]);
  });

  it("keep their intervals", () => {
    const plan = planOf([squat], [group({ rounds: null, cap: 80 }, group({ rounds: 2, every: 30 }, doing("squat")))]);
    expect(words(plan)).toEqual([
      ...["0 prepare 10 r1 r1", "10 squat 20 r1 r1 i1+30>3 c1+80>8", "30 rest 10 r1 r1 i1+30>3 c1+80>8"],
      ...["40 squat 20 r2 r1 i3+30>5 c1+80>8", "60 rest 10 r2 r1 i3+30>5 c1+80>8", "70 squat 20 r1 r2 i5+30>7 c1+80>8"],
      ...["90 rest 10 r1 r2 i5+30>7 c1+80>8", "90 squat 20 r2 r2 i7+30>8 c1+80>8"],
    ]);
    expect(plan.totalMs).toBe(90_000);
  });

  it("take no longer than its cap for a self-paced set", () => {
    const plan = planOf([push], [group({ rounds: null, cap: 3 }, doing("push", { cap: 1 }))]);
    expect(words(plan)).toEqual([
      ...["0 prepare 10 r1", "10 push 10x r1 c1+1>2 c1+3>4", "11 push 10x r2 c2+1>3 c1+3>4"],
      "12 push 10x r3 c3+1>4 c1+3>4",
    ]);
  });

  it("take two seconds for a self-paced set at the least", () => {
    const plan = planOf([push], [group({ rounds: null, cap: 720 }, doing("push"))]);
    expect(plan.steps).toHaveLength(1 + 360);
    expect(plan.steps.at(-1)?.deadlines).toEqual([{ kind: "cap", anchor: 1, afterMs: 720_000, next: 361, group: 0 }]);
    expect(plan.steps.every(({ atMs }) => atMs <= 730_000)).toBe(true);
  });
});

describe("for time", () => {
  const ladder = [{ reps: 21 }, { reps: 15 }, { reps: 9 }];

  it("counts up, and a cap ends it", () => {
    const plan = planOf([push], [group({ rounds: ladder, countUp: true, cap: 300 }, doing("push")), doing("push")]);
    expect(words(plan)).toEqual([
      ...["0 prepare 10 r1", "10 push 21x r1 c1+300>4", "10 push 15x r2 c1+300>4", "10 push 9x r3 c1+300>4"],
      ...["310 prepare 10", "320 push 10x"],
    ]);
    expect(plan.groups).toMatchObject([{ rounds: 3, countUp: true, capMs: 300_000 }]);
    expect(plan).toMatchObject({ totalMs: 320_000, estimatedMs: 10_000 + 135_000 + 10_000 + 30_000 });
  });
});

describe("a cap of a set", () => {
  it("ends a set that waits", () => {
    const plan = planOf([OPEN, push], [doing("open", { cap: 40 }), doing("push", { cap: 20 })]);
    expect(words(plan)).toEqual([...["0 prepare 10", "10 open ? c1+40>2", "50 prepare 10", "60 push 10x c3+20>4"]]);
    expect(plan).toMatchObject({ totalMs: 80_000, estimatedMs: 80_000 });
    expect(plan.steps[3]?.paced).toEqual({ estimateMs: 20_000 });
  });
});
