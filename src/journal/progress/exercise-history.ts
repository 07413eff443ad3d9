/** What was done of each exercise, session by session: what proposals rest on. */
import { parseTimestamp } from "../../calendar.ts";
import type { SessionSummary } from "../read/session-summary.ts";
import type { StoredDose } from "../stored-block.ts";
import type { AdjustableDose } from "./dose-steps.ts";

/** One exercise in one session. */
export interface ExerciseRecord {
  readonly session: string;
  readonly atMs: number;
  readonly utcOffsetMinutes: number;
  readonly dose: AdjustableDose;
  readonly strokes: StoredDose["strokes"];
  readonly sets: number;
  /** Sets that were done whole. */
  readonly setsDoneInFull: number;
  readonly effort: number | null;
  readonly tightness: number | null;
  /** How much tighter than after the session before that was asked; null where that is not known. */
  readonly tighterBy: number | null;
}

/** So many doings of an exercise are kept: no rule looks further back. */
const MAX_RECENT = 2;

/** What is known of one exercise. */
export interface ExerciseHistory {
  /** The latest, the earliest first: in the routine that is asked about, or in any when it was never done there. */
  readonly recent: readonly ExerciseRecord[];
  /** When it was last done in any routine. */
  readonly lastAnywhere: ExerciseRecord;
}

/**
 * What is known of each exercise for a routine. Doses differ between routines, so what was done in the same one counts
 * first. Sessions that are not over are left out: they may still be done whole.
 *
 * @param sessions the earliest first.
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
    for (const doing of collectRecords(session, tighterBy)) {
      addRecord(anywhere, doing);
      if (session.routine === routine) addRecord(here, doing);
    }
    tightnessBefore = tightness ?? tightnessBefore;
  }
  return new Map(
    [...anywhere].flatMap(([exercise, doings]): [string, ExerciseHistory][] => {
      const last = doings.at(-1);
      return last ? [[exercise, { recent: here.get(exercise) ?? doings, lastAnywhere: last }]] : [];
    }),
  );
}

function addRecord(into: Map<string, ExerciseRecord[]>, doing: ExerciseRecord & { exercise: string }): void {
  into.set(doing.exercise, [...(into.get(doing.exercise) ?? []), doing].slice(-MAX_RECENT));
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
      // An exercise that comes twice is judged by all its sets, and stepped from its first dose.
      dose: before?.dose ?? toAdjustableDose(block.dose),
      strokes: before?.strokes ?? block.dose.strokes,
      sets: (before?.sets ?? 0) + block.sets,
      setsDoneInFull: (before?.setsDoneInFull ?? 0) + block.completedInFull,
      effort: session.effort,
      tightness: session.tightness,
      tighterBy,
    });
  }
  const begun = new Set(session.blocks.filter((block) => block.started > 0).map((block) => block.exercise));
  return [...found.values()].filter((doing) => begun.has(doing.exercise));
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
