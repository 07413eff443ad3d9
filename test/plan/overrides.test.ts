/** Which flags are refused because they would change nothing, and what the message says to do. */
import { describe, expect, it } from "vitest";
import type { Item } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import { each, exercise, figure, hold, tempo } from "../support/content.ts";
import { faultOf } from "../support/fault-of.ts";
import { doing, group, override, paced, planOf, routineOf, words, work } from "../support/groups.ts";

const [a, b] = [work("a", 40), work("b", 30)];
const lunge = exercise({ id: "lunge", pattern: hold(30), sides: each("one-side-first") });
const all = [a, b, lunge, paced("push", 5), exercise({ id: "squat", pattern: tempo(2, 0, 2), reps: 5 })];
const AMRAP = group({ rounds: null, cap: 60 }, doing("a"));
const PICKED = group({ rounds: 1, pick: 1 }, doing("a"), doing("b"));

const refused = (items: Item[], flags: PlanFlags) => {
  const { message, hint } = faultOf(() => planOf(all, items, flags));
  return [message, hint ?? null];
};

describe("--rounds", () => {
  const message = "--rounds changes nothing in evening: as many rounds are done as there is time for";

  it("is refused where every outermost group goes on until its cap", () => {
    expect(refused([AMRAP], { rounds: 3 })).toEqual([message, null]);
    expect(refused([AMRAP, doing("b")], { rounds: 3 })).toEqual([message, null]);
  });

  it("is for the groups that have a number of rounds", () => {
    const plan = planOf(all, [AMRAP, group({ rounds: 2 }, doing("b"))], { rounds: 3 });
    expect(words(plan).slice(-4)).toEqual(["prepare 10", "b 30 r1/3", "b 30 r2/3", "b 30 r3/3"]);
  });

  it("repeats a routine without groups", () => {
    expect(words(planOf(all, [doing("a")], { rounds: 2 })).filter((word) => word.startsWith("a"))).toHaveLength(2);
  });
});

describe("--seed", () => {
  it("is refused where nothing is left to chance", () => {
    const message = "--seed changes nothing in evening: nothing in it is random";
    expect(refused([doing("a")], { seed: 3 })).toEqual([message, null]);
    expect(refused([group({ rounds: 2, shuffle: false as never }, doing("a"))], { seed: 3 })).toEqual([message, null]);
  });

  it.each<[string, Item[]]>([
    ["picked", [PICKED]],
    ["shuffled", [group({ rounds: 1, shuffle: true }, doing("a"), doing("b"))]],
    ["inside another group, behind other items", [doing("b"), group({ rounds: 2 }, doing("a"), PICKED)]],
  ])("is taken where blocks are %s", (_, items) => {
    expect(planOf(all, items, { seed: 3 }).seed).toBe(3);
  });
});

describe("a flag for one exercise", () => {
  it("that is left out says what may have left it out", () => {
    const flags = { reps: override(5, "push"), skip: ["push"] };
    expect(refused([doing("a"), doing("push")], flags)).toEqual([
      ...["--flag 5 changes nothing: push is left out", "by --only, --skip, --from or --side"],
    ]);
    const left = [1, 2].find((seed) => planOf(all, [PICKED], { seed }).steps.every((step) => step.exercise !== "a"));
    const chance = refused([PICKED, doing("b")], { seed: left ?? 0, holdMs: override(5, "a") });
    expect(chance).toEqual([
      ...["--flag 5 changes nothing: a is left out", "by --only, --skip, --from, --side or chance"],
    ]);
  });

  it("that has nothing of the kind leads to what it has", () => {
    expect(refused([doing("a"), doing("squat")], { holdMs: override(5, "squat") })).toEqual([
      ...["--flag 5 changes nothing in squat", "see what it has with: unwind show squat"],
    ]);
    expect(refused([doing("squat")], { holdMs: override(5) })).toEqual([
      ...["--flag 5 changes nothing in evening", "see what it has with: unwind show evening"],
    ]);
  });

  it("goes before one for all, wherever it stands", () => {
    const both = [...override(20_000, "a"), ...override(5000)];
    for (const holdMs of [both, [...both].reverse()]) {
      expect(words(planOf(all, [doing("a"), doing("b")], { holdMs }))).toEqual([
        ...["prepare 10", "a 20", "prepare 10", "b 5"],
      ]);
    }
  });
});

