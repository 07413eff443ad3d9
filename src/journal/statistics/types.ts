/** The statistics: totals by exercise, muscle, day and week. `unwind stats --json` prints them as they are. */

export interface Streak {
  readonly unit: "day" | "week";
  /** Training days a week must have; null if days are counted. */
  readonly goal: number | null;
  readonly present: number;
  readonly longest: number;
}

export interface SecondsBySide {
  left: number;
  right: number;
  both: number;
}

export interface ExerciseTotal extends SecondsBySide {
  readonly exercise: string;
  readonly name: string;
  /** Sessions that included it. */
  readonly sessions: number;
  readonly sets: number;
  readonly reps: number;
  /** Time spent in sets. */
  readonly seconds: number;
  /** Seconds under tension, all sides. */
  readonly tensionSeconds: number;
}

interface MuscleTotal extends SecondsBySide {
  readonly muscle: string;
  readonly tensionSeconds: number;
}

export interface DayTotal {
  /** "2026-11-22", local. */
  readonly date: string;
  readonly sessions: number;
  readonly minutes: number;
}

export interface WeekTotal {
  /** Its first day. */
  readonly week: string;
  readonly sessions: number;
  readonly minutes: number;
  readonly tensionSeconds: number;
  /** Average of that week's answers; null if there were none. */
  readonly effort: number | null;
  readonly tightness: number | null;
  readonly tightnessLeft: number | null;
  readonly tightnessRight: number | null;
  readonly pain: number | null;
}

export interface Statistics {
  readonly sessions: number;
  readonly finished: number;
  readonly partial: number;
  readonly unfinished: number;
  readonly minutes: number;
  readonly sets: number;
  readonly tensionSeconds: number;
  /** Kilograms lifted, every load times its repetitions; absent where nothing was. */
  readonly liftedKg?: number;
  readonly streak: Streak;
  readonly exercises: readonly ExerciseTotal[];
  readonly muscles: readonly MuscleTotal[];
  /** Days with training, earliest first. */
  readonly days: readonly DayTotal[];
  /** Every week from the first with training to this one, including weeks without any. */
  readonly weeks: readonly WeekTotal[];
}
