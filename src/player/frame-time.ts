/** How much time is left of a session, and how sure that is. */
import type { Deadline, Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import { formatClock } from "../text/duration.ts";
import { listClocks } from "./clocks.ts";
import { memoise } from "./memoise.ts";
import { positionMs, stepDurationMs } from "./state.ts";
import type { PlayerState } from "./types.ts";

/**
 * What is left of this step and all that follow; it changes at the same time as the step's own digits. Under a deadline,
 * all of its time is left and what follows behind it, unless the steps before it are over sooner.
 */
export function countSecondsLeft(plan: Plan, step: Step, state: PlayerState): number {
  const durationMs = stepDurationMs(step, state);
  const ownMs = durationMs === null ? null : Math.max(0, durationMs - positionMs(state));
  const [first, ...others] = listClocks(step, state);
  if (first) {
    const last = others.reduce((best, one) => (one.deadline.next > best.deadline.next ? one : best), first);
    const next = plan.steps[last.deadline.next];
    const dueMs = Math.max(0, last.dueMs - state.atMs);
    const workMs = isWaitedOut(plan, last.deadline) || ownMs === null ? null : sumKnown(plan, step, last.deadline);
    const leftMs = workMs === null ? dueMs : Math.min(dueMs, (ownMs ?? 0) + workMs);
    return ceilSeconds(leftMs + (next ? plan.totalMs - next.atMs : 0));
  }
  return ceilSeconds(plan.totalMs - step.atMs - (step.durationMs ?? 0) + (ownMs ?? 0));
}

/**
 * Whether the session goes on until a clock is over, however early the work is done: as many rounds as possible, and an
 * interval that more follows. The last interval of all is over when its work is.
 */
function isWaitedOut({ steps, groups }: Plan, { kind, group, next }: Deadline): boolean {
  return kind === "interval" ? steps[next - 1]?.kind === "rest" : group !== null && groups?.[group]?.rounds === null;
}

/** How long the steps between one and a deadline's end take, in milliseconds; null if one of them waits. */
function sumKnown({ steps }: Plan, { index }: Step, { next }: Deadline): number | null {
  let sumMs = 0;
  for (let at = index + 1; at < next; at++) {
    const durationMs = steps[at]?.durationMs ?? null;
    if (durationMs === null) return null;
    sumMs += durationMs;
  }
  return sumMs;
}

/** "12:35 left", "12:35+ left", "up to 20:00 left"; "" where nobody knows: see {@link boundsOf}. */
export function describeTimeLeft(plan: Plan, { index }: Step, seconds: number): string {
  const { isLeast, isMost } = boundsOf(plan)[index] ?? { isLeast: false, isMost: false };
  const time = formatClock(seconds * 1000);
  if (isLeast) return isMost || seconds === 0 ? "" : `${time}+ left`;
  return isMost ? `up to ${time} left` : `${time} left`;
}

/**
 * By step, what the time left is from there on: the least where a set waits that no clock ends, the most where the person
 * can be done before the clock is over.
 */
const boundsOf = memoise((plan: Plan) => {
  let [isLeast, isMost] = [false, false];
  return plan.steps
    .toReversed()
    .map(({ durationMs, deadlines = [] }) => {
      if (durationMs === null && deadlines.length === 0) isLeast = true;
      else if (durationMs === null && !deadlines.some((deadline) => isWaitedOut(plan, deadline))) isMost = true;
      return { isLeast, isMost };
    })
    .reverse();
});

/** Seconds as they are counted down: 3 while more than two and at most three seconds are left. */
export function ceilSeconds(remainingMs: number): number {
  return Math.max(0, Math.ceil(remainingMs / 1000 - 1e-6));
}
