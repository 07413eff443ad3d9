/** Sessions as one JSON file that `unwind import` takes back: one session a line, so that it is read a line at a time. */
import type { SessionFile } from "../session-format.ts";

export const HISTORY_EXPORT_FORMAT = "unwind-history";
export const HISTORY_EXPORT_VERSION = 1;

export const JSON_EXPORT_HEAD = `{"format":"${HISTORY_EXPORT_FORMAT}","version":${HISTORY_EXPORT_VERSION},"sessions":[`;
export const JSON_EXPORT_TAIL = "]}";

/** @param first whether it is the first session of the file. */
export function formatJsonEntry(session: SessionFile, first: boolean): string {
  return `${first ? "\n" : ",\n"}${JSON.stringify(session)}`;
}
