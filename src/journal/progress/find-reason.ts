/** Why a dose should change or stay: what the latest records of an exercise say. Pure. */
import { DAY_MS } from "../../calendar.ts";
import { isSameDose } from "./dose-steps.ts";
import {
  type ExerciseHistory,
  type ExerciseRecord,
  MAX_ACCEPTABLE_PAIN,
  MAX_PAIN_TO_PROGRESS,
} from "./exercise-history.ts";

/** Effort up to the first is easy, from the second on hard (CR-10). */
const MAX_EASY_EFFORT = 3;
export const MIN_HARD_EFFORT = 8;
/** An increase in tightness or pain by this much is too much. */
const MIN_SYMPTOM_INCREASE = 3;
/** So many painful sessions in a row stop progression. */
const MAX_PAINFUL_IN_A_ROW = 2;
/** After a longer break, restart gently. */
export const LONG_BREAK_DAYS = 14;

/** Why it is proposed; see explain-proposal.ts. */
export type ProposalReason =
  | "never-done"
  | "away"
  | "pain-too-much"
  | "cut-short"
  | "skipped-hard"
  | "skipped-pain"
  | "hard"
  | "tighter"
  | "pain-lasts"
  | "pain-rose"
  | "pain-acceptable"
  | "skipped"
  | "waits"
  | "easy-twice"
  | "easy-once"
  | "fits"
  | "not-answered";

export const STEPS_DOWN: ReadonlySet<ProposalReason> = new Set([
  "away",
  "pain-too-much",
  "cut-short",
  "skipped-hard",
  "skipped-pain",
  "hard",
  "tighter",
]);

/** The reason the latest records give; the strongest wins. */
export function findReason(
  last: ExerciseRecord,
  history: ExerciseHistory,
  nowMs: number,
): { reason: ProposalReason; basedOn: readonly ExerciseRecord[] } {
  const before = history.recent.at(-2);
  // Doing it in another routine counts as training, and pain after it counts as well.
  const { lastAnywhere } = history;
  if (nowMs - lastAnywhere.atMs > LONG_BREAK_DAYS * DAY_MS) return { reason: "away", basedOn: [lastAnywhere] };
  const pain = lastAnywhere.pain ?? 0;
  if (pain > MAX_ACCEPTABLE_PAIN) return { reason: "pain-too-much", basedOn: [lastAnywhere] };
  if (last.setsDoneInFull < last.setsCompleted) return { reason: "cut-short", basedOn: [last] };
  const isSkipped = last.setsCompleted < last.sets;
  if (isSkipped && last.skipReason === "too-hard") return { reason: "skipped-hard", basedOn: [last] };
  if (isSkipped && last.skipReason === "pain") return { reason: "skipped-pain", basedOn: [last] };
  if ((last.effort ?? 0) >= MIN_HARD_EFFORT) return { reason: "hard", basedOn: [last] };
  if ((last.tighterBy ?? 0) >= MIN_SYMPTOM_INCREASE) return { reason: "tighter", basedOn: [last] };
  if (lastAnywhere.painfulInARow > MAX_PAINFUL_IN_A_ROW) return { reason: "pain-lasts", basedOn: [lastAnywhere] };
  if ((lastAnywhere.painRoseBy ?? 0) >= MIN_SYMPTOM_INCREASE) return { reason: "pain-rose", basedOn: [lastAnywhere] };
  if (pain > MAX_PAIN_TO_PROGRESS) return { reason: "pain-acceptable", basedOn: [lastAnywhere] };
  if (isSkipped) return { reason: "skipped", basedOn: [last] };
  if (last.effort === null) return { reason: "not-answered", basedOn: [last] };
  if (last.effort > MAX_EASY_EFFORT) return { reason: "fits", basedOn: [last] };
  // After a step up it must be easy twice again.
  if (before && wasFoundEasy(before) && isSameDose(before.dose, last.dose))
    return { reason: "easy-twice", basedOn: [last, before] };
  return { reason: "easy-once", basedOn: [last] };
}

function wasFoundEasy(record: ExerciseRecord): boolean {
  const { setsDoneInFull, sets, effort, pain } = record;
  const isPainless = (pain ?? 0) <= MAX_PAIN_TO_PROGRESS;
  return setsDoneInFull >= sets && effort !== null && effort <= MAX_EASY_EFFORT && isPainless;
}
