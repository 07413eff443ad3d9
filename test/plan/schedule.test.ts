/** How long it takes to get ready and to change sides, and how much is too much for a plan. */
import { describe, expect, it } from "vitest";
import { EXIT_CODES } from "../../src/errors.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import { scheduleRoutine } from "../../src/plan/schedule.ts";
import { block, each, exercise, hold, routine, stroke } from "../support/content.ts";
import { faultOf } from "../support/fault-of.ts";

const scheduleOf = (parts: Parameters<typeof exercise>[0], flags: PlanFlags) => {
  const made = routine(exercise(parts));
  return scheduleRoutine(made.routine, made.exercises, { ...PLAN_DEFAULTS, prepareMs: 0, switchMs: 0 }, flags);
};
const DAY = { pattern: hold(3600), sets: 24 };
/** A million strokes, of which each takes a hundredth of a second. */
const MILLION = {
  pattern: { type: "strokes", strokes: Array.from({ length: 10 }, () => stroke("work", 0.01)) },
  sets: 100,
  reps: 1000,
} as const;

it("takes a day and a million strokes", () => {
  expect(scheduleOf(DAY, {}).totalMs).toBe(86_400_000);
  expect(scheduleOf(MILLION, {}).totalMs).toBe(10_000_000);
});

it.each<[string, Parameters<typeof exercise>[0], PlanFlags, string]>([
  ["more than a day", { ...DAY, sets: 25 }, {}, "evening would last 25:00:00; 24 hours is the most"],
  ["a day and a preparation", DAY, { prepareMs: 1000 }, "evening would last 24:00:01; 24 hours is the most"],
  [
    "a million on each side",
    { ...MILLION, sides: each("set-by-set") },
    {},
    "evening would have 2000000 strokes; 1000000 is the most",
  ],
])("refuses %s, and blames flags before the file", (_, parts, flags, message) => {
  const isFlagged = Object.keys(flags).length > 0;
  const exitCode = isFlagged ? EXIT_CODES.usage : EXIT_CODES.badData;
  expect(faultOf(() => scheduleOf(parts, flags))).toMatchObject({ message, exitCode });
});

it("counts sets on both sides, but one where a flag asks for it", () => {
  const parts = { pattern: hold(10), sets: 2, sides: each("one-side-first") };
  expect(scheduleOf(parts, {}).totalMs).toBe(40_000);
  expect(scheduleOf(parts, { side: "left" }).totalMs).toBe(20_000);
  expect(scheduleOf(parts, { side: "both" }).totalMs).toBe(40_000);
  expect(scheduleOf(parts, { side: "right" }).blocks[0]?.sides).toEqual({ first: "left", only: "right" });
});

describe("the time to get ready and to change sides", () => {
  const SIDES = each("set-by-set");
  const gapsOf = (parts: Parameters<typeof exercise>[0], blockParts: Parameters<typeof block>[1], flags: PlanFlags) => {
    const made = routine(exercise({ sides: SIDES, ...parts }));
    const [section] = made.routine.sections;
    const sections = [{ ...section!, blocks: [block("lunge", blockParts)] }];
    const plan = compilePlan({ ...made.routine, sections }, made.exercises, PLAN_DEFAULTS, flags);
    return plan.steps.filter(({ kind }) => kind !== "set").map(({ kind, durationMs }) => [kind, durationMs]);
  };
  const OWN = { prepare: 30, switch: 20 };

  it("is the user's setting where nothing else is said", () => {
    expect(gapsOf({}, {}, {})).toEqual([
      ["prepare", PLAN_DEFAULTS.prepareMs],
      ["switch", PLAN_DEFAULTS.switchMs],
    ]);
  });

  it("is what the exercise needs, or what the block says, as it knows what stands before", () => {
    expect(gapsOf(OWN, {}, {})).toEqual([
      ["prepare", 30_000],
      ["switch", 20_000],
    ]);
    expect(gapsOf(OWN, { prepare: 10, switch: 5 }, {})).toEqual([
      ["prepare", 10_000],
      ["switch", 5_000],
    ]);
  });

  it("is left out where it is zero, and a flag decides before all of them", () => {
    expect(gapsOf(OWN, { prepare: 0, switch: 0 }, {})).toEqual([]);
    expect(gapsOf(OWN, { prepare: 15 }, { prepareMs: 3000, switchMs: 4000 })).toEqual([
      ["prepare", 3000],
      ["switch", 4000],
    ]);
  });
});
