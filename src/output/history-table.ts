/** A session as a row of the table of history. */
import { dateOf, localDay, localText, monthName, parseMoment } from "../calendar.ts";
import { setsOf } from "../journal/read/history-json.ts";
import type { SessionSummary } from "../journal/read/summary.ts";
import type { Column } from "./table.ts";

/** From so many columns on there is room for notes. */
const NOTES_FROM = 100;

/** An id's beginning, which names it as well; `--json` and `show` have it whole. */
const ID_SHOWN = 7;

const COLUMNS: readonly Column[] = [
  { title: "id" },
  { title: "when", least: 12 },
  { title: "routine", least: 12 },
  { title: "status" },
  { title: "time", align: "right" },
  { title: "sets", align: "right" },
  { title: "effort", align: "right" },
  { title: "tight", align: "right" },
];

/** The table of sessions: its columns for a terminal of so many, and what stands in them. */
export function columnsFor(terminalColumns: number): readonly Column[] {
  return terminalColumns >= NOTES_FROM ? [...COLUMNS, { title: "notes", least: 16 }] : COLUMNS;
}

/** @param today the local day: what is long ago is told with its year. */
export function rowOf(session: SessionSummary, today: number, terminalColumns: number): string[] {
  const { completed, planned } = setsOf(session);
  const { tightness, tightnessSide } = session;
  const side = tightness && tightnessSide ? ` ${{ left: "L", right: "R", both: "L+R" }[tightnessSide]}` : "";
  return [
    session.id.slice(0, ID_SHOWN),
    shortWhen(session, today),
    session.routine,
    session.status,
    timeText(session.activeSeconds),
    `${completed}/${planned}`,
    session.effort === null ? "–" : String(session.effort),
    tightness === null ? "–" : `${tightness}${side}`,
    ...(terminalColumns >= NOTES_FROM ? [session.notes.join(" · ")] : []),
  ];
}

/** After so many days a year is named rather than a time of day. */
const LONG_AGO_DAYS = 300;

/** "22 Nov 08:30", or "22 Nov 2025" when that is long ago. */
function shortWhen(session: SessionSummary, today: number): string {
  const day = localDay(parseMoment(session.startedAt) ?? 0, session.utcOffsetMinutes);
  const date = dateOf(day);
  const text = `${String(date.day).padStart(2)} ${monthName(date)}`;
  return today - day > LONG_AGO_DAYS ? `${text} ${date.year}` : `${text} ${whenOf(session).slice(-5)}`;
}

/** "2026-11-22 08:30": where and when it began, by the clock on the wall there. */
export function whenOf({ startedAt, utcOffsetMinutes }: { startedAt: string; utcOffsetMinutes: number }): string {
  return localText(parseMoment(startedAt) ?? 0, utcOffsetMinutes);
}

/** "30:32" minutes and seconds, "1:02:05" from an hour on. */
export function timeText(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
