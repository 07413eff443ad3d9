/** What a person says about a session afterwards, and a session that they delete: written beside, moved away, never lost. */
import { join } from "node:path";
import { moveInto, writeWhole } from "../../files/files.ts";
import { AMENDMENT_FORMAT, AMENDMENT_VERSION, type Amendment } from "../format.ts";
import { amendmentPath, monthOf } from "../names.ts";
import type { Places } from "../places.ts";
import { pathsOf } from "../read/history-files.ts";
import type { Found } from "../read/month.ts";
import type { Recording } from "./recording.ts";
import { amendmentText } from "./session-text.ts";

export type Said = Pick<Amendment, "effort" | "tightness" | "tightnessSide" | "note" | "notes">;

/** The journal of a session that has no file yet. */
interface UnfinishedJournal {
  readonly path: string;
  readonly recording: Recording;
}

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

/**
 * Moves a session with all that was said about it, and with its copies, to the trash.
 *
 * @returns where its own file went, or its journal while it has none.
 * @throws the system's error.
 */
export function toTrash(places: Places, { summary, files }: Found, unfinished: readonly UnfinishedJournal[]): string {
  const { id, startedAt } = summary;
  const folder = files?.folder ?? join(places.sessions, monthOf(startedAt));
  const own = files ? join(folder, files.name) : unfinished.find((one) => one.recording.started.id === id)?.path;
  if (own === undefined) throw new Error("it is on in another process");
  for (const path of pathsOf(folder, id)) if (path !== own) moveInto(places.trash, path);
  return moveInto(places.trash, own);
}
