/** A recording that is over becomes the session's file for good, and its journal goes. */
import { rmSync } from "node:fs";
import { moveIntoFolder, writeFileAtomically } from "../../files/atomic-files.ts";
import { sessionPath } from "../file-names.ts";
import type { JournalPaths } from "../journal-paths.ts";
import { createFaultHandler, readExistingSession, readSessionAmendments } from "../read/session-files.ts";
import { applyAmendments } from "../read/session-summary.ts";
import type { SessionAnswers, SessionFile } from "../session-format.ts";
import { type AmendmentFields, writeAmendment } from "./amendments.ts";
import { formatSessionFile } from "./format-session-file.ts";
import type { RecordedSession } from "./recorded-session.ts";

/** What became of a session when its journal was closed. */
export type SaveResult =
  /** It never began, or no set was begun: nothing is kept. */
  | { readonly type: "nothing" }
  | SavedSession
  /** It can be taken up for a day. */
  | { readonly type: "unfinished"; readonly id: string }
  /** Its file could not be written; the journal still holds all of it, and the next look at history tries again. */
  | { readonly type: "waiting"; readonly id: string; readonly why: string; readonly path: string }
  /** Nothing could be written: `text` is the session's file, to be saved by hand under `path`. */
  | {
      readonly type: "unsaved";
      readonly id: string;
      readonly why: string;
      readonly path: string;
      readonly text: string;
    };

/** It has its file. */
export interface SavedSession {
  readonly type: "kept";
  readonly id: string;
  readonly status: "finished" | "partial";
  readonly path: string;
  /** What the person should know: a damaged file that was set aside. */
  readonly warnings: readonly string[];
}

export interface JournalState {
  /** Of the journal; null when it never began. */
  readonly path: string | null;
  /** Why the journal could not be written to its end; null when it was. */
  readonly fault: Error | null;
}

/** Ends a running session's journal: what was finished is filed, what was quit waits to be taken up. */
export function closeJournal(
  places: JournalPaths,
  recording: RecordedSession | null,
  { path, fault }: JournalState,
): SaveResult {
  if (!recording || !path) return { type: "nothing" };
  const { id } = recording.started;
  if (!recording.isFinished) {
    if (!isWorthKeeping(places, recording)) return discardJournal(path);
    if (fault === null) return { type: "unfinished", id };
  }
  const session = recording.toSessionFile();
  const target = sessionPath(places.sessions, session);
  try {
    return saveSession(places, recording, path);
  } catch (error) {
    const why = (error as Error).message;
    if (fault === null) return { type: "waiting", id, why, path };
    return { type: "unsaved", id, why, path: target, text: formatSessionFile(session) };
  }
}

/** Whether anything was done in it, or said about it: a false start is no session. */
export function isWorthKeeping(places: JournalPaths, recording: RecordedSession): boolean {
  if (recording.isFinished || recording.hasTraining) return true;
  return readSessionAmendments(places.sessions, recording.toSessionFile(), () => {}).length > 0;
}

/**
 * Writes the session's file, then takes the journal away; done twice it does nothing more. Answers that were given after
 * the file was written are added to it. A journal with damaged lines is set aside and not deleted.
 *
 * @throws the system's error when the file cannot be written; the journal is then as it was.
 */
export function saveSession(places: JournalPaths, recording: RecordedSession, path: string): SavedSession {
  const warnings: string[] = [];
  const warn = (text: string) => warnings.push(text);
  const session = recording.toSessionFile();
  const target = sessionPath(places.sessions, session);
  const onFault = createFaultHandler(places.damaged, warn);
  const there = readExistingSession(target, onFault);
  if (there === "unread") throw new Error(`${target} is there and cannot be read`);
  if (there)
    addLateAnswers(places, recording, applyAmendments(there, readSessionAmendments(places.sessions, there, onFault)));
  else writeFileAtomically(target, formatSessionFile(session));
  try {
    if (recording.damagedLineCount > 0) {
      warn(
        `${path} has damaged lines; what is whole of it is kept, and it was set aside as ${moveIntoFolder(places.damaged, path)}`,
      );
    } else rmSync(path, { force: true });
  } catch {
    // The journal stays and is found again; the session is not written twice.
  }
  return { type: "kept", id: session.id, status: session.status, path: target, warnings };
}

/** Another process may have filed the session while its person was still being asked. @param there as it is now. */
function addLateAnswers(places: JournalPaths, recording: RecordedSession, there: SessionFile): void {
  const said = pickNewAnswers(recording.answers, there);
  if (Object.keys(said).length > 0) writeAmendment(places, there, said, recording.lastLineAt);
}

/** The answers to what was not answered yet. */
function pickNewAnswers({ effort, tightness, tightnessSide }: SessionAnswers, known: SessionFile): AmendmentFields {
  return {
    ...(known.effort === null && effort !== null ? { effort } : {}),
    ...(known.tightness === null && tightness !== null ? { tightness, tightnessSide } : {}),
  };
}

function discardJournal(path: string): SaveResult {
  try {
    rmSync(path, { force: true });
  } catch {
    // It is forgotten at a later look.
  }
  return { type: "nothing" };
}
