/** A dose: how much of an exercise is done in this plan, with every value resolved, and how it is written. */
import { findStartingStroke, formatTempo } from "../catalog/tempo.ts";
import type { Block, Exercise, Stroke } from "../catalog/types.ts";
import { formatDoseDuration } from "../text/duration.ts";

/** A stroke with its duration resolved. */
export interface TimedStroke {
  readonly stroke: Stroke;
  readonly durationMs: number;
  /** The shortest it may become when time is short: the low end of its range. A duration set by a flag is fixed. */
  readonly floorMs: number;
}

/** One block with every value resolved. `strokes` is null for a self-paced exercise. */
export interface Dose {
  readonly block: Block;
  readonly exercise: Exercise;
  readonly section: number;
  readonly sets: number;
  readonly reps: number;
  readonly strokes: readonly TimedStroke[] | null;
  readonly restMs: number;
  /** The lowest number of repetitions and sets, and the shortest rest, when time is short. */
  readonly floor: { readonly reps: number; readonly sets: number; readonly restMs: number };
}

/** Duration of one repetition in milliseconds; null if the set is self-paced. */
export function computeRepMs({ strokes }: Dose): number | null {
  return strokes?.reduce((sum, stroke) => sum + stroke.durationMs, 0) ?? null;
}

/** Duration of one set in milliseconds; null if the set is self-paced. */
export function computeSetMs(dose: Dose): number | null {
  const repMs = computeRepMs(dose);
  return repMs === null ? null : dose.reps * repMs;
}

/** "3 × 45 s", "3 × 20, tempo 3-0-3-1", "1 × 3 × (contract 6 s, stretch 15 s)", "open", "3 × 45 s, left". */
export function formatDose(dose: Dose): string {
  return dose.block.side ? `${formatDoseWithoutSide(dose)}, ${dose.block.side}` : formatDoseWithoutSide(dose);
}

function formatDoseWithoutSide({ strokes, sets, reps }: Dose): string {
  if (strokes === null) return sets > 1 ? `${sets} × open` : "open";
  const [first, ...others] = strokes;
  if (first && others.length === 0) {
    return `${sets} × ${reps > 1 ? `${reps} × ` : ""}${formatDoseDuration(first.durationMs)}`;
  }
  const flat = strokes.map(({ stroke, durationMs }) => ({ ...stroke, durationMs }));
  if (findStartingStroke(flat)) {
    return `${sets} × ${reps}, tempo ${formatTempo(flat, ({ durationMs }) => String(durationMs / 1000))}`;
  }
  const parts = flat.map(({ phase, durationMs }) => `${phase} ${formatDoseDuration(durationMs)}`);
  return `${sets} × ${reps} × (${parts.join(", ")})`;
}
