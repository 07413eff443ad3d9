/** Changes the user can make to a routine before it is compiled: the flags of `run` and `plan`, parsed but not yet applied. */
import type { Stroke } from "../catalog/exercise-types.ts";
import type { Level, Side } from "../terms.ts";

/** One use of a flag, for all exercises it can affect or for one (`psoas-march=12`). */
export interface Override<T> {
  /** The exercise name as typed; null for all. */
  readonly exercise: string | null;
  readonly value: T;
  /** The flag as typed, for messages: `--reps psoas-march=12`. */
  readonly flag: string;
  /** Set if the value was suggested from the history: when time is short it may be reduced like the routine's own dose. */
  readonly proposed?: true;
}

/** A tempo given by a flag; its strokes can be built for either starting stroke (see `parseTempo`). */
export interface TempoOverride {
  readonly text: string;
  buildStrokes(starts: "concentric" | "eccentric"): readonly Stroke[];
}

/** Only the flags that were given; the others are absent. */
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
  /** Rounds of the outermost groups; without groups, how often the routine is done. */
  readonly rounds?: number;
  /** Milliseconds that a self-paced repetition is estimated at. */
  readonly paceMs?: readonly Override<number>[];
  /** Decides what chance decides; the same seed gives the same plan. */
  readonly seed?: number;
  /** Whether self-paced sets end when their estimate is over. */
  readonly handsFree?: boolean;
  /** The maximum duration of the session. */
  readonly fitMs?: number;
}

/** Values used where no flag overrides them; taken from the settings. */
export interface PlanDefaults {
  readonly level: Level;
  readonly firstSide: Side;
  readonly prepareMs: number;
  readonly switchMs: number;
  /** Factor for every rest. */
  readonly restScale: number;
  readonly handsFree?: boolean;
  /** Decides what chance decides, where no flag does. */
  readonly seed?: number;
}

/** The program's built-in defaults. */
export const PLAN_DEFAULTS: PlanDefaults = {
  level: "standard",
  firstSide: "left",
  prepareMs: 10_000,
  switchMs: 10_000,
  restScale: 1,
};
