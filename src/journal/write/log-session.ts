/** Writes down a session that was led by something else: a sound file on a phone, a sheet of paper. */
import { formatTimestamp } from "../../calendar.ts";
import { writeFileAtomically } from "../../files/write.ts";
import type { Step } from "../../plan/step-types.ts";
import type { Plan } from "../../plan/types.ts";
import type { SessionPlace } from "../../player/clocks.ts";
import { type Passage, recordOf, rehearse } from "../../player/rehearse.ts";
import type { DatedHappening } from "../../session/types.ts";
import { createStartedLine } from "../journal-format.ts";
import { createId, type JournalPaths, sessionPath } from "../journal-paths.ts";
import { RecordedSession } from "../read/recorded-session.ts";
import { NO_ANSWERS } from "../session-answers.ts";
import type { SessionFile } from "../session-format.ts";
import { cleanAdjustments, formatSessionFile } from "../session-text.ts";
import { buildEventLines } from "./event-lines.ts";

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
  const facts = { id: createId(), program, time, utcOffsetMinutes, pid: 0, processStart: null, speed: 1 };
  const recording = new RecordedSession(
    createStartedLine(plan, { ...facts, adjustments: cleanAdjustments(adjustments), marks: [MARK] }),
  );
  for (const passage of rehearse(plan, 0)) {
    const { step } = passage;
    if (!step) recording.place = { ...passage.place, groupTimes: scaleTimes(passage.place.groupTimes, scale) };
    else {
      const end = describeStepEnd({ ...passage, step }, scale, startMs);
      for (const line of buildEventLines(plan, [end])) recording.apply(line);
    }
  }
  const endMs = lastedMs ?? plannedMs;
  const end = { at: endMs / 1000, time: formatTimestamp(startMs + endMs) };
  recording.apply({ line: "ended", ...end, how: "finished" });
  recording.apply({ line: "answered", time: end.time, ...NO_ANSWERS, effort });
  return recording.toSessionFile();
}

/** A step done as planned, though it may have begun earlier or later. */
function describeStepEnd(passage: Passage & { readonly step: Step }, scale: number, startMs: number): DatedHappening {
  const { step, endMs } = passage;
  const { durationMs, ...cut } = recordOf(passage);
  // Who is done at the very moment at which time is up is done.
  const isDone = step.paced !== undefined && durationMs >= step.paced.estimateMs;
  const { how, reps } = isDone ? { how: "completed" as const, reps: step.reps } : cut;
  const atMs = endMs * scale;
  return {
    happening: { type: "step-ended", atMs, step: step.index, how, durationMs, reps, attempt: how },
    dueEpochMs: startMs + atMs,
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
