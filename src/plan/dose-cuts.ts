/** The steps in which a dose gives way when time is short, and how one is made and taken back. */
import type { Dose } from "./dose.ts";

/** Doses of one second or one repetition; the smallest step. */
const CUT_STEP_MS = 1000;

/** A dose, or null where its block is left out. */
export type FittedDose = Dose | null;

/** One step: the block that it changes, what the block was and what it became. */
export interface Cut {
  readonly block: number;
  readonly kind: CutKind;
  /** Which stroke, where it is one. */
  readonly stroke: number;
}

type CutKind = "reps" | "stroke" | "rest" | "set" | "leave";

/** A block as its cuts, but for leaving it out, make it. */
export function replayCuts(start: Dose, cuts: readonly Cut[], block: number): FittedDose {
  return cuts
    .filter((cut) => cut.block === block && cut.kind !== "leave")
    .reduce<FittedDose>((dose, cut) => applyCut(dose, start, cut, -1), start);
}

/** A dose with one cut made (-1) or taken back (1); never outside what it began with and its floor. */
export function applyCut(dose: FittedDose, start: Dose, cut: Cut, direction: 1 | -1): FittedDose {
  if (cut.kind === "leave" || dose === null) return null;
  const step = (value: number, floor: number, most: number, unit: number) =>
    Math.min(most, Math.max(floor, value + direction * unit));
  switch (cut.kind) {
    case "reps":
      return { ...dose, reps: step(dose.reps, dose.floor.reps, start.reps, 1) };
    case "set":
      return { ...dose, sets: step(dose.sets, dose.floor.sets, start.sets, 1) };
    case "rest":
      return { ...dose, restMs: step(dose.restMs, dose.floor.restMs, start.restMs, CUT_STEP_MS) };
    case "stroke":
      return {
        ...dose,
        strokes: (dose.strokes ?? []).map((stroke, index) =>
          index === cut.stroke
            ? {
                ...stroke,
                durationMs: step(
                  stroke.durationMs,
                  stroke.floorMs,
                  start.strokes?.[index]?.durationMs ?? 0,
                  CUT_STEP_MS,
                ),
              }
            : stroke,
        ),
      };
  }
}
