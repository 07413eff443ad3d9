/** The strokes of one set laid out in time. */

import type { Side } from "../terms.ts";
import type { Dose } from "./dose.ts";
import type { Beat } from "./types.ts";

/** Which side a person begins with, and whether it is the only one. */
export interface SideSelection {
  readonly first: Side;
  readonly only: Side | null;
}

const oppositeSide = (side: Side): Side => (side === "left" ? "right" : "left");

/** The sides that sets are done on, in order; `[null]` where a set has no side of its own. */
export function orderSides(
  mode: "both" | "each" | "alternating",
  { first, only }: SideSelection,
): readonly (Side | null)[] {
  if (mode !== "each") return [null];
  return only ? [only] : [first, oppositeSide(first)];
}

/** Milliseconds of one set; null when it waits for the person. */
export function computeSetMs(dose: Dose): number | null {
  if (dose.strokes === null) return null;
  return dose.reps * dose.strokes.reduce((sum, stroke) => sum + stroke.durationMs, 0);
}

/** Every stroke of every repetition of a set, in order, without gaps. Alternating repetitions change sides. */
export function buildBeats(dose: Dose, side: Side | null, choice: SideSelection): Beat[] {
  const beats: Beat[] = [];
  let atMs = 0;
  for (let rep = 1; rep <= dose.reps; rep++) {
    const repSide = dose.exercise.sides.mode === "alternating" ? sideOfRep(rep, choice) : side;
    for (const [stroke, { durationMs, stroke: source }] of (dose.strokes ?? []).entries()) {
      beats.push({ atMs, durationMs, phase: source.phase, rep, side: repSide, fast: source.fast, stroke });
      atMs += durationMs;
    }
  }
  return beats;
}

function sideOfRep(rep: number, { first, only }: SideSelection): Side {
  return only ?? (rep % 2 === 1 ? first : oppositeSide(first));
}
