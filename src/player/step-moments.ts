/** What falls inside a step, wherever its end moves: its strokes, its beats and marks, and the next change. */
import { type Beat, getMarkTimeMs, type Mark, type Plan, type Step, type StepRound } from "../plan/types.ts";
import { currentStep, positionMs, stepDurationMs } from "./state.ts";
import type { PlayerState } from "./types.ts";

/** Changes that are due sooner than this count as due now. */
const MIN_DELAY_MS = 0.001;

/** A beat or a mark, with its time in milliseconds from the start of the step. */
export type StepMoment =
  | { readonly atMs: number; readonly beat: number }
  | { readonly atMs: number; readonly mark: Mark };

/**
 * The beats and marks of a step of `durationMs` in the half-open window (fromMs, toMs], in milliseconds from its start
 * and in order; if they coincide, the beat comes first. A mark exactly at the end is left out: the end of the step
 * stands for it.
 */
export function findMomentsBetween(step: Step, durationMs: number, fromMs: number, toMs: number): StepMoment[] {
  const moments: StepMoment[] = [
    ...step.beats.map(({ atMs }, beat) => ({ atMs, beat })),
    ...step.marks.map((mark) => ({ atMs: getMarkTimeMs(mark, durationMs), mark })),
  ];
  return moments
    .filter(({ atMs }) => atMs > fromMs && atMs <= toMs && atMs < durationMs)
    .sort((a, b) => a.atMs - b.atMs);
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

/** The first step behind the rest of an exercise's sets; in a group, behind the rest of its innermost round. */
export function findStepAfterExercise({ steps }: Plan, from: number): number {
  const step = steps[from];
  const round = step?.rounds?.[0];
  let index = from + 1;
  for (let next = steps[index]; next; next = steps[++index]) {
    // A round inside this one belongs to it; the next round is another one of the same group.
    const isSame = round
      ? next.rounds?.some((other) => isSameRound(other, round))
      : !next.rounds && next.exercise === step?.exercise;
    if (!isSame) break;
  }
  return index;
}

function isSameRound(a: StepRound, b: StepRound): boolean {
  return a.group === b.group && a.index === b.index;
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
  if (durationMs === null) return { momentMs: Infinity, displayMs: msUntilMultiple(-elapsedMs, 1000) };
  const beat = step.stretchable ? undefined : beatAt(step, elapsedMs);
  const shownEndMs = beat ? beat.atMs + beat.durationMs : durationMs;
  const nextMs = findMomentsBetween(step, durationMs, elapsedMs, durationMs)[0]?.atMs ?? durationMs;
  return {
    momentMs: Math.max(MIN_DELAY_MS, nextMs - elapsedMs),
    displayMs: msUntilMultiple(shownEndMs - elapsedMs, 1000 / Math.max(1, Math.round(fillsPerSecond))),
  };
}

/** How long until the remaining time is a whole multiple of `gridMs` again. */
function msUntilMultiple(remainingMs: number, gridMs: number): number {
  const rest = ((remainingMs % gridMs) + gridMs) % gridMs;
  return rest < MIN_DELAY_MS ? rest + gridMs : rest;
}
