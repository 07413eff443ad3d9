/** What a person adds to a session later, and deleting one: stored beside it or moved to the trash, never lost. */
import { join } from "node:path";
import { formatTimestamp, parseTimestamp } from "../../calendar.ts";
import { moveIntoFolder, writeFileAtomically } from "../../files/write.ts";
import { amendmentPath, type JournalPaths, monthFolderOf, sessionPath } from "../journal-paths.ts";
import type { HistoryEntry } from "../read/read-history.ts";
import type { UnfinishedSession } from "../read/recorded-session.ts";
import { listSessionPaths, type SessionFileSet } from "../read/session-files.ts";
import { AMENDMENT_FORMAT, AMENDMENT_VERSION, type Amendment, type SessionFile } from "../session-format.ts";
import { formatAmendment, formatSessionFile } from "../session-text.ts";

export type AmendmentFields = Pick<
  Amendment,
  "effort" | "tightness" | "tightnessSide" | "pain" | "skipReason" | "note" | "notes"
>;

/** Writes an amendment. @param at ISO 8601 in UTC. @throws the system's error. */
export function writeAmendment(
  paths: JournalPaths,
  session: { id: string; startedAt: string },
  fields: AmendmentFields,
  at: string,
): void {
  const amendment: Amendment = {
    format: AMENDMENT_FORMAT,
    version: AMENDMENT_VERSION,
    session: session.id,
    at,
    ...fields,
  };
  writeFileAtomically(amendmentPath(paths.sessions, session, at), formatAmendment(amendment), {
    ownFolder: paths.sessions,
  });
}

/**
 * Files a session under another start, as after a clock that was wrong: under its new name first, then the old files go
 * to the trash. Its end moves with it.
 *
 * @param session with its amendments, which the new file takes in.
 * @param startedAt ISO 8601 in UTC.
 * @param utcOffsetMinutes how far local time was ahead of UTC then.
 * @throws the system's error.
 */
export function moveSessionInTime(
  paths: JournalPaths,
  files: SessionFileSet,
  session: SessionFile,
  { startedAt, utcOffsetMinutes }: { readonly startedAt: string; readonly utcOffsetMinutes: number },
): void {
  const lastedMs = (parseTimestamp(session.endedAt) ?? 0) - (parseTimestamp(session.startedAt) ?? 0);
  const endedAt = formatTimestamp((parseTimestamp(startedAt) ?? 0) + lastedMs);
  const moved = { ...session, startedAt, endedAt, utcOffsetMinutes };
  const path = sessionPath(paths.sessions, moved);
  // Before the new file is among them.
  const before = listSessionPaths(files.folder, session.id);
  if (before.includes(path)) return;
  writeFileAtomically(path, formatSessionFile(moved), { ownFolder: paths.sessions });
  for (const old of before) moveIntoFolder(paths.trash, old);
}

/**
 * Moves a session, its amendments and its copies to the trash.
 *
 * @returns the new path of its file, or of its journal while unfinished.
 * @throws the system's error.
 */
export function moveSessionToTrash(
  paths: JournalPaths,
  { summary, files }: HistoryEntry,
  unfinished: readonly UnfinishedSession[],
): string {
  const { id, startedAt } = summary;
  const folder = files?.folder ?? join(paths.sessions, monthFolderOf(startedAt));
  const own = files ? join(folder, files.name) : unfinished.find((one) => one.recording.started.id === id)?.path;
  if (own === undefined) throw new Error("it is running in another process");
  for (const path of listSessionPaths(folder, id)) if (path !== own) moveIntoFolder(paths.trash, path);
  return moveIntoFolder(paths.trash, own);
}
