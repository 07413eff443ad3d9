/** One cut: a second or a repetition of a dose less, or a whole set, round or block; and the way back. */
import type { Dose, TimedStroke } from "./dose.ts";
import type { GroupLimits, SharedRest } from "./fit-groups.ts";
import { computeRestFloorMs } from "./rests.ts";

/** A warm-up is at least this long, however short the session is; our choice. */
const LEAST_WARM_UP_MS = 60_000;

/** Times are cut one second at a time. */
const TIME_STEP_MS = 1000;

/** A dose, or null if its block is left out. */
export type FittedDose = Dose | null;

/** One cut: which block, and what it shortens. */
export interface Cut {
  /** The index of the block; of the group, when `kind` is "rounds", and of the rest that belongs to no block, when "rests". */
  readonly block: number;
  readonly kind: "reps" | "stroke" | "warmUp" | "restMs" | "ownRest" | "sets" | "rests" | "rounds" | "block";
  /** The index of the stroke when `kind` is "stroke", of the set's own rest when it is "ownRest". */
  readonly stroke: number;
}

/** What a block offers to cut, and how much it can spare; 0 or less: nothing. */
export type RankedCut = Omit<Cut, "block"> & { readonly rank: number };

/** Applies one cut (-1) or reverts it (1), never going above the original dose or below its floor. */
export function shiftDose(dose: FittedDose, original: Dose, { kind, stroke }: Cut, direction: 1 | -1): FittedDose {
  if (kind === "block" || dose === null) return null;
  if (kind === "rounds" || kind === "rests") return dose;
  const shift = (value: number, floor: number, max: number, step: number) =>
    Math.min(max, Math.max(floor, value + direction * step));
  if (kind === "ownRest") {
    const max = original.ownRestsMs?.[stroke] ?? 0;
    const ms = shift(dose.ownRestsMs?.[stroke] ?? 0, computeRestFloorMs(max), max, TIME_STEP_MS);
    return { ...dose, ownRestsMs: (dose.ownRestsMs ?? []).with(stroke, ms) };
  }
  if (kind !== "stroke" && kind !== "warmUp") {
    // Repetitions that alternate go in pairs, so that both sides do as many.
    const repsStep = dose.exercise.sides.mode === "alternating" ? 2 : 1;
    const step = { restMs: TIME_STEP_MS, reps: repsStep, sets: 1 }[kind];
    return { ...dose, [kind]: shift(dose[kind], dose.floor[kind], original[kind], step) };
  }
  const strokes = (dose.strokes ?? []).map((timed, index) => {
    const { durationMs, floorMs } = timed;
    if (index !== stroke) return timed;
    const leastMs = kind === "warmUp" ? computeWarmUpFloorMs(timed) : floorMs;
    return { ...timed, durationMs: shift(durationMs, leastMs, getStrokeMs(original, index), TIME_STEP_MS) };
  });
  return { ...dose, strokes };
}

/** Applies a cut of rounds or rests of groups (-1) or reverts it (1). @param rests as they were. */
export function shiftLimits(
  limits: GroupLimits,
  rests: readonly SharedRest[],
  { kind, block }: Cut,
  direction: 1 | -1,
): GroupLimits {
  if (kind === "rounds")
    return { ...limits, rounds: limits.rounds.with(block, (limits.rounds[block] ?? 1) + direction) };
  const { ms = 0, floorMs = 0 } = rests[block] ?? {};
  // At most some sixty cuts, however long it is.
  const step = Math.max(1, Math.round(ms / 60_000)) * TIME_STEP_MS;
  const now = limits.rests[block] ?? ms;
  return { ...limits, rests: limits.rests.with(block, Math.min(ms, Math.max(floorMs, now + direction * step))) };
}

/** How short the only stroke of a warm-up may become before anything else is left out, in milliseconds. */
export function computeWarmUpFloorMs({ floorMs }: TimedStroke): number {
  return Math.min(floorMs, LEAST_WARM_UP_MS);
}

/** How long one stroke lasts, in milliseconds; 0 where there is none. */
export function getStrokeMs(dose: Dose, stroke: number): number {
  return dose.strokes?.[stroke]?.durationMs ?? 0;
}

/** The share of the cuttable amount that is left, from 1 to 0. */
export function computeShareLeft(now: number, floor: number, original: number): number {
  return original > floor ? (now - floor) / (original - floor) : 0;
}
