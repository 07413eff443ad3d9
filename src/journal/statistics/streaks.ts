/** Streaks: consecutive days, or consecutive weeks that reach their goal. The current day and week do not break one. */
import { weekStartOf } from "../../calendar.ts";
import type { Streak } from "./types.ts";

/**
 * @param days local days (see `calendar.ts`) with training, in any order.
 * @param goal training days per week; null counts consecutive days.
 * @param firstWeekday on which weeks begin, 0 for Monday.
 */
export function computeStreak(days: Iterable<number>, today: number, goal: number | null, firstWeekday = 0): Streak {
  const weekOf = (day: number) => weekStartOf(day, firstWeekday);
  if (goal === null) {
    return { unit: "day", goal, ...measureRuns([...new Set(days)], today, 1) };
  }
  const byWeek = new Map<number, number>();
  for (const day of new Set(days)) byWeek.set(weekOf(day), (byWeek.get(weekOf(day)) ?? 0) + 1);
  const reached = [...byWeek].filter(([, trained]) => trained >= goal).map(([week]) => week);
  return { unit: "week", goal, ...measureRuns(reached, weekOf(today), 7) };
}

/** The longest run of numbers `apart` from each other, and the one that is still going. */
function measureRuns(numbers: readonly number[], now: number, apart: number): { present: number; longest: number } {
  let longest = 0;
  let present = 0;
  let length = 0;
  let last: number | null = null;
  for (const number of numbers.filter((number) => number <= now).sort((a, b) => a - b)) {
    length = last !== null && number - last === apart ? length + 1 : 1;
    last = number;
    longest = Math.max(longest, length);
  }
  if (last !== null && now - last <= apart) present = length;
  return { present, longest };
}
