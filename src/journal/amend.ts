/** What a person says about a session afterwards, and a session that they delete: written beside, moved away, never lost. */
import { join } from "node:path";
import { moveInto, writeWhole } from "./files.ts";
import { AMENDMENT_FORMAT, AMENDMENT_VERSION, type Amendment } from "./format.ts";
import type { Found } from "./history.ts";
import { amendmentPath } from "./names.ts";
import type { Places } from "./places.ts";
import { amendmentText } from "./session-text.ts";
import type { Unfinished } from "./unfinished.ts";

export type Said = Omit<Amendment, "format" | "version" | "session" | "at">;

/** Writes down what was said about a session. @param at ISO 8601 in UTC. @throws the system's error. */
export function amend(places: Places, session: { id: string; startedAt: string }, said: Said, at: string): void {
  const amendment: Amendment = {
    format: AMENDMENT_FORMAT,
    version: AMENDMENT_VERSION,
    session: session.id,
    at,
    ...said,
  };
  writeWhole(amendmentPath(places.sessions, session, at), amendmentText(amendment));
}

/** Moves a session with all that was said about it to the trash. @returns where to. @throws the system's error. */
export function toTrash(places: Places, { summary, files }: Found, unfinished: readonly Unfinished[]): string {
  if (files) {
    for (const name of files.amendments) moveInto(places.trash, join(files.folder, name));
    return moveInto(places.trash, join(files.folder, files.name));
  }
  const journal = unfinished.find((one) => one.recording.started.id === summary.id);
  if (!journal) throw new Error("it is on in another process");
  return moveInto(places.trash, journal.path);
}
