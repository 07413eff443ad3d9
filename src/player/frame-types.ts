/** What is shown at one moment of a session: the Frame, which the player makes and every screen reads. */
import type { Deadline, StepKind } from "../plan/step-types.ts";
import type { Phase, Side } from "../terms.ts";
import type { PauseReason, PlayerStatus } from "./types.ts";

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
  /** Whether + and − change something: the length of the step, or the repetitions of a self-paced set. */
  readonly stretchable: boolean;
  /** "Push-up: 7 of 10 reps": the set that a clock has cut off, as long as + and − set it right; "" otherwise. */
  readonly cutSetText: string;
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
  /**
   * The clock of the group and its time, "8:12": what is left of a cap or an interval, or what has passed; null and ""
   * without one.
   */
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
  /** "12:35 left", "12:35+ left" where sets wait, "up to 20:00 left" where a cap may not be needed; "" where nobody knows. */
  readonly leftText: string;
  readonly segments: readonly ProgressSegment[];
}

/** `cap` and `interval` show what is left, `up` what has passed. */
export type FrameClock = Deadline["kind"] | "up";
