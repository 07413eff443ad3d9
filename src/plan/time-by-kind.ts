/** How much of a plan is spent in sets, in rests and changing over, by what is known and estimated. */
import { type Deadline, isFurtherRound, type Step, type StepKind } from "./step-types.ts";
import type { Plan, PlanGroup } from "./types.ts";

/** Milliseconds by the kind of step. Of as many rounds as possible, one round stands for all of the cap. */
export function sumTimeByKind(plan: Plan): Readonly<Record<StepKind, number>> {
  const { steps, groups = [] } = plan;
  const sums = { prepare: 0, set: 0, switch: 0, rest: 0 };
  const caps = new Map<number, CappedRound>();
  for (const [index, step] of steps.entries()) {
    if (isFurtherRound(step) && !endsFirstRound(step, steps[index - 1])) continue;
    const ms = estimateStepMs(step, steps);
    const clock = findOpenCap(step, groups);
    if (!clock) {
      sums[step.kind] += ms;
      continue;
    }
    const round = caps.get(clock.anchor) ?? { capMs: clock.afterMs, prepare: 0, set: 0, switch: 0, rest: 0 };
    caps.set(clock.anchor, round);
    round[step.kind] += ms;
  }
  for (const { capMs, ...round } of caps.values()) {
    const roundMs = round.prepare + round.set + round.switch + round.rest;
    // Rounds of which nothing is known but that they last until the cap are work.
    if (roundMs === 0) sums.set += capMs;
    else
      for (const kind of ["prepare", "set", "switch", "rest"] as const) sums[kind] += (round[kind] * capMs) / roundMs;
  }
  return sums;
}

/** The first of as many rounds as possible, in milliseconds by kind, and the cap that it stands for. */
type CappedRound = Record<StepKind, number> & { readonly capMs: number };

/** The cap of the innermost group without a number of rounds that runs in a step; not yet in the get-ready before it. */
function findOpenCap({ rounds, deadlines }: Step, groups: readonly PlanGroup[]): Deadline | undefined {
  for (const { group } of rounds ?? []) {
    const clock = groups[group]?.rounds === null && deadlines?.find((one) => one.kind === "cap" && one.group === group);
    if (clock) return clock;
  }
  return undefined;
}

/** Whether a step is the rest that leads from the first of as many rounds as possible to the second. */
function endsFirstRound({ kind }: Step, before: Step | undefined): boolean {
  return kind === "rest" && before !== undefined && !isFurtherRound(before);
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
