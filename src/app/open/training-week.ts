/** How often a routine is done, against how often it says that it should be. */
import { formatDay } from "../../calendar.ts";
import { formatFrequency } from "../../catalog/frequency.ts";
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
export interface TrainingWeek {
  readonly lines: readonly string[];
  readonly json: object;
}

/** Where the person stands this week; null for a routine that does not say how often. */
export function standInWeek({ id, frequency }: Routine, history: HistoryContext): TrainingWeek | null {
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
export interface RoutineFrequency {
  readonly routine: string;
  readonly name: string;
  /** How many days a week it says. */
  readonly days: Frequency["days"];
  readonly doneThisWeek: number;
  /** Over the last four weeks, or since it was first done. */
  readonly daysAWeek: number;
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
    const daysAWeek = averageDaysAWeek(days, today);
    return [{ routine: id, name, days: frequency.days, doneThisWeek: doneDays, daysAWeek }];
  });
}

/** "Psoas program: 2.3 days a week of late, 1 this week; advised: 2–3 days a week". */
export function describeRoutineFrequency({ name, days, doneThisWeek, daysAWeek }: RoutineFrequency): string {
  const asked = formatFrequency({ days, between: 0 });
  return `${name}: ${daysAWeek} ${daysAWeek === 1 ? "day" : "days"} a week, ${doneThisWeek} this week; advised: ${asked}`;
}
