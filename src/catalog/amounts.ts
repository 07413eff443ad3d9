/** Figures as they are written and compared: what an amount is at each level, and how a range reads. */
import type { Level } from "../terms.ts";
import type { Amount } from "./types.ts";

/** The amount at every level, in its own unit. */
export function resolveAllLevels(amount: Amount, unit: "seconds" | "count"): Readonly<Record<Level, number>> {
  return {
    easy: resolveAmount(amount, "easy", unit),
    standard: resolveAmount(amount, "standard", unit),
    hard: resolveAmount(amount, "hard", unit),
  };
}

/** Whether the level makes no difference. */
export function isSameAtAllLevels(amount: Amount): boolean {
  const { easy, standard, hard } = resolveAllLevels(amount, "count");
  return easy === standard && standard === hard;
}

/** "3", "30–60": from the least to the most. */
export function formatRange(amount: Amount): string {
  const numbers = Object.values(resolveAllLevels(amount, "count"));
  const least = Math.min(...numbers);
  const most = Math.max(...numbers);
  return least === most ? String(least) : `${least}–${most}`;
}

/** The amount in the form in which a file gives it: a number, `[low, high]` or `{easy, standard, hard}`. */
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
 * The figure at a level. A single figure does not move; figures named by level are taken as they are. Of a range, easy
 * takes the low end, hard the high end, standard the middle: seconds rounded to the nearest 5 (half up) from 20 s on and
 * down to a whole second below that, counts rounded down.
 */
export function resolveAmount(amount: Amount, level: Level, unit: "seconds" | "count"): number {
  switch (amount.type) {
    case "single":
      return amount.value;
    case "levels":
      return amount[level];
    case "range":
      if (level === "easy") return amount.low;
      if (level === "hard") return amount.high;
      // The middle of a narrow range must not be rounded out of it.
      return Math.min(amount.high, Math.max(amount.low, roundMidpoint((amount.low + amount.high) / 2, unit)));
  }
}

function roundMidpoint(middle: number, unit: "seconds" | "count"): number {
  if (unit === "seconds" && middle >= ROUND_TO_FIVE_FROM_SECONDS) return Math.floor(middle / 5 + 0.5) * 5;
  return Math.floor(middle);
}
