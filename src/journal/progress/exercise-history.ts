/** What was done of each exercise, session by session: the basis of proposals. */
import { parseTimestamp } from "../../calendar.ts";
import type { SkipReason } from "../session-answers.ts";
import type { StoredDose } from "../session-format.ts";
import type { SessionSummary } from "../session-summary.ts";
import { type AdjustableDose, isSameDose } from "./dose-steps.ts";

/** One exercise in one session. */
export interface ExerciseRecord {
  readonly session: string;
  readonly atMs: number;
  readonly utcOffsetMinutes: number;
  readonly dose: AdjustableDose;
  readonly strokes: StoredDose["strokes"];
  readonly sets: number;
  /** Sets completed: the others were skipped. */
  readonly setsCompleted: number;
  /** Of the completed sets those that were not ended early. */
  readonly setsDoneInFull: number;
  /** Why sets of the session were skipped; null if none was, or it was not said. */
  readonly skipReason: SkipReason | null;
  readonly effort: number | null;
  readonly pain: number | null;
  /** How much tighter, and more painful, than after the last session in which it was asked; null if unknown. */
  readonly tighterBy: number | null;
  readonly painRoseBy: number | null;
  /** Sessions in a row, up to this one, after which pain was above what lets an exercise go on. */
  readonly painfulInARow: number;
}

/**
 * Pain up to the first lets an exercise go on, and above the second it is too much (0 to 10). In between the same is done
 * again. The limits are our choice, in the manner in which physiotherapists let people train with a little pain.
 */
export const MAX_PAIN_TO_PROGRESS = 2;
export const MAX_ACCEPTABLE_PAIN = 5;
/** Pain above this in several sessions in a row stops progression. */
export const MAX_LASTING_PAIN = 3;

/** Records kept per exercise: no rule looks further back. */
const MAX_RECENT = 2;

/** The history of one exercise. */
export interface ExerciseHistory {
  /** The latest records, earliest first: from this routine, or from any if it was never done in this one. */
  readonly recent: readonly ExerciseRecord[];
  /** The last time it was done in any routine. */
  readonly lastAnywhere: ExerciseRecord;
  /** When its dose was last another than the time before; null if it never was. */
  readonly lastMovedAtMs: number | null;
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
  const here = new Map<string, DoneExercise>();
  const anywhere = new Map<string, DoneExercise>();
  let before: Symptoms = { tightness: null, pain: null, painfulInARow: 0 };
  for (const session of sessions) {
    if (session.status === "unfinished") continue;
    const { tightness, pain } = session;
    const painfulInARow = pain === null ? before.painfulInARow : pain > MAX_LASTING_PAIN ? before.painfulInARow + 1 : 0;
    const changes = {
      tighterBy: subtract(tightness, before.tightness),
      painRoseBy: subtract(pain, before.pain),
      painfulInARow,
    };
    for (const record of collectRecords(session, changes)) {
      addRecord(anywhere, record);
      if (session.routine === routine) addRecord(here, record);
    }
    before = { tightness: tightness ?? before.tightness, pain: pain ?? before.pain, painfulInARow };
  }
  return new Map(
    [...anywhere].map(([exercise, done]): [string, ExerciseHistory] => {
      const { records, lastMovedAtMs } = here.get(exercise) ?? done;
      return [exercise, { recent: records, lastAnywhere: done.records.at(-1) as ExerciseRecord, lastMovedAtMs }];
    }),
  );
}

/** What was answered last, each where it was answered. */
interface Symptoms {
  readonly tightness: number | null;
  readonly pain: number | null;
  readonly painfulInARow: number;
}

type SymptomChanges = Pick<ExerciseRecord, "tighterBy" | "painRoseBy" | "painfulInARow">;

function subtract(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}

interface DoneExercise {
  readonly records: readonly ExerciseRecord[];
  readonly lastMovedAtMs: number | null;
}

function addRecord(into: Map<string, DoneExercise>, record: ExerciseRecord & { exercise: string }): void {
  const { records, lastMovedAtMs } = into.get(record.exercise) ?? { records: [], lastMovedAtMs: null };
  const last = records.at(-1);
  const hasMoved = last !== undefined && !isSameDose(last.dose, record.dose);
  into.set(record.exercise, {
    records: [...records, record].slice(-MAX_RECENT),
    lastMovedAtMs: hasMoved ? record.atMs : lastMovedAtMs,
  });
}

function collectRecords(session: SessionSummary, changes: SymptomChanges): (ExerciseRecord & { exercise: string })[] {
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
      setsCompleted: (before?.setsCompleted ?? 0) + block.completed,
      setsDoneInFull: (before?.setsDoneInFull ?? 0) + block.completedInFull,
      skipReason: session.skipReason,
      effort: session.effort,
      pain: session.pain,
      ...changes,
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
