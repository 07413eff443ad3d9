/** What a session came to beside those before it: the streak, the last and the best time of the same routine. */
import { formatDate, localDayOf } from "../../calendar.ts";
import { countSets, countsAsTraining, type SessionSummary } from "../../journal/session-summary.ts";
import { computeStreak } from "../../journal/statistics/streaks.ts";
import { summariseSession } from "../../player/summarise-session.ts";
import { isNothingDone } from "../../player/summary-types.ts";
import type { PastResult, SessionReview } from "../../ui/index.tsx";
import { openHistory } from "../open/history.ts";
import type { ActiveSession } from "./active-session.ts";

/** Looks back as far as the history goes. */
export function reviewSession({ session, recorder, settings, shell }: ActiveSession): SessionReview {
  const history = openHistory(shell, settings);
  const isNothing = isNothingDone(summariseSession(session.plan, session.state()));
  const days = new Set(isNothing ? [] : [history.today]);
  let last: SessionSummary | null = null;
  let best: SessionSummary | null = null;
  for (const { summary } of history.sessions({ newestFirst: true })) {
    if (summary.id === recorder.sessionId() || !countsAsTraining(summary)) continue;
    days.add(dayOf(summary));
    if (summary.routine !== session.plan.routine) continue;
    last ??= summary;
    if (!best || isBetter(summary, best)) best = summary;
  }
  const goal = settings.weeklyGoal === 0 ? null : settings.weeklyGoal;
  const { present, unit } = computeStreak(days, history.today, goal, history.firstWeekday);
  return {
    streak: present > 1 ? `${present} ${unit}s in a row` : "",
    last: last && toPastResult(last, history.today),
    best: best && toPastResult(best, history.today),
  };
}

function dayOf({ startedAt, utcOffsetMinutes }: SessionSummary): number {
  return localDayOf(startedAt, utcOffsetMinutes);
}

/** More sets are better, then more repetitions. */
function isBetter(one: SessionSummary, other: SessionSummary): boolean {
  const sets = countSets(one).completed - countSets(other).completed;
  return sets > 0 || (sets === 0 && countReps(one) > countReps(other));
}

function countReps({ blocks }: SessionSummary): number {
  return blocks.reduce((sum, { reps, dose }) => sum + (dose.reps > 1 ? reps : 0), 0);
}

function toPastResult(summary: SessionSummary, today: number): PastResult {
  const { completed, planned } = countSets(summary);
  return {
    when: formatDate(dayOf(summary), today),
    sessionMs: summary.activeSeconds * 1000,
    setsCompleted: completed,
    setsPlanned: planned,
    reps: countReps(summary),
  };
}
