/** What falls inside a step: its beats and marks, wherever they stand while the step is made longer or shorter. */
import { getMarkTimeMs, type Mark, type Step } from "../plan/types.ts";

/** Something that falls inside a step: a beat or a mark, with its place in milliseconds from the step's start. */
export type StepMoment =
  | { readonly atMs: number; readonly beat: number }
  | { readonly atMs: number; readonly mark: Mark };

/** The beats and marks of a step that lasts `durationMs`, in order; at the same moment the beat comes first. */
export function listStepMoments(step: Step, durationMs: number): StepMoment[] {
  const moments: StepMoment[] = [
    ...step.beats.map((beat, index) => ({ atMs: beat.atMs, beat: index })),
    ...step.marks.map((mark) => ({ atMs: getMarkTimeMs(mark, durationMs), mark })),
  ];
  return moments.sort((a, b) => a.atMs - b.atMs);
}

/** The place of the first beat or mark after `positionMs` in a step that lasts `durationMs`; infinity when none follows. */
export function findNextMomentMs(step: Step, durationMs: number, positionMs: number): number {
  const next = listStepMoments(step, durationMs).find((moment) => moment.atMs > positionMs);
  return next?.atMs ?? Number.POSITIVE_INFINITY;
}

/**
 * What is told of a step that lasts `durationMs` in the half-open window (fromMs, toMs], in milliseconds of the step. A
 * mark at its very end is the end.
 */
export function findMomentsBetween(
  step: Step,
  durationMs: number,
  fromMs: number,
  toMs: number,
): readonly StepMoment[] {
  if (toMs <= fromMs) return [];
  return listStepMoments(step, durationMs).filter(({ atMs }) => atMs > fromMs && atMs <= toMs && atMs < durationMs);
}
