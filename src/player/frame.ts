/** What is shown at one moment of a session: a pure function of the plan and the state. */
import { type Beat, formatRounds, type Plan, type PlanBlock, type PlanExercise, type Step } from "../plan/types.ts";
import { formatCountdown } from "../text/duration.ts";
import {
  capitaliseFirst,
  countLinesRead,
  describeNext,
  describeSide,
  findSet,
  SIDE_LABELS,
  STEP_ACTION_TEXTS,
  selectInstructions,
} from "./frame-text.ts";
import { currentStep, positionMs, repsToDo, stepDurationMs, waitsForReps } from "./state.ts";
import { beatAt } from "./step-moments.ts";
import type { Frame, FramePhase, FrameStroke, PlayerState, ProgressSegment } from "./types.ts";

/** A step that waits for the person has no length; in the progress bar it gets this one. */
const OPEN_STEP_WEIGHT_MS = 30_000;

/**
 * The frame of a state: before the start it shows the first step, after the end that the session is finished.
 *
 * @throws Error if the plan has no steps.
 */
export function buildFrame(plan: Plan, state: PlayerState): Frame {
  const step = currentStep(plan, state) ?? plan.steps.at(-1);
  if (!step) throw new Error("a plan without steps cannot be played");
  const isFinished = state.status === "finished";
  const durationMs = isFinished ? step.durationMs : stepDurationMs(step, state);
  const elapsedMs = isFinished ? (durationMs ?? 0) : positionMs(state);
  const exercise = plan.exercises[step.exercise] as PlanExercise;
  const block = plan.blocks[step.block] as PlanBlock;
  const beat = beatAt(step, elapsedMs);
  const shown = selectCountdown(step, beat, elapsedMs, durationMs);
  const isOpen = durationMs === null;
  const seconds = isOpen ? Math.floor(elapsedMs / 1000) : ceilSeconds(shown.durationMs - shown.elapsedMs);
  const side = beat?.side ?? step.side;
  return {
    status: state.status,
    pauseReason: state.pauseReason,
    phase: isFinished ? "finished" : framePhaseOf(step, beat),
    actionText: isFinished ? "DONE" : actionTextOf(step, beat, block, exercise),
    kind: step.kind,
    stretchable: step.stretchable || waitsForReps(step),
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
    roundText: capitaliseFirst(formatRounds(step.rounds)),
    loadText: findSet(plan, step)?.load ?? "",
    countText: step.reps > 1 && beat ? `${beat.rep}/${step.reps}` : "",
    instructions: selectInstructions(plan, step, exercise, beat, elapsedMs, state.status === "paused"),
    linesRead: countLinesRead(plan, step, elapsedMs),
    next: describeNext(plan, step),
    strokes: step.kind === "set" && !step.stretchable ? strokesOf(block) : NO_STROKES,
    strokeIndex: beat?.stroke ?? 0,
    fill: progressRatio(shown.elapsedMs, shown.durationMs),
    fillSeconds: shown.durationMs / 1000,
    stepFill: progressRatio(elapsedMs, durationMs),
    elapsedSeconds: Math.floor(state.atMs / 1000 + 1e-6),
    remainingSeconds: sessionSecondsLeft(plan, step, elapsedMs, durationMs),
    segments: segmentsOf(plan),
  };
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

/** Builds a list once for each object: a view sees at a glance that nothing changed, and equal frames compare as equal. */
function memoise<Key extends object, Value>(build: (key: Key) => Value): (key: Key) => Value {
  const cache = new WeakMap<Key, Value>();
  return (key) => {
    const value = cache.get(key) ?? build(key);
    cache.set(key, value);
    return value;
  };
}

/** Seconds as they are counted down: 3 while more than two and at most three seconds are left. */
function ceilSeconds(remainingMs: number): number {
  return Math.max(0, Math.ceil(remainingMs / 1000 - 1e-6));
}

function progressRatio(elapsedMs: number, durationMs: number | null): number {
  return durationMs ? Math.min(1, Math.max(0, elapsedMs / durationMs)) : 0;
}

/** What is left of this step and all that follow; it changes at the same time as the step's own digits. */
function sessionSecondsLeft(plan: Plan, step: Step, elapsedMs: number, durationMs: number | null): number {
  const laterMs = plan.totalMs - step.atMs - (step.durationMs ?? 0);
  return ceilSeconds(laterMs + (durationMs === null ? 0 : Math.max(0, durationMs - elapsedMs)));
}
