/** Groups under flags: what each changes in their rounds, rests and sides. */
import { describe, expect, it } from "vitest";
import type { Item } from "../../src/catalog/types.ts";
import type { PlanFlags } from "../../src/plan/flags.ts";
import { each, exercise, figure, hold } from "../support/content.ts";
import { faultOf } from "../support/fault-of.ts";
import { doing, group, override, paced, planOf, rest, words, work } from "../support/groups.ts";

describe("flags", () => {
  const [a, b] = [work("a", 40), work("b", 30)];
  const circuit = [group({ rounds: 3, between: 10, rest: 60 }, doing("a"), doing("b"))];
  const tabata = [group({ rounds: 3 }, doing("a"), rest(10))];

  it.each<[string, Item[], PlanFlags, string[]]>([
    ["--rounds", tabata, { rounds: 2 }, ["prepare 10", "a 40 r1/2", "(10)", "a 40 r2/2"]],
    ["--rounds without groups", [doing("a")], { rounds: 2 }, ["prepare 10", "a 40 r1/2", "prepare 10", "a 40 r2/2"]],
    ["--rest", tabata, { restMs: override(5000), rounds: 2 }, ["prepare 10", "a 40 r1/2", "(5)", "a 40 r2/2"]],
    ["--skip", circuit, { skip: ["b"] }, ["prepare 10", "a 40 r1/3", "(60)", "a 40 r2/3", "(60)", "a 40 r3/3"]],
    [
      "--sets and --hold",
      circuit,
      { sets: override(2, "a"), holdMs: override(5000), rounds: 1 },
      ["prepare 10", "a 5 s1/2 r1/1", "a 5 s2/2 r1/1", "(10)", "b 5 r1/1"],
    ],
  ])("%s work on groups", (_, items, flags, expected) => {
    expect(words(planOf([a, b], items, flags))).toEqual(expected);
  });

  it("refuses a rest for an exercise that has none, in whatever group", () => {
    const message = "--flag 5000 changes nothing in a";
    expect(faultOf(() => planOf([a, b], circuit, { restMs: override(5000, "a") }))).toMatchObject({ message });
  });

  it("fits a circuit into a time", () => {
    const long = exercise({ id: "a", pattern: hold({ ...figure(0), amount: { type: "range", low: 20, high: 40 } }) });
    const fitted = planOf([long, b], circuit, { fitMs: 330_000, level: "hard" });
    expect(fitted.totalMs).toBeLessThanOrEqual(330_000);
    expect(fitted.totalMs).toBeGreaterThan(320_000);
    expect(fitted.changes).toMatchObject([{ exercise: "a", before: "40 s" }]);
  });

  it("times self-paced sets by their estimate where hands are not free", () => {
    const plan = planOf([paced("push-up", 15)], [doing("push-up")], { handsFree: true });
    expect(plan).toMatchObject({ totalMs: 55_000, estimatedMs: 55_000, openSteps: 0 });
    expect(plan.steps[1]).toMatchObject({ reps: 15, durationMs: 45_000, beats: [], paced: { estimateMs: 45_000 } });
    expect(plan.steps[1]?.marks.map(({ name }) => name)).toEqual(["half-way", "ten-seconds", "three", "two", "one"]);
  });

  it("refuses to free hands that are free already", () => {
    const message = "--hands-free changes nothing in evening: it has no self-paced sets";
    expect(faultOf(() => planOf([a], [doing("a")], { handsFree: true }))).toMatchObject({ message });
  });

  it("estimates a repetition as the exercise says", () => {
    const plan = planOf([paced("push-up", 15, 2)], [doing("push-up")]);
    expect(plan).toMatchObject({ totalMs: 10_000, estimatedMs: 40_000, openSteps: 1 });
    expect(plan.steps[1]).toMatchObject({ reps: 15, durationMs: null, stretchable: false, marks: [] });
  });

  it("keeps the sides of a block in each round", () => {
    const lunge = exercise({ id: "lunge", pattern: hold(30), sides: each("one-side-first") });
    expect(words(planOf([lunge], [group({ rounds: 2, switch: 5 }, doing("lunge"))]))).toEqual([
      ...["prepare 10", "lunge left 30 r1/2", "switch 5", "lunge right 30 r1/2"],
      ...["lunge left 30 r2/2", "switch 5", "lunge right 30 r2/2"],
    ]);
  });
});
