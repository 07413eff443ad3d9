/** Turns the recording of an ended session into its file, then removes the journal. */
import { rmSync } from "node:fs";
import { describeError } from "../../errors.ts";
import { createFaultHandler } from "../../files/versioned-files.ts";
import { moveIntoFolder, writeFileAtomically } from "../../files/write.ts";
import { type JournalPaths, sessionPath } from "../journal-paths.ts";
import type { RecordedSession, UnfinishedSession } from "../read/recorded-session.ts";
import { ignoreFault, readExistingSession, readSessionAmendments } from "../read/session-files.ts";
import type { SessionAnswers } from "../session-answers.ts";
import type { SessionFile } from "../session-format.ts";
import { hasAnswers } from "../session-questions.ts";
import { applyAmendments, isRehearsal } from "../session-summary.ts";
import { formatSessionFile } from "../session-text.ts";
import { type AmendmentFields, writeAmendment } from "./amendments.ts";

/** What happened to a session when its journal was closed. */
export type SaveResult =
  /** Never started, or no set begun: nothing is kept. */
  | { readonly type: "nothing" }
  | SavedSession
  /** It can be resumed for a day. */
  | { readonly type: "unfinished"; readonly id: string }
  /** Its file could not be written; the journal still holds everything and the next scan retries. */
  | { readonly type: "waiting"; readonly id: string; readonly why: string; readonly path: string }
  /** Nothing could be written: `text` is the session file, to be saved by hand as `path`. */
  | {
      readonly type: "unsaved";
      readonly id: string;
      readonly why: string;
      readonly path: string;
      readonly text: string;
    };

/** Its file was written. */
export interface SavedSession {
  readonly type: "kept";
  readonly id: string;
  readonly status: "finished" | "partial";
  readonly path: string;
  /** It counts in no statistic. */
  readonly isRehearsal: boolean;
  /** Messages for the person, such as a damaged file that was moved aside. */
  readonly warnings: readonly string[];
}

interface JournalState {
  /** Path of the journal; null if it never began. */
  readonly path: string | null;
  /** Why the journal could not be completed; null if it was. */
  readonly fault: Error | null;
}

/** Closes a running session's journal: finished sessions are saved, sessions that were quit stay resumable. */
export function closeJournal(
  paths: JournalPaths,
  recording: RecordedSession | null,
  { path, fault }: JournalState,
): SaveResult {
  if (!recording || !path) return { type: "nothing" };
  const { id } = recording.started;
  if (!isWorthKeeping(paths, recording)) return discardJournal(path);
  if (!recording.isFinished && fault === null) return { type: "unfinished", id };
  const session = recording.toSessionFile();
  const target = sessionPath(paths.sessions, session);
  try {
    return saveSession(paths, recording, path);
  } catch (error) {
    const why = describeError(error);
    if (fault === null) return { type: "waiting", id, why, path };
    return { type: "unsaved", id, why, path: target, text: formatSessionFile(session) };
  }
}

/** Whether anything was done, answered or noted in it: a false start is not kept. */
function isWorthKeeping(paths: JournalPaths, recording: RecordedSession): boolean {
  if (recording.hasTraining || hasAnswers(recording.answers)) return true;
  return readSessionAmendments(paths.sessions, recording.toSessionFile(), ignoreFault).length > 0;
}

/**
 * Writes the session file, then removes the journal; repeating it changes nothing. Answers given after the file was
 * written are added. A journal with damaged lines is moved aside, not deleted.
 *
 * @throws the system's error if the file cannot be written; the journal is then unchanged.
 */
function saveSession(paths: JournalPaths, recording: RecordedSession, path: string): SavedSession {
  const warnings: string[] = [];
  const warn = (text: string) => warnings.push(text);
  const session = recording.toSessionFile();
  const target = sessionPath(paths.sessions, session);
  const onFault = createFaultHandler(paths.damaged, warn);
  const existing = readExistingSession(target, onFault);
  if (existing === "unread") throw new Error(`${target} exists but cannot be read`);
  if (existing) {
    const amendments = readSessionAmendments(paths.sessions, existing, onFault);
    addLateAnswers(paths, recording, applyAmendments(existing, amendments));
  } else writeFileAtomically(target, formatSessionFile(session), { ownFolder: paths.sessions });
  try {
    if (recording.damagedLineCount > 0) {
      warn(
        `${path} has damaged lines; the readable ones are kept, and it was set aside as ${moveIntoFolder(paths.damaged, path)}`,
      );
    } else rmSync(path, { force: true });
  } catch {
    // The journal stays and is found again; the session is not written twice.
  }
  return {
    type: "kept",
    id: session.id,
    status: session.status,
    path: target,
    isRehearsal: isRehearsal(session),
    warnings,
  };
}

/** Another process may have saved the session while its questions were still open. @param saved the saved session. */
function addLateAnswers(paths: JournalPaths, recording: RecordedSession, saved: SessionFile): void {
  const answers = pickNewAnswers(recording.answers, saved);
  if (Object.keys(answers).length > 0) writeAmendment(paths, saved, answers, recording.lastLineAt);
}

/** The answers not saved yet. */
function pickNewAnswers(answers: SessionAnswers, saved: SessionFile): AmendmentFields {
  const { effort, tightness, tightnessSide, pain, skipReason } = answers;
  return {
    ...(saved.effort === null && effort !== null ? { effort } : {}),
    ...(saved.tightness === null && tightness !== null ? { tightness, tightnessSide } : {}),
    ...(saved.pain === null && pain !== null ? { pain } : {}),
    ...(saved.skipReason === null && skipReason !== null ? { skipReason } : {}),
  };
}

/**
 * Saves the session of a journal that is over, or discards a false start.
 *
 * @param warnings takes what the person should know.
 * @returns false if the session cannot be saved: it stays for the next scan.
 */
export function saveOrDiscard(
  paths: JournalPaths,
  { path, recording }: UnfinishedSession,
  warnings: string[],
): boolean {
  try {
    if (isWorthKeeping(paths, recording)) warnings.push(...saveSession(paths, recording, path).warnings);
    else rmSync(path, { force: true });
    return true;
  } catch (error) {
    warnings.push(`session ${recording.started.id} stays in ${path} until it can be saved: ${describeError(error)}`);
    return false;
  }
}

/** Removes a journal that holds nothing worth keeping. */
export function discardJournal(path: string): SaveResult {
  try {
    rmSync(path, { force: true });
  } catch {
    // The next scan removes it.
  }
  return { type: "nothing" };
}
