/** A session in short: what lists, statistics and proposals need, so that they need not read the whole file. */
import { formatTimestamp, parseTimestamp } from "../calendar.ts";
import type { SessionAnswers } from "./session-answers.ts";
import type { Amendment, SessionFile, StoredBlock, StoredScore, StoredStep, Tension } from "./session-format.ts";

export type SessionStatus = "finished" | "partial" | "unfinished";

/** What was planned of one exercise; often the same in many sessions. */
export type PlannedBlock = Readonly<Pick<StoredBlock, "exercise" | "name" | "kind" | "targets" | "dose" | "sets">>;

/** What was done of one exercise. */
export interface BlockSummary extends PlannedBlock {
  /** Sets started, and sets completed. */
  readonly started: number;
  readonly completed: number;
  /** Completed sets done in full: a person may end a set early. */
  readonly completedInFull: number;
  readonly reps: number;
  /** Time in sets, and under tension by side. */
  readonly seconds: number;
  readonly tension: Tension;
}

/** The answers are null if they were not given. */
export interface SessionSummary extends SessionAnswers {
  readonly id: string;
  readonly routine: string;
  readonly title: string;
  readonly level: string;
  readonly status: SessionStatus;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly utcOffsetMinutes: number;
  /** Session time without pauses. */
  readonly activeSeconds: number;
  readonly notes: readonly string[];
  /** A run at another speed that does not count as training. */
  readonly rehearsal?: true;
  /** Scores of groups; absent where there are none. */
  readonly scores?: readonly StoredScore[];
  /** Kilograms lifted: every load times its repetitions; absent where nothing was. */
  readonly liftedKg?: number;
  readonly blocks: readonly BlockSummary[];
}

export function summariseSessionFile(session: SessionFile, status: SessionStatus = session.status): SessionSummary {
  const byBlock: StoredStep[][] = session.blocks.map(() => []);
  for (const step of session.steps) if (step.kind === "set") byBlock[step.block]?.push(step);
  const liftedKg = roundToMilliseconds(session.steps.reduce((sum, step) => sum + computeLiftedKg(step), 0));
  return {
    id: session.id,
    routine: session.routine,
    title: session.title,
    level: session.level,
    status,
    startedAt: session.startedAt,
    endedAt: session.endedAt,
    utcOffsetMinutes: session.utcOffsetMinutes,
    activeSeconds: session.activeSeconds,
    effort: session.effort,
    tightness: session.tightness,
    tightnessSide: session.tightnessSide,
    pain: session.pain,
    skipReason: session.skipReason,
    notes: session.notes,
    ...(isRehearsal(session) ? { rehearsal: true as const } : {}),
    ...(session.scores && session.scores.length > 0 && { scores: session.scores }),
    ...(liftedKg > 0 && { liftedKg }),
    blocks: session.blocks.map((block, index) => summariseBlock(block, byBlock[index] ?? [])),
  };
}

const KG_PER_LB = 0.453_592_37;

/** "2 x 20 kg" and "45.5 lbs" weigh something, "green band" does not. */
const WEIGHT = /^(?:(\d+)\s*[x×]\s*)?(\d+(?:[.,]\d+)?)\s*(kg|lbs?)\b/i;

/** What a set lifted in all its repetitions; 0 for a load without kilograms or pounds, and for a hold. */
function computeLiftedKg({ kind, load, reps, plannedReps }: StoredStep): number {
  const [, times = "1", weight, unit = ""] = WEIGHT.exec(load ?? "") ?? [];
  if (kind !== "set" || weight === undefined || (plannedReps === 1 && reps === 1)) return 0;
  const kg = Number(weight.replace(",", ".")) * (unit.toLowerCase() === "kg" ? 1 : KG_PER_LB);
  return Number(times) * kg * reps;
}

function summariseBlock(block: StoredBlock, sets: readonly StoredStep[]): BlockSummary {
  const sum = (value: (step: StoredStep) => number) =>
    roundToMilliseconds(sets.reduce((total, step) => total + value(step), 0));
  const tension: Tension = {};
  for (const side of ["left", "right", "both"] as const) {
    const seconds = sum((step) => step.tension?.[side] ?? 0);
    if (seconds > 0) tension[side] = seconds;
  }
  return {
    exercise: block.exercise,
    name: block.name,
    kind: block.kind,
    // A muscle counts once, however often a file names it.
    targets: [...new Set(block.targets)],
    dose: block.dose,
    sets: block.sets,
    started: sets.filter((step) => step.how === "completed" || step.actualSeconds > 0).length,
    completed: sets.filter((step) => step.how === "completed").length,
    completedInFull: sets.filter(isDoneInFull).length,
    reps: sum((step) => step.reps),
    seconds: sum((step) => step.actualSeconds),
    tension,
  };
}

