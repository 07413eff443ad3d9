/** Sessions as CSV for a spreadsheet: one row per set, planned and done. */
import { stringify } from "csv-stringify/sync";
import { formatLocalTime, parseTimestamp } from "../../calendar.ts";
import { formatStoredScore } from "../describe-session.ts";
import type { SessionFile } from "../session-format.ts";
import { sumTension } from "../session-summary.ts";

const CSV_COLUMNS = [
  "session",
  "date",
  "time",
  "routine",
  "title",
  "level",
  "status",
  "exercise",
  "name",
  "set",
  "sets",
  "side",
  "planned_reps",
  "reps",
  "planned_seconds",
  "seconds",
  "tension_seconds",
  "tension_left",
  "tension_right",
  "how",
  "effort",
  "tightness",
  "tightness_side",
  "pain",
  "skip_reason",
  "notes",
  "round",
  "rounds",
  "load",
  "score",
] as const;

type CsvRow = Readonly<Record<(typeof CSV_COLUMNS)[number], string | number | null>>;

export function formatCsvHeader(): string {
  return stringify([CSV_COLUMNS as unknown as string[]]);
}

/** The rows of a session, sets in plan order. Date and time are local. */
export function formatCsvRows(session: SessionFile): string {
  const [date = "", time = ""] = formatLocalTime(
    parseTimestamp(session.startedAt) ?? 0,
    session.utcOffsetMinutes,
  ).split(" ");
  const rows = session.steps
    .filter((step) => step.kind === "set")
    .map(
      (step): CsvRow => ({
        session: session.id,
        date,
        time,
        routine: session.routine,
        title: session.title,
        level: session.level,
        status: session.status,
        exercise: step.exercise,
        name: session.blocks[step.block]?.name ?? step.exercise,
        set: step.set.index,
        sets: step.set.of,
        side: step.side,
        planned_reps: step.plannedReps,
        reps: step.reps,
        planned_seconds: step.plannedSeconds,
        seconds: step.actualSeconds,
        tension_seconds: sumTension(step.tension ?? {}),
        tension_left: step.tension?.left ?? 0,
        tension_right: step.tension?.right ?? 0,
        how: step.how,
        effort: session.effort,
        tightness: session.tightness,
        tightness_side: session.tightnessSide,
        pain: session.pain,
        skip_reason: session.skipReason,
        notes: session.notes.join(" · "),
        round: step.round?.index ?? null,
        rounds: step.round?.of ?? null,
        load: step.load ?? null,
        score: session.scores?.map(formatStoredScore).join(" · ") ?? null,
      }),
    );
  // A spreadsheet would evaluate text that begins with "=" as a formula.
  return stringify(rows, { columns: [...CSV_COLUMNS], escape_formulas: true });
}
