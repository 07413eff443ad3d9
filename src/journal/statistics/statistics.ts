/**
 * Statistics over sessions: time under tension by muscle and exercise, days and weeks, left and right.
 *
 * Sessions are added one at a time, so that memory grows with days and exercises, not with sessions. Pure: the current
 * day is passed in.
 */
import { formatDay, localDayOf, weekStartOf } from "../../calendar.ts";
import { countsAsTraining, roundToMilliseconds, type SessionSummary } from "../session-summary.ts";
import { computeStreak } from "./streaks.ts";
import type { ExerciseTotal, SecondsBySide, Statistics, WeekTotal } from "./types.ts";

/** A running average. */
interface RunningMean {
  sum: number;
  count: number;
}

interface WeekAccumulator {
  sessions: number;
  seconds: number;
  tension: number;
  effort: RunningMean;
  tightness: RunningMean;
  left: RunningMean;
  right: RunningMean;
  pain: RunningMean;
}

type ExerciseAccumulator = { -readonly [K in keyof ExerciseTotal]: ExerciseTotal[K] };

/** Sessions must be added earliest first; `build` may be called at any time. */
export class StatisticsAccumulator {
  readonly #counts = { finished: 0, partial: 0, unfinished: 0 };
  readonly #days = new Map<number, { sessions: number; seconds: number }>();
  readonly #weeks = new Map<number, WeekAccumulator>();
  readonly #exercises = new Map<string, ExerciseAccumulator>();
  /** The latest session with an exercise: within one it may occur several times. */
  readonly #latestWith = new Map<string, SessionSummary>();
  #liftedKg = 0;
  readonly #muscles = new Map<string, SecondsBySide>();

  readonly #firstWeekday: number;

  /** @param firstWeekday on which weeks begin, 0 for Monday. */
  constructor(firstWeekday = 0) {
    this.#firstWeekday = firstWeekday;
  }

  #weekOf(day: number): number {
    return weekStartOf(day, this.#firstWeekday);
  }

