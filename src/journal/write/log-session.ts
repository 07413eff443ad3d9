/** Writes down a session that was led by something else: a sound file on a phone, a sheet of paper. */
import { formatTimestamp } from "../../calendar.ts";
import { writeFileAtomically } from "../../files/write.ts";
import type { Step } from "../../plan/step-types.ts";
import type { Plan } from "../../plan/types.ts";
import type { SessionPlace } from "../../player/clocks.ts";
import { type Passage, recordOf, rehearse } from "../../player/rehearse.ts";
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

/**
 * @returns the session, as a person does it who takes the estimated times: what a clock cuts off is not counted, and of as
 * many rounds as possible those that fit.
 * @throws the system's error if it cannot be written.
 */
export function logSession(paths: JournalPaths, logged: LoggedSession): SessionFile {
  const session = buildSession(logged);
  writeFileAtomically(sessionPath(paths.sessions, session), formatSessionFile(session), { ownFolder: paths.sessions });
  return session;
}

/** The lines that a journal would hold, applied to a recording. */
function buildSession({ plan, startMs, lastedMs, effort, adjustments, utcOffsetMinutes, program }: LoggedSession) {
  const { estimatedMs: plannedMs = plan.totalMs } = plan;
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
  for (const passage of rehearse(plan, 0)) {
    const { step } = passage;
    if (step) recording.apply(buildStepLine({ ...passage, step }, scale, startMs));
    else recording.place = { ...passage.place, groupTimes: scaleTimes(passage.place.groupTimes, scale) };
  }
  const endMs = lastedMs ?? plannedMs;
  const end = { at: endMs / 1000, time: formatTimestamp(startMs + endMs) };
  recording.apply({ line: "ended", ...end, how: "finished" });
  recording.apply({ line: "answered", time: end.time, ...NO_ANSWERS, effort });
  return recording.toSessionFile();
}

/** A step done as planned, though it may have begun earlier or later. */
function buildStepLine(passage: Passage & { readonly step: Step }, scale: number, startMs: number): EventLine {
  const { step, endMs } = passage;
  const { durationMs, ...cut } = recordOf(passage);
  // Who is done at the very moment at which time is up is done.
  const isDone = step.paced !== undefined && durationMs >= step.paced.estimateMs;
  const { how, reps } = isDone ? { how: "completed" as const, reps: step.reps } : cut;
  return {
    line: "step",
    at: (endMs * scale) / 1000,
    time: formatTimestamp(startMs + endMs * scale),
    index: step.index,
    how,
    seconds: durationMs / 1000,
    reps,
    next: null,
    label: step.label,
    plannedSeconds: step.durationMs === null ? null : step.durationMs / 1000,
    plannedReps: step.reps,
  };
}

function scaleTimes(times: SessionPlace["groupTimes"], scale: number): SessionPlace["groupTimes"] {
  return Object.fromEntries(
    Object.entries(times).map(([key, { fromMs, toMs }]) => [
      key,
      { fromMs: fromMs * scale, toMs: toMs === null ? null : toMs * scale },
    ]),
  );
}
