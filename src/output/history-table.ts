/** The table of past sessions: its columns, and a session as a row. */
import { formatDate, formatDateTime, localDayOf, parseTimestamp } from "../calendar.ts";
import { formatStoredScore } from "../journal/describe-session.ts";
import { countSets, isInFuture, type SessionSummary } from "../journal/session-summary.ts";
import { formatClock } from "../text/duration.ts";
import { nameRoutine } from "../text/routine-name.ts";
import type { Column } from "./table.ts";

/** The width from which notes fit. */
const NOTES_MIN_COLUMNS = 100;

/** A prefix that identifies a session as well; `--json` and `show` print the whole id. */
const SHORT_ID_LENGTH = 7;

const SESSION_COLUMNS: readonly Column[] = [
  { title: "id" },
  { title: "when", minWidth: 12, selfEvident: true },
  { title: "routine", minWidth: 12, selfEvident: true },
  { title: "status", selfEvident: true },
  { title: "time", align: "right" },
  { title: "sets", align: "right" },
  { title: "effort", align: "right" },
  { title: "pain", align: "right" },
  { title: "tight", align: "right" },
];

/** The columns that fit a terminal of this width. @param hasScores whether any of the sessions has a score. */
export function selectSessionColumns(terminalColumns: number, hasScores: boolean): readonly Column[] {
  return [
    ...SESSION_COLUMNS,
    ...(hasScores ? [{ title: "score", minWidth: 8 }] : []),
    ...(terminalColumns >= NOTES_MIN_COLUMNS ? [{ title: "notes", minWidth: 16 }] : []),
  ];
}

/** What a row needs to know besides the session. */
interface RowContext {
  /** The local day: sessions long ago show their year. */
  readonly today: number;
  readonly nowEpochMs: number;
  readonly columns: number;
  /** Whether any of the sessions has a score. */
  readonly hasScores: boolean;
}

/** The sign of a session that is dated in the future, as {@link FUTURE_FOOTNOTE} explains it. */
const FUTURE_SIGN = "*";
export const FUTURE_FOOTNOTE = `${FUTURE_SIGN} in the future: a clock was wrong; change it with: unwind history edit ID --at "today 18:00"`;

export function toSessionRow(session: SessionSummary, { today, nowEpochMs, columns, hasScores }: RowContext): string[] {
  const { completed, planned } = countSets(session);
  const { tightness, tightnessSide } = session;
  const side = tightness && tightnessSide ? ` ${{ left: "L", right: "R", both: "L+R" }[tightnessSide]}` : "";
  return [
    session.id.slice(0, SHORT_ID_LENGTH),
    isInFuture(session, nowEpochMs)
      ? `${formatStart(session, nowEpochMs)} ${FUTURE_SIGN}`
      : formatShortStart(session, today, nowEpochMs),
    nameRoutine(session),
    session.rehearsal ? "rehearsal" : session.status,
    formatElapsed(session.activeSeconds),
    `${completed}/${planned}`,
    session.effort === null ? "–" : String(session.effort),
    session.pain === null ? "–" : String(session.pain),
    tightness === null ? "–" : `${tightness}${side}`,
    ...(hasScores ? [(session.scores ?? []).map(formatStoredScore).join("; ")] : []),
    ...(columns >= NOTES_MIN_COLUMNS ? [session.notes.join(" · ")] : []),
  ];
}

/** "22 Nov 08:30"; the year stands in place of the time of day if it is not this year's: "22 Nov 2025". */
function formatShortStart(session: SessionSummary, today: number, nowEpochMs: number): string {
  const day = localDayOf(session.startedAt, session.utcOffsetMinutes);
  const date = formatDate(day, today);
  const text = date.indexOf(" ") === 1 ? ` ${date}` : date;
  return /\d{4}$/.test(date) ? text : `${text} ${formatStart(session, nowEpochMs).slice(-5)}`;
}

/** "22 Nov 08:30", with its year if that is not this year: the start in the local time of the place. */
export function formatStart(
  { startedAt, utcOffsetMinutes }: { readonly startedAt: string; readonly utcOffsetMinutes: number },
  nowEpochMs: number,
): string {
  return formatDateTime(parseTimestamp(startedAt) ?? 0, utcOffsetMinutes, nowEpochMs);
}

/** 1832.4 → "30:32", 3725 → "1:02:05". */
export function formatElapsed(seconds: number): string {
  return formatClock(Math.round(seconds) * 1000);
}
