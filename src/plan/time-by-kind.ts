/** How much of a plan is spent in sets, in rests and changing over, by what is known and estimated. */
import type { Step, StepKind } from "./step-types.ts";
import type { Plan } from "./types.ts";

/** Whether a step stands for a further round of as many as possible: nobody knows whether it is done. */
export function isFurtherRound({ rounds }: Pick<Step, "rounds">): boolean {
  return rounds?.some(({ index, of }) => of === null && index > 1) ?? false;
}

/** Milliseconds by the kind of step. Of as many rounds as possible, the first one stands for all of the cap. */
export function sumTimeByKind(plan: Plan): Readonly<Record<StepKind, number>> {
  const sums = { prepare: 0, set: 0, switch: 0, rest: 0 };
  const lengths = plan.steps.map((step) => estimateStepMs(step, plan.steps));
  const roundMs = new Map<number, number>();
  const capped = (plan.groups ?? []).map(({ rounds, capMs }) => (rounds === null ? (capMs ?? 0) : null));
  // A get-ready in front of the first round carries no clock, and is done once.
  const runsIn = ({ rounds, deadlines }: Step): number | undefined =>
    rounds?.find(({ group }) => capped[group] !== null && deadlines?.some((deadline) => deadline.group === group))
      ?.group;
  for (const [index, step] of plan.steps.entries()) {
    const group = isFurtherRound(step) ? undefined : runsIn(step);
    if (group !== undefined) roundMs.set(group, (roundMs.get(group) ?? 0) + (lengths[index] ?? 0));
  }
  for (const [index, step] of plan.steps.entries()) {
    if (isFurtherRound(step)) continue;
    const group = runsIn(step);
    const times = group === undefined ? 1 : (capped[group] ?? 0) / Math.max(1, roundMs.get(group) ?? 1);
    sums[step.kind] += (lengths[index] ?? 0) * times;
  }
  return sums;
}

/** The length of a step; of what is left of an interval, what the estimates of its round leave. */
function estimateStepMs({ index, kind, durationMs, paced, deadlines }: Step, steps: readonly Step[]): number {
  if (durationMs !== null) return durationMs;
  if (paced) return paced.estimateMs;
  const [clock] = deadlines ?? [];
  if (!clock) return 0;
  if (kind === "set") return clock.group === null ? clock.afterMs : 0;
  const before = steps.slice(clock.anchor, index);
  return Math.max(
    0,
    before.reduce((ms, step) => ms - (step.durationMs ?? step.paced?.estimateMs ?? 0), clock.afterMs),
  );
}
