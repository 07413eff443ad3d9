/** What a language provides: every phrase, each with its shorter variants; and shorter variants of an exercise's texts. */
import type { GroupScore } from "../../player/summary-types.ts";
import type { Phase, Side } from "../../terms.ts";
import { firstSentence } from "../../text/sentence.ts";

/** One phrase in several wordings, longest first; the longest that fits is spoken. Empty: nothing to say. */
export type PhraseVariants = readonly string[];

/** The dose of one set. */
export type SetDose =
  | { readonly type: "time"; readonly ms: number }
  | { readonly type: "reps"; readonly reps: number }
  /** Repetitions of one timed stroke: ten times five seconds. */
  | { readonly type: "times"; readonly reps: number; readonly ms: number }
  | { readonly type: "breaths"; readonly breaths: number }
  | { readonly type: "open" };

export interface Announcement {
  readonly name: string;
  /** Sets on each side; null if that says nothing: one set in each round, or sets that differ. */
  readonly sets: number | null;
  readonly dose: SetDose;
  /** each: both sides, one after the other. one: only `firstSide`. alternating: the side changes with every repetition. */
  readonly sides: "both" | "each" | "one" | "alternating";
  /** The side that comes first; null when both sides work at once. */
  readonly firstSide: Side | null;
}

/** The next set, as a rest announces it. */
interface NextSet {
  readonly name: string;
  readonly dose: SetDose;
  readonly set: number;
  readonly of: number;
  /** null where the side is said apart, or both work at once. */
  readonly side: Side | null;
}

/** What was done in a session. */
interface SessionTotals {
  readonly sets: number;
  readonly setsPlanned: number;
  readonly ms: number;
}

export interface Language {
  announce(announcement: Announcement): PhraseVariants;
  /** What a side means, which also tells which one it is: "Left knee on the floor"; just its name if it has no meaning. */
  side(side: Side, meaning: string | null): PhraseVariants;
  /** The side of a repetition in an alternating exercise, spoken together with its stroke. */
  alternate(side: Side, meaning: string | null, stroke: PhraseVariants): PhraseVariants;
  switchSides(to: Side | null): PhraseVariants;
  /** How long a rest lasts. */
  rest(ms: number): PhraseVariants;
  nextSet(next: NextSet): PhraseVariants;
  setNumber(set: number, of: number): PhraseVariants;
  /** The last set of the exercise, on each side. */
  lastSet(): PhraseVariants;
  /** A cue about breathing, for a hold. */
  breathe(): PhraseVariants;
  /** Whether a cue is about breathing. */
  mentionsBreath(cue: string): boolean;
  halfWay(): PhraseVariants;
  tenSeconds(): PhraseVariants;
  stroke(phase: Phase, fast: boolean): PhraseVariants;
  /** The number of the repetition that starts; spoken every few repetitions. */
  repNumber(rep: number): PhraseVariants;
  /** How many repetitions are left, including the one that starts. */
  repsToGo(left: number): PhraseVariants;
  /** A set without a count has started. @param tellsKey whether to say that Enter ends it. */
  yourTurn(tellsKey: boolean): PhraseVariants;
  /** A self-paced set of so many repetitions has started. @param tellsKey whether to say that Enter ends it. */
  repsTurn(name: string, reps: number, tellsKey: boolean): PhraseVariants;
  /** @param of null where nobody knows how many there will be. @param isMinute whether every round has a minute. */
  round(index: number, of: number | null, isMinute: boolean): PhraseVariants;
  /** Half of a cap is over. */
  capHalfWay(leftMs: number): PhraseVariants;
  /** A cap has ended the group. */
  timeUp(): PhraseVariants;
  /** Rounds and repetitions, or how long it took. */
  score(result: Pick<GroupScore, "kind" | "end" | "rounds" | "reps" | "ms">): PhraseVariants;
  load(load: string): PhraseVariants;
  sessionDone(totals: SessionTotals): PhraseVariants;
}

/** Up to the first comma, colon or dash; at least two words, so that it means something. */
const FIRST_CLAUSE = /^[^,;:.!?–—()]+\s[^,;:.!?–—()]+(?=\s*[,;:–—(])/u;

/** The text as a complete sentence, with a full stop. */
export function toSentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** The whole text and its first sentence. */
export function shortenToSentence(text: string): PhraseVariants {
  return normaliseVariants([toSentence(text), toSentence(firstSentence(text))]);
}

/** The whole text, its first sentence and its first clause. */
export function shortenToClause(text: string): PhraseVariants {
  return normaliseVariants([...shortenToSentence(text), toSentence(FIRST_CLAUSE.exec(text)?.[0] ?? "")]);
}

/** Removes empty variants and duplicates, keeping the order. */
export function normaliseVariants(variants: readonly string[]): PhraseVariants {
  return [...new Set(variants)].filter((variant) => variant !== "");
}
