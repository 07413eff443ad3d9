/** A dose: what of an exercise is done in this plan, every figure settled, and how it is written. */
import { findStartingStroke, formatTempo } from "../catalog/tempo.ts";
import type { Block, Exercise, Stroke } from "../catalog/types.ts";
import { formatDoseDuration } from "../text/duration.ts";

/** A stroke with its length settled. */
export interface TimedStroke {
  readonly stroke: Stroke;
  readonly durationMs: number;
  /** How short it may become when time is short: the low end of its range; a length that a flag gave does not move. */
  readonly floorMs: number;
}

/** One block with every figure settled; strokes null: it waits for the person. */
export interface Dose {
  readonly block: Block;
  readonly exercise: Exercise;
  readonly section: number;
  readonly sets: number;
  readonly reps: number;
  readonly strokes: readonly TimedStroke[] | null;
  readonly restMs: number;
  /** How few repetitions and sets it may become when time is short, and how short its rests. */
  readonly floor: { readonly reps: number; readonly sets: number; readonly restMs: number };
}

/** "3 × 45 s", "3 × 20, tempo 3-0-3-1", "1 × 3 × (contract 6 s, stretch 15 s)", "open", "3 × 45 s, left". */
export function formatDose(dose: Dose): string {
  return dose.block.side ? `${formatDoseWithoutSide(dose)}, ${dose.block.side}` : formatDoseWithoutSide(dose);
}

function formatDoseWithoutSide(dose: Dose): string {
  const { strokes, sets, reps } = dose;
  if (strokes === null) return sets > 1 ? `${sets} × open` : "open";
  const first = strokes[0];
  if (strokes.length === 1 && first) {
    return `${sets} × ${reps > 1 ? `${reps} × ` : ""}${formatDoseDuration(first.durationMs)}`;
  }
  const dosed = strokes.map(({ stroke, durationMs }) => ({ ...stroke, durationMs }));
  if (findStartingStroke(dosed)) {
    return `${sets} × ${reps}, tempo ${formatTempo(dosed, ({ durationMs }) => String(durationMs / 1000))}`;
  }
  const parts = strokes.map((dosed) => `${dosed.stroke.phase} ${formatDoseDuration(dosed.durationMs)}`).join(", ");
  return `${sets} × ${reps} × (${parts})`;
}