  add(session: SessionSummary): void {
    if (!countsAsTraining(session)) return;
    this.#counts[session.status] += 1;
    this.#liftedKg += session.liftedKg ?? 0;
    const day = localDayOf(session.startedAt, session.utcOffsetMinutes);
    const ofDay = getOrCreate(this.#days, day, createDay);
    ofDay.sessions += 1;
    ofDay.seconds += session.activeSeconds;
    this.#addBlocks(session, this.#addWeek(session, this.#weekOf(day)));
  }

  #addWeek(session: SessionSummary, first: number): WeekAccumulator {
    const week = getOrCreate(this.#weeks, first, createWeek);
    const { activeSeconds, effort, tightness, tightnessSide: side, pain } = session;
    week.sessions += 1;
    week.seconds += activeSeconds;
    addToMean(week.pain, pain);
    addToMean(week.effort, effort);
    addToMean(week.tightness, tightness);
    if (side === "left" || side === "both") addToMean(week.left, tightness);
    if (side === "right" || side === "both") addToMean(week.right, tightness);
    return week;
  }

  #addBlocks(session: SessionSummary, week: WeekAccumulator): void {
    for (const block of session.blocks) {
      if (block.started === 0) continue;
      const total = getOrCreate(this.#exercises, block.exercise, createExercise);
      // The latest name is used.
      total.name = block.name;
      if (this.#latestWith.get(block.exercise) !== session) total.sessions += 1;
      this.#latestWith.set(block.exercise, session);
      total.sets += block.completed;
      total.reps += block.reps;
      total.seconds += block.seconds;
      for (const side of SIDES) {
        const seconds = block.tension[side] ?? 0;
        if (seconds === 0) continue;
        total[side] += seconds;
        total.tensionSeconds += seconds;
        week.tension += seconds;
        for (const muscle of block.targets) getOrCreate(this.#muscles, muscle, createSides)[side] += seconds;
      }
    }
  }

  /** @param goal training days per week; null counts consecutive days. */
  build(today: number, goal: number | null): Statistics {
    const exercises = [...this.#exercises.values()].map(roundValues).sort(compareByTension((total) => total.name));
    const muscles = [...this.#muscles]
      .map(([muscle, { left, right, both }]) =>
        roundValues({ muscle, tensionSeconds: left + right + both, left, right, both }),
      )
      .filter((total) => total.tensionSeconds > 0)
      .sort(compareByTension((total) => total.muscle));
    const days = [...this.#days].sort(([a], [b]) => a - b);
    const seconds = days.reduce((sum, [, day]) => sum + day.seconds, 0);
    const { finished, partial, unfinished } = this.#counts;
    return {
      sessions: finished + partial + unfinished,
      finished,
      partial,
      unfinished,
      minutes: toMinutes(seconds),
      sets: exercises.reduce((sum, total) => sum + total.sets, 0),
      tensionSeconds: roundToMilliseconds(exercises.reduce((sum, total) => sum + total.tensionSeconds, 0)),
      ...(this.#liftedKg > 0 && { liftedKg: roundToMilliseconds(this.#liftedKg) }),
      streak: computeStreak(this.#days.keys(), today, goal, this.#firstWeekday),
      exercises,
      muscles,
      days: days.map(([day, { sessions, seconds }]) => ({
        date: formatDay(day),
        sessions,
        minutes: toMinutes(seconds),
      })),
      weeks: this.#weekTotals(today),
    };
  }

  #weekTotals(today: number): WeekTotal[] {
    const totals: WeekTotal[] = [];
    const last = Math.max(this.#weekOf(today), ...this.#weeks.keys());
    for (let week = Math.min(...this.#weeks.keys()); week <= last; week += 7) {
      const fold = this.#weeks.get(week);
      totals.push({
        week: formatDay(week),
        sessions: fold?.sessions ?? 0,
        minutes: toMinutes(fold?.seconds ?? 0),
        tensionSeconds: roundToMilliseconds(fold?.tension ?? 0),
        effort: computeMean(fold?.effort),
        tightness: computeMean(fold?.tightness),
        tightnessLeft: computeMean(fold?.left),
        tightnessRight: computeMean(fold?.right),
        pain: computeMean(fold?.pain),
      });
    }
    return totals;
  }
}

const SIDES = ["left", "right", "both"] as const;

const createDay = () => ({ sessions: 0, seconds: 0 });
const createSides = (): SecondsBySide => ({ left: 0, right: 0, both: 0 });
const createMean = (): RunningMean => ({ sum: 0, count: 0 });
const createWeek = (): WeekAccumulator => ({
  sessions: 0,
  seconds: 0,
  tension: 0,
  effort: createMean(),
  tightness: createMean(),
  left: createMean(),
  right: createMean(),
  pain: createMean(),
});
const createExercise = (exercise: string): ExerciseAccumulator => ({
  exercise,
  name: "",
  sessions: 0,
  sets: 0,
  reps: 0,
  seconds: 0,
  tensionSeconds: 0,
  ...createSides(),
});

function getOrCreate<K, V>(map: Map<K, V>, key: K, create: (key: K) => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = create(key);
    map.set(key, value);
  }
  return value;
}

function addToMean(mean: RunningMean, value: number | null): void {
  if (value === null) return;
  mean.sum += value;
  mean.count += 1;
}

function computeMean(mean: RunningMean | undefined): number | null {
  return mean && mean.count > 0 ? Math.round((mean.sum / mean.count) * 10) / 10 : null;
}

function roundValues<T extends object>(total: T): T {
  return Object.fromEntries(
    Object.entries(total).map(([key, value]) => [key, typeof value === "number" ? roundToMilliseconds(value) : value]),
  ) as T;
}

function toMinutes(seconds: number): number {
  return Math.round(seconds / 6) / 10;
}

function compareByTension<T extends { readonly tensionSeconds: number }>(name: (total: T) => string) {
  return (a: T, b: T) => b.tensionSeconds - a.tensionSeconds || (name(a) < name(b) ? -1 : 1);
}
