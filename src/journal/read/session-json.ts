/** Sessions as `unwind history --json` gives them: a stable shape, times in seconds and in ISO 8601 (UTC). */
import type { SessionFile } from "../session-format.ts";
import type { StoredStep } from "../stored-step.ts";
import { type SessionStatus, type SessionSummary, summariseSessionFile } from "./session-summary.ts";

/** A session without its steps: an entry of the list. */
export interface HistorySessionJson extends Omit<SessionSummary, "blocks"> {
  /** Sets completed, of how many planned. */
  readonly sets: { readonly completed: number; readonly planned: number };
}

export type HistoryStepJson = Pick<
  StoredStep,
  "index" | "kind" | "exercise" | "side" | "set" | "reps" | "plannedReps" | "plannedSeconds" | "actualSeconds" | "how"
>;

/** A session whole. Steps are those that ended, in the order of the plan; `reps` are those that were done. */
export interface FullSessionJson extends HistorySessionJson {
  readonly program: string;
  readonly adjustments: readonly string[];
  readonly marks: readonly string[];
  readonly speed: number;
  readonly plannedSeconds: number;
  readonly pauses: SessionFile["pauses"];
  readonly steps: readonly HistoryStepJson[];
}

export function toHistorySessionJson(summary: SessionSummary): HistorySessionJson {
  const { id, routine, title, level, status, startedAt, endedAt, utcOffsetMinutes, activeSeconds } = summary;
  const { effort, tightness, tightnessSide, notes } = summary;
  return {
    id,
    routine,
    title,
    level,
    status,
    startedAt,
    endedAt,
    utcOffsetMinutes,
    activeSeconds,
    sets: countSets(summary),
    effort,
    tightness,
    tightnessSide,
    notes,
  };
}

export function toFullSessionJson(session: SessionFile, status: SessionStatus): FullSessionJson {
  const { program, adjustments, speed, plannedSeconds, pauses } = session;
  return {
    ...toHistorySessionJson(summariseSessionFile(session, status)),
    program,
    adjustments,
    marks: session.marks ?? [],
    speed,
    plannedSeconds,
    pauses,
    steps: session.steps.map(
      ({ index, kind, exercise, side, set, reps, plannedReps, plannedSeconds, actualSeconds, how }) => ({
        index,
        kind,
        exercise,
        side,
        set,
        reps,
        plannedReps,
        plannedSeconds,
        actualSeconds,
        how,
      }),
    ),
  };
}

/** Sets completed, of how many planned. */
export function countSets({ blocks }: SessionSummary): { completed: number; planned: number } {
  return {
    completed: blocks.reduce((sum, block) => sum + block.completed, 0),
    planned: blocks.reduce((sum, block) => sum + block.sets, 0),
  };
}
