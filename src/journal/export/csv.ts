/** Sessions as CSV for a spreadsheet: one row per set, planned and done. */
import { stringify } from "csv-stringify/sync";
import { formatLocalTime, parseTimestamp } from "../../calendar.ts";
import { formatStoredScore } from "../describe-session.ts";
import type { SessionFile, StoredStep } from "../session-format.ts";
import { sumTension } from "../session-summary.ts";

/** The columns in order, with what a set of a session has in each; `start` is the local date and time of the session. */
const COLUMNS: Readonly<
  Record<string, (step: StoredStep, session: SessionFile, start: readonly string[]) => string | number | null>
> = {
  session: (_, { id }) => id,
  date: (_, __, [date = ""]) => date,
  time: (_, __, [, time = ""]) => time,
  routine: (_, { routine }) => routine,
  title: (_, { title }) => title,
  level: (_, { level }) => level,
  status: (_, { status }) => status,
  exercise: ({ exercise }) => exercise,
  name: ({ block, exercise }, { blocks }) => blocks[block]?.name ?? exercise,
  set: ({ set }) => set.index,
  sets: ({ set }) => set.of,
  side: ({ side }) => side,
  planned_reps: ({ plannedReps }) => plannedReps,
  reps: ({ reps }) => reps,
  planned_seconds: ({ plannedSeconds }) => plannedSeconds,
  seconds: ({ actualSeconds }) => actualSeconds,
  tension_seconds: ({ tension = {} }) => sumTension(tension),
  tension_left: ({ tension }) => tension?.left ?? 0,
  tension_right: ({ tension }) => tension?.right ?? 0,
  how: ({ how }) => how,
  effort: (_, { effort }) => effort,
  tightness: (_, { tightness }) => tightness,
  tightness_side: (_, { tightnessSide }) => tightnessSide,
  pain: (_, { pain }) => pain,
  skip_reason: (_, { skipReason }) => skipReason,
  notes: (_, { notes }) => notes.join(" · "),
  round: ({ round }) => round?.index ?? null,
  rounds: ({ round }) => round?.of ?? null,
  load: ({ load }) => load ?? null,
  score: (_, { scores }) => scores?.map(formatStoredScore).join(" · ") ?? null,
};

export function formatCsvHeader(): string {
  return stringify([Object.keys(COLUMNS)]);
}

/** The rows of a session, sets in plan order. Date and time are local. */
export function formatCsvRows(session: SessionFile): string {
  const { startedAt, utcOffsetMinutes } = session;
  const start = formatLocalTime(parseTimestamp(startedAt) ?? 0, utcOffsetMinutes).split(" ");
  const rows = session.steps
    .filter((step) => step.kind === "set")
    .map((step) => Object.values(COLUMNS).map((read) => read(step, session, start)));
  // A spreadsheet would evaluate text that begins with "=" as a formula.
  return stringify(rows, { escape_formulas: true });
}