/** Whether a set reached its repetitions or, with only one, its seconds. */
function isDoneInFull({ how, reps, plannedReps, actualSeconds, plannedSeconds }: StoredStep): boolean {
  if (how !== "completed") return false;
  return plannedReps > 1 ? reps >= plannedReps : actualSeconds >= (plannedSeconds ?? 0);
}

/** Applies later additions: the latest answer wins, notes accumulate. */
export function applyAmendments(session: SessionFile, amendments: readonly Amendment[]): SessionFile {
  let result = session;
  for (const { effort, tightness, tightnessSide, pain, skipReason, note, notes } of amendments) {
    const before = notes ?? result.notes;
    result = {
      ...result,
      effort: effort === undefined ? result.effort : effort,
      tightness: tightness === undefined ? result.tightness : tightness,
      tightnessSide: tightnessSide === undefined ? result.tightnessSide : tightnessSide,
      pain: pain === undefined ? result.pain : pain,
      skipReason: skipReason === undefined ? result.skipReason : skipReason,
      notes: note === undefined ? before : [...before, note],
    };
  }
  return result;
}

/** Whether it ran at another speed than the world's, and the person did not say that it counts. */
export function isRehearsal({ speed, counted }: SessionFile): boolean {
  return speed !== 1 && !counted;
}

/** The end of the year 9999: a later time cannot be read back. */
const LATEST_MS = 253_402_300_799_999;

/** A session whose clock was set back while it ran, with an end that follows from what was done. */
export function correctEnd(session: SessionFile): SessionFile {
  if (session.endedAt >= session.startedAt) return session;
  const pauseSeconds = session.pauses.reduce((sum, { seconds }) => sum + seconds, 0);
  const lastedMs = (session.activeSeconds / session.speed + pauseSeconds) * 1000;
  const endedMs = (parseTimestamp(session.startedAt) ?? 0) + lastedMs;
  return { ...session, endedAt: endedMs <= LATEST_MS ? formatTimestamp(endedMs) : session.startedAt };
}

/** Clocks of two machines may differ by as much. */
const FUTURE_TOLERANCE_MS = 5 * 60_000;

/** Whether a session is dated in the future, by a clock that was wrong: nothing was last done then. */
export function isInFuture({ startedAt }: { readonly startedAt: string }, nowEpochMs: number): boolean {
  return (parseTimestamp(startedAt) ?? 0) > nowEpochMs + FUTURE_TOLERANCE_MS;
}

/** Whether any set was started; otherwise it was a false start. */
export function hasStartedSet(session: SessionSummary): boolean {
  return session.blocks.some((block) => block.started > 0);
}

/** So much work counts as training without a set in full: our choice. Less is a try, as when a first set is broken off. */
const LEAST_TRAINING_SECONDS = 30;

/**
 * Whether a session counts as training, for days, streaks, statistics and how often a routine was done: a set was done in
 * full, or half a minute of work in parts of sets; a test is none. What does not count is kept and listed all the same.
 */
export function countsAsTraining({ blocks }: SessionSummary): boolean {
  let seconds = 0;
  for (const block of blocks) {
    if (block.kind === "assessment") continue;
    if (block.completedInFull > 0) return true;
    seconds += block.seconds;
  }
  return seconds >= LEAST_TRAINING_SECONDS;
}

/** Sets completed, out of the planned ones. */
export function countSets({ blocks }: SessionSummary): { completed: number; planned: number } {
  return {
    completed: blocks.reduce((sum, block) => sum + block.completed, 0),
    planned: blocks.reduce((sum, block) => sum + block.sets, 0),
  };
}

/** Seconds under tension on all sides, to the millisecond. */
export function sumTension({ left = 0, right = 0, both = 0 }: Tension): number {
  return roundToMilliseconds(left + right + both);
}

/** Removes what adding up fractions of a second leaves behind. */
export function roundToMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
