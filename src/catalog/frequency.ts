/** How often a routine is done: from a file to the program's form, and from there to words. */
import type { FrequencyInput } from "./schema-parts.ts";
import type { Frequency } from "./types.ts";

export const DAYS_A_WEEK = 7;

export function normaliseFrequency({ days, between, otherDays, basis, reason }: FrequencyInput): Frequency {
  const [from, to] = typeof days === "number" ? [days, days] : days;
  return { days: { from, to }, between: between ?? 0, otherDays: otherDays ?? null, basis, reason: reason ?? null };
}

/** "2–3 days a week, with a day between", "at least 2 days a week", "every day". */
export function formatFrequency({ days, between }: Pick<Frequency, "days" | "between">): string {
  const gap = between === 0 ? "" : `, with ${between === 1 ? "a day" : `${between} days`} between`;
  return formatDays(days) + gap;
}

function formatDays({ from, to }: Frequency["days"]): string {
  if (from === DAYS_A_WEEK) return "every day";
  if (to === DAYS_A_WEEK) return `at least ${countDays(from)} a week`;
  return from === to ? `${countDays(from)} a week` : `${from}–${countDays(to)} a week`;
}

/** "1 day", "3 days". */
export function countDays(count: number): string {
  return `${count} ${count === 1 ? "day" : "days"}`;
}
