/** Where the named moments of a step stand: the count-in before its end, half-way, ten seconds left. */
import type { Mark, MarkName, StepKind } from "./types.ts";

/** From this length on a timed stroke has a half-way and a ten-seconds mark. */
const LONG_STROKE_MS = 20_000;

const COUNTDOWN_MARKS: readonly (readonly [MarkName, number])[] = [
  ["three", 3000],
  ["two", 2000],
  ["one", 1000],
];

/**
 * The marks of a step, earliest first. Preparations, switches, rests and sets of one timed stroke count three-two-one
 * before their end, as far as they are long enough; a timed stroke of 20 s and more has its half-way, and ten seconds
 * left where that is not the half-way itself. Sets of several strokes have none: their strokes are their own count.
 */
export function placeMarks(kind: StepKind, durationMs: number | null, strokesInSet: number): readonly Mark[] {
  if (durationMs === null || (kind === "set" && strokesInSet > 1)) return [];
  const long = kind === "set" && durationMs >= LONG_STROKE_MS;
  const marks: Mark[] = [];
  if (long) marks.push({ name: "half-way", anchor: "middle", offsetMs: 0 });
  if (long && durationMs !== 20_000) marks.push({ name: "ten-seconds", anchor: "end", offsetMs: 10_000 });
  for (const [name, offsetMs] of COUNTDOWN_MARKS) {
    if (durationMs > offsetMs) marks.push({ name, anchor: "end", offsetMs });
  }
  return marks;
}
