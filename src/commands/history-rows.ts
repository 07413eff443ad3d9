/** A session as a row of the table of history. */
import { localText, parseMoment } from "../journal/calendar.ts";
import { setsOf } from "../journal/history-json.ts";
import type { SessionSummary } from "../journal/summary.ts";
import type { Column } from "../output/table.ts";

export const COLUMNS: readonly Column[] = [
  { title: "id", least: 10 },
  { title: "when", least: 16 },
  { title: "routine", least: 12 },
  { title: "status" },
  { title: "time", align: "right" },
  { title: "sets", align: "right" },
  { title: "effort", align: "right" },
  { title: "tight", align: "right" },
  { title: "notes", least: 8 },
];

export function rowOf(session: SessionSummary): string[] {
  const { completed, planned } = setsOf(session);
  const { tightness, tightnessSide } = session;
  const side = tightness && tightnessSide ? ` ${{ left: "L", right: "R", both: "L+R" }[tightnessSide]}` : "";
  return [
    session.id,
    whenOf(session),
    session.routine,
    session.status,
    timeText(session.activeSeconds),
    `${completed}/${planned}`,
    session.effort === null ? "–" : String(session.effort),
    tightness === null ? "–" : `${tightness}${side}`,
    session.notes.join(" · "),
  ];
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
