/** What a language gives: every spoken phrase, each with its shorter forms. */
import type { Phase, Side } from "../../terms.ts";

/** One thing said in several ways, longest first: the longest that fits its slot is taken. Empty: nothing to say. */
export type PhraseVariants = readonly string[];

/** The dose of one set. */
export type SetDose =
  | { readonly type: "time"; readonly ms: number }
  | { readonly type: "reps"; readonly reps: number }
  /** Repetitions of one timed stroke: ten times five seconds. */
  | { readonly type: "times"; readonly reps: number; readonly ms: number }
  | { readonly type: "open" };

export interface Announcement {
  readonly name: string;
  /** Sets on each side. */
  readonly sets: number;
  readonly dose: SetDose;
  /** `each`: both, one after the other. `one`: only `first`. `alternating`: repetition by repetition. */
  readonly sides: "both" | "each" | "one" | "alternating";
  /** The side that comes first; null when both work at once. */
  readonly firstSide: Side | null;
}

/** The set that comes next, as it is told in a rest. */
export interface NextSet {
  readonly name: string;
  readonly dose: SetDose;
  readonly set: number;
  readonly of: number;
}

/** What was done in a session. */
export interface SessionTotals {
  readonly sets: number;
  readonly setsPlanned: number;
  readonly ms: number;
}

export interface Language {
  /** As in a language tag: "en". */
  readonly id: string;
  announce(what: Announcement): PhraseVariants;
  /** What a side means, which tells which one it is: "Left knee on the floor"; its bare name where it means nothing. */
  side(side: Side, meaning: string | null): PhraseVariants;
  /** The side that a repetition of an alternating exercise is done on, said together with its stroke. */
  alternate(side: Side, meaning: string | null, stroke: PhraseVariants): PhraseVariants;
  switchSides(to: Side | null): PhraseVariants;
  nextSet(what: NextSet): PhraseVariants;
  setNumber(set: number, of: number): PhraseVariants;
  /** The last one of the exercise, or, where both sides have sets of their own, of that side. */
  lastSet(side: Side | null): PhraseVariants;
  halfWay(): PhraseVariants;
  tenSeconds(): PhraseVariants;
  stroke(phase: Phase, fast: boolean): PhraseVariants;
  /** The repetition that begins, every so often. */
  repNumber(rep: number): PhraseVariants;
  /** How many are still to do, the one that begins among them. */
  repsToGo(left: number): PhraseVariants;
  /** A set that waits for the person has begun. */
  yourTurn(): PhraseVariants;
  sessionDone(what: SessionTotals): PhraseVariants;
}
