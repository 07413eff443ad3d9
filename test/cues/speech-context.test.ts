/** What is known of a set before anything is said of it: its dose, its sets, the round, and what was done before. */
import { describe, expect, it } from "vitest";
import type { Pattern, Sides } from "../../src/catalog/exercise-types.ts";
import { announcementOf, findSameExerciseBefore, nameLoad } from "../../src/cues/speech-context.ts";
import type { PlanFlags } from "../../src/plan/flags.ts";
import type { Step } from "../../src/plan/step-types.ts";
import type { Plan } from "../../src/plan/types.ts";
import { ALTERNATING, BOTH, each, hold, OPEN, stroke, tempo } from "../support/content.ts";
import { contextOf, planOf, sheetOf, spoken, words } from "./support.ts";

const breaths: Pattern = { type: "strokes", strokes: [stroke("inhale", 4), stroke("hold", 4), stroke("exhale", 4)] };

/** A plan with one of its steps changed. */
const withStep = (plan: Plan, index: number, change: Partial<Step>): Plan => ({
  ...plan,
  steps: plan.steps.map((step) => (step.index === index ? { ...step, ...change } : step)),
});

describe("the dose that is announced", () => {
  it.each<[string, Pattern, number, unknown]>([
    ["a hold by its time", hold(30), 1, { type: "time", ms: 30_000 }],
    ["a hold that is repeated by how often and how long", hold(5), 3, { type: "times", reps: 3, ms: 5000 }],
    ["a tempo by its repetitions", tempo(3, 1, 3), 8, { type: "reps", reps: 8 }],
    ["breathing by its breaths, though the breath is held between them", breaths, 6, { type: "breaths", breaths: 6 }],
    ["a set that waits as at the person's own pace", OPEN, 1, { type: "open" }],
  ])("is that of %s", (_, pattern, reps, expected) => {
    expect(announcementOf(contextOf(planOf([spoken({ pattern, reps })]), 1)).dose).toEqual(expected);
  });

  it("is that of a self-paced set: its repetitions", () => {
    const plan = withStep(planOf([spoken({ pattern: OPEN })]), 1, { paced: { estimateMs: 45_000 }, reps: 15 });
    expect(announcementOf(contextOf(plan, 1)).dose).toEqual({ type: "reps", reps: 15 });
  });
});

describe("the side that is announced", () => {
  it.each<[string, Sides, PlanFlags, unknown[]]>([
    ["none where both work at once", BOTH, {}, ["both", null]],
    ["the first of two", each("one-side-first"), {}, ["each", "left"]],
    ["the only one", each("one-side-first"), { side: "right" }, ["one", "right"]],
    ["the first of those that alternate", ALTERNATING, {}, ["alternating", "left"]],
  ])("is %s", (_, sides, flags, expected) => {
    const plan = planOf([spoken({ pattern: tempo(3, 1, 3), reps: 8, sides })], flags);
    const announcement = announcementOf(contextOf(plan, 1));
    expect([announcement.sides, announcement.firstSide]).toEqual(expected);
  });
});

describe("the sets that are announced", () => {
  const thrice = planOf([spoken({ pattern: hold(30), sets: 3, rest: 20 })]);
  const rounds = [{ group: 0, index: 1, of: 3 }];

  it.each<[string, Partial<Step>, number | null]>([
    ["all of the exercise", {}, 3],
    ["none where sets differ, each in a block of its own", { set: { index: 1, of: 4 } }, null],
    ["none where a round has one", { rounds, set: { index: 1, of: 1 } }, null],
    ["those of one round", { rounds, set: { index: 1, of: 2 } }, 2],
  ])("are %s", (_, change, expected) => {
    const plan = withStep(thrice, 1, change);
    expect(announcementOf(contextOf(plan, 1)).sets).toBe(expected);
  });
});

describe("a routine that is done twice", () => {
  it("says each time that a set is the last of its exercise", () => {
    const plan = planOf([spoken({ pattern: hold(30), sets: 2, rest: 30 })], { rounds: 2 });
    const last = sheetOf(plan).filter(({ name }) => name === "last-set");
    expect(last.map(({ step }) => plan.steps.slice(step).find(({ kind }) => kind === "set")?.label)).toEqual([
      "Lunge, set 2 of 2, round 1 of 2",
      "Lunge, set 2 of 2, round 2 of 2",
    ]);
  });
});

describe("an exercise that was done before", () => {
  const plan = planOf([spoken({ pattern: hold(30), sets: 2, rest: 0 })], { prepareMs: 0 });
  const loaded = (...loads: string[]): Plan => ({
    ...plan,
    steps: plan.steps.map((step, index) => ({ ...step, load: loads[index] ?? "" })),
  });

  it("is known from the very first step on", () => {
    expect(findSameExerciseBefore(contextOf(plan, 1))?.index).toBe(0);
    expect(findSameExerciseBefore(contextOf(plan, 0))).toBeUndefined();
  });

  it("has its load said again only where that changes", () => {
    const said = (...loads: string[]) => nameLoad(contextOf(loaded(...loads), 1)).map(({ variants }) => variants);
    expect(said("20 kg", "20 kg")).toEqual([]);
    expect(said("20 kg", "30 kg")).toEqual([["30 kg."]]);
    expect(words(sheetOf(loaded("20 kg", "30 kg"), { voice: "brief" }))).toEqual(expect.arrayContaining(["30 kg."]));
  });
});
