/** Small plans to play. */
import { compilePlan } from "../../src/plan/compile.ts";
import type { Deadline, Step } from "../../src/plan/step-types.ts";
import type { SessionPlace } from "../../src/player/clocks.ts";
import { createInitialState } from "../../src/player/state.ts";
import { planWith } from "../support/clocked-plans.ts";
import { each, exercise, hold, OPEN, routine, tempo } from "../support/content.ts";

const planOf = (...exercises: ReturnType<typeof exercise>[]) => {
  const made = routine(...exercises);
  return compilePlan(made.routine, made.exercises);
};

/** Get ready 10 s, hold 30 s, rest 15 s, hold 30 s. */
export const lunge = planOf(exercise({ pattern: hold(30), sets: 2, rest: 15 }));
/** Get ready 10 s, three repetitions of lift 3, hold 1, lower 3. */
export const march = planOf(exercise({ id: "march", pattern: tempo(3, 1, 3), reps: 3 }));
export const test = planOf(exercise({ id: "test", pattern: OPEN, sides: each("set-by-set") }));

export const interval = (next: number, seconds: number, anchor = 0): Deadline => ({
  ...{ kind: "interval", anchor, afterMs: seconds * 1000, next, group: 0 },
});
export const cap = (next: number, seconds: number, anchor = 0, group: number | null = 1): Deadline => ({
  ...{ kind: "cap", anchor, afterMs: seconds * 1000, next, group },
});
export const placeAt = (step: number, change: Partial<SessionPlace> = {}): SessionPlace => ({
  ...createInitialState(),
  step,
  ...change,
});
/** The first step of a plan that consists of it alone. */
export const stepOf = (parts: Parameters<typeof planWith>[0][number]): Step => planWith([parts]).steps[0] as Step;
