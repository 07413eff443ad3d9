/** What is seen at one moment of a session: a pure function of the plan and the state. */
import type { Beat, Plan, PlanBlock, PlanExercise, Step } from "../plan/types.ts";
import { formatCountdown } from "../text/duration.ts";
import {
  countLinesRead,
  describeNext,
  describeSide,
  SIDE_LABELS,
  STEP_ACTION_TEXTS,
  selectInstructions,
} from "./frame-text.ts";
import { progressSegmentsOf } from "./progress-segments.ts";
import { currentStep, positionMs, stepDurationMs } from "./state.ts";
import type { Frame, FramePhase, FrameStroke, PlayerState } from "./types.ts";

/** The frame of a state. Before the start it shows the first step, after the end that it is finished. */
export function buildFrame(plan: Plan, state: PlayerState): Frame {
  const step = currentStep(plan, state) ?? plan.steps.at(-1);
  if (!step) throw new Error("a plan without steps cannot be played");
  const ended = state.status === "finished";
  const spentMs = ended ? (stepDurationMs(step, { ...state, extraMs: 0 }) ?? 0) : positionMs(state);
  const durationMs = ended ? step.durationMs : stepDurationMs(step, state);
  const exercise = plan.exercises[step.exercise] as PlanExercise;
  const block = plan.blocks[step.block] as PlanBlock;
  const beat = beatAt(step, spentMs);
  const stroke = selectCountdown(step, beat, spentMs, durationMs);
  const leftMs = stroke.durationMs === null ? null : Math.max(0, stroke.durationMs - stroke.spentMs);
  const seconds = leftMs === null ? Math.floor(spentMs / 1000) : ceilSeconds(leftMs);
  const side = beat?.side ?? step.side;
  return {
    status: state.status,
    pauseReason: state.pauseReason,
    phase: ended ? "finished" : framePhaseOf(step, beat),
    actionText: ended ? "DONE" : actionTextOf(step, beat, block),
    kind: step.kind,
    stretchable: step.stretchable,
    stepIndex: step.index,
    digits: leftMs === null ? "" : seconds >= 60 ? formatCountdown(seconds) : String(seconds),
    seconds,
    exercise: exercise.name,
    exerciseId: exercise.id,
    side,
    sideWord: side ? SIDE_LABELS[side] : "",
    sideMeaning: describeSide(plan, step, exercise, side),
    setText: step.set.of > 1 ? `Set ${step.set.index} of ${step.set.of}` : "",
    repText: step.reps > 1 && beat ? `Rep ${beat.rep} of ${step.reps}` : "",
    instructions: selectInstructions(plan, step, exercise, beat, spentMs, state.status === "paused"),
    linesRead: countLinesRead(plan, step, spentMs),
    next: describeNext(plan, step),
    strokes: frameStrokesOf(step, block),
    strokeIndex: beat?.stroke ?? 0,
    fill: progressRatio(stroke.spentMs, stroke.durationMs),
    fillSeconds: (stroke.durationMs ?? 0) / 1000,
    stepFill: progressRatio(spentMs, durationMs),
    elapsedSeconds: Math.floor(state.atMs / 1000 + 1e-6),
    remainingSeconds: ended ? 0 : sessionSecondsLeft(plan, step, spentMs, durationMs),
    segments: progressSegmentsOf(plan),
  };
}

/** The stroke that is on `spentMs` into a set; undefined outside sets and in a set that waits for the person. */
export function beatAt(step: Step, spentMs: number): Beat | undefined {
  let low = 0;
  let high = step.beats.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((step.beats[middle]?.atMs ?? 0) <= spentMs + 1e-6) low = middle;
    else high = middle - 1;
  }
  return step.beats[low];
}

/** What the big figures count down: the stroke in repetitions, the step everywhere else. */
function selectCountdown(step: Step, beat: Beat | undefined, spentMs: number, durationMs: number | null) {
  if (!beat || step.stretchable) return { spentMs, durationMs };
  return { spentMs: spentMs - beat.atMs, durationMs: beat.durationMs };
}

function framePhaseOf(step: Step, beat: Beat | undefined): FramePhase {
  if (step.kind !== "set") return step.kind;
  return beat?.phase ?? "open";
}

function actionTextOf(step: Step, beat: Beat | undefined, block: PlanBlock): string {
  if (step.kind !== "set") return STEP_ACTION_TEXTS[step.kind];
  if (!beat) return STEP_ACTION_TEXTS.open;
  const word = block.strokes[beat.stroke]?.word ?? "";
  return beat.fast ? `FAST ${word}` : word;
}

const NO_STROKES: readonly FrameStroke[] = [];
const strokesByBlock = new WeakMap<PlanBlock, readonly FrameStroke[]>();

/** The strokes of a repetition; the same object every time, so that equal frames are seen to be equal. */
function frameStrokesOf(step: Step, block: PlanBlock): readonly FrameStroke[] {
  if (step.kind !== "set" || step.stretchable || block.strokes.length < 2) return NO_STROKES;
  const strokes =
    strokesByBlock.get(block) ??
    block.strokes.map(({ phase, word, durationMs }) => ({ phase, word, seconds: durationMs / 1000 }));
  strokesByBlock.set(block, strokes);
  return strokes;
}

/** Seconds as they are counted down: three while more than two and at most three are left. */
function ceilSeconds(leftMs: number): number {
  return Math.ceil(leftMs / 1000 - 1e-6);
}

function progressRatio(spentMs: number, durationMs: number | null): number {
  return durationMs === null || durationMs <= 0 ? 0 : Math.min(1, Math.max(0, spentMs / durationMs));
}

/** What is left of this step and of all that follow it; it turns over together with the step's own figures. */
function sessionSecondsLeft(plan: Plan, step: Step, spentMs: number, durationMs: number | null): number {
  const laterMs = plan.totalMs - step.atMs - (step.durationMs ?? 0);
  return ceilSeconds(laterMs + Math.max(0, (durationMs ?? 0) - (durationMs === null ? 0 : spentMs)));
}
