/** The player's state: how it starts, and what can be derived from it. */
import { fillsInterval, type Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import { findOwnEndMs, findStepEndMs, listClocks } from "./clocks.ts";
import type { CutSet, PlayerState, StepOutcome, StepRecord } from "./types.ts";

/** Shortening a step leaves at least this much, so that the whole count-in is still heard. */
const MIN_REMAINING_MS = 4000;

/** A step can be at most one hour longer than planned. */
const MAX_EXTRA_MS = 3_600_000;

/** No set has more repetitions. */
const MAX_REPS = 1000;

/** Where an earlier session resumes. */
interface ResumePoint {
  /** The step from whose start it continues. */
  readonly step: number;
  readonly records: readonly (StepRecord | undefined)[];
  /** Session time so far, in milliseconds. */
  readonly atMs: number;
  /** When its clocks and its groups began. */
  readonly anchors?: PlayerState["anchors"];
  readonly groupTimes?: PlayerState["groupTimes"];
}

const START_POINT: ResumePoint = { step: 0, records: [], atMs: 0 };

/** The state of a new session, or of one that resumes an earlier one. */
export function createInitialState(from: ResumePoint = START_POINT): PlayerState {
  const { step, records, atMs, anchors = {}, groupTimes = {} } = from;
  return {
    status: "ready",
    pauseReason: null,
    clockMs: 0,
    offsetMs: 0,
    atMs,
    step,
    stepAtMs: atMs,
    extraMs: 0,
    repsChange: 0,
    cutSet: null,
    anchors,
    groupTimes,
    records,
  };
}

/** The current step; undefined once the session has finished. */
export function currentStep(plan: Plan, state: PlayerState): Step | undefined {
  return plan.steps[state.step];
}

/** How far the session is into the current step, in milliseconds. */
export function positionMs(state: PlayerState): number {
  return state.atMs - state.stepAtMs;
}

/** How long the current step lasts, with time added or taken away, at most until a deadline; null if it waits. */
export function stepDurationMs(step: Step, state: PlayerState): number | null {
  const endMs = findStepEndMs(step, state);
  return endMs === Number.POSITIVE_INFINITY ? null : endMs - state.stepAtMs;
}

/** Whether the person can make the current step longer or shorter; what is left of an interval is the clock's. */
export function isStretchable(step: Step): boolean {
  return step.stretchable && step.durationMs !== null && !fillsInterval(step);
}

/**
 * How much of a requested change to the length of the current step is granted, in milliseconds. A negative request
 * shortens the step.
 */
export function clampExtensionMs(step: Step, state: PlayerState, requestedMs: number): number {
  if (!isStretchable(step)) return 0;
  const endMs = findStepEndMs(step, state);
  const dueMs = listClocks(step, state)[0]?.dueMs ?? Number.POSITIVE_INFINITY;
  const earliestMs = Math.min(endMs, state.atMs + MIN_REMAINING_MS);
  const wantedMs = Math.min(dueMs, Math.max(earliestMs, endMs + requestedMs));
  if (wantedMs === endMs) return 0;
  return Math.min(MAX_EXTRA_MS - state.extraMs, wantedMs - findOwnEndMs(step, state));
}

/** The repetitions to do in the current step: as planned, with what the person set right. */
export function repsToDo(step: Step, state: PlayerState): number {
  return step.reps + (waitsForReps(step) ? state.repsChange : 0);
}

/** Repetitions within what a set can have. */
export function clampReps(reps: number): number {
  return Math.min(MAX_REPS, Math.max(0, reps));
}

/**
 * The record of the set that a clock has cut off with a change of its repetitions; with all that were planned it is
 * complete. Null if nothing changes.
 */
export function correctRecord(
  { steps }: Plan,
  { records }: PlayerState,
  { step, reps: before }: CutSet,
  change: number,
): StepRecord | null {
  const [planned, record, reps] = [steps[step], records[step], clampReps(before + change)];
  if (!planned || !record || reps === before) return null;
  return { ...record, how: reps >= planned.reps ? "completed" : "skipped", reps };
}

/** Whether a step counts repetitions and waits for the person. */
export function waitsForReps(step: Step): boolean {
  return step.paced !== undefined && step.durationMs === null;
}

/**
 * Repetitions done in the current step when it ends like this after `durationMs`. Of a self-paced set that was not
 * completed only those count that the person has told, by setting them right.
 */
export function countDoneReps(step: Step, state: PlayerState, how: StepOutcome, durationMs: number): number {
  const isTold = how === "completed" || state.repsChange < 0;
  if (waitsForReps(step)) return isTold ? repsToDo(step, state) : 0;
  return countCompletedReps(step, durationMs, step.durationMs === null ? null : step.durationMs + state.extraMs);
}

/** Repetitions completed after `positionMs` of a step that lasts `durationMs`. */
function countCompletedReps(step: Step, positionMs: number, durationMs: number | null): number {
  if (durationMs === null) return 0;
  if (step.stretchable) return step.kind === "set" && positionMs >= durationMs ? step.reps : 0;
  const repMs = durationMs / step.reps;
  return Math.min(step.reps, Math.floor(positionMs / repMs + 1e-9));
}

/**
 * The better of two attempts at the same step: completed before skipped, then more repetitions, then longer. Repetitions
 * of the other attempt are not lost: they were done.
 */
export function selectBetterRecord(before: StepRecord | undefined, now: StepRecord): StepRecord {
  if (!before) return now;
  const rank = (record: StepRecord) => (record.how === "completed" ? 1 : 0);
  const order = rank(now) - rank(before) || now.reps - before.reps || now.durationMs - before.durationMs;
  const better = order >= 0 ? now : before;
  const reps = Math.max(before.reps, now.reps);
  return better.reps === reps ? better : { ...better, reps };
}
