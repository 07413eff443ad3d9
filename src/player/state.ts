/** The player's state: how it begins, and what can be read off it without changing it. */
import type { Plan, Step } from "../plan/types.ts";
import type { PlayerState, StepRecord } from "./types.ts";

/** What an earlier session is taken up with. */
export interface ResumePoint {
  /** The step at whose start it goes on. */
  readonly step: number;
  readonly records: readonly (StepRecord | undefined)[];
  /** Session time so far, in milliseconds. */
  readonly atMs: number;
}

const START_POINT: ResumePoint = { step: 0, records: [], atMs: 0 };

/** A session that has not begun, or that goes on with an earlier one. */
export function createInitialState({ step, records, atMs }: ResumePoint = START_POINT): PlayerState {
  return {
    status: "ready",
    pauseReason: null,
    clockMs: 0,
    offsetMs: 0,
    atMs,
    step,
    stepAtMs: atMs,
    extraMs: 0,
    records,
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
export function stepDurationMs(step: Step, state: PlayerState): number | null {
  return step.durationMs === null ? null : step.durationMs + state.extraMs;
}

/** Repetitions that are complete `positionMs` into a step that lasts `durationMs` in all. */
export function countCompletedReps(step: Step, positionMs: number, durationMs: number | null): number {
  if (durationMs === null) return 0;
  if (step.stretchable) return step.kind === "set" && positionMs >= durationMs ? step.reps : 0;
  const repMs = durationMs / Math.max(1, step.reps);
  return Math.min(step.reps, Math.floor(positionMs / repMs + 1e-9));
}

/** Of two attempts at the same step the one that counts: completed before skipped, then more repetitions, then longer. */
export function selectBetterRecord(before: StepRecord | undefined, now: StepRecord): StepRecord {
  if (!before) return now;
  const rank = (record: StepRecord) => (record.how === "completed" ? 1 : 0);
  const order = rank(now) - rank(before) || now.reps - before.reps || now.durationMs - before.durationMs;
  return order >= 0 ? now : before;
}
