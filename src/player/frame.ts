/** What is shown at one moment of a session: a pure function of the plan and the state. */
import type { Beat, Deadline, Step } from "../plan/step-types.ts";
import { findSet, getExerciseOf, type Plan, type PlanBlock, type PlanExercise } from "../plan/types.ts";
import { formatCountdown } from "../text/duration.ts";
import { findFollowingStep, findStepEndMs, listClocks } from "./clocks.ts";
import { describePlace, describeRound, describeRoundsDone, findShownClock } from "./frame-rounds.ts";
import {
  countLinesRead,
  describeCutSet,
  describeNext,
  describeSide,
  SIDE_LABELS,
  STEP_ACTION_TEXTS,
  selectInstructions,
} from "./frame-text.ts";
import { ceilSeconds, countSecondsLeft, describeTimeLeft } from "./frame-time.ts";
import type { Frame, FrameClock, FramePhase, FrameStroke, ProgressSegment } from "./frame-types.ts";
import { memoise } from "./memoise.ts";
import { currentStep, isStretchable, positionMs, repsToDo, stepDurationMs, waitsForReps } from "./state.ts";
import { beatAt } from "./step-moments.ts";
import type { PlayerState } from "./types.ts";

/** A step that waits for the person has no length; in the progress bar it gets this one. */
const OPEN_STEP_WEIGHT_MS = 30_000;

/**
 * The frame of a state: before the start it shows the first step, after the end that the session is finished.
 *
 * @throws Error if the plan has no steps.
 */
export function buildFrame(plan: Plan, state: PlayerState): Frame {
  const step = currentStep(plan, state) ?? findLastDone(plan, state) ?? plan.steps.at(-1);
  if (!step) throw new Error("a plan without steps cannot be played");
  const isFinished = state.status === "finished";
  const durationMs = isFinished ? step.durationMs : stepDurationMs(step, state);
  const elapsedMs = isFinished ? (durationMs ?? 0) : positionMs(state);
  const exercise = getExerciseOf(plan, step) as PlanExercise;
  const block = plan.blocks[step.block] as PlanBlock;
  const beat = beatAt(step, elapsedMs);
  const set = findSet(plan.steps, step.index);
  const shown = selectCountdown(step, beat, elapsedMs, durationMs);
  const isOpen = durationMs === null || waitsForReps(step);
  const clock = isFinished ? null : findShownClock(plan, step, state);
  const seconds = isOpen ? Math.floor(elapsedMs / 1000) : ceilSeconds(shown.durationMs - shown.elapsedMs);
  const side = beat?.side ?? step.side;
  const cutSetText = describeCutSet(plan, state.cutSet);
  const remainingSeconds = isFinished ? 0 : countSecondsLeft(plan, step, state);
  return {
    status: state.status,
    pauseReason: state.pauseReason,
    phase: isFinished ? "finished" : framePhaseOf(step, beat),
    actionText: isFinished ? "DONE" : actionTextOf(step, beat, block, exercise),
    kind: step.kind,
    stretchable: isStretchable(step) || waitsForReps(step) || state.cutSet !== null,
    cutSetText,
    stepIndex: step.index,
    digits: isOpen ? formatRepsToDo(step, state) : seconds >= 60 ? formatCountdown(seconds) : String(seconds),
    seconds,
    exercise: exercise.name,
    exerciseId: exercise.id,
    side,
    sideWord: side ? SIDE_LABELS[side] : "",
    sideMeaning: describeSide(plan, step, exercise, side),
    setText: step.set.of > 1 ? `Set ${step.set.index} of ${step.set.of}` : "",
    repText: step.reps > 1 && beat ? `Rep ${beat.rep} of ${step.reps}` : "",
    roundText: describeRound(plan, step),
    placeText: describePlace(plan, set),
    doneText: describeRoundsDone(plan, step, state),
    clock: clock?.kind ?? null,
    clockText: clock ? formatClockTime(clock) : "",
    loadText: set?.load ?? "",
    countText: step.reps > 1 && beat ? `${beat.rep}/${step.reps}` : "",
    instructions: [
      ...(cutSetText === "" ? [] : [`${cutSetText} counted. Correct it with + and −.`]),
      ...selectInstructions(plan, step, exercise, beat, elapsedMs, state.status === "paused"),
    ],
    linesRead: countLinesRead(plan, step, elapsedMs),
    next: describeNext(plan, step, findNextIndex(plan, step, state)),
    strokes: step.kind === "set" && !step.stretchable ? strokesOf(block) : NO_STROKES,
    strokeIndex: beat?.stroke ?? 0,
    fill: isOpen ? 0 : progressRatio(shown.elapsedMs, shown.durationMs),
    fillSeconds: isOpen ? 0 : shown.durationMs / 1000,
    stepFill: computeStepFill(plan, step, state, isOpen ? null : durationMs),
    elapsedSeconds: Math.floor(state.atMs / 1000 + 1e-6),
    remainingSeconds,
    leftText: isFinished ? "0:00 left" : describeTimeLeft(plan, step, remainingSeconds),
    segments: segmentsOf(plan),
  };
}

