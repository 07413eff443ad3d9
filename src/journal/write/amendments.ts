/** What a person says about a session afterwards, and a session that they delete: written beside, moved away, never lost. */
import { join } from "node:path";
import { moveIntoFolder, writeFileAtomically } from "../../files/atomic-files.ts";
import { amendmentPath, monthFolderOf } from "../file-names.ts";
import type { JournalPaths } from "../journal-paths.ts";
import type { HistoryEntry } from "../read/month-summaries.ts";
import { listSessionPaths } from "../read/session-files.ts";
import { AMENDMENT_FORMAT, AMENDMENT_VERSION, type Amendment } from "../session-format.ts";
import { formatAmendment } from "./format-session-file.ts";
import type { RecordedSession } from "./recorded-session.ts";

export type AmendmentFields = Pick<Amendment, "effort" | "tightness" | "tightnessSide" | "note" | "notes">;

/** The journal of a session that has no file yet. */
interface UnfinishedJournal {
  readonly path: string;
  readonly recording: RecordedSession;
}

/** Writes down what was said about a session. @param at ISO 8601 in UTC. @throws the system's error. */
export function writeAmendment(
  places: JournalPaths,
  session: { id: string; startedAt: string },
  said: AmendmentFields,
  at: string,
): void {
  const amendment: Amendment = {
    format: AMENDMENT_FORMAT,
    version: AMENDMENT_VERSION,
    session: session.id,
    at,
    ...said,
  };
  writeFileAtomically(amendmentPath(places.sessions, session, at), formatAmendment(amendment));
}

/**
 * Moves a session with all that was said about it, and with its copies, to the trash.
 *
 * @returns where its own file went, or its journal while it has none.
 * @throws the system's error.
 */
export function moveSessionToTrash(
  places: JournalPaths,
  { summary, files }: HistoryEntry,
  unfinished: readonly UnfinishedJournal[],
): string {
  const { id, startedAt } = summary;
  const folder = files?.folder ?? join(places.sessions, monthFolderOf(startedAt));
  const own = files ? join(folder, files.name) : unfinished.find((one) => one.recording.started.id === id)?.path;
  if (own === undefined) throw new Error("it is on in another process");
  for (const path of listSessionPaths(folder, id)) if (path !== own) moveIntoFolder(places.trash, path);
  return moveIntoFolder(places.trash, own);
}
