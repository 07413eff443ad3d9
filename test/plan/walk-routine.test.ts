/** The rests of rounds as they are walked through: which of them a flag replaces, and which have none. */
import { describe, expect, it } from "vitest";
import type { Item } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import { hasRoundRest } from "../../src/plan/groups.ts";
import { estimateRoutineMs } from "../../src/plan/schedule.ts";
import { faultOf } from "../support/fault-of.ts";
import { doing, group, override, paced, planOf, rest, routineOf, words, work } from "../support/groups.ts";

const [a, b] = [work("a", 40), work("b", 30)];
const short = (items: Item[], flags: PlanFlags = {}) =>
  words(planOf([a, b], items, flags)).map((word) => word.replace(/ \d+ r/, " r").replaceAll(/\/\d+/g, ""));

const RESTED = group({ rounds: 2, rest: 60 }, doing("a"));
const ENDS_WITH_REST = group({ rounds: 2 }, doing("a"), rest(20));

describe("--rest without an exercise", () => {
  const five = { restMs: override(5000) };

  it.each<[string, Item[], string[]]>([
    ["the rest between rounds", [RESTED], ["prepare 10", "a r1", "(5)", "a r2"]],
    ["the rest that ends a round", [ENDS_WITH_REST], ["prepare 10", "a r1", "(5)", "a r2"]],
    ["both as one", [group({ rounds: 2, rest: 60 }, doing("a"), rest(20))], ["prepare 10", "a r1", "(5)", "a r2"]],
    [
      "but not a rest within a round",
      [group({ rounds: 2, rest: 60 }, doing("a"), rest(20), doing("b"))],
      ["prepare 10", "a r1", "(20)", "b r1", "(5)", "a r2", "(20)", "b r2"],
    ],
    [
      "and the rests of rounds in rounds",
      [group({ rounds: 2 }, RESTED)],
      ["prepare 10", "a r1 r1", "(5)", "a r2 r1", "a r1 r2", "(5)", "a r2 r2"],
    ],
    [
      "and gives none to rounds without one",
      [RESTED, group({ rounds: 2 }, doing("b"))],
      ["prepare 10", "a r1", "(5)", "a r2", "prepare 10", "b r1", "b r2"],
    ],
    [
      "nor to rounds that begin on an interval",
      [RESTED, group({ rounds: 2, every: 60 }, doing("b"), rest(10))],
      ["prepare 10", "a r1", "(5)", "a r2", "prepare 10", "b r1", "(30)", "b r2"],
    ],
  ])("replaces %s", (_, items, expected) => {
    expect(short(items, five)).toEqual(expected);
  });

  it.each<[string, Item]>([
    ["one round", group({ rounds: 1, rest: 60 }, doing("a"), rest(20))],
    ["rounds without a rest", group({ rounds: 2 }, doing("a"))],
    ["rounds on an interval", group({ rounds: 2, every: 60 }, doing("a"), rest(5))],
    ["a rest before the work", group({ rounds: 2 }, rest(20), doing("a"))],
    ["a block", doing("a")],
    ["a rest", rest(20)],
  ])("has nothing to change in %s", (_, item) => {
    expect(hasRoundRest(item)).toBe(false);
    const message = "--flag 5000 changes nothing in evening";
    expect(faultOf(() => planOf([a, b], [item, doing("b")], five))).toMatchObject({ message });
  });

  it.each<[string, Item]>([
    ["rounds with a rest", RESTED],
    ["rounds that end with one", ENDS_WITH_REST],
    ["such rounds beside others", group({ rounds: 1 }, doing("b"), RESTED)],
    ["as many rounds as possible", group({ rounds: null, cap: 600, rest: 10 }, doing("a"))],
  ])("is for %s", (_, item) => {
    expect(hasRoundRest(item)).toBe(true);
    const plan = planOf([a, b], [item, doing("b")], five);
    expect(plan.steps.find(({ kind }) => kind === "rest")?.durationMs).toBe(5000);
  });

  it("is for the rests between sets as well, where there are both", () => {
    const sets = { ...a, dose: { ...a.dose, sets: { ...a.dose.sets, amount: { type: "single" as const, value: 2 } } } };
    expect(words(planOf([sets, b], [doing("a"), group({ rounds: 2, rest: 60 }, doing("b"))], five))).toEqual([
      ...["prepare 10", "a 40 s1/2", "(5)", "a 40 s2/2", "prepare 10", "b 30 r1/2", "(5)", "b 30 r2/2"],
    ]);
  });
});

