/** Sessions as events of a calendar (iCalendar, RFC 5545). */
import { createEvents, type EventAttributes } from "ics";
import { momentName, parseMoment } from "../calendar.ts";
import type { SessionFile } from "../format.ts";
import { toldLines } from "./told.ts";

const PRODUCT = "-//unwind//unwind//EN";

/** @throws Error when the library refuses an event. */
export function icsOf(sessions: readonly SessionFile[]): string {
  if (sessions.length === 0) return EMPTY;
  const { error, value } = createEvents(sessions.map(eventOf));
  if (error || value === undefined || value === null) throw error ?? new Error("no calendar");
  return value;
}

/** The library makes no calendar without events. */
const EMPTY = ["BEGIN:VCALENDAR", "VERSION:2.0", "CALSCALE:GREGORIAN", `PRODID:${PRODUCT}`, "END:VCALENDAR", ""].join(
  "\r\n",
);

function eventOf(session: SessionFile): EventAttributes {
  // The library drops the seconds of numbers and takes finished texts as they are.
  const start = nameOf(session.startedAt);
  const end = nameOf(session.endedAt);
  const seconds = Math.max(1, Math.round(session.activeSeconds + pausedSeconds(session)));
  return {
    productId: PRODUCT,
    uid: `${session.id}@unwind`,
    title: session.status === "finished" ? session.title : `${session.title} (${session.status})`,
    description: toldLines(session).join("\n"),
    start,
    // From its start as long as it took; one that was taken up hours later does not fill the day.
    duration: { hours: Math.floor(seconds / 3600), minutes: Math.floor(seconds / 60) % 60, seconds: seconds % 60 },
    // Equal sessions give equal files.
    created: end,
    lastModified: end,
    ...stamp(end),
    status: "CONFIRMED",
    busyStatus: "BUSY",
    categories: ["unwind"],
  };
}

/** "20261102T063000Z". */
function nameOf(moment: string): string {
  return momentName(parseMoment(moment) ?? 0);
}

/** DTSTAMP, which the library's types leave out. */
function stamp(timestamp: string): object {
  return { timestamp };
}

function pausedSeconds({ pauses }: SessionFile): number {
  return pauses.reduce((sum, pause) => sum + pause.seconds, 0);
}
