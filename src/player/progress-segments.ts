/** The session as the parts of its progress bar; worked out once a plan. */
import type { Plan } from "../plan/types.ts";
import type { ProgressSegment } from "./types.ts";

/** A step that waits for the person has no length; it is shown as if it had this one. */
const OPEN_STEP_WEIGHT_MS = 30_000;

const segmentsByPlan = new WeakMap<Plan, readonly ProgressSegment[]>();

/** The parts of a plan. The same plan gives the same object, so that a view can tell at once that nothing changed. */
export function progressSegmentsOf(plan: Plan): readonly ProgressSegment[] {
  const before = segmentsByPlan.get(plan);
  if (before) return before;
  const parts = plan.steps.map((step) => ({
    kind: step.kind,
    weight: step.durationMs ?? OPEN_STEP_WEIGHT_MS,
  }));
  segmentsByPlan.set(plan, parts);
  return parts;
}
