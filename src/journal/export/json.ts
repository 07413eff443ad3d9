/** Sessions as one JSON file that `unwind import` takes back: one session a line, so that it is read a line at a time. */
import type { SessionFile } from "../format.ts";

export const HISTORY_FORMAT = "unwind-history";
export const HISTORY_VERSION = 1;

export const JSON_HEAD = `{"format":"${HISTORY_FORMAT}","version":${HISTORY_VERSION},"sessions":[`;
export const JSON_TAIL = "]}";

/** @param first whether it is the first session of the file. */
export function jsonEntry(session: SessionFile, first: boolean): string {
  return `${first ? "\n" : ",\n"}${JSON.stringify(session)}`;
}
