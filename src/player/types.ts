/** The player's types: events that go in, happenings that come out, the state between them, and the Frame to show. */
import type { Deadline, MarkName, StepKind } from "../plan/types.ts";
import type { Phase, Side } from "../terms.ts";

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
 * carries its record, and a record never gets worse (see {@link StepRecord}).
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
  /** Session time at which the clocks began that run now or ran in the step before, by the index of their first step. */
  readonly anchors: Readonly<Record<number, number>>;
  /** When groups with a score began and ended, by their key (see `formatGroupKey`). */
  readonly groupTimes: Readonly<Record<string, GroupTime>>;
  /** What was done, by step index; undefined if nothing was. */
  readonly records: readonly (StepRecord | undefined)[];
}

/** Session time at which one pass of a group began, and ended; null while it goes on. */
export interface GroupTime {
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** Determines the colour and symbol on the screen. */
export type FramePhase = Phase | "prepare" | "rest" | "switch" | "open" | "finished";

/** One segment of the session's progress bar. */
export interface ProgressSegment {
  readonly kind: StepKind;
  /** Planned milliseconds; an open step gets a small share so that it is visible. */
  readonly weight: number;
}

/** One stroke of the current repetition, with its length. */
export interface FrameStroke {
  readonly phase: Phase;
  readonly word: string;
  readonly seconds: number;
}

/**
 * Everything that is shown at one moment: finished text, numbers and ratios; no colours, no widths. Two frames that look
 * the same are equal field by field.
 */
export interface Frame {
  readonly status: PlayerStatus;
  readonly pauseReason: PauseReason | null;
  readonly phase: FramePhase;
  /** "LIFT", "HOLD", "REST", "SWITCH SIDES": what to do, in one or two words. */
  readonly actionText: string;
  readonly kind: StepKind;
  /** Whether the person can add time to the step or take some away, or repetitions where it waits. */
  readonly stretchable: boolean;
  readonly stepIndex: number;
  /**
   * The big digits: seconds left in the stroke or step ("7", "45", "1:30"), in a rest that fills an interval those of the
   * interval; the repetitions to do in a self-paced set; "" in a step that waits without a count.
   */
  readonly digits: string;
  /** The whole seconds shown in `digits`; in a step that waits, the seconds elapsed. */
  readonly seconds: number;
  readonly exercise: string;
  readonly exerciseId: string;
  readonly side: Side | null;
  /** "LEFT", "RIGHT" or "". */
  readonly sideWord: string;
  /** What the side means here: "Left knee on the floor"; before a set with alternating sides, which side starts. */
  readonly sideMeaning: string;
  /** "Set 2 of 3"; "" if there is only one. */
  readonly setText: string;
  /** "Rep 7 of 20"; "" for a single timed stroke. */
  readonly repText: string;
  /**
   * "Round 2 of 3", "Round 4" where nobody knows how many there will be, "Minute 3 of 10" where each round has a minute,
   * in nested groups "Round 1 of 2, 3 of 4" from outside in; "" outside groups.
   */
  readonly roundText: string;
  /** "Exercise 2 of 3" of the round, outside groups of the workout; "" where it is the only one. */
  readonly placeText: string;
  /** "3 rounds done" where as many are done as possible; "" elsewhere. */
  readonly doneText: string;
  /** The clock of the group and its time, "8:12": what is left of a cap or an interval, or what has passed; null and "" without one. */
  readonly clock: FrameClock | null;
  readonly clockText: string;
  /** "20 kg"; "" without a load. */
  readonly loadText: string;
  /** "7/20" in a counted set; "" elsewhere. */
  readonly countText: string;
  /** What matters now, most important first: a cue during a set; between sets and in a pause, the position and the steps. */
  readonly instructions: readonly string[];
  /** How many of those lines there has been time to read, if they do not all fit on the screen. */
  readonly linesRead: number;
  /** What comes next: "Right side, 55 s", "Mountain climbers, 3 sets of 60 s", "Done". */
  readonly next: string;
  /** The strokes of the repetition, and which one is current; empty unless a repetition has several strokes. */
  readonly strokes: readonly FrameStroke[];
  readonly strokeIndex: number;
  /** Share of the current stroke (in a set) or step that has elapsed, 0 to 1. */
  readonly fill: number;
  /** How many seconds `fill` takes to go from 0 to 1; 0 in an open step. */
  readonly fillSeconds: number;
  /** Share of the current step that has elapsed, 0 to 1; where as many rounds are done as possible, of their time. */
  readonly stepFill: number;
  /** Elapsed and remaining time of the session in whole seconds; remaining time excludes pauses and open steps. */
  readonly elapsedSeconds: number;
  readonly remainingSeconds: number;
  readonly segments: readonly ProgressSegment[];
}

/** `cap` and `interval` show what is left, `up` what has passed. */
export type FrameClock = Deadline["kind"] | "up";

/** The score of a group: as many rounds as possible, or for time. */
export interface GroupScore {
  /** Index in the plan's groups. */
  readonly group: number;
  readonly name: string | null;
  /** What it is for, in short; scores of the same workout can be compared. */
  readonly workout: string;
  /** `rounds`: as many as possible. `time`: for time. */
  readonly kind: "rounds" | "time";
  /** Rounds of which every set was completed. */
  readonly rounds: number;
  /** Repetitions, and completed sets, of the other rounds. */
  readonly reps: number;
  readonly sets: number;
  /** For time: sets that were not completed. */
  readonly setsLeft: number;
  /** How long the group took. */
  readonly ms: number;
  /** `done`: for time every round, as many as possible until time was up. `cap`: the cap ended it before that. `stopped`: it was left. */
  readonly end: "done" | "cap" | "stopped";
}

/** A score as it is shown. */
export interface SummaryScore {
  /** The group's name, or "Score". */
  readonly title: string;
  /** "7 rounds + 12 reps". */
  readonly text: string;
  /** "one round more than on 3 Nov"; "" without a last time. */
  readonly comparison: string;
}

/** What was done in a session; times in milliseconds. */
export interface WorkoutSummary {
  readonly finished: boolean;
  /** Sets completed, and how many were planned. */
  readonly setsCompleted: number;
  readonly setsPlanned: number;
  /** Repetitions of exercises that are counted in repetitions. */
  readonly reps: number;
  /** Time in sets. */
  readonly workedMs: number;
  /** Duration of the session, not counting pauses. */
  readonly sessionMs: number;
  /** Labels of the sets that were skipped or never reached; where as many rounds are done as possible, there are none. */
  readonly skipped: readonly string[];
  /** The scores of groups, in words. */
  readonly scores: readonly SummaryScore[];
  /** Time under tension by muscle, longest first; muscles with less than a second are left out. */
  readonly muscles: readonly { readonly name: string; readonly ms: number }[];
}
