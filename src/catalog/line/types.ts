/** What a line of text stands for: a routine as a file would give it, with the fields that the notation can say. */
import type { Side } from "../../terms.ts";

/** A rest of its own. Seconds. */
export interface LineRest {
  readonly rest: number;
  readonly note?: string;
}

/** The values of one set, or of one round of a ladder: repetitions, or seconds of a hold. */
export interface LineValues {
  readonly reps?: number;
  readonly hold?: number;
  readonly load?: string;
}

/** An exercise that the line makes up: a name and one figure. */
export interface LineExercise {
  readonly name: string;
  readonly reps?: number;
  /** Seconds. */
  readonly work?: number;
  /** Seconds. */
  readonly hold?: number;
  readonly tempo?: string;
  /** The strokes of a breath; seconds. */
  readonly strokes?: { phase: BreathPhase; seconds: number }[];
  readonly sides?: "each" | "alternating";
}

/** The strokes that a line can say. */
export type BreathPhase = "inhale" | "exhale" | "hold";

/** One exercise with its dose; times in seconds. */
export interface LineBlock {
  /** The id of a known exercise, or one of the line's own. */
  readonly exercise: string | LineExercise;
  readonly sets?: number | readonly LineValues[];
  readonly reps?: number;
  readonly hold?: number;
  readonly tempo?: string;
  readonly rest?: number;
  readonly load?: string;
  readonly side?: Side;
  readonly pace?: number;
  readonly cap?: number;
  readonly prepare?: number;
  readonly switch?: number;
}

/** Blocks that are done together in rounds; times in seconds. */
export interface LineGroup {
  /** Absent: as many as possible within the cap. */
  readonly rounds?: number | readonly LineValues[];
  readonly every?: number;
  readonly cap?: number;
  readonly count?: "up";
  readonly pick?: number;
  readonly shuffle?: true;
  readonly between?: number;
  readonly rest?: number;
  readonly prepare?: number;
  readonly switch?: number;
  readonly blocks: readonly LineItem[];
}

export type LineItem = LineBlock | LineGroup | LineRest;

/** A routine as a line gives it. */
export interface LineRoutine {
  readonly name: string;
  readonly blocks: readonly LineItem[];
}

/** What the notation has to know of an exercise of the catalogue. */
export interface KnownExercise {
  readonly id: string;
  /** `time`: one timed stroke. `reps`: repetitions. `open`: it waits for the person and takes no figure. */
  readonly takes: "time" | "reps" | "open";
  /** Whether its sides are done one after the other, or in turn. */
  readonly sided: boolean;
}

/**
 * Finds an exercise of the catalogue by its id, name or alias, or by whole words that its id begins with; null when
 * there is none.
 */
export type FindExercise = (name: string) => KnownExercise | null;
