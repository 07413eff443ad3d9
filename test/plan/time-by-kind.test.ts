/** How long a plan works, rests and changes over: what is known, what is estimated, and what a cap leaves open. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Item } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { describeTightIntervals, sumTimeByKind } from "../../src/plan/time-by-kind.ts";
import { each, exercise, hold, OPEN } from "../support/content.ts";
import { anyClockedNest, doing, group, paced, planOf, rest, work } from "../support/groups.ts";

const exercises = [
  work("squat", 20),
  work("plank", 30),
  paced("push", 10),
  exercise({ id: "open", pattern: OPEN }),
  exercise({ id: "lunge", pattern: hold(30), sides: each("one-side-first") }),
];

const sums = (...items: Item[]) => {
  const { prepare, set, switch: change, rest: rests } = sumTimeByKind(planOf(exercises, items));
  return [prepare, set, change, rests].map((ms) => Math.round(ms) / 1000);
};

describe("seconds of get-ready, work, changing sides and rest", () => {
  it.each<[string, Item[], number[]]>([
    ["a set on each side", [doing("lunge")], [10, 60, 10, 0]],
    [
      "rounds with rests",
      [group({ rounds: 2, between: 5, rest: 60 }, doing("squat"), doing("plank"))],
      [10, 100, 0, 70],
    ],
    ["self-paced sets as estimated", [doing("push"), doing("push")], [20, 60, 0, 0]],
    ["a set of unknown length", [doing("open")], [10, 0, 0, 0]],
    ["such a set with a cap of its own", [doing("open", { cap: 40 })], [10, 40, 0, 0]],
    ["rounds on an interval", [group({ rounds: 3, every: 60 }, doing("squat"))], [10, 60, 0, 80]],
    [
      "what the estimates of an interval leave",
      [group({ rounds: 2, every: 60 }, doing("push"), doing("squat")), doing("plank")],
      [10, 60 + 40 + 30, 0, 20],
    ],
    [
      "no more than the interval, where it is too short for its estimates",
      [group({ rounds: 2, every: 25 }, doing("push"))],
      [10, 50, 0, 0],
    ],
    [
      "no more than the cap of rounds for time",
      [group({ rounds: 3, countUp: true, cap: 70 }, doing("push")), doing("plank")],
      [20, 100, 0, 0],
    ],
    [
      "what is left of an interval where sets wait for the person, but not of the last",
      [group({ rounds: 2, every: 60 }, doing("push"))],
      [10, 60, 0, 30],
    ],
    [
      "what is left of the last interval, too, where more work follows it",
      [group({ rounds: 2, every: 60 }, doing("push")), doing("squat")],
      [10, 80, 0, 60],
    ],
    [
      "as many rounds as possible, by the first",
      [group({ rounds: null, cap: 60 }, doing("push"), rest(10))],
      [10, 45, 0, 15],
    ],
    ["with the rest between them", [group({ rounds: null, cap: 60, rest: 10 }, doing("squat"))], [10, 40, 0, 20]],
    [
      "with intervals in them",
      [group({ rounds: null, cap: 150 }, group({ rounds: 2, every: 30 }, doing("squat")))],
      [10, 100, 0, 50],
    ],
    [
      "in rounds of their own, beside other work",
      [group({ rounds: 2, rest: 30 }, group({ rounds: null, cap: 60 }, doing("push")), doing("plank"))],
      [10, 180, 0, 30],
    ],
    ["of unknown length", [group({ rounds: null, cap: 60 }, doing("open"))], [10, 60, 0, 0]],
    [
      "within others, with the rest between those",
      [group({ rounds: null, cap: 360, rest: 60 }, group({ rounds: null, cap: 60 }, doing("squat")))],
      [10, 180, 0, 180],
    ],
    [
      "within others, with other work beside them",
      [group({ rounds: null, cap: 300 }, group({ rounds: null, cap: 60, rest: 10 }, doing("squat")), rest(40))],
      [10, 120, 0, 180],
    ],
    [
      "cut by a cap around them",
      [group({ rounds: 2, countUp: true, cap: 100 }, group({ rounds: null, cap: 60 }, doing("push"), rest(10)))],
      [10, 75, 0, 25],
    ],
  ])("%s", (_, items, expected) => {
    expect(sums(...items)).toEqual(expected);
  });

  it("add up to the length of the plan", () => {
    fc.assert(
      fc.property(anyClockedNest, (made) => {
        let plan: ReturnType<typeof compilePlan>;
        try {
          plan = compilePlan(made.routine, made.exercises);
        } catch {
          return;
        }
        const total = Object.values(sumTimeByKind(plan)).reduce((sum, ms) => sum + ms, 0);
        expect(total).toBeCloseTo(plan.estimatedMs ?? plan.totalMs, 3);
      }),
    );
  });
});

describe("an interval that is shorter than the estimates of its work", () => {
  it.each<[string, Item[], string[]]>([
    ["is named once", [group({ rounds: 12, every: 45 }, doing("push"), doing("squat"))], ["50 s of work in each 45 s"]],
    [
      "with the rests in it",
      [group({ rounds: 2, every: 55 }, doing("push"), rest(10), doing("squat"))],
      ["60 s of work in each 55 s"],
    ],
    ["but not one that is just long enough", [group({ rounds: 2, every: 50 }, doing("push"), doing("squat"))], []],
    ["nor a round for time", [group({ rounds: 2, cap: 20, countUp: true }, doing("push"))], []],
  ])("%s", (_, items, texts) => {
    const expected = texts.map((text) => `Tight: about ${text}; choose less work or a longer interval.`);
    expect(describeTightIntervals(planOf(exercises, items))).toEqual(expected);
  });
});
