/** Writes down a session that was led by something else: a sound file on a phone, a sheet of paper. */
import { formatTimestamp } from "../../calendar.ts";
import { writeFileAtomically } from "../../files/write.ts";
import type { Step } from "../../plan/step-types.ts";
import type { Plan } from "../../plan/types.ts";
import { computeFingerprint, type EventLine, JOURNAL_FORMAT, JOURNAL_VERSION, packPlan } from "../journal-format.ts";
import { createId, type JournalPaths, sessionPath } from "../journal-paths.ts";
import { RecordedSession } from "../read/recorded-session.ts";
import { NO_ANSWERS } from "../session-answers.ts";
import type { SessionFile } from "../session-format.ts";
import { cleanAdjustments, formatSessionFile } from "../session-text.ts";

/** What the person says of it. */
interface LoggedSession {
  readonly plan: Plan;
  readonly startMs: number;
  /** How long it took; as long as planned if null. */
  readonly lastedMs: number | null;
  readonly effort: number | null;
  readonly adjustments: readonly string[];
  /** Minutes by which local time was ahead of UTC. */
  readonly utcOffsetMinutes: number;
  readonly program: string;
}

/** Shown with the session, as a screening warning would be. */
const MARK = "logged afterwards";

/** @returns the session, every step done as planned. @throws the system's error if it cannot be written. */
export function logSession(paths: JournalPaths, logged: LoggedSession): SessionFile {
  const session = buildSession(logged);
  writeFileAtomically(sessionPath(paths.sessions, session), formatSessionFile(session), { ownFolder: paths.sessions });
  return session;
}

/** The lines that a journal would hold, applied to a recording. */
function buildSession({ plan, startMs, lastedMs, effort, adjustments, utcOffsetMinutes, program }: LoggedSession) {
  const plannedMs = plan.steps.reduce((sum, step) => sum + lengthOf(step), 0);
  const scale = lastedMs === null || plannedMs === 0 ? 1 : lastedMs / plannedMs;
  const time = formatTimestamp(startMs);
  const packed = packPlan(plan);
  const recording = new RecordedSession({
    line: "started",
    format: JOURNAL_FORMAT,
    version: JOURNAL_VERSION,
    id: createId(),
    program,
    time,
    utcOffsetMinutes,
    pid: 0,
    processStart: null,
    speed: 1,
    adjustments: cleanAdjustments(adjustments),
    marks: [MARK],
    planFingerprint: computeFingerprint(packed),
    plan: packed,
  });
  let atMs = 0;
  for (const step of plan.steps) {
    atMs += lengthOf(step) * scale;
    recording.apply(buildStepLine(step, atMs, startMs));
  }
  const endMs = lastedMs ?? plannedMs;
  const end = { at: endMs / 1000, time: formatTimestamp(startMs + endMs) };
  recording.apply({ line: "ended", ...end, how: "finished" });
  recording.apply({ line: "answered", time: end.time, ...NO_ANSWERS, effort });
  return recording.toSessionFile();
}

/** A step done as planned, though it may have begun earlier or later. */
function buildStepLine(step: Step, atMs: number, startMs: number): EventLine {
  return {
    line: "step",
    at: atMs / 1000,
    time: formatTimestamp(startMs + atMs),
    index: step.index,
    how: "completed",
    seconds: lengthOf(step) / 1000,
    reps: step.reps,
    next: null,
    label: step.label,
    plannedSeconds: step.durationMs === null ? null : step.durationMs / 1000,
    plannedReps: step.reps,
  };
}

function lengthOf({ durationMs, paced }: Step): number {
  return durationMs ?? paced?.estimateMs ?? 0;
}
