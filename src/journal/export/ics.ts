/** Sessions as calendar events (iCalendar, RFC 5545). */
import { generateIcsCalendar, generateIcsEvent, type IcsDateObject } from "ts-ics";
import { parseTimestamp } from "../../calendar.ts";
import { toDate } from "../../clock.ts";
import { describeSessionResult } from "../describe-session.ts";
import type { SessionFile } from "../session-format.ts";

const CALENDAR_END = "END:VCALENDAR";

/** The text before and after the events. */
export function buildIcsFrame(): { readonly head: string; readonly tail: string } {
  const empty = generateIcsCalendar({ version: "2.0", prodId: "-//unwind//unwind//EN" });
  const at = empty.lastIndexOf(CALENDAR_END);
  return { head: empty.slice(0, at), tail: empty.slice(at) };
}

/** Longer pauses are not part of the event: the lid was closed or the person was called away. */
const MAX_COUNTED_PAUSE_SECONDS = 15 * 60;

/** One session as an event: from its start as long as it took, so that a session resumed hours later does not fill the day. */
export function formatIcsEvent(session: SessionFile): string {
  const seconds = Math.max(1, Math.round(session.activeSeconds + sumCountedPauses(session)));
  // Equal sessions produce equal files.
  const ended = toIcsDate(session.endedAt);
  return generateIcsEvent({
    uid: `${session.id}@unwind`,
    summary: session.status === "finished" ? session.title : `${session.title} (${session.status})`,
    description: describeSessionResult(session).join("\n"),
    start: toIcsDate(session.startedAt),
    duration: { hours: Math.floor(seconds / 3600), minutes: Math.floor(seconds / 60) % 60, seconds: seconds % 60 },
    stamp: ended,
    created: ended,
    lastModified: ended,
    status: "CONFIRMED",
    timeTransparent: "OPAQUE",
    categories: ["unwind"],
  });
}

function toIcsDate(moment: string): IcsDateObject {
  return { date: toDate(parseTimestamp(moment) ?? 0), type: "DATE-TIME" };
}

function sumCountedPauses({ pauses }: SessionFile): number {
  return pauses.reduce((sum, { seconds }) => sum + (seconds > MAX_COUNTED_PAUSE_SECONDS ? 0 : seconds), 0);
}
