/** The doses of exercises and blocks: their amounts at each level, their strokes, and how they are written with ranges. */
import type { Level } from "../terms.ts";
import { findStartingStroke, formatTempo } from "./tempo.ts";
import type { Amount, Block, Exercise, Stroke } from "./types.ts";

type Unit = "seconds" | "count";

/** The amount at every level, in its own unit. */
export function resolveAllLevels(amount: Amount, unit: Unit): Readonly<Record<Level, number>> {
  return {
    easy: resolveAmount(amount, "easy", unit),
    standard: resolveAmount(amount, "standard", unit),
    hard: resolveAmount(amount, "hard", unit),
  };
}

/** Whether the amount is the same at every level. */
export function isSameAtAllLevels(amount: Amount): boolean {
  const { easy, standard, hard } = resolveAllLevels(amount, "count");
  return easy === standard && standard === hard;
}

/** The highest amount at any level. */
export function getHighestAmount(amount: Amount): number {
  return Math.max(...Object.values(resolveAllLevels(amount, "count")));
}

/** "3" or "30–60": from lowest to highest. */
export function formatRange(amount: Amount): string {
  const numbers = Object.values(resolveAllLevels(amount, "count"));
  const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
  return lowest === highest ? String(lowest) : `${lowest}–${highest}`;
}

/** The amount as written in a file: a number, `[low, high]` or `{easy, standard, hard}`. */
export function serialiseAmount(amount: Amount): number | readonly [number, number] | Readonly<Record<Level, number>> {
  switch (amount.type) {
    case "single":
      return amount.value;
    case "range":
      return [amount.low, amount.high];
    case "levels":
      return { easy: amount.easy, standard: amount.standard, hard: amount.hard };
  }
}

/** From this many seconds on, the middle of a range is rounded to the nearest five. */
const ROUND_TO_FIVE_FROM_SECONDS = 20;

/**
 * The amount at a level. A single amount is the same at every level, and amounts given per level are used as they are. For
 * a range, easy is the low end, hard the high end and standard the middle: seconds rounded to the nearest 5 (half up) from
 * 20 s on and down to a whole second below that, counts rounded down.
 */
export function resolveAmount(amount: Amount, level: Level, unit: Unit): number {
  switch (amount.type) {
    case "single":
      return amount.value;
    case "levels":
      return amount[level];
    case "range":
      if (level === "easy") return amount.low;
      if (level === "hard") return amount.high;
      // Rounding must not take the middle of a narrow range outside it.
      return Math.min(amount.high, Math.max(amount.low, roundMidpoint((amount.low + amount.high) / 2, unit)));
  }
}

function roundMidpoint(middle: number, unit: Unit): number {
  if (unit === "seconds" && middle >= ROUND_TO_FIVE_FROM_SECONDS) return Math.floor(middle / 5 + 0.5) * 5;
  return Math.floor(middle);
}

/** The strokes of an exercise with a block's overrides applied; empty for one that waits for the person. */
export function getEffectiveStrokes(exercise: Exercise, block: Block | null): readonly Stroke[] {
  if (exercise.pattern.type !== "strokes") return [];
  const strokes = block?.strokes ?? exercise.pattern.strokes;
  const hold = block?.hold;
  return hold && strokes.length === 1 ? strokes.map((stroke) => ({ ...stroke, seconds: hold })) : strokes;
}

/** The dose of an exercise, or of a block that overrides it: "3 × 30–60 s a side", "3 × 20, tempo 3-0-3-1". */
export function formatDoseRange(exercise: Exercise, block: Block | null = null): string {
  const sets = formatRange((block?.sets ?? exercise.dose.sets).amount);
  const ownFigures = block?.ownSets?.flatMap(({ reps, hold }) => {
    if (hold !== undefined) return [`${hold} s`];
    return reps === undefined ? [] : [String(reps)];
  });
  const side = exercise.sides.mode === "each" && !block?.side ? " a side" : "";
  if (exercise.pattern.type === "open") return sets === "1" ? "waits for you" : `${sets} × waits for you`;
  // "10, 8, 6": sets that each have a figure of their own.
  if (ownFigures && ownFigures.length === block?.ownSets?.length) return `${ownFigures.join(", ")}${side}`;
  const reps = formatRange((block?.reps ?? exercise.dose.reps).amount);
  if (exercise.pattern.type === "paced") return `${sets} × ${reps}${side}`;
  const strokes = getEffectiveStrokes(exercise, block).filter((stroke) => formatRange(stroke.seconds.amount) !== "0");
  const tempo = formatFixedTempo(exercise, strokes);
  if (tempo) return `${sets} × ${reps}${side}, tempo ${tempo}`;
  const seconds = strokes.map((stroke) => formatRange(stroke.seconds.amount)).join(" + ");
  const repetition = strokes.length === 1 ? `${seconds} s` : `(${seconds} s)`;
  return `${sets} × ${reps === "1" && strokes.length === 1 ? "" : `${reps} × `}${repetition}${side}`;
}

/** The tempo in its usual notation; null if there is none or it contains a range. */
function formatFixedTempo({ pattern }: Exercise, strokes: readonly Stroke[]): string | null {
  if (pattern.type !== "strokes" || !findStartingStroke(pattern.strokes)) return null;
  if (!strokes.every((stroke) => isSameAtAllLevels(stroke.seconds.amount))) return null;
  return formatTempo(strokes, (stroke) => formatRange(stroke.seconds.amount));
}
