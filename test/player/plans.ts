/** Small plans to play. */
import { compilePlan } from "../../src/plan/compile.ts";
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
