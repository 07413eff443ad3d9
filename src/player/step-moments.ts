/** What falls inside a step, wherever its end moves: its strokes, its beats and marks, and the next change. */
import { type Beat, COUNTDOWN, type Deadline, getMarkTimeMs, type MarkName, type Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import { findStepEndMs, listClocks, type SessionPlace } from "./clocks.ts";
import { findShownClock } from "./frame-rounds.ts";
import { currentStep, positionMs, stepDurationMs, waitsForReps } from "./state.ts";
import type { Happening, PlayerState } from "./types.ts";

/** Changes that are due sooner than this count as due now. */
const MIN_DELAY_MS = 0.001;

/** A named moment in a step, and the clock that it counts; absent where it counts the step itself. */
export interface StepMark {
  readonly name: MarkName;
  readonly clock?: Deadline["kind"];
}

/**
 * The beats and marks of the current step in the half-open window (fromMs, toMs], in milliseconds from its start, and in
 * order; if they coincide, the beat comes first. A mark exactly at the end is left out: the end of the step stands for it.
 */
export function findMomentsBetween(step: Step, place: SessionPlace, fromMs: number, toMs: number): Happening[] {
  const endMs = findStepEndMs(step, place) - place.stepAtMs;
  const isInside = (atMs: number) => atMs > fromMs && atMs <= toMs && atMs < endMs;
  const moments: Happening[] = [];
  const when = (atMs: number) => ({ atMs: place.stepAtMs + atMs, step: step.index });
  // A long set has hundreds of beats, and most windows hold none of them.
  for (let beat = 0; beat < step.beats.length; beat++) {
    const { atMs } = step.beats[beat] as Beat;
    if (isInside(atMs)) moments.push({ type: "beat", ...when(atMs), beat });
  }
  for (const { atMs, ...mark } of listMarks(step, place)) {
    if (isInside(atMs)) moments.push({ type: "mark", ...when(atMs), ...mark });
  }
  return moments.sort((a, b) => a.atMs - b.atMs);
}

/** When the next beat or mark is due, in milliseconds from the start of the step; `durationMs` where none comes before. */
function findNextMomentMs(step: Step, place: SessionPlace, fromMs: number, durationMs: number): number {
  let nextMs = durationMs;
  const lastMs = findStepEndMs(step, place) - place.stepAtMs;
  const consider = ({ atMs }: { readonly atMs: number }) => {
    if (atMs > fromMs && atMs < lastMs && atMs < nextMs) nextMs = atMs;
  };
  step.beats.forEach(consider);
  listMarks(step, place).forEach(consider);
  return nextMs;
}

/** A cap of at least this length has its half marked, and a clock of more than half of it its last ten seconds. */
const LONG_CAP_MS = 20_000;
const LONG_INTERVAL_MS = 30_000;

/**
 * The marks of the current step and of its clocks, in milliseconds from its start; some may lie outside it. A clock is
 * counted in whatever step it ends. A mark of a clock at the moment of the same mark of the step is left out.
 */
export function listMarks(step: Step, place: SessionPlace): readonly (StepMark & { readonly atMs: number })[] {
  const durationMs = findStepEndMs(step, place) - place.stepAtMs;
  const marks: (StepMark & { readonly atMs: number })[] = [];
  const add = (atMs: number, name: MarkName, clock?: Deadline["kind"]) => {
    const isKnown = marks.some((other) => other.name === name && Math.abs(other.atMs - atMs) < 1);
    if (!isKnown) marks.push({ atMs, name, ...(clock && { clock }) });
  };
  if (durationMs !== Number.POSITIVE_INFINITY) {
    for (const mark of step.marks) add(getMarkTimeMs(mark, durationMs), mark.name);
  }
  for (const { deadline, dueMs } of listClocks(step, place)) {
    const { kind, afterMs } = deadline;
    const endMs = dueMs - place.stepAtMs;
    const beforeEnd = (ms: number, name: MarkName) => add(endMs - ms, name, kind);
    if (kind === "cap" && afterMs >= LONG_CAP_MS) beforeEnd(afterMs / 2, "half-way");
    // In a rest the next round is announced instead.
    const isLong = kind === "cap" ? afterMs > LONG_CAP_MS : afterMs >= LONG_INTERVAL_MS && step.kind === "set";
    if (isLong) beforeEnd(10_000, "ten-seconds");
    for (const [name, ms] of COUNTDOWN) if (afterMs > ms) beforeEnd(ms, name);
  }
  return marks;
}

/** The beat at `elapsedMs` into a set; undefined outside sets and in a set that waits for the person. */
export function beatAt(step: Step, elapsedMs: number): Beat | undefined {
  let low = 0;
  let high = step.beats.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((step.beats[middle] as Beat).atMs <= elapsedMs + 1e-6) low = middle;
    else high = middle - 1;
  }
  return step.beats[low];
}

/** Milliseconds of session time until something is due to be emitted, and until something on the screen changes. */
interface NextChange {
  /** The end of the step, a beat or a mark. */
  readonly momentMs: number;
  /** A digit, or the next step of a progress bar. */
  readonly displayMs: number;
}

/**
 * The next changes of a running session after the current moment; Infinity where nothing will change by itself. Digits
 * and progress bars are counted back from the end of what they show, so that they reach it exactly.
 *
 * @param fillsPerSecond how often a progress bar is redrawn per second of session time.
 */
export function findNextChange(plan: Plan, state: PlayerState, fillsPerSecond: number): NextChange {
  const step = currentStep(plan, state);
  if (!step) return { momentMs: Infinity, displayMs: Infinity };
  const elapsedMs = positionMs(state);
  const durationMs = stepDurationMs(step, state);
  const clock = findShownClock(plan, step, state);
  const clockMs = clock ? msUntilMultiple(clock.kind === "up" ? -clock.ms : clock.ms, 1000) : Infinity;
  if (durationMs === null)
    return { momentMs: Infinity, displayMs: Math.min(clockMs, msUntilMultiple(-elapsedMs, 1000)) };
  const beat = step.stretchable ? undefined : beatAt(step, elapsedMs);
  const shownEndMs = beat ? beat.atMs + beat.durationMs : durationMs;
  const nextMs = findNextMomentMs(step, state, elapsedMs, durationMs);
  // Repetitions to do stand still; only the clock beside them moves.
  const fillMs = waitsForReps(step) ? 1000 : 1000 / Math.max(1, Math.round(fillsPerSecond));
  return {
    momentMs: Math.max(MIN_DELAY_MS, nextMs - elapsedMs),
    displayMs: Math.min(clockMs, msUntilMultiple(shownEndMs - elapsedMs, fillMs)),
  };
}

/** How long until the remaining time is a whole multiple of `gridMs` again. */
function msUntilMultiple(remainingMs: number, gridMs: number): number {
  const rest = ((remainingMs % gridMs) + gridMs) % gridMs;
  return rest < MIN_DELAY_MS ? rest + gridMs : rest;
}
