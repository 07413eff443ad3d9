/** What falls inside a step: its beats and marks, wherever they stand while the step is made longer or shorter. */
import { type Mark, markAtMs, type Step } from "../plan/types.ts";

/** Something that falls inside a step: a beat or a mark, with its place in milliseconds from the step's start. */
export type Moment = { readonly atMs: number; readonly beat: number } | { readonly atMs: number; readonly mark: Mark };

/** The beats and marks of a step that lasts `durationMs`, in order; at the same moment the beat comes first. */
export function momentsOf(step: Step, durationMs: number): Moment[] {
  const moments: Moment[] = [
    ...step.beats.map((beat, index) => ({ atMs: beat.atMs, beat: index })),
    ...step.marks.map((mark) => ({ atMs: markAtMs(mark, durationMs), mark })),
  ];
  return moments.sort((a, b) => a.atMs - b.atMs);
}

/** The place of the first beat or mark after `positionMs` in a step that lasts `durationMs`; infinity when none follows. */
export function momentsAfterMs(step: Step, durationMs: number, positionMs: number): number {
  const next = momentsOf(step, durationMs).find((moment) => moment.atMs > positionMs);
  return next?.atMs ?? Number.POSITIVE_INFINITY;
}

/**
 * What is told of a step that lasts `durationMs` in the half-open window (fromMs, toMs], in milliseconds of the step. A
 * mark at its very end is the end.
 */
export function momentsBetween(step: Step, durationMs: number, fromMs: number, toMs: number): readonly Moment[] {
  if (toMs <= fromMs) return [];
  return momentsOf(step, durationMs).filter(({ atMs }) => atMs > fromMs && atMs <= toMs && atMs < durationMs);
}
