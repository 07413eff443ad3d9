/** Explains a proposal in one sentence, with the sessions it is based on; and the flags that apply it. */
import { formatDate, toLocalDay } from "../../calendar.ts";
import type { Exercise } from "../../catalog/exercise-types.ts";
import { formatCount, formatShareOf } from "../../text/sentence.ts";
import { type AdjustableDose, formatLoweringTempo } from "./dose-steps.ts";
import {
  type ExerciseRecord,
  MAX_ACCEPTABLE_PAIN,
  MAX_LASTING_PAIN,
  MAX_PAIN_TO_PROGRESS,
} from "./exercise-history.ts";
import { LONG_BREAK_DAYS, MIN_HARD_EFFORT, type ProposalReason } from "./find-reason.ts";
import { MAX_MOVED_UP, type Proposal } from "./propose-doses.ts";

/**
 * "Every set was completed at effort 2 and 3 on 18 Nov and 20 Nov (sessions 3f9k2m7qab, 8d2c…): 50 s in place of 45 s."
 *
 * @param today the local day.
 */
export function explainProposal(proposal: Proposal, today: number): string {
  const { basedOn } = proposal;
  const named = basedOn.length === 0 ? "" : ` (${nameSessions([proposal])})`;
  return `${explainReason(proposal, today)}${named}: ${describeChange(proposal)}.`;
}

/** "sessions 3f9k2m7qab, 8d2c…": each that proposals are based on, once; for `history show`. */
export function nameSessions(proposals: readonly Proposal[]): string {
  const ids = new Set(proposals.flatMap(({ basedOn }) => basedOn.map(({ session }) => session).reverse()));
  return `${ids.size === 1 ? "session" : "sessions"} ${[...ids].join(", ")}`;
}

/** The reason alone. */
export function explainReason({ reason, basedOn: [last, before] }: Proposal, today: number): string {
  if (!last) return "It has not been done yet";
  const about: ReasonContext = {
    last,
    day: formatDayOf(last, today),
    both: before ? `${formatDayOf(before, today)} and ${formatDayOf(last, today)}` : "",
    efforts: before?.effort === last.effort ? String(last.effort) : `${before?.effort} and ${last.effort}`,
    done: `${formatShareOf(last.setsCompleted, last.sets, "set")} ${last.sets === 1 ? "was" : "were"} done`,
  };
  return REASON_TEXTS[reason](about);
}

/** Reasons that hold for a whole session, and need to be said only once. */
export const SESSION_REASONS: ReadonlySet<ProposalReason> = new Set([
  "pain-too-much",
  "pain-lasts",
  "pain-rose",
  "pain-acceptable",
  "not-answered",
]);

interface ReasonContext {
  readonly last: ExerciseRecord;
  /** The day of the last session, and those of the last two. */
  readonly day: string;
  readonly both: string;
  readonly efforts: string;
  readonly done: string;
}

const SEE_SOMEONE = "see someone if it stays";
const UNTIL_EASED = `progression stops until it is ${MAX_PAIN_TO_PROGRESS} or less; ${SEE_SOMEONE}`;

const REASON_TEXTS: Readonly<Record<ProposalReason, (about: ReasonContext) => string>> = {
  "never-done": () => "It has not been done yet",
  away: ({ day }) => `The last time was ${day}, more than ${LONG_BREAK_DAYS} days ago`,
  "pain-too-much": ({ day, last }) =>
    `After ${day} pain was ${last.pain} (more than ${MAX_ACCEPTABLE_PAIN} is too much; ${SEE_SOMEONE})`,
  "cut-short": ({ day, last }) =>
    `On ${day} ${formatShareOf(last.setsDoneInFull, last.sets, "set")} ${last.sets === 1 ? "was" : "were"} done in full`,
  "skipped-hard": ({ day, done }) => `On ${day} ${done}, as it was too hard`,
  "skipped-pain": ({ day, done }) => `On ${day} ${done}, because of pain; ${SEE_SOMEONE}`,
  hard: ({ day, last }) => `On ${day} the effort was ${last.effort}, and ${MIN_HARD_EFFORT} or more is too hard`,
  tighter: ({ day, last }) => `After ${day} it was tighter by ${last.tighterBy} than the time before`,
  "pain-lasts": ({ day, last }) =>
    `Pain was above ${MAX_LASTING_PAIN} in ${last.painfulInARow} sessions in a row, the last on ${day}; ${UNTIL_EASED}`,
  "pain-rose": ({ day, last }) =>
    `After ${day} pain was ${last.pain}, ${last.painRoseBy} more than the time before; ${UNTIL_EASED}`,
  "pain-acceptable": ({ day, last }) =>
    `After ${day} pain was ${last.pain} (from ${MAX_PAIN_TO_PROGRESS + 1} to ${MAX_ACCEPTABLE_PAIN} nothing is added)`,
  skipped: ({ day, done, last }) => `On ${day} ${done}${last.skipReason === "no-time" ? ", for lack of time" : ""}`,
  waits: ({ efforts, both }) =>
    `Every set was completed at effort ${efforts} on ${both}, but no more than ${MAX_MOVED_UP} exercises move up at once`,
  "easy-twice": ({ efforts, both }) => `Every set was completed at effort ${efforts} on ${both}`,
  "easy-once": ({ day, last }) => `On ${day} it was easy at effort ${last.effort}, and it takes two in a row`,
  fits: ({ day, last }) => `On ${day} the effort of ${last.effort} was right`,
  "not-answered": ({ day }) => `On ${day} effort was not recorded`,
};

/** The same beside the two doses, which show the change: the reason, and whether the range ends or was left. */
export function explainBesideDoses(proposal: Proposal, today: number): string {
  const { change } = proposal;
  const reason = explainReason(proposal, today);
  if (change === "harder" || change === "easier") return `${reason}; the range ends here.`;
  const isBack = change === "same" && describeChange(proposal) !== SAME_AGAIN;
  return isBack ? `${reason}; back into the range.` : `${reason}.`;
}

const SAME_AGAIN = "the same again";

/** What is proposed, as a clause. */
export function describeChange({ change, from, to, advice }: Proposal): string {
  switch (change) {
    case "new":
      return "start with the dose of the routine";
    case "harder":
    case "easier":
      return `the range ends here, so ${toClause(advice ?? "")}`;
    case "same":
      return from && to && describeDifferences(from, to).length > 0
        ? `back to ${describeDifferences(from, to).join(", ")}`
        : SAME_AGAIN;
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
  changed("reps", (before, after) => `${formatCount(after, "repetition")} in place of ${before}`);
  changed("eccentric", (before, after) => `${after} s of lowering in place of ${before} s`);
  return parts;
}

/** "45 s", "12 reps, lowering 4 s"; the lowering only where it changes. */
export function describeDose({ hold, reps, eccentric }: AdjustableDose, { from, to }: Proposal): string {
  return [
    ...(hold === null ? [] : [`${hold} s`]),
    ...(reps === null ? [] : [formatCount(reps, "rep")]),
    ...(eccentric === null || from?.eccentric === to?.eccentric ? [] : [`lowering ${eccentric} s`]),
  ].join(", ");
}

/** A change for one exercise, as a command-line flag takes it. */
type ProposedFlag =
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

function formatDayOf({ atMs, utcOffsetMinutes }: ExerciseRecord, today: number): string {
  return formatDate(toLocalDay(atMs, utcOffsetMinutes), today);
}

/** Advice as a part of a sentence. */
export function toClause(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}
