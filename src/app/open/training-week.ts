/** How often a routine is done, against how often it says that it should be. */
import { formatDate, formatDay, parseDay } from "../../calendar.ts";
import { countDays, formatFrequency } from "../../catalog/frequency.ts";
import type { Frequency, Routine } from "../../catalog/types.ts";
import {
  AVERAGED_DAYS,
  assessWeek,
  averageDaysAWeek,
  explainWeek,
  TrainingDays,
} from "../../journal/progress/training-days.ts";
import { isInFuture } from "../../journal/session-summary.ts";
import type { HistoryContext } from "./history.ts";

/** This week of a routine, as lines and for JSON. */
interface TrainingWeek {
  readonly lines: readonly string[];
  readonly json: object;
}

/** Where the person stands this week; null for a routine that does not say how often. */
export function describeTrainingWeek({ id, frequency }: Routine, history: HistoryContext): TrainingWeek | null {
  if (!frequency) return null;
  const { today, firstWeekday } = history;
  const trained = new TrainingDays();
  for (const { summary } of history.sessions()) if (!isInFuture(summary, history.nowEpochMs)) trained.add(summary);
  const standing = assessWeek(frequency, trained.of(id), today, firstWeekday);
  const { days, between, otherDays, basis, reason } = frequency;
  return {
    lines: [
      `How often: ${formatFrequency(frequency)}. ${explainWeek(frequency, standing, today)}`,
      ...(otherDays ? [`On other days: ${otherDays}`] : []),
    ],
    json: {
      days,
      between,
      done: standing.doneDays,
      next: standing.next,
      nextDay: formatDay(standing.nextDay),
      otherDays,
      basis,
      reason,
    },
  };
}

/** One routine in `stats --json`. */
interface RoutineFrequency {
  readonly routine: string;
  readonly name: string;
  /** How many days a week it says. */
  readonly days: Frequency["days"];
  readonly doneThisWeek: number;
  /** Over the last four weeks, or since it was first done. */
  readonly daysAWeek: number;
  /** When it was first done ("2026-11-17"), if that is within the last four weeks. */
  readonly since: string | null;
}

/** Each routine of the last four weeks that says how often. */
export function listRoutineFrequencies(
  trained: TrainingDays,
  routines: ReadonlyMap<string, Routine>,
  { today, firstWeekday }: Pick<HistoryContext, "today" | "firstWeekday">,
): readonly RoutineFrequency[] {
  return trained.doneBetween(today - AVERAGED_DAYS + 1, today).flatMap((id) => {
    const { name, frequency } = routines.get(id) ?? {};
    if (!name || !frequency) return [];
    const days = trained.of(id);
    const { doneDays } = assessWeek(frequency, days, today, firstWeekday);
    const { daysAWeek, sinceDay } = averageDaysAWeek(days, today);
    const since = sinceDay === null ? null : formatDay(sinceDay);
    return [{ routine: id, name, days: frequency.days, doneThisWeek: doneDays, daysAWeek, since }];
  });
}

/**
 * "Psoas program: 2.3 days a week over the last four weeks, 1 this week; advised: 2–3 days a week", "… since 17 Nov, …".
 *
 * @param today a local day.
 */
export function describeRoutineFrequency(
  { name, days, doneThisWeek, daysAWeek, since }: RoutineFrequency,
  today: number,
): string {
  const asked = formatFrequency({ days, between: 0 });
  const sinceDay = since === null ? null : parseDay(since);
  const over = sinceDay === null ? "over the last four weeks" : `since ${formatDate(sinceDay, today)}`;
  return `${name}: ${countDays(daysAWeek)} a week ${over}, ${doneThisWeek} this week; advised: ${asked}`;
}
