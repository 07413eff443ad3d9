/** What a range means at a level: the only place where a level becomes a number. */
import type { Amount } from "../catalog/types.ts";
import type { Level } from "./types.ts";

/** From this many seconds on, the middle of a range is rounded to the nearest five. */
const COARSE_FROM_SECONDS = 20;

/**
 * The figure at a level. A single figure does not move; figures named by level are taken as they are. Of a range, easy
 * takes the low end, hard the high end, standard the middle: seconds rounded to the nearest 5 (half up) from 20 s on and
 * down to a whole second below that, counts rounded down.
 */
export function amountAt(amount: Amount, level: Level, unit: "seconds" | "count"): number {
  switch (amount.type) {
    case "single":
      return amount.value;
    case "levels":
      return amount[level];
    case "range":
      if (level === "easy") return amount.low;
      if (level === "hard") return amount.high;
      // The middle of a narrow range must not be rounded out of it.
      return Math.min(amount.high, Math.max(amount.low, roundMiddle((amount.low + amount.high) / 2, unit)));
  }
}

function roundMiddle(middle: number, unit: "seconds" | "count"): number {
  if (unit === "seconds" && middle >= COARSE_FROM_SECONDS) return Math.floor(middle / 5 + 0.5) * 5;
  return Math.floor(middle);
}
