/** What was done of each exercise, session by session: the basis of proposals. */
import { parseTimestamp } from "../../calendar.ts";
import type { StoredDose } from "../session-format.ts";
import type { SessionSummary } from "../session-summary.ts";
import type { AdjustableDose } from "./dose-steps.ts";

/** One exercise in one session. */
export interface ExerciseRecord {
  readonly session: string;
  readonly atMs: number;
  readonly utcOffsetMinutes: number;
  readonly dose: AdjustableDose;
  readonly strokes: StoredDose["strokes"];
  readonly sets: number;
  /** Sets done in full. */
  readonly setsDoneInFull: number;
  readonly effort: number | null;
  readonly tightness: number | null;
  /** How much tighter than after the last session in which it was asked; null if unknown. */
  readonly tighterBy: number | null;
}

/** Records kept per exercise: no rule looks further back. */
const MAX_RECENT = 2;

/** The history of one exercise. */
export interface ExerciseHistory {
  /** The latest records, earliest first: from this routine, or from any if it was never done in this one. */
  readonly recent: readonly ExerciseRecord[];
  /** The last time it was done in any routine. */
  readonly lastAnywhere: ExerciseRecord;
}

/**
 * The history of each exercise for a routine. Doses differ between routines, so records of the same routine take
 * precedence. Unfinished sessions are left out: they may still be completed.
 *
 * @param sessions earliest first.
 */
export function buildExerciseHistories(
  sessions: Iterable<SessionSummary>,
  routine: string,
): ReadonlyMap<string, ExerciseHistory> {
  const here = new Map<string, ExerciseRecord[]>();
  const anywhere = new Map<string, ExerciseRecord[]>();
  let tightnessBefore: number | null = null;
  for (const session of sessions) {
    if (session.status === "unfinished") continue;
    const { tightness } = session;
    const tighterBy = tightness !== null && tightnessBefore !== null ? tightness - tightnessBefore : null;
    for (const record of collectRecords(session, tighterBy)) {
      addRecord(anywhere, record);
      if (session.routine === routine) addRecord(here, record);
    }
    tightnessBefore = tightness ?? tightnessBefore;
  }
  return new Map(
    [...anywhere].flatMap(([exercise, records]): [string, ExerciseHistory][] => {
      const last = records.at(-1);
      return last ? [[exercise, { recent: here.get(exercise) ?? records, lastAnywhere: last }]] : [];
    }),
  );
}

function addRecord(into: Map<string, ExerciseRecord[]>, record: ExerciseRecord & { exercise: string }): void {
  into.set(record.exercise, [...(into.get(record.exercise) ?? []), record].slice(-MAX_RECENT));
}

function collectRecords(session: SessionSummary, tighterBy: number | null): (ExerciseRecord & { exercise: string })[] {
  const found = new Map<string, ExerciseRecord & { exercise: string }>();
  for (const block of session.blocks) {
    const before = found.get(block.exercise);
    found.set(block.exercise, {
      exercise: block.exercise,
      session: session.id,
      atMs: parseTimestamp(session.startedAt) ?? 0,
      utcOffsetMinutes: session.utcOffsetMinutes,
      // An exercise that occurs twice is judged by all its sets and adjusted from its first dose.
      dose: before?.dose ?? toAdjustableDose(block.dose),
      strokes: before?.strokes ?? block.dose.strokes,
      sets: (before?.sets ?? 0) + block.sets,
      setsDoneInFull: (before?.setsDoneInFull ?? 0) + block.completedInFull,
      effort: session.effort,
      tightness: session.tightness,
      tighterBy,
    });
  }
  const started = new Set(session.blocks.filter((block) => block.started > 0).map((block) => block.exercise));
  return [...found.values()].filter((record) => started.has(record.exercise));
}

function toAdjustableDose({ strokes, reps }: StoredDose): AdjustableDose {
  const [first] = strokes;
  const single = strokes.length === 1;
  return {
    hold: single && first ? first.seconds : null,
    reps: strokes.length > 1 || reps > 1 ? reps : null,
    eccentric: single ? null : (strokes.find((stroke) => stroke.phase === "eccentric")?.seconds ?? null),
  };
}
