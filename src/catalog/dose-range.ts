/** A dose in one short line, with its ranges: "3 × 30–60 s a side", "3 × 20, tempo 3-0-3-1". */
import { formatRange, isSameAtAllLevels } from "./amounts.ts";
import { findStartingStroke, formatTempo } from "./tempo.ts";
import type { Block, Exercise, Stroke } from "./types.ts";

/** The strokes of an exercise, as a block of a routine may change them; none for an open exercise. */
export function getEffectiveStrokes(exercise: Exercise, block: Block | null): readonly Stroke[] {
  if (exercise.pattern.type === "open") return [];
  const strokes = block?.strokes ?? exercise.pattern.strokes;
  const hold = block?.hold;
  return hold && strokes.length === 1 ? strokes.map((stroke) => ({ ...stroke, seconds: hold })) : strokes;
}

/** The dose of an exercise, or of a block that changes it. */
export function formatDoseRange(exercise: Exercise, block: Block | null = null): string {
  const sets = formatRange((block?.sets ?? exercise.dose.sets).amount);
  const side = exercise.sides.mode === "each" && !block?.side ? " a side" : "";
  if (exercise.pattern.type === "open") return sets === "1" ? "waits for you" : `${sets} × waits for you`;
  const reps = formatRange((block?.reps ?? exercise.dose.reps).amount);
  const strokes = getEffectiveStrokes(exercise, block).filter((stroke) => formatRange(stroke.seconds.amount) !== "0");
  const tempo = formatFixedTempo(exercise, strokes);
  if (tempo) return `${sets} × ${reps}${side}, tempo ${tempo}`;
  const seconds = strokes.map((stroke) => formatRange(stroke.seconds.amount)).join(" + ");
  const repetition = strokes.length === 1 ? `${seconds} s` : `(${seconds} s)`;
  return `${sets} × ${reps === "1" && strokes.length === 1 ? "" : `${reps} × `}${repetition}${side}`;
}

/** A tempo as it is written; null when it is none or has a range in it. */
function formatFixedTempo({ pattern }: Exercise, strokes: readonly Stroke[]): string | null {
  if (pattern.type === "open" || !findStartingStroke(pattern.strokes)) return null;
  if (!strokes.every((stroke) => isSameAtAllLevels(stroke.seconds.amount))) return null;
  return formatTempo(strokes, (stroke) => formatRange(stroke.seconds.amount));
}
