/** A session in a few lines: what lists, statistics and proposals need of it, so that they need not read it whole. */

import type { Amendment, SessionFile } from "../session-format.ts";
import type { StoredBlock } from "../stored-block.ts";
import type { StoredStep, Tension } from "../stored-step.ts";

export type SessionStatus = "finished" | "partial" | "unfinished";

/** What was planned of one exercise: often the same from session to session. */
export interface PlannedBlock {
  readonly exercise: string;
  readonly name: string;
  readonly kind: string;
  readonly targets: readonly string[];
  readonly dose: StoredBlock["dose"];
  /** Sets that the plan had, both sides counted. */
  readonly sets: number;
}

/** What was done of one exercise. */
export interface BlockSummary extends PlannedBlock {
  /** Sets that were begun, and how many of them completed. */
  readonly started: number;
  readonly completed: number;
  /** Completed ones in which all that was planned was done: a person may call a set done early. */
  readonly completedInFull: number;
  readonly reps: number;
  /** Time in sets, and under tension by side. */
  readonly seconds: number;
  readonly tension: Tension;
}

export interface SessionSummary {
  readonly id: string;
  readonly routine: string;
  readonly title: string;
  readonly level: string;
  readonly status: SessionStatus;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly utcOffsetMinutes: number;
  /** Time of the session, pauses not counted. */
  readonly activeSeconds: number;
  /** Null where the question was not answered. */
  readonly effort: number | null;
  readonly tightness: number | null;
  readonly tightnessSide: "left" | "right" | "both" | null;
  readonly notes: readonly string[];
  readonly blocks: readonly BlockSummary[];
}

export function summariseSessionFile(session: SessionFile, status: SessionStatus = session.status): SessionSummary {
  const byBlock: StoredStep[][] = session.blocks.map(() => []);
  for (const step of session.steps) if (step.kind === "set") byBlock[step.block]?.push(step);
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
    notes: session.notes,
    blocks: session.blocks.map((block, index) => summariseBlock(block, byBlock[index] ?? [])),
  };
}

function summariseBlock(block: StoredBlock, sets: readonly StoredStep[]): BlockSummary {
  const sum = (value: (step: StoredStep) => number) =>
    Math.round(sets.reduce((total, step) => total + value(step), 0) * 1000) / 1000;
  const tension: Tension = {};
  for (const side of ["left", "right", "both"] as const) {
    const seconds = sum((step) => step.tension?.[side] ?? 0);
    if (seconds > 0) tension[side] = seconds;
  }
  return {
    exercise: block.exercise,
    name: block.name,
    kind: block.kind,
    targets: block.targets,
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

/** Whether a set reached its repetitions; or, where it had one, its seconds. */
function isDoneInFull({ how, reps, plannedReps, actualSeconds, plannedSeconds }: StoredStep): boolean {
  if (how !== "completed") return false;
  return plannedReps > 1 ? reps >= plannedReps : actualSeconds >= (plannedSeconds ?? 0);
}

/** What the person said later, taken in: of what was answered twice the later holds, notes add up. */
export function applyAmendments(session: SessionFile, amendments: readonly Amendment[]): SessionFile {
  let result = session;
  for (const { effort, tightness, tightnessSide, note, notes } of amendments) {
    const before = notes ?? result.notes;
    result = {
      ...result,
      effort: effort === undefined ? result.effort : effort,
      tightness: tightness === undefined ? result.tightness : tightness,
      tightnessSide: tightnessSide === undefined ? result.tightnessSide : tightnessSide,
      notes: note === undefined ? before : [...before, note],
    };
  }
  return result;
}

/** Whether anything was trained in it: a false start is no session. */
export function hasStartedSet(session: SessionSummary): boolean {
  return session.blocks.some((block) => block.started > 0);
}
