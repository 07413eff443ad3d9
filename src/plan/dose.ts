/** A dose: how much of an exercise is done in this plan, with every value resolved, and how it is written. */
import { formatDoseInWords } from "../catalog/doses.ts";
import type { Exercise, Stroke } from "../catalog/exercise-types.ts";
import type { Block } from "../catalog/types.ts";
import { formatSeconds } from "../text/duration.ts";

/** A stroke with its duration resolved. */
export interface TimedStroke {
  readonly stroke: Stroke;
  readonly durationMs: number;
  /** The shortest it may become when time is short: the low end of its range. A duration set by a flag is fixed. */
  readonly floorMs: number;
}

/** One block, or one set of it, with every value resolved. `strokes` is null for a self-paced exercise. */
export interface Dose {
  readonly block: Block;
  readonly exercise: Exercise;
  readonly section: number;
  readonly sets: number;
  readonly reps: number;
  readonly strokes: readonly TimedStroke[] | null;
  readonly restMs: number;
  /** Rests of single sets in its place, the last of them for all further sets; absent where no set has one. */
  readonly ownRestsMs?: readonly (number | undefined)[];
  /** What one repetition without a tempo is estimated at; absent for timed strokes and for open exercises. */
  readonly paceMs?: number;
  /** Whether such a set ends when its estimate is over, and does not wait. */
  readonly handsFree?: boolean;
  /** When a set that waits for the person ends by itself, in milliseconds. */
  readonly capMs?: number;
  /** What is lifted, and what to know of this set alone. */
  readonly load?: string;
  readonly setNote?: string;
  /** Whether the exercise that its note and get-ready lead over from is left out: then neither holds. */
  readonly standsAlone?: true;
  /** Values given by a flag; those of single sets and rounds do not override them. */
  readonly given?: { readonly reps: boolean; readonly strokes: boolean; readonly rest: boolean };
  /** The lowest number of repetitions and sets, and the shortest rest, when time is short. */
  readonly floor: { readonly reps: number; readonly sets: number; readonly restMs: number };
}

/** Duration of one repetition in milliseconds; null if the set is self-paced. */
export function computeRepMs({ strokes, handsFree, paceMs }: Dose): number | null {
  if (strokes === null) return (handsFree && paceMs) || null;
  return strokes.reduce((sum, stroke) => sum + stroke.durationMs, 0);
}

/** Duration of one set in milliseconds; null if the set waits for the person. */
export function computeSetMs(dose: Dose): number | null {
  const repMs = computeRepMs(dose);
  return repMs === null ? null : Math.min(dose.reps * repMs, dose.capMs ?? Number.POSITIVE_INFINITY);
}

/** What a set that waits for the person is estimated at, in milliseconds; 0 if nothing is known of it. */
export function estimateSetMs({ reps, paceMs, capMs }: Dose): number {
  if (paceMs === undefined) return capMs ?? 0;
  return Math.min(reps * paceMs, capMs ?? Number.POSITIVE_INFINITY);
}

/** "3 sets of 45 s", "3 sets of 20, tempo 3-0-3-1", "3 reps: contract 6 s, stretch 15 s", "3 sets of 10, 20 kg, left". */
export function formatDose(dose: Dose): string {
  return [formatAmount(dose), dose.load, dose.block.side].filter(Boolean).join(", ");
}

function formatAmount({ strokes, sets, reps, paceMs }: Dose): string {
  return formatDoseInWords({
    sets: String(sets),
    reps: String(reps),
    strokes:
      paceMs !== undefined
        ? "paced"
        : (strokes?.map(({ stroke, durationMs }) => ({ ...stroke, amount: String(durationMs / 1000) })) ?? "open"),
    hasFixedTempo: true,
  });
}

/** "3 sets of 45 s, rest 15 s", "3 sets of 10, rest 60 s, then 30 s"; the rest only if there are several sets. */
export function formatDoseWithRest(dose: Dose): string {
  const rests = Array.from({ length: dose.sets - 1 }, (_, set) =>
    formatSeconds(getOwnRestMs(dose, set + 1) ?? dose.restMs),
  );
  const isSame = rests.every((rest) => rest === rests[0]);
  return rests.length === 0
    ? formatDose(dose)
    : `${formatDose(dose)}, rest ${isSame ? rests[0] : rests.join(", then ")}`;
}

/** The rest after a set of its own, in milliseconds; undefined if it has none. @param set counts from 1. */
export function getOwnRestMs({ ownRestsMs }: Dose, set: number): number | undefined {
  return ownRestsMs?.[Math.min(set, ownRestsMs.length) - 1];
}