describe("rounds with values of their own", () => {
  it("have the rest that a round names, in place of the group's", () => {
    const rounds = [{ rest: 30 }, {}, { hold: 20, rest: 0 }, {}];
    expect(short([group({ rounds, rest: 60 }, doing("a"))])).toEqual([
      ...["prepare 10", "a r1", "(30)", "a r2", "(60)", "a r3", "a r4"],
    ]);
  });

  it("take the last values for rounds beyond them", () => {
    const ladder = [{ hold: 10 }, { hold: 20 }];
    const plan = planOf([a], [group({ rounds: ladder }, doing("a"))], { rounds: 4 });
    expect(words(plan)).toEqual(["prepare 10", "a 10 r1/4", "a 20 r2/4", "a 20 r3/4", "a 20 r4/4"]);
  });

  it("are measured one by one, and rounds that are alike as one, with the same sum", () => {
    const alike = [1, 2, 3, 4, 7].map((rounds) => group({ rounds, between: 5, rest: 15 }, doing("a"), doing("b")));
    const differ = group({ rounds: [{ hold: 10 }, {}, {}, {}, { hold: 5 }] }, doing("a"));
    const ending = [3, 4, 5].map((rounds) => group({ rounds, rest: 3 }, group({ rounds }, doing("a")), rest(7)));
    const waits = group({ rounds: 6, rest: 9 }, doing("push"), doing("b"));
    const unlike = [group({ rounds: [{}, {}, {}, {}, { rest: 50 }, {}] }, doing("a"))];
    for (const item of [...alike, differ, ...ending, waits, ...unlike]) {
      const made = routineOf([a, b, paced("push", 10)], item, doing("b"));
      const { totalMs, estimatedMs = totalMs } = compilePlan(made.routine, made.exercises);
      expect(estimateRoutineMs(made.routine, made.exercises, PLAN_DEFAULTS)).toBe(estimatedMs);
    }
  });
});

describe("a block that is left out", () => {
  const three = [work("a", 40), work("b", 30), work("c", 20)];
  const skipped = (...items: Item[]) => words(planOf(three, items, { skip: ["b"] }));

  it("leaves the longer of the rests around it", () => {
    expect(skipped(doing("a"), rest(30), doing("b"), rest(45), doing("c"))).toEqual([
      ...["prepare 10", "a 40", "(45)", "c 20"],
    ]);
    expect(skipped(doing("a"), rest(45), doing("b"), rest(30), doing("c"))).toEqual([
      ...["prepare 10", "a 40", "(45)", "c 20"],
    ]);
  });

  it("takes the rest in front of the first block with it", () => {
    expect(skipped(rest(30), doing("b"), doing("c"))).toEqual(["prepare 10", "c 20"]);
  });

  it("adds rests that meet for another reason", () => {
    expect(skipped(doing("a"), rest(30), rest(5), doing("b"), rest(20), rest(1), doing("c"))).toEqual([
      ...["prepare 10", "a 40", "(36)", "c 20"],
    ]);
  });
});

it("gives the first block of an outermost group alone a get-ready", () => {
  const nested = group({ rounds: 2 }, group({ rounds: 1 }, doing("a")), doing("b"));
  expect(short([nested])).toEqual(["prepare 10", "a r1 r1", "b r1", "a r1 r2", "b r2"]);
  expect(short([doing("a"), rest(5), nested])).toEqual([
    ...["prepare 10", "a 40", "(5)", "a r1 r1", "b r1", "a r1 r2", "b r2"],
  ]);
});
