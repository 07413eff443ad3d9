/** The player's words: events that go in, happenings that come out, the state between them, and the Frame that is shown. */
import type { MarkName, StepKind } from "../plan/types.ts";
import type { Phase, Side } from "../terms.ts";

/**
 * What the player is told. Every event carries the reading of a monotonic clock in milliseconds at which it happened
 * (`clockMs`); the reading's origin does not matter, its order does.
 */
export type PlayerEvent =
  | { readonly type: "start"; readonly clockMs: number }
  | { readonly type: "tick"; readonly clockMs: number }
  | { readonly type: "pause"; readonly clockMs: number; readonly reason: PauseReason }
  | { readonly type: "resume"; readonly clockMs: number }
  | { readonly type: "skip"; readonly clockMs: number }
  | { readonly type: "back"; readonly clockMs: number }
  | { readonly type: "restart"; readonly clockMs: number }
  | { readonly type: "extend"; readonly clockMs: number; readonly deltaMs: number }
  | { readonly type: "done"; readonly clockMs: number }
  | { readonly type: "quit"; readonly clockMs: number };

/** `asked`: by the person. `gap`: the machine slept or the process was stopped. */
export type PauseReason = "asked" | "gap";

/** How a step ended. */
export type StepOutcome = "completed" | "skipped" | "quit";

/**
 * What happened, with the session time at which it was due (`atMs`: milliseconds since the start in which pauses do not
 * count). Every `step-started` is followed by one `step-ended` of the same step; when a step is done again, its last
 * `step-ended` is its record, and a record never becomes worse (see {@link StepRecord}).
 */
export type Happening =
  | { readonly type: "session-started"; readonly atMs: number }
  | { readonly type: "step-started"; readonly atMs: number; readonly step: number }
  | { readonly type: "beat"; readonly atMs: number; readonly step: number; readonly beat: number }
  | { readonly type: "mark"; readonly atMs: number; readonly step: number; readonly name: MarkName }
  | {
      readonly type: "step-ended";
      readonly atMs: number;
      readonly step: number;
      /** The step's record: of all attempts the one that counts. */
      readonly how: StepOutcome;
      readonly durationMs: number;
      readonly reps: number;
      /** How it ended just now, whatever its record. */
      readonly attempt: StepOutcome;
    }
  | { readonly type: "extended"; readonly atMs: number; readonly step: number; readonly deltaMs: number }
  | { readonly type: "paused"; readonly atMs: number; readonly reason: PauseReason }
  | { readonly type: "resumed"; readonly atMs: number }
  | { readonly type: "session-ended"; readonly atMs: number; readonly how: "finished" | "quit" };

/** What was done in a step. The better attempt stays: completed before skipped, then more repetitions, then longer. */
export interface StepRecord {
  readonly how: StepOutcome;
  /** Time spent in the attempt that counts. */
  readonly durationMs: number;
  /** Repetitions completed; for a set of one timed stroke 1 when it was held to its end. */
  readonly reps: number;
}

export type PlayerStatus = "ready" | "running" | "paused" | "finished" | "quit";

export interface PlayerState {
  readonly status: PlayerStatus;
  /** Why it is paused, while it is. */
  readonly pauseReason: PauseReason | null;
  /** The clock's reading at the last event. */
  readonly clockMs: number;
  /** Session time = clock − offset while running: never accumulated. */
  readonly offsetMs: number;
  /** Session time at the last event. */
  readonly atMs: number;
  /** The current step; the number of steps once the session has finished. */
  readonly step: number;
  /** Session time at which the current step began. */
  readonly stepAtMs: number;
  /** What the person added to the current step (negative: took away). */
  readonly extraMs: number;
  /** What was done, by step index; a hole where nothing was. */
  readonly records: readonly (StepRecord | undefined)[];
}

/** What the screen's colour and symbol follow. */
export type FramePhase = Phase | "prepare" | "rest" | "switch" | "open" | "finished";

/** One stretch of the session's progress bar. */
export interface ProgressSegment {
  readonly kind: StepKind;
  /** Planned milliseconds; an open step has a small share of its own, so that it is seen. */
  readonly weight: number;
}

/** What one side of the current repetition looks like as it goes by: every stroke with its share of the repetition. */
export interface FrameStroke {
  readonly phase: Phase;
  readonly word: string;
  readonly seconds: number;
}

/**
 * Everything that is seen at one moment: finished words, numbers and ratios; no colours, no widths.
 * Two frames that look the same are equal field by field.
 */
export interface Frame {
  readonly status: PlayerStatus;
  readonly pauseReason: PauseReason | null;
  readonly phase: FramePhase;
  /** "LIFT", "HOLD", "REST", "SWITCH SIDES": what to do, in one or two words. */
  readonly actionText: string;
  readonly kind: StepKind;
  /** Whether the person may add time to the step or take some away. */
  readonly stretchable: boolean;
  readonly stepIndex: number;
  /** The big figures: seconds left of the stroke or step ("7", "45", "1:30"), or "" in an open step. */
  readonly digits: string;
  /** Whole seconds behind `digits`; in an open step the seconds that have passed. */
  readonly seconds: number;
  readonly exercise: string;
  readonly exerciseId: string;
  readonly side: Side | null;
  /** "LEFT", "RIGHT" or "". */
  readonly sideWord: string;
  /** What the side means here: "Left knee on the floor"; before a set of sides in turn, which begins. */
  readonly sideMeaning: string;
  /** "Set 2 of 3"; "" where there is one alone. */
  readonly setText: string;
  /** "Rep 7 of 20"; "" for a single timed stroke. */
  readonly repText: string;
  /** What matters now, most important first: a cue in a set; between sets and in a pause the position and the steps. */
  readonly instructions: readonly string[];
  /** How many lines of them there was time to read, where there are more than are seen at once. */
  readonly linesRead: number;
  /** What comes next: "Right side, 55 s", "Mountain climbers, 3 × 60 s", "Done". */
  readonly next: string;
  /** Which stroke of the repetition is on, and the repetition's strokes; empty outside repetitions of several strokes. */
  readonly strokes: readonly FrameStroke[];
  readonly strokeIndex: number;
  /** Share of the current stroke (in a set) or step that has passed, 0 to 1. */
  readonly fill: number;
  /** How long `fill` takes from 0 to 1, in seconds; 0 in an open step. */
  readonly fillSeconds: number;
  /** Share of the current step that has passed, 0 to 1. */
  readonly stepFill: number;
  /** Time done and time left of the session, whole seconds, pauses and open steps not counted in what is left. */
  readonly elapsedSeconds: number;
  readonly remainingSeconds: number;
  readonly segments: readonly ProgressSegment[];
}

/** What was done in a session; times in milliseconds. */
export interface WorkoutSummary {
  readonly finished: boolean;
  /** Sets completed, of how many planned. */
  readonly setsCompleted: number;
  readonly setsPlanned: number;
  /** Repetitions of exercises that are counted in repetitions. */
  readonly reps: number;
  /** Time in sets. */
  readonly workedMs: number;
  /** Time of the session, pauses not counted. */
  readonly sessionMs: number;
  /** Labels of the sets that were skipped or never reached. */
  readonly skipped: readonly string[];
  /** Time under tension by muscle, longest first; less than a second is none. */
  readonly muscles: readonly { readonly name: string; readonly ms: number }[];
}
