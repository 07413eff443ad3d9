/** A plan for tests: a march and a lunge, and a test that waits. */
import { compilePlan } from "../../../src/plan/compile.ts";
import type { Plan } from "../../../src/plan/types.ts";
import { ALTERNATING, each, exercise, hold, OPEN, routine, tempo } from "../../support/content.ts";

const MARCH = exercise({ id: "march", pattern: tempo(3, 1, 3), sides: ALTERNATING, sets: 2, reps: 4, rest: 60 });
const LUNGE = exercise({ id: "lunge", pattern: hold(45), sides: each("one-side-first"), sets: 1, rest: 15 });
const TEST = exercise({ id: "test", pattern: OPEN });

export function shortPlan(changes: Partial<Plan> = {}): Plan {
  const made = routine(MARCH, LUNGE, TEST);
  return { ...compilePlan(made.routine, made.exercises), ...changes };
}
