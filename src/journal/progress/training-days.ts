/** On which days a routine was done, and whether it is time for it again by how often it is to be done. Pure. */
import { formatDate, localDayOf, weekStartOf } from "../../calendar.ts";
import { countDays, DAYS_A_WEEK } from "../../catalog/frequency.ts";
import type { Frequency } from "../../catalog/types.ts";
import { countsAsTraining, type SessionSummary } from "../session-summary.ts";

/** Where a person stands with a routine in the week of a day. */
interface WeekStanding {
  /** Days of this week on which it was done, up to today. */
  readonly doneDays: number;
  /** On so many days of this week, today included, the routine can still be done. */
  readonly daysLeft: number;
  /**
   * due: today, for a week with the fewest days at least. optional: today, as one of the days up to the most.
   * rest: not before `nextDay`, as days lie between. enough: not before next week.
   */
  readonly next: "due" | "optional" | "rest" | "enough";
  /** The local day on which it is next due at the earliest. */
  readonly nextDay: number;
}

/** The local days on which each routine was done: enough of it to count as training. */
export class TrainingDays {
  readonly #byRoutine = new Map<string, Set<number>>();

  add(session: SessionSummary): void {
    if (!countsAsTraining(session)) return;
    const days = this.#byRoutine.get(session.routine) ?? new Set();
    this.#byRoutine.set(session.routine, days);
    days.add(localDayOf(session.startedAt, session.utcOffsetMinutes));
  }

  of(routine: string): ReadonlySet<number> {
    return this.#byRoutine.get(routine) ?? new Set();
  }

  /** The routines done on a day from the first to the second, both included. */
  doneBetween(from: number, to: number): readonly string[] {
    return [...this.#byRoutine].flatMap(([routine, days]) =>
      [...days].some((day) => day >= from && day <= to) ? [routine] : [],
    );
  }
}

const AVERAGED_WEEKS = 4;
export const AVERAGED_DAYS = AVERAGED_WEEKS * DAYS_A_WEEK;

/** How often a routine was done of late. */
interface RecentFrequency {
  /** Days a week over the last four weeks, or since it was first done, to one decimal. */
  readonly daysAWeek: number;
  /** The day on which it was first done, if that is within the last four weeks. */
  readonly sinceDay: number | null;
}

/** @param today a local day. */
export function averageDaysAWeek(days: ReadonlySet<number>, today: number): RecentFrequency {
  const past = [...days].filter((day) => day <= today);
  const recent = past.filter((day) => day > today - AVERAGED_DAYS);
  const first = Math.min(today, ...past);
  const weeks = Math.min(AVERAGED_WEEKS, Math.max(1, (today - first + 1) / DAYS_A_WEEK));
  const sinceDay = first > today - AVERAGED_DAYS + 1 ? first : null;
  return { daysAWeek: Math.round((recent.length / weeks) * 10) / 10, sinceDay };
}

/**
 * @param days local days on which the routine was done.
 * @param today a local day; what is dated later does not count.
 * @param firstWeekday on which weeks begin, 0 for Monday.
 */
export function assessWeek(
  { days: { from, to }, between }: Pick<Frequency, "days" | "between">,
  days: ReadonlySet<number>,
  today: number,
  firstWeekday: number,
): WeekStanding {
  const weekStart = weekStartOf(today, firstWeekday);
  // With the rest between them that was advised.
  const daysLeft = Math.ceil((weekStart + DAYS_A_WEEK - today) / (between + 1));
  const past = [...days].filter((day) => day <= today);
  const doneDays = past.filter((day) => day >= weekStart).length;
  const last = Math.max(...past, Number.NEGATIVE_INFINITY);
  const restedDay = last + between + 1;
  if (doneDays >= to) {
    return { doneDays, daysLeft, next: "enough", nextDay: Math.max(weekStart + DAYS_A_WEEK, restedDay) };
  }
  // Once a day is enough, whatever lies between.
  if (today < restedDay) return { doneDays, daysLeft, next: "rest", nextDay: restedDay };
  return { doneDays, daysLeft, next: doneDays < from ? "due" : "optional", nextDay: today };
}

/** "Done on 1 day this week: leave a day between, next on 28 Nov." @param today the local day. */
export function explainWeek(
  { days: { from }, between }: Pick<Frequency, "days" | "between">,
  { doneDays, daysLeft, next, nextDay }: WeekStanding,
  today: number,
): string {
  const when = nextDay === today + 1 ? "tomorrow" : `on ${formatDate(nextDay, today)}`;
  const what: Readonly<Record<WeekStanding["next"], string>> = {
    due: from - doneDays > daysLeft ? `room for ${daysLeft} more` : explainMissing(from - doneDays, doneDays),
    optional: "enough; one more is fine",
    rest:
      between === 0
        ? `today's is done, next ${when}`
        : `leave ${between === 1 ? "a day" : countDays(between)} between, next ${when}`,
    enough: `enough for this week, next ${when}`,
  };
  return `Done on ${countDays(doneDays)} this week: ${what[next]}.`;
}

const explainMissing = (count: number, doneDays: number) => `${count} ${doneDays === 0 ? "" : "more "}to go`;
