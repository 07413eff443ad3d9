/** Explains a proposal in one sentence, with the sessions it is based on; and the flags that apply it. */
import { monthNameOf, toCalendarDate, toLocalDay } from "../../calendar.ts";
import type { Exercise } from "../../catalog/types.ts";
import { type AdjustableDose, formatLoweringTempo } from "./dose-steps.ts";
import type { ExerciseRecord } from "./exercise-history.ts";
import { LONG_BREAK_DAYS, MIN_HARD_EFFORT, type Proposal, type ProposalReason } from "./propose-doses.ts";

/** "Every set was completed at effort 3 and 4 on 18 and 20 Nov (sessions 3f9k2m7qab, 8d2c…): 5 s more." */
export function explainProposal(proposal: Proposal): string {
  const { basedOn } = proposal;
  const ids = basedOn
    .map((record) => record.session)
    .reverse()
    .join(", ");
  const named = basedOn.length === 0 ? "" : ` (${basedOn.length > 1 ? "sessions" : "session"} ${ids})`;
  return `${REASON_TEXTS[proposal.reason](basedOn)}${named}: ${describeChange(proposal)}.`;
}

const REASON_TEXTS: Readonly<Record<ProposalReason, (basedOn: readonly ExerciseRecord[]) => string>> = {
  "never-done": () => "It was not done yet",
  away: (basedOn) => `The last time was ${formatLatestDay(basedOn)}, more than ${LONG_BREAK_DAYS} days ago`,
  "cut-short": (basedOn) =>
    `On ${formatLatestDay(basedOn)} ${basedOn[0]?.setsDoneInFull} of ${basedOn[0]?.sets} sets were done whole`,
  hard: (basedOn) =>
    `On ${formatLatestDay(basedOn)} the effort was ${basedOn[0]?.effort} (${MIN_HARD_EFFORT} or more is too hard)`,
  tighter: (basedOn) =>
    `After ${formatLatestDay(basedOn)} it was tighter by ${basedOn[0]?.tighterBy} than the time before`,
  "easy-twice": (basedOn) =>
    `Every set was completed at effort ${basedOn[1]?.effort} and ${basedOn[0]?.effort} on ${formatLatestDay(basedOn.slice(1))} and ${formatLatestDay(basedOn)}`,
  "easy-once": (basedOn) =>
    `On ${formatLatestDay(basedOn)} it was easy at effort ${basedOn[0]?.effort}, and twice in a row decides`,
  fits: (basedOn) => `On ${formatLatestDay(basedOn)} the effort of ${basedOn[0]?.effort} was right`,
  "not-answered": (basedOn) => `On ${formatLatestDay(basedOn)} nobody said how hard it was`,
};

function describeChange({ change, from, to, advice }: Proposal): string {
  switch (change) {
    case "new":
      return "begin with the dose of the routine";
    case "harder":
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

/** "45 s", "12 reps, lowering 4 s"; the lowering only where it changes. */
export function describeDose({ hold, reps, eccentric }: AdjustableDose, { from, to }: Proposal): string {
  return [
    ...(hold === null ? [] : [`${hold} s`]),
    ...(reps === null ? [] : [`${reps} reps`]),
    ...(eccentric === null || from?.eccentric === to?.eccentric ? [] : [`lowering ${eccentric} s`]),
  ].join(", ");
}

/** A change for one exercise, as a command-line flag takes it. */
export type ProposedFlag =
  | { readonly flag: "--hold"; readonly exercise: string; readonly seconds: number }
  | { readonly flag: "--reps"; readonly exercise: string; readonly count: number }
  | { readonly flag: "--tempo"; readonly exercise: string; readonly tempo: string };

/** The flags that apply the proposed dose; none for an exercise never done. */
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

function formatLatestDay(basedOn: readonly ExerciseRecord[]): string {
  const [latest] = basedOn;
  if (!latest) return "";
  const date = toCalendarDate(toLocalDay(latest.atMs, latest.utcOffsetMinutes));
  return `${date.day} ${monthNameOf(date)}`;
}

function toClause(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}
