/** The doses of exercises and blocks: their amounts at each level, their strokes, and how they are written with ranges. */
import type { Level } from "../terms.ts";
import { formatClock } from "../text/duration.ts";
import type { Amount, Exercise, Stroke } from "./exercise-types.ts";
import { findStartingStroke, formatTempo } from "./tempo.ts";
import type { Block } from "./types.ts";

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

/** The words for a set without a length of its own. */
const AS_LONG_AS_YOU_NEED = "as long as you need";

/** A dose with its figures as text: ranges, or values of one level. */
export interface DoseFigures {
  readonly sets: string;
  readonly reps: string;
  /** The strokes that take time; "paced" for repetitions without a tempo, "open" for a set that lasts as long as it lasts. */
  readonly strokes: readonly StrokeFigures[] | "paced" | "open";
  /** Whether a tempo can be written in figures. */
  readonly hasFixedTempo: boolean;
  /** Whether every set is done on each side. */
  readonly isPerSide?: boolean;
  /** How much, and not how it is done: without tempo, pauses and strokes. */
  readonly isShort?: boolean;
}

interface StrokeFigures extends Pick<Stroke, "phase" | "fast"> {
  /** Seconds: "3", "20–30". */
  readonly amount: string;
}

/**
 * A dose in words: "3 sets of 30–60 s per side", "3 sets of 20, tempo 3-0-3-1", "2 sets of 10–15, 2 s at the top",
 * "3 reps: contract 7 s, relax 3 s, stretch 20 s".
 */
export function formatDoseInWords(figures: DoseFigures): string {
  const { sets, reps, strokes, hasFixedTempo, isPerSide = false, isShort = false } = figures;
  const side = isPerSide ? " per side" : "";
  const several = sets === "1" ? "" : `${sets} sets of `;
  if (strokes === "open") return sets === "1" ? AS_LONG_AS_YOU_NEED : `${sets} sets, ${AS_LONG_AS_YOU_NEED}`;
  const counted = `${several}${reps}${several === "" ? (reps === "1" ? " rep" : " reps") : ""}${side}`;
  if (strokes === "paced" || (isShort && strokes.length > 1)) return counted;
  const [first, ...others] = strokes;
  if (first && others.length === 0) {
    const length = withUnit(first.amount);
    return reps === "1" ? `${several}${length}${side}` : `${counted}, ${length} each`;
  }
  if (!findStartingStroke(strokes)) {
    const parts = strokes.map(({ phase, amount }) => `${phase} ${withUnit(amount)}`).join(", ");
    return `${several}${reps} ${reps === "1" ? "rep" : "reps"}${side}: ${parts}`;
  }
  if (hasFixedTempo) return `${counted}, tempo ${formatTempo(strokes, ({ amount }) => amount)}`;
  return [counted, ...describeStrokes(strokes)].join(", ");
}

/** "45" → "45 s", "20–30" → "20–30 s", "180" → "3 min", "150" → "2:30 min". */
function withUnit(amount: string): string {
  const seconds = Number(amount);
  if (!(seconds > 60)) return `${amount} s`;
  if (seconds % 60 === 0) return `${seconds / 60} min`;
  return seconds < 120 ? `${amount} s` : `${formatClock(seconds * 1000)} min`;
}

const STROKE_WORDS: Readonly<Partial<Record<Stroke["phase"], string>>> = {
  concentric: "up",
  eccentric: "down",
  "pause-top": "at the top",
  "pause-bottom": "at the bottom",
};

/** The pauses, and the strokes that have a range; all of them where there are neither. */
function describeStrokes(strokes: readonly StrokeFigures[]): string[] {
  const telling = strokes.filter(({ phase, amount }) => phase.startsWith("pause") || amount.includes("–"));
  return (telling.length > 0 ? telling : strokes).map(
    ({ phase, amount }) => `${withUnit(amount)} ${STROKE_WORDS[phase] ?? phase}`,
  );
}

/** The dose of an exercise, or of a block that overrides it, in words and with its ranges. */
export function formatDoseRange(
  exercise: Exercise,
  block: Block | null = null,
  { isShort = false }: Pick<DoseFigures, "isShort"> = {},
): string {
  const isPerSide = exercise.sides.mode === "each" && !block?.side;
  const ownFigures = block?.ownSets?.flatMap(({ reps, hold }) => {
    if (hold !== undefined) return [`${hold} s`];
    return reps === undefined ? [] : [String(reps)];
  });
  const { pattern } = exercise;
  // "Sets of 10, 8, 6": sets that each have a figure of their own.
  if (pattern.type !== "open" && ownFigures && ownFigures.length === block?.ownSets?.length)
    return `${ownFigures.length === 1 ? "" : "sets of "}${ownFigures.join(", ")}${isPerSide ? " per side" : ""}`;
  const strokes = getEffectiveStrokes(exercise, block).filter((stroke) => formatRange(stroke.seconds.amount) !== "0");
  return formatDoseInWords({
    sets: formatRange((block?.sets ?? exercise.dose.sets).amount),
    reps: formatRange((block?.reps ?? exercise.dose.reps).amount),
    strokes:
      pattern.type === "strokes"
        ? strokes.map((stroke) => ({ ...stroke, amount: formatRange(stroke.seconds.amount) }))
        : pattern.type,
    hasFixedTempo: strokes.every((stroke) => isSameAtAllLevels(stroke.seconds.amount)),
    isPerSide: isPerSide && pattern.type !== "open",
    isShort,
  });
}
