/** One cut: a second or a repetition of a dose less, or a whole set, round or block; and the way back. */
import type { Dose } from "./dose.ts";

/** Times are cut one second at a time. */
const TIME_STEP_MS = 1000;

/** A dose, or null if its block is left out. */
export type FittedDose = Dose | null;

/** One cut: which block, and what it shortens. */
export interface Cut {
  /** The index of the block; of the group, when `kind` is "rounds". */
  readonly block: number;
  readonly kind: "reps" | "stroke" | "restMs" | "sets" | "rounds" | "block";
  /** The index of the stroke; only used when `kind` is "stroke". */
  readonly stroke: number;
}

/** What a block offers to cut, and how much it can spare; 0 or less: nothing. */
export type RankedCut = Omit<Cut, "block"> & { readonly rank: number };

/** Applies one cut (-1) or reverts it (1), never going above the original dose or below its floor. */
export function shiftDose(dose: FittedDose, original: Dose, { kind, stroke }: Cut, direction: 1 | -1): FittedDose {
  if (kind === "block" || dose === null) return null;
  if (kind === "rounds") return dose;
  const shift = (value: number, floor: number, max: number, step: number) =>
    Math.min(max, Math.max(floor, value + direction * step));
  if (kind !== "stroke") {
    const step = kind === "restMs" ? TIME_STEP_MS : 1;
    return { ...dose, [kind]: shift(dose[kind], dose.floor[kind], original[kind], step) };
  }
  const strokes = (dose.strokes ?? []).map((timed, index) => {
    const { durationMs, floorMs } = timed;
    if (index !== stroke) return timed;
    return { ...timed, durationMs: shift(durationMs, floorMs, getStrokeMs(original, index), TIME_STEP_MS) };
  });
  return { ...dose, strokes };
}

/** How long one stroke lasts, in milliseconds; 0 where there is none. */
export function getStrokeMs(dose: Dose, stroke: number): number {
  return dose.strokes?.[stroke]?.durationMs ?? 0;
}

/** The share of the cuttable amount that is left, from 1 to 0. */
export function computeShareLeft(now: number, floor: number, original: number): number {
  return original > floor ? (now - floor) / (original - floor) : 0;
}
