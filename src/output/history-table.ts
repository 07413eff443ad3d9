/** The table of past sessions: its columns, and a session as a row. */
import { formatDate, formatLocalTime, parseTimestamp, toLocalDay } from "../calendar.ts";
import { countSets, type SessionSummary } from "../journal/session-summary.ts";
import { formatClock } from "../text/duration.ts";
import type { Column } from "./table.ts";

/** The width from which notes fit. */
const NOTES_MIN_COLUMNS = 100;

/** A prefix that identifies a session as well; `--json` and `show` print the whole id. */
const SHORT_ID_LENGTH = 7;

const SESSION_COLUMNS: readonly Column[] = [
  { title: "id" },
  { title: "when", minWidth: 12 },
  { title: "routine", minWidth: 12 },
  { title: "status" },
  { title: "time", align: "right" },
  { title: "sets", align: "right" },
  { title: "effort", align: "right" },
  { title: "pain", align: "right" },
  { title: "tight", align: "right" },
];

/** The columns that fit a terminal of this width. */
export function selectSessionColumns(terminalColumns: number): readonly Column[] {
  return terminalColumns >= NOTES_MIN_COLUMNS
    ? [...SESSION_COLUMNS, { title: "notes", minWidth: 16 }]
    : SESSION_COLUMNS;
}

/** @param today the local day. */
export function toSessionRow(session: SessionSummary, today: number, terminalColumns: number): string[] {
  const { completed, planned } = countSets(session);
  const { tightness, tightnessSide } = session;
  const side = tightness && tightnessSide ? ` ${{ left: "L", right: "R", both: "L+R" }[tightnessSide]}` : "";
  return [
    session.id.slice(0, SHORT_ID_LENGTH),
    formatShortStart(session, today),
    session.routine,
    session.status,
    formatElapsed(session.activeSeconds),
    `${completed}/${planned}`,
    session.effort === null ? "–" : String(session.effort),
    session.pain === null ? "–" : String(session.pain),
    tightness === null ? "–" : `${tightness}${side}`,
    ...(terminalColumns >= NOTES_MIN_COLUMNS ? [session.notes.join(" · ")] : []),
  ];
}

/** "22 Nov 08:30"; the year stands in place of the time of day if it is not this year's: "22 Nov 2025". */
function formatShortStart(session: SessionSummary, today: number): string {
  const day = toLocalDay(parseTimestamp(session.startedAt) ?? 0, session.utcOffsetMinutes);
  const date = formatDate(day, today);
  const text = date.indexOf(" ") === 1 ? ` ${date}` : date;
  return /\d{4}$/.test(date) ? text : `${text} ${formatStart(session).slice(-5)}`;
}

/** "2026-11-22 08:30": the start in the local time of the place. */
export function formatStart({ startedAt, utcOffsetMinutes }: { startedAt: string; utcOffsetMinutes: number }): string {
  return formatLocalTime(parseTimestamp(startedAt) ?? 0, utcOffsetMinutes);
}

/** 1832.4 → "30:32", 3725 → "1:02:05". */
export function formatElapsed(seconds: number): string {
  return formatClock(Math.round(seconds) * 1000);
}
