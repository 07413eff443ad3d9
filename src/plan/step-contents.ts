/** What is inside a step: the strokes of a set laid out in time, and the named moments. */
import type { Side } from "../terms.ts";
import type { Dose } from "./dose.ts";
import { getRepSide, type SideSelection } from "./order-steps.ts";
import { type Beat, COUNTDOWN, type Mark, type StepKind } from "./step-types.ts";

/**
 * Every stroke of every repetition in a set, in order and without gaps.
 *
 * @param side the side of the set; null if both work at once or its repetitions alternate.
 */
export function buildBeats(dose: Dose, side: Side | null, selection: SideSelection): Beat[] {
  const isAlternating = dose.exercise.sides.mode === "alternating";
  const beats: Beat[] = [];
  let atMs = 0;
  for (let rep = 1; rep <= dose.reps; rep++) {
    const repSide = isAlternating ? getRepSide(rep, selection) : side;
    for (const [index, { durationMs, stroke }] of (dose.strokes ?? []).entries()) {
      beats.push({ atMs, durationMs, phase: stroke.phase, rep, side: repSide, fast: stroke.fast, stroke: index });
      atMs += durationMs;
    }
  }
  return beats;
}

/** A timed stroke of at least this length gets a half-way and a ten-seconds mark. */
const LONG_STROKE_MS = 20_000;
const TEN_SECONDS_MS = 10_000;

/**
 * The marks of a step whose end only a deadline knows: three-two-one before it. They count for nothing if the person ends
 * the step before, and those that would be due before it begins are left out by whoever plays it.
 */
export const DEADLINE_MARKS: readonly Mark[] = COUNTDOWN.map(([name, offsetMs]) => ({
  name,
  anchor: "end",
  offsetMs,
}));

/**
 * The marks of a step, earliest first. Preparations, switches, rests and sets of one timed stroke count down
 * three-two-one at the end if they are long enough: the first number never falls on the start. A timed stroke of 20 s or
 * more also has a half-way mark, and a ten-seconds mark unless that coincides with half-way. Sets of several strokes have
 * no marks: the strokes themselves keep count.
 */
export function placeMarks(kind: StepKind, durationMs: number | null, strokesInSet: number): readonly Mark[] {
  if (durationMs === null || (kind === "set" && strokesInSet > 1)) return [];
  const isLong = kind === "set" && durationMs >= LONG_STROKE_MS;
  const marks: Mark[] = [];
  if (isLong) marks.push({ name: "half-way", anchor: "middle", offsetMs: 0 });
  if (isLong && durationMs !== 2 * TEN_SECONDS_MS) {
    marks.push({ name: "ten-seconds", anchor: "end", offsetMs: TEN_SECONDS_MS });
  }
  for (const [name, offsetMs] of COUNTDOWN) {
    if (durationMs > offsetMs) marks.push({ name, anchor: "end", offsetMs });
  }
  return marks;
}
