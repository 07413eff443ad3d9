/**
 * Sessions as JSON, durations in seconds and times in ISO 8601 (UTC): the stable shape that `unwind history --json`
 * prints, and the export that `unwind import` reads back, with one session per line so that it can be read line by line.
 */
import type { SessionFile, StoredStep } from "../session-format.ts";
import { countSets, type SessionStatus, type SessionSummary, summariseSessionFile } from "../session-summary.ts";

export const HISTORY_EXPORT_FORMAT = "unwind-history";
export const HISTORY_EXPORT_VERSION = 1;

export const JSON_EXPORT_HEAD = `{"format":"${HISTORY_EXPORT_FORMAT}","version":${HISTORY_EXPORT_VERSION},"sessions":[`;
export const JSON_EXPORT_TAIL = "]}";

/** @param first whether it is the first session of the file. */
export function formatJsonEntry(session: SessionFile, first: boolean): string {
  return `${first ? "\n" : ",\n"}${JSON.stringify(session)}`;
}

/** A list entry: a session without its steps. */
interface HistorySessionJson extends Omit<SessionSummary, "blocks"> {
  /** Sets completed, out of the planned ones. */
  readonly sets: { readonly completed: number; readonly planned: number };
}

/** A complete session. Steps are those that ended, in plan order; `reps` are the repetitions done. */
interface FullSessionJson
  extends HistorySessionJson,
    Pick<SessionFile, "program" | "adjustments" | "speed" | "plannedSeconds" | "pauses"> {
  readonly marks: readonly string[];
  readonly steps: readonly ReturnType<typeof toStepJson>[];
}

export function toHistorySessionJson(summary: SessionSummary): HistorySessionJson {
  const { blocks, effort, tightness, tightnessSide, pain, skipReason, notes, ...about } = summary;
  return { ...about, sets: countSets(summary), effort, tightness, tightnessSide, pain, skipReason, notes };
}

export function toFullSessionJson(session: SessionFile, status: SessionStatus): FullSessionJson {
  const { program, adjustments, marks = [], speed, plannedSeconds, pauses, steps } = session;
  return {
    ...toHistorySessionJson(summariseSessionFile(session, status)),
    program,
    adjustments,
    marks,
    speed,
    plannedSeconds,
    pauses,
    steps: steps.map(toStepJson),
  };
}

function toStepJson(step: StoredStep) {
  const { index, kind, exercise, side, set, round, load, reps, plannedReps, plannedSeconds, actualSeconds, how } = step;
  const inGroup = { ...(round && { round }), ...(load !== undefined && { load }) };
  return { index, kind, exercise, side, set, ...inGroup, reps, plannedReps, plannedSeconds, actualSeconds, how };
}
