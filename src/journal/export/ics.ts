/** Sessions as events of a calendar (iCalendar, RFC 5545). */
import { generateIcsCalendar, generateIcsEvent, type IcsDateObject } from "ts-ics";
import { parseMoment } from "../../calendar.ts";
import { dateObject } from "../../clock.ts";
import type { SessionFile } from "../format.ts";
import { toldLines } from "./told.ts";

const TAIL = "END:VCALENDAR";

/** What stands before the events, and after them. */
export function icsFrame(): { readonly head: string; readonly tail: string } {
  const empty = generateIcsCalendar({ version: "2.0", prodId: "-//unwind//unwind//EN" });
  const at = empty.lastIndexOf(TAIL);
  return { head: empty.slice(0, at), tail: empty.slice(at) };
}

/** A pause longer than this is no part of the event: the lid was closed, the person was called away. */
const LONGEST_PAUSE_SECONDS = 15 * 60;

/** One session as an event: from its start as long as it took, so that one taken up hours later does not fill the day. */
export function icsEvent(session: SessionFile): string {
  const seconds = Math.max(1, Math.round(session.activeSeconds + pausedSeconds(session)));
  // Equal sessions give equal files.
  const ended = dateOf(session.endedAt);
  return generateIcsEvent({
    uid: `${session.id}@unwind`,
    summary: session.status === "finished" ? session.title : `${session.title} (${session.status})`,
    description: toldLines(session).join("\n"),
    start: dateOf(session.startedAt),
    duration: { hours: Math.floor(seconds / 3600), minutes: Math.floor(seconds / 60) % 60, seconds: seconds % 60 },
    stamp: ended,
    created: ended,
    lastModified: ended,
    status: "CONFIRMED",
    timeTransparent: "OPAQUE",
    categories: ["unwind"],
  });
}

function dateOf(moment: string): IcsDateObject {
  return { date: dateObject(parseMoment(moment) ?? 0), type: "DATE-TIME" };
}

function pausedSeconds({ pauses }: SessionFile): number {
  return pauses.reduce((sum, { seconds }) => sum + (seconds > LONGEST_PAUSE_SECONDS ? 0 : seconds), 0);
}
