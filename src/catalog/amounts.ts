/** Figures as they are written and compared: what an amount is at each level, and how a range reads. */
import { amountAt } from "../plan/levels.ts";
import type { Amount, Level } from "./types.ts";

export const LEVELS: readonly Level[] = ["easy", "standard", "hard"];

/** The amount at every level, in its own unit. */
export function atLevels(amount: Amount, unit: "seconds" | "count"): Readonly<Record<Level, number>> {
  return {
    easy: amountAt(amount, "easy", unit),
    standard: amountAt(amount, "standard", unit),
    hard: amountAt(amount, "hard", unit),
  };
}

/** Whether the level makes no difference. */
export function isOneNumber(amount: Amount): boolean {
  const { easy, standard, hard } = atLevels(amount, "count");
  return easy === standard && standard === hard;
}

/** "3", "30–60": from the least to the most. */
export function spanText(amount: Amount): string {
  const numbers = Object.values(atLevels(amount, "count"));
  const least = Math.min(...numbers);
  const most = Math.max(...numbers);
  return least === most ? String(least) : `${least}–${most}`;
}

/** The amount in the form in which a file gives it: a number, `[low, high]` or `{easy, standard, hard}`. */
export function asWritten(amount: Amount): number | readonly [number, number] | Readonly<Record<Level, number>> {
  switch (amount.type) {
    case "single":
      return amount.value;
    case "range":
      return [amount.low, amount.high];
    case "levels":
      return { easy: amount.easy, standard: amount.standard, hard: amount.hard };
  }
}
