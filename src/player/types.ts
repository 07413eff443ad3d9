/** The player's types: events that go in, happenings that come out, and the state between them. */
import type { Deadline, MarkName } from "../plan/step-types.ts";

/**
 * An input to the player. Every event carries the monotonic clock reading (`clockMs`, milliseconds) at which it happened;
 * only the order of readings matters, not their origin.
 */
export type PlayerEvent =
  | { readonly type: "start"; readonly clockMs: number }
  | { readonly type: "tick"; readonly clockMs: number }
  | { readonly type: "pause"; readonly clockMs: number; readonly reason: PauseReason }
  | { readonly type: "resume"; readonly clockMs: number }
  | { readonly type: "skip"; readonly clockMs: number }
  /** Skips what is left of the exercise; in a group, of the round. */
  | { readonly type: "skip-exercise"; readonly clockMs: number }
  | { readonly type: "back"; readonly clockMs: number }
  | { readonly type: "restart"; readonly clockMs: number }
  | { readonly type: "extend"; readonly clockMs: number; readonly deltaMs: number }
  | { readonly type: "done"; readonly clockMs: number }
  | { readonly type: "quit"; readonly clockMs: number };

/** `asked`: by the person. `gap`: the machine slept or the process was suspended. */
export type PauseReason = "asked" | "gap";

/** How a step ended. */
export type StepOutcome = "completed" | "skipped" | "quit";

/**
 * What happened, and the session time at which it was due (`atMs`: milliseconds since the start, not counting pauses).
 * Every `step-started` is followed by one `step-ended` of the same step; if a step is repeated, its last `step-ended`
 * carries its record, and a record never gets worse (see {@link StepRecord}), unless the person sets it right.
 */
export type Happening =
  | { readonly type: "session-started"; readonly atMs: number }
  | { readonly type: "step-started"; readonly atMs: number; readonly step: number }
  | { readonly type: "beat"; readonly atMs: number; readonly step: number; readonly beat: number }
  | {
      readonly type: "mark";
      readonly atMs: number;
      readonly step: number;
      readonly name: MarkName;
      /** The clock that it counts, of a round or of a cap; absent where it counts the step itself. */
      readonly clock?: Deadline["kind"];
    }
  | {
      readonly type: "step-ended";
      readonly atMs: number;
      readonly step: number;
      /** The step's record: the best of all attempts. */
      readonly how: StepOutcome;
      readonly durationMs: number;
      readonly reps: number;
      /** How this attempt ended, whatever the record. */
      readonly attempt: StepOutcome;
    }
  /** The record of a self-paced set that a clock cut off was set right. */
  | ({ readonly type: "corrected"; readonly atMs: number; readonly step: number } & StepRecord)
  | { readonly type: "extended"; readonly atMs: number; readonly step: number; readonly deltaMs: number }
  | { readonly type: "paused"; readonly atMs: number; readonly reason: PauseReason }
  | { readonly type: "resumed"; readonly atMs: number }
  | { readonly type: "session-ended"; readonly atMs: number; readonly how: "finished" | "quit" };

/** What was done in a step. The better attempt is kept: completed before skipped, then more repetitions, then longer. */
export interface StepRecord {
  readonly how: StepOutcome;
  /** Duration of the recorded attempt. */
  readonly durationMs: number;
  /** Repetitions completed; for a set of one timed stroke, 1 if it was held to the end. */
  readonly reps: number;
}

export type PlayerStatus = "ready" | "running" | "paused" | "finished" | "quit";

export interface PlayerState {
  readonly status: PlayerStatus;
  /** Why the session is paused; null while it is not. */
  readonly pauseReason: PauseReason | null;
  /** The clock reading at the last event. */
  readonly clockMs: number;
  /** Session time = clock − offset while running: never accumulated. */
  readonly offsetMs: number;
  /** Session time at the last event. */
  readonly atMs: number;
  /** The current step; the number of steps once the session has finished. */
  readonly step: number;
  /** Session time at which the current step began. */
  readonly stepAtMs: number;
  /** Time the person added to the current step; negative if taken away. */
  readonly extraMs: number;
  /** By how much the repetitions of the current self-paced set differ from the plan. */
  readonly repsChange: number;
  /** The self-paced set that a clock has cut off; until the next set, its repetitions can be set right. */
  readonly cutSet: CutSet | null;
  /** Session time at which the clocks began that run now or ran in the step before, by the index of their first step. */
  readonly anchors: Readonly<Record<number, number>>;
  /** When groups with a score began and ended, by their key (see `formatGroupKey`). */
  readonly groupTimes: Readonly<Record<string, GroupTime>>;
  /** What was done, by step index; undefined if nothing was. */
  readonly records: readonly (StepRecord | undefined)[];
}

/** A set that a clock has cut off. */
export interface CutSet {
  /** Its step. */
  readonly step: number;
  /** The repetitions that are counted. */
  readonly reps: number;
}

/** Session time at which one pass of a group began, and ended; null while it goes on. */
interface GroupTime {
  readonly fromMs: number;
  readonly toMs: number | null;
}
