/** Streaks: days in a row, or weeks in a row that reach their goal. Today and this week break none while they last. */
import { mondayOf } from "../../calendar.ts";

export interface Streak {
  readonly unit: "day" | "week";
  /** Days of training that a week must have; null where days in a row are counted. */
  readonly goal: number | null;
  readonly present: number;
  readonly longest: number;
}

/**
 * @param days local days (see `calendar.ts`) with training, in any order.
 * @param goal days of training a week; null to count days in a row.
 */
export function computeStreak(days: Iterable<number>, today: number, goal: number | null): Streak {
  if (goal === null) {
    return { unit: "day", goal, ...measureRuns([...new Set(days)], today, 1) };
  }
  const byWeek = new Map<number, number>();
  for (const day of new Set(days)) byWeek.set(mondayOf(day), (byWeek.get(mondayOf(day)) ?? 0) + 1);
  const reached = [...byWeek].filter(([, trained]) => trained >= goal).map(([monday]) => monday);
  return { unit: "week", goal, ...measureRuns(reached, mondayOf(today), 7) };
}

/** The longest run of numbers that are `apart`, and the one that ends now or could still go on now. */
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