describe("what is left of a routine", () => {
  const sides = [doing("lunge", { side: "left" }), doing("lunge", { side: "right" }), doing("a")];

  it.each<[string, PlanFlags, string[]]>([
    ["from an exercise on", { from: "lunge" }, ["lunge left 30", "lunge right 30", "a 40"]],
    ["the blocks of one side, and those of both", { side: "left" }, ["lunge left 30", "a 40"]],
    ["all of them for both sides", { side: "both" }, ["lunge left 30", "lunge right 30", "a 40"]],
    ["one exercise", { only: ["a"] }, ["a 40"]],
    ["the others", { skip: ["lunge"] }, ["a 40"]],
  ])("is %s", (_, flags, expected) => {
    expect(words(planOf(all, sides, flags)).filter((word) => !/^(prepare|switch)/.test(word))).toEqual(expected);
  });

  it("cannot be nothing", () => {
    const hint = "nothing of evening is left to do; loosen --only, --skip, --from or --side";
    expect(refused([doing("a")], { skip: ["a"] })).toEqual([hint, null]);
    expect(refused([], {})).toEqual(["evening has no exercises to do, only advice", null]);
  });
});

describe("a flag for sides", () => {
  it.each<[string, Item[], PlanFlags, string]>([
    ["--side", [doing("a")], { side: "left" }, "it works both sides at once"],
    [
      "--first-side",
      [doing("lunge", { side: "left" })],
      { firstSide: "right" },
      "no exercise in it works one side and the other",
    ],
    ["--switch", [doing("lunge", { side: "left" })], { switchMs: 5 }, "no exercise in it changes sides"],
  ])("%s is refused where it would change nothing", (flag, items, flags, why) => {
    expect(refused(items, flags)).toEqual([`${flag} changes nothing in evening: ${why}`, null]);
  });
  it.each<[string, PlanFlags]>([
    ["--first-side", { firstSide: "right" }],
    ["--switch", { switchMs: 5000 }],
  ])("%s is refused where --side leaves one side", (flag, flags) => {
    const message = `${flag} changes nothing in evening: --side left leaves one side only`;
    expect(refused([doing("lunge")], { ...flags, side: "left" })).toEqual([message, null]);
    expect(words(planOf(all, [doing("lunge")], { ...flags, side: "both" }))).toHaveLength(4);
  });
});

describe("--level", () => {
  const levels = exercise({
    id: "levels",
    pattern: hold({ ...figure(0), amount: { type: "range", low: 20, high: 40 } }),
  });
  const message = "--level easy changes nothing in evening: what is done of it is the same at every level";

  it("is refused where every figure is the same at all levels", () => {
    expect(refused([doing("a"), doing("push")], { level: "easy" })).toEqual([message, null]);
  });

  it("is refused where what depends on it is left out", () => {
    const flags: PlanFlags = { level: "easy", skip: ["levels"] };
    const fault = faultOf(() => planOf([...all, levels], [doing("a"), doing("levels")], flags));
    expect(fault.message).toBe(message);
  });

  it("is taken where any figure depends on it, also of a block that chance may leave out", () => {
    const length = (level: PlanFlags["level"]) =>
      planOf([...all, levels], [doing("a"), doing("levels")], level ? { level } : {}).totalMs;
    expect(length("easy")).toBeLessThan(length("hard"));
    expect(length("standard")).toBe(length(undefined));
    const picked = group({ rounds: 1, pick: 1 }, doing("a"), doing("levels"));
    for (const seed of [1, 2, 3, 4]) {
      expect(() => planOf([...all, levels], [picked], { level: "easy", seed })).not.toThrow();
    }
  });

  it("of the settings is no flag", () => {
    const { routine, exercises } = routineOf(all, doing("a"));
    expect(compilePlan(routine, exercises, { ...PLAN_DEFAULTS, level: "easy" }).level).toBe("easy");
  });
});

it("a workout in a line is named by the line, not by an id that nobody typed", () => {
  const made = routineOf([a], doing("a"));
  const typed = { ...made.routine, id: "line-40s-a", name: "40s a" };
  const message = (flags: PlanFlags, routine = typed) =>
    faultOf(() => compilePlan(routine, made.exercises, PLAN_DEFAULTS, flags)).message;
  expect(message({ seed: 1 })).toBe('--seed changes nothing in "40s a": nothing in it is random');
  expect(message({ handsFree: true })).toBe('--hands-free changes nothing in "40s a": it has no self-paced sets');
  expect(message({ level: "hard" })).toMatch(/^--level hard changes nothing in "40s a": /);
  expect(message({ side: "left" })).toMatch(/changes nothing in "40s a"/);
  expect(message({ only: ["b"] })).toBe('"40s a" has no exercise "b"');
  expect(message({ skip: ["a"] })).toMatch(/^nothing of "40s a" is left to do/);
  expect(message({ holdMs: override(5000, "b") })).toBe('"40s a" has no exercise "b"');
  expect(message({ paceMs: override(5000) })).toBe('--flag 5000 changes nothing in "40s a"');
  expect(message({ fitMs: 1000 })).toMatch(/^"40s a" cannot be done in 0:01/);
  expect(message({ seed: 1 }, made.routine)).toMatch(/changes nothing in evening/);
});
