/** The session as the parts of its progress bar; worked out once a plan. */
import type { Plan } from "../plan/types.ts";
import type { FramePart } from "./types.ts";

/** A step that waits for the person has no length; it is shown as if it had this one. */
const OPEN_WEIGHT_MS = 30_000;

interface Parts {
  readonly parts: readonly FramePart[];
  /** What lies before each step, in the parts' weights. */
  readonly weightOf: readonly number[];
  readonly totalWeight: number;
}

const known = new WeakMap<Plan, Parts>();

/** The parts of a plan. The same plan gives the same object, so that a view can tell at once that nothing changed. */
export function partsOf(plan: Plan): Parts {
  const before = known.get(plan);
  if (before) return before;
  const parts = plan.steps.map((step) => ({
    kind: step.kind,
    weight: step.durationMs ?? OPEN_WEIGHT_MS,
    exercise: step.exercise,
  }));
  let totalWeight = 0;
  const weightOf = parts.map((part) => {
    totalWeight += part.weight;
    return totalWeight - part.weight;
  });
  const made = { parts, weightOf, totalWeight: Math.max(1, totalWeight) };
  known.set(plan, made);
  return made;
}
