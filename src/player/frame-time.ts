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
 * all of its time is left and what follows behind it.
 */
export function countSecondsLeft(plan: Plan, step: Step, state: PlayerState): number {
  const [first, ...others] = listClocks(step, state);
  if (first) {
    const last = others.reduce((best, one) => (one.deadline.next > best.deadline.next ? one : best), first);
    const next = plan.steps[last.deadline.next];
    return ceilSeconds(Math.max(0, last.dueMs - state.atMs) + (next ? plan.totalMs - next.atMs : 0));
  }
  const laterMs = plan.totalMs - step.atMs - (step.durationMs ?? 0);
  const durationMs = stepDurationMs(step, state);
  return ceilSeconds(laterMs + (durationMs === null ? 0 : Math.max(0, durationMs - positionMs(state))));
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
const boundsOf = memoise(({ steps, groups }: Plan) => {
  const isExact = ({ kind, group }: Deadline) =>
    kind === "interval" || (group !== null && groups?.[group]?.rounds === null);
  let [isLeast, isMost] = [false, false];
  return steps
    .toReversed()
    .map(({ durationMs, deadlines = [] }) => {
      if (durationMs === null && deadlines.length === 0) isLeast = true;
      else if (durationMs === null && !deadlines.some(isExact)) isMost = true;
      return { isLeast, isMost };
    })
    .reverse();
});

/** Seconds as they are counted down: 3 while more than two and at most three seconds are left. */
export function ceilSeconds(remainingMs: number): number {
  return Math.max(0, Math.ceil(remainingMs / 1000 - 1e-6));
}
