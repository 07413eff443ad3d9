/** Sessions as `unwind history --json` gives them: a stable shape, times in seconds and in ISO 8601 (UTC). */
import type { SessionFile } from "../format.ts";
import type { KeptStep } from "../kept-step.ts";
import { type SessionSummary, type Status, summaryOf } from "./summary.ts";

/** A session without its steps: an entry of the list. */
export interface SessionJson extends Omit<SessionSummary, "blocks"> {
  /** Sets completed, of how many planned. */
  readonly sets: { readonly completed: number; readonly planned: number };
}

export type StepJson = Pick<
  KeptStep,
  "index" | "kind" | "exercise" | "side" | "set" | "reps" | "plannedReps" | "plannedSeconds" | "actualSeconds" | "how"
>;

/** A session whole. Steps are those that ended, in the order of the plan; `reps` are those that were done. */
export interface WholeSessionJson extends SessionJson {
  readonly program: string;
  readonly adjustments: readonly string[];
  readonly marks: readonly string[];
  readonly speed: number;
  readonly plannedSeconds: number;
  readonly pauses: SessionFile["pauses"];
  readonly steps: readonly StepJson[];
}

export function sessionJson(summary: SessionSummary): SessionJson {
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
    sets: setsOf(summary),
    effort,
    tightness,
    tightnessSide,
    notes,
  };
}

export function wholeSessionJson(session: SessionFile, status: Status): WholeSessionJson {
  const { program, adjustments, speed, plannedSeconds, pauses } = session;
  return {
    ...sessionJson(summaryOf(session, status)),
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
export function setsOf({ blocks }: SessionSummary): { completed: number; planned: number } {
  return {
    completed: blocks.reduce((sum, block) => sum + block.completed, 0),
    planned: blocks.reduce((sum, block) => sum + block.sets, 0),
  };
}
