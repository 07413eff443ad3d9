/** An exercise as the program uses it, and what its dose is made of: every value with its basis. */
import type { FigureDefinition } from "../figure/schema.ts";
import type { Phase } from "../terms.ts";

/** One number, a range or one number per level, as given in the file. */
export type Amount =
  | { readonly type: "single"; readonly value: number }
  | { readonly type: "range"; readonly low: number; readonly high: number }
  | { readonly type: "levels"; readonly easy: number; readonly standard: number; readonly hard: number };

/** A dose value and where it comes from. */
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
  /** One word in place of that of its phase: "lift". */
  readonly word?: string;
}

/**
 * The strokes of one repetition in order; `paced`: repetitions without a tempo, which wait for the person; `open`: a set
 * that waits for the person and has nothing to count.
 */
export type Pattern =
  | { readonly type: "strokes"; readonly strokes: readonly Stroke[] }
  | { readonly type: "paced" }
  | { readonly type: "open" };

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

export const EXERCISE_KINDS = [
  "strength",
  "stretch",
  "neuromuscular",
  "massage",
  "cardio",
  "breathing",
  "assessment",
  "other",
] as const;

export type ExerciseKind = (typeof EXERCISE_KINDS)[number];

/** Where a file comes from: shipped with the program, or the user's own. */
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
  /** Seconds to get ready and to change sides, in place of the person's settings. */
  readonly prepare?: number;
  readonly switch?: number;
  /** Seconds that a self-paced repetition is estimated at. */
  readonly pace?: number;
  /** Seconds after which a set that waits for the person ends by itself. */
  readonly cap?: number;
  readonly easier: readonly string[];
  readonly harder: readonly string[];
  /** The animated figure as given in the file; it is prepared where it is drawn. */
  readonly figure: FigureDefinition | null;
  /** null where a person's own exercise names none. */
  readonly source: SourceReference | null;
  readonly origin: Origin;
}
