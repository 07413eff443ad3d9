/** The player's state: how it begins, and what can be read off it without changing it. */
import type { Plan, Step } from "../plan/types.ts";
import type { PlayerState, StepRecord } from "./types.ts";

/** A session that has not begun. To go on with an earlier one: its records, and the step at whose start it begins. */
export function initialState(
  resume: { readonly step: number; readonly records: readonly (StepRecord | undefined)[] } = { step: 0, records: [] },
): PlayerState {
  return {
    status: "ready",
    pauseReason: null,
    clockMs: 0,
    offsetMs: 0,
    atMs: 0,
    step: resume.step,
    stepAtMs: 0,
    extraMs: 0,
    records: resume.records,
  };
}

/** The step that is on; undefined once the session has finished. */
export function currentStep(plan: Plan, state: PlayerState): Step | undefined {
  return plan.steps[state.step];
}

/** How far into the current step the session stands, in milliseconds. */
export function positionMs(state: PlayerState): number {
  return state.atMs - state.stepAtMs;
}

/** How long the current step lasts with what was added or taken away; null for an open step. */
export function lengthMs(step: Step, state: PlayerState): number | null {
  return step.durationMs === null ? null : step.durationMs + state.extraMs;
}

/** Repetitions that are complete `positionMs` into a step that lasts `durationMs` in all. */
export function repsDone(step: Step, positionMs: number, durationMs: number | null): number {
  if (durationMs === null) return 0;
  if (step.stretchable) return step.kind === "set" && positionMs >= durationMs ? step.reps : 0;
  const repMs = durationMs / Math.max(1, step.reps);
  return Math.min(step.reps, Math.floor(positionMs / repMs + 1e-9));
}

/** Of two attempts at the same step the one that counts: completed before skipped, then more repetitions, then longer. */
export function betterRecord(before: StepRecord | undefined, now: StepRecord): StepRecord {
  if (!before) return now;
  const rank = (record: StepRecord) => (record.how === "completed" ? 1 : 0);
  const order = rank(now) - rank(before) || now.reps - before.reps || now.durationMs - before.durationMs;
  return order >= 0 ? now : before;
}
