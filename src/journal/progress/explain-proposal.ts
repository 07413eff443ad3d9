/** A proposal in words: one sentence that says why, with the sessions that it rests on; and the flags that do it. */

import { monthNameOf, toCalendarDate, toLocalDay } from "../../calendar.ts";
import type { Exercise } from "../../catalog/types.ts";
import type { AdjustableDose } from "./dose-steps.ts";
import type { ExerciseRecord } from "./exercise-history.ts";
import { formatLoweringTempo } from "./lowering-tempo.ts";
import { LONG_BREAK_DAYS, MIN_HARD_EFFORT, type Proposal, type ProposalReason } from "./propose-doses.ts";

/** "Every set was completed at effort 3 and 4 on 18 and 20 Nov (sessions 3f9k2m7qab, 8d2c…): 5 s more." */
export function explainProposal(proposal: Proposal): string {
  const { rests } = proposal;
  const ids = rests
    .map((doing) => doing.session)
    .reverse()
    .join(", ");
  const named = rests.length === 0 ? "" : ` (${rests.length > 1 ? "sessions" : "session"} ${ids})`;
  return `${REASON_TEXTS[proposal.ground](rests)}${named}: ${describeChange(proposal)}.`;
}

const REASON_TEXTS: Readonly<Record<ProposalReason, (rests: readonly ExerciseRecord[]) => string>> = {
  "never-done": () => "It was not done yet",
  away: (rests) => `The last time was ${formatLatestDay(rests)}, more than ${LONG_BREAK_DAYS} days ago`,
  "cut-short": (rests) =>
    `On ${formatLatestDay(rests)} ${rests[0]?.setsDoneInFull} of ${rests[0]?.sets} sets were done whole`,
  hard: (rests) =>
    `On ${formatLatestDay(rests)} the effort was ${rests[0]?.effort} (${MIN_HARD_EFFORT} or more is too hard)`,
  tighter: (rests) => `After ${formatLatestDay(rests)} it was tighter by ${rests[0]?.tighterBy} than the time before`,
  "easy-twice": (rests) =>
    `Every set was completed at effort ${rests[1]?.effort} and ${rests[0]?.effort} on ${formatLatestDay(rests.slice(1))} and ${formatLatestDay(rests)}`,
  "easy-once": (rests) =>
    `On ${formatLatestDay(rests)} it was easy at effort ${rests[0]?.effort}, and twice in a row decides`,
  fits: (rests) => `On ${formatLatestDay(rests)} the effort of ${rests[0]?.effort} was right`,
  "not-answered": (rests) => `On ${formatLatestDay(rests)} nobody said how hard it was`,
};

function describeChange({ change, from, to, advice }: Proposal): string {
  switch (change) {
    case "new":
      return "begin with the dose of the routine";
    case "harder":
      return `the range ends here, so ${toClause(advice ?? "")}`;
    case "easier":
      return `the range ends here, so ${toClause(advice ?? "")}`;
    case "same":
      return from && to && describeDifferences(from, to).length > 0
        ? `back to ${describeDifferences(from, to).join(", ")}`
        : "the same again";
    case "up":
    case "down":
      return from && to ? describeDifferences(from, to).join(", ") : "";
  }
}

function describeDifferences(from: AdjustableDose, to: AdjustableDose): string[] {
  const parts: string[] = [];
  const changed = (name: keyof AdjustableDose, text: (before: number, after: number) => string) => {
    const [before, after] = [from[name], to[name]];
    if (before !== null && after !== null && before !== after) parts.push(text(before, after));
  };
  changed("hold", (before, after) => `${after} s in place of ${before} s`);
  changed("reps", (before, after) => `${after} repetitions in place of ${before}`);
  changed("eccentric", (before, after) => `${after} s of lowering in place of ${before} s`);
  return parts;
}

/** "45 s", "12 reps, lowering 4 s"; the lowering is told where it changes. */
export function describeDose({ hold, reps, eccentric }: AdjustableDose, { from, to }: Proposal): string {
  return [
    ...(hold === null ? [] : [`${hold} s`]),
    ...(reps === null ? [] : [`${reps} reps`]),
    ...(eccentric === null || from?.eccentric === to?.eccentric ? [] : [`lowering ${eccentric} s`]),
  ].join(", ");
}

/** A change for one exercise, as a flag takes it. */
export type ProposedFlag =
  | { readonly flag: "--hold"; readonly exercise: string; readonly seconds: number }
  | { readonly flag: "--reps"; readonly exercise: string; readonly count: number }
  | { readonly flag: "--tempo"; readonly exercise: string; readonly tempo: string };

/** What gives the proposed dose to an exercise; nothing for one that was never done. */
export function buildProposedFlags({ to, exercise, strokes }: Proposal, content: Exercise): readonly ProposedFlag[] {
  if (!to) return [];
  const changes: ProposedFlag[] = [];
  if (to.hold !== null) changes.push({ flag: "--hold", exercise, seconds: to.hold });
  if (to.reps !== null) changes.push({ flag: "--reps", exercise, count: to.reps });
  const tempo = to.eccentric === null ? null : formatLoweringTempo(strokes, to.eccentric, content);
  if (tempo !== null) changes.push({ flag: "--tempo", exercise, tempo });
  return changes;
}

export function formatProposedFlag(change: ProposedFlag): string {
  const value = "seconds" in change ? `${change.seconds}s` : "count" in change ? String(change.count) : change.tempo;
  return `${change.flag} ${change.exercise}=${value}`;
}

function formatLatestDay(rests: readonly ExerciseRecord[]): string {
  const [latest] = rests;
  if (!latest) return "";
  const date = toCalendarDate(toLocalDay(latest.atMs, latest.utcOffsetMinutes));
  return `${date.day} ${monthNameOf(date)}`;
}

function toClause(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}
