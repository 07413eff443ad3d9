/** What is said of a session at its end: its sums, and the scores of its groups. */
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
  /**
   * `done`: for time every round, as many as possible until time was up. `cap`: the cap ended it before that.
   * `stopped`: it was left.
   */
  readonly end: "done" | "cap" | "stopped";
}

/** A score as it is shown. */
interface SummaryScore {
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

/** Whether no set was so much as begun, as when all exercises were skipped. */
export function isNothingDone({ setsCompleted, workedMs }: WorkoutSummary): boolean {
  return setsCompleted === 0 && workedMs === 0;
}
