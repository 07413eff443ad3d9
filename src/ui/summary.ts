/** What was done in a session, in words: for the page at its end, and for the card that stays in the shell. */
import type { WorkoutSummary } from "../player/summary-types.ts";
import { formatClock } from "../text/duration.ts";
import { formatCount, formatShareOf } from "../text/sentence.ts";

/** An earlier session of the same routine. */
export interface PastResult {
  /** "22 Nov". */
  readonly when: string;
  readonly sessionMs: number;
  readonly setsCompleted: number;
  readonly setsPlanned: number;
  readonly reps: number;
}

/** A session beside those before it. */
export interface SessionReview {
  /** "3 days in a row"; "" where it is the only one. */
  readonly streak: string;
  readonly last: PastResult | null;
  readonly best: PastResult | null;
}

export const NO_REVIEW: SessionReview = { streak: "", last: null, best: null };

/** 700_400 → "11:40": rounded, as what was done is over. */
export const formatClockRounded = (ms: number) => formatClock(Math.round(ms / 1000) * 1000);

/** The figures of a session, the most important first. */
export function summaryFactsOf(summary: WorkoutSummary, { streak }: SessionReview): (readonly [string, string])[] {
  const { scores, sessionMs, workedMs, setsCompleted, setsPlanned, reps } = summary;
  return [
    ...scores.map(({ title, text, comparison }) => [title, [text, comparison].filter(Boolean).join(", ")] as const),
    ["Total", formatClockRounded(sessionMs)],
    ["Work", formatClockRounded(workedMs)],
    ["Sets", setsPlanned === 0 ? "none whole" : `${setsCompleted} of ${setsPlanned}`],
    ...(reps > 0 ? [["Reps", String(reps)] as const] : []),
    ...(streak === "" ? [] : [["Streak", streak] as const]),
  ];
}

/** How earlier sessions went: "Last time", "22 Nov: 11:20, 6 of 8 sets, 40 reps". */
export function pastFactsOf({ last, best }: SessionReview): (readonly [string, string])[] {
  const isSame = last !== null && best !== null && last.when === best.when && last.sessionMs === best.sessionMs;
  return [
    ...(last ? [[isSame ? "Last and best" : "Last time", formatPastResult(last)] as const] : []),
    ...(best && !isSame ? [["Best", formatPastResult(best)] as const] : []),
  ];
}

function formatPastResult({ when, sessionMs, setsCompleted, setsPlanned, reps }: PastResult): string {
  const counts = [formatShareOf(setsCompleted, setsPlanned, "set"), ...(reps > 0 ? [formatCount(reps, "rep")] : [])];
  return [formatClockRounded(sessionMs), ...counts, when].join(" · ");
}
