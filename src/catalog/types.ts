/** Exercise and Routine as the program trusts them: checked once, every default filled in, every figure with its basis. */
import type { FigureDefinition } from "../figure/schema.ts";
import type { FileFault } from "../files/read-json.ts";
import type { Phase, Side } from "../terms.ts";

/** One number, a range or one number a level, as the file gave it. */
export type Amount =
  | { readonly type: "single"; readonly value: number }
  | { readonly type: "range"; readonly low: number; readonly high: number }
  | { readonly type: "levels"; readonly easy: number; readonly standard: number; readonly hard: number };

/** A figure and where it comes from. */
export interface DoseValue {
  readonly amount: Amount;
  /** `guide`: the source says so. `default`: the program's own choice, for the reason given. */
  readonly basis: "guide" | "default";
  readonly reason: string | null;
}

export interface Stroke {
  readonly phase: Phase;
  /** Seconds; a stroke of zero is left out of the plan. */
  readonly seconds: DoseValue;
  /** `X` in a tempo: one second, called "fast". */
  readonly fast: boolean;
  readonly cue: string | null;
}

/** The strokes of one repetition in the order in which they are done; none: an open set that waits for the person. */
export type Pattern = { readonly type: "strokes"; readonly strokes: readonly Stroke[] } | { readonly type: "open" };

export type Sides =
  | { readonly mode: "both" }
  | {
      readonly mode: "each";
      readonly order: "one-side-first" | "set-by-set";
      readonly left: string;
      readonly right: string;
    }
  | { readonly mode: "alternating"; readonly left: string; readonly right: string };

export interface SourceReference {
  readonly guide: string;
  readonly section: string | null;
  readonly author: string | null;
}

export const EXERCISE_KINDS = ["strength", "stretch", "neuromuscular", "massage", "cardio", "assessment"] as const;

export type ExerciseKind = (typeof EXERCISE_KINDS)[number];

/** Where a file was found: shipped with the program, or the person's own. */
export type Origin = "shipped" | "yours";

export interface Exercise {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: ExerciseKind;
  readonly summary: string;
  readonly targets: readonly string[];
  readonly equipment: readonly string[];
  readonly sides: Sides;
  readonly position: string;
  readonly steps: readonly string[];
  readonly cues: readonly string[];
  readonly cautions: readonly string[];
  readonly pattern: Pattern;
  readonly dose: { readonly sets: DoseValue; readonly reps: DoseValue; readonly rest: DoseValue };
  readonly easier: readonly string[];
  readonly harder: readonly string[];
  /** The moving figure as its file gives it; made ready where it is drawn. */
  readonly figure: FigureDefinition | null;
  readonly source: SourceReference;
  readonly origin: Origin;
}

/** One exercise in a routine, with what the routine changes of it. */
export interface Block {
  readonly exercise: string;
  readonly sets: DoseValue | null;
  readonly reps: DoseValue | null;
  /** Seconds of a single timed stroke. */
  readonly hold: DoseValue | null;
  /** A tempo's four strokes, in the exercise's own order. */
  readonly strokes: readonly Stroke[] | null;
  readonly rest: DoseValue | null;
  readonly equipment: readonly string[] | null;
  /** The only side that it is done on; absent: as the exercise does it. */
  readonly side?: Side;
  /** 1 is what the routine is for; the greater, the sooner it is left out when time is short. */
  readonly priority: number;
  readonly note: string | null;
}

export interface Section {
  readonly title: string;
  readonly summary: string | null;
  readonly blocks: readonly Block[];
  readonly advice: readonly string[];
  /** What the program does with it beyond showing it: see `PARTS` in schema.ts. */
  readonly part?: SectionPart;
  readonly source: SourceReference | null;
}

export type SectionPart = "test" | "screening" | "persists";

export interface AboutEntry {
  readonly topic: "causes" | "myths" | "stop" | "facts";
  readonly title: string;
  readonly items: readonly string[];
  readonly source: SourceReference | null;
}

export interface Routine {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly sections: readonly Section[];
  readonly about: readonly AboutEntry[];
  readonly notice: string | null;
  readonly source: SourceReference | null;
  readonly origin: Origin;
}

/** Every exercise and routine that can be used, by id. */
export interface Catalog {
  readonly exercises: ReadonlyMap<string, Exercise>;
  readonly routines: ReadonlyMap<string, Routine>;
  /** What was wrong with files that were passed over. */
  readonly faults: readonly FileFault[];
}
