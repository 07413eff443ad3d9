/** What a person may change about a routine before it is compiled: the flags of `run` and `plan`, parsed but not yet applied. */
import type { Stroke } from "../catalog/types.ts";
import type { Level, Side } from "../terms.ts";

/** One use of a flag: for every exercise it can touch, or for one (`psoas-march=12`). */
export interface Override<T> {
  /** The exercise as the person wrote it; null for all. */
  readonly exercise: string | null;
  readonly value: T;
  /** The flag as it was written, for messages: `--reps psoas-march=12`. */
  readonly flag: string;
  /** Not the person's own word but what history proposes: when time is short it gives way as the routine's own dose. */
  readonly proposed?: true;
}

/** A tempo that a flag asks for, as its strokes in both orders (see `parseTempo`). */
export interface TempoOverride {
  readonly text: string;
  buildStrokes(starts: "concentric" | "eccentric"): readonly Stroke[];
}

/** Flags that were really given; what is absent was not said. */
export interface PlanFlags {
  readonly level?: Level;
  readonly side?: Side | "both";
  readonly firstSide?: Side;
  readonly prepareMs?: number;
  readonly switchMs?: number;
  readonly sets?: readonly Override<number>[];
  readonly reps?: readonly Override<number>[];
  readonly holdMs?: readonly Override<number>[];
  readonly tempo?: readonly Override<TempoOverride>[];
  readonly restMs?: readonly Override<number>[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly from?: string;
  /** The longest that the session may take. */
  readonly fitMs?: number;
}

/** What holds where no flag says otherwise; from the settings. */
export interface PlanDefaults {
  readonly level: Level;
  readonly firstSide: Side;
  readonly prepareMs: number;
  readonly switchMs: number;
  /** Every rest is multiplied by it. */
  readonly restScale: number;
}

/** The defaults of the program itself. */
export const PLAN_DEFAULTS: PlanDefaults = {
  level: "standard",
  firstSide: "left",
  prepareMs: 10_000,
  switchMs: 10_000,
  restScale: 1,
};