/** The step that follows if the person does nothing; a step that waits they end themselves before its clock does. */
function findNextIndex(plan: Plan, step: Step, state: PlayerState): number {
  if (!step.deadlines || step.durationMs === null || state.step !== step.index) return step.index + 1;
  return findFollowingStep(plan, state, findStepEndMs(step, state));
}

/** The last step that was done. It need not be the plan's last: an AMRAP has more rounds planned than anyone reaches. */
function findLastDone({ steps }: Plan, { records }: PlayerState): Step | undefined {
  return steps[records.findLastIndex((record) => record !== undefined)];
}

/** Whether two frames look the same: then there is no need to show the second. */
export function isSameFrame(a: Frame, b: Frame): boolean {
  return (Object.keys(a) as (keyof Frame)[]).every((key) => a[key] === b[key] || isSameList(a[key], b[key]));
}

function isSameList(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => item === b[index]);
}

/** What the big digits count down: the stroke in a set of repetitions, the step everywhere else. */
function selectCountdown(step: Step, beat: Beat | undefined, elapsedMs: number, durationMs: number | null) {
  if (!beat || step.stretchable) return { elapsedMs, durationMs: durationMs ?? 0 };
  return { elapsedMs: elapsedMs - beat.atMs, durationMs: beat.durationMs };
}

function framePhaseOf(step: Step, beat: Beat | undefined): FramePhase {
  if (step.kind !== "set") return step.kind;
  return beat?.phase ?? "open";
}

function formatRepsToDo(step: Step, state: PlayerState): string {
  return waitsForReps(step) ? String(repsToDo(step, state)) : "";
}

function actionTextOf(step: Step, beat: Beat | undefined, block: PlanBlock, exercise: PlanExercise): string {
  if (step.kind !== "set") return STEP_ACTION_TEXTS[step.kind];
  if (step.paced) return exercise.name.toUpperCase();
  if (!beat) return STEP_ACTION_TEXTS.open;
  const word = block.strokes[beat.stroke]?.word ?? "";
  return beat.fast ? `FAST ${word}` : word;
}

const NO_STROKES: readonly FrameStroke[] = [];

/** The strokes of a repetition, if it has several. */
const strokesOf = memoise((block: PlanBlock): readonly FrameStroke[] =>
  block.strokes.length < 2
    ? NO_STROKES
    : block.strokes.map(({ phase, word, durationMs }) => ({ phase, word, seconds: durationMs / 1000 })),
);

/** The segments of the session's progress bar. */
const segmentsOf = memoise((plan: Plan): readonly ProgressSegment[] =>
  plan.steps.map(({ kind, durationMs }) => ({ kind, weight: durationMs ?? OPEN_STEP_WEIGHT_MS })),
);

function progressRatio(elapsedMs: number, durationMs: number | null): number {
  return durationMs ? Math.min(1, Math.max(0, elapsedMs / durationMs)) : 0;
}

/** Seconds that are left of a deadline, or that have passed. */
function formatClockTime({ kind, ms }: { readonly kind: FrameClock; readonly ms: number }): string {
  return formatCountdown(kind === "up" ? Math.floor(ms / 1000 + 1e-6) : ceilSeconds(ms));
}

/** How far the step has come, or the time in which as many rounds are done as possible. */
function computeStepFill(plan: Plan, step: Step, state: PlayerState, durationMs: number | null): number {
  if (state.status === "finished") return durationMs === null ? 0 : 1;
  const cap = listClocks(step, state).findLast(({ deadline }) => isOpenCount(plan, deadline));
  if (cap) return progressRatio(state.atMs - cap.dueMs + cap.deadline.afterMs, cap.deadline.afterMs);
  return progressRatio(positionMs(state), durationMs);
}

function isOpenCount({ groups }: Plan, { group }: Deadline): boolean {
  return group !== null && groups?.[group]?.rounds === null;
}
