/** A rest that a workout ends with: whoever wrote it is told that it is left out. */
import { describe, expect, it } from "vitest";
import type { Item } from "../../src/catalog/types.ts";
import type { PlanFlags } from "../../src/plan/flags.ts";
import { doing, group, paced, planOf, rest, work } from "../support/groups.ts";

const exercises = [work("squat", 20), paced("push", 10)];

const changesOf = (items: Item[], flags?: PlanFlags) => planOf(exercises, items, flags).changes;

const LEFT_OUT = {
  exercise: "Rest",
  before: "30 s at the end",
  after: "left out",
  why: "nothing follows it; a rest between sets belongs to their exercise",
};

describe("a rest at the end", () => {
  it("is said to be left out", () => {
    expect(changesOf([doing("push"), rest(30)])).toEqual([LEFT_OUT]);
  });

  it.each<[string, Item[], PlanFlags]>([
    ["where an exercise follows it", [doing("push"), rest(30), doing("squat")], {}],
    ["at the end of a round", [group({ rounds: 2 }, doing("squat"), rest(30))], {}],
    ["of a workout that a flag repeats", [doing("squat"), rest(30)], { rounds: 2 }],
  ])("is not spoken of %s", (_, items, flags) => {
    expect(changesOf(items, flags)).toEqual([]);
  });
});
