/** How much is too much for a plan. */
import { expect, it } from "vitest";
import { EXIT_CODES } from "../../src/errors.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import { scheduleRoutine } from "../../src/plan/schedule.ts";
import { each, exercise, hold, routine, stroke } from "../support/content.ts";
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
