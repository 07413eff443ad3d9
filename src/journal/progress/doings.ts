/** What was done of each exercise, session by session: what proposals rest on. */
import { parseMoment } from "../../calendar.ts";
import type { KeptDose } from "../kept-block.ts";
import type { SessionSummary } from "../read/summary.ts";
import type { SteppedDose } from "./knobs.ts";

/** One exercise in one session. */
export interface Doing {
  readonly session: string;
  readonly atMs: number;
  readonly utcOffsetMinutes: number;
  readonly dose: SteppedDose;
  readonly strokes: KeptDose["strokes"];
  readonly sets: number;
  /** Sets that were done whole. */
  readonly whole: number;
  readonly effort: number | null;
  readonly tightness: number | null;
  /** How much tighter than after the session before that was asked; null where that is not known. */
  readonly tighterBy: number | null;
}

/** So many doings of an exercise are kept: no rule looks further back. */
const KEPT = 2;

/** What is known of one exercise. */
export interface Known {
  /** The latest, the earliest first: in the routine that is asked about, or in any when it was never done there. */
  readonly doings: readonly Doing[];
  /** When it was last done in any routine. */
  readonly last: Doing;
}

/**
 * What is known of each exercise for a routine. Doses differ between routines, so what was done in the same one counts
 * first. Sessions that are not over are left out: they may still be done whole.
 *
 * @param sessions the earliest first.
 */
export function doingsOf(sessions: Iterable<SessionSummary>, routine: string): ReadonlyMap<string, Known> {
  const here = new Map<string, Doing[]>();
  const anywhere = new Map<string, Doing[]>();
  let tightnessBefore: number | null = null;
  for (const session of sessions) {
    if (session.status === "unfinished") continue;
    const { tightness } = session;
    const tighterBy = tightness !== null && tightnessBefore !== null ? tightness - tightnessBefore : null;
    for (const doing of ofSession(session, tighterBy)) {
      keep(anywhere, doing);
      if (session.routine === routine) keep(here, doing);
    }
    tightnessBefore = tightness ?? tightnessBefore;
  }
  return new Map(
    [...anywhere].flatMap(([exercise, doings]): [string, Known][] => {
      const last = doings.at(-1);
      return last ? [[exercise, { doings: here.get(exercise) ?? doings, last }]] : [];
    }),
  );
}

function keep(into: Map<string, Doing[]>, doing: Doing & { exercise: string }): void {
  into.set(doing.exercise, [...(into.get(doing.exercise) ?? []), doing].slice(-KEPT));
}

function ofSession(session: SessionSummary, tighterBy: number | null): (Doing & { exercise: string })[] {
  const found = new Map<string, Doing & { exercise: string }>();
  for (const block of session.blocks) {
    const before = found.get(block.exercise);
    found.set(block.exercise, {
      exercise: block.exercise,
      session: session.id,
      atMs: parseMoment(session.startedAt) ?? 0,
      utcOffsetMinutes: session.utcOffsetMinutes,
      // An exercise that comes twice is judged by all its sets, and stepped from its first dose.
      dose: before?.dose ?? steppedDose(block.dose),
      strokes: before?.strokes ?? block.dose.strokes,
      sets: (before?.sets ?? 0) + block.sets,
      whole: (before?.whole ?? 0) + block.whole,
      effort: session.effort,
      tightness: session.tightness,
      tighterBy,
    });
  }
  const begun = new Set(session.blocks.filter((block) => block.begun > 0).map((block) => block.exercise));
  return [...found.values()].filter((doing) => begun.has(doing.exercise));
}

function steppedDose({ strokes, reps }: KeptDose): SteppedDose {
  const [first] = strokes;
  const single = strokes.length === 1;
  return {
    hold: single && first ? first.seconds : null,
    reps: strokes.length > 1 || reps > 1 ? reps : null,
    eccentric: single ? null : (strokes.find((stroke) => stroke.phase === "eccentric")?.seconds ?? null),
  };
}
