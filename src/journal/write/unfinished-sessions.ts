/** Sessions that were cut off or quit: found again, resumable for a day, then closed as partial. */
import { closeSync, constants, openSync, renameSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DAY_MS, formatTimestamp, parseTimestamp } from "../../calendar.ts";
import { describeError, UserError } from "../../errors.ts";
import { listFolder } from "../../files/folders.ts";
import { decodeText, describeReadError, readRegularFile } from "../../files/read-text.ts";
import {
  createFaultReporter,
  MAX_RECORD_BYTES,
  type OnReadFault,
  reportUnreadableFolder,
} from "../../files/versioned-files.ts";
import type { EventLine } from "../journal-format.ts";
import { buildFileStem, createId, type JournalPaths } from "../journal-paths.ts";
import { parseJournal } from "../read/parse-journal.ts";
import type { RecordedSession, UnfinishedSession } from "../read/recorded-session.ts";
import { discardJournal, saveOrDiscard } from "./close-journal.ts";
import { formatJournalLine } from "./event-lines.ts";
import { identifyCurrentProcess, isProcessRunning } from "./writer-process.ts";

/** How long after its last line a session can be resumed. */
export const RESUME_WINDOW_MS = DAY_MS;

/** The result of scanning the journals. */
interface JournalScan {
  /** Resumable sessions, latest first. */
  readonly unfinished: readonly UnfinishedSession[];
  /** Sessions another process is running, or still asking questions about. */
  readonly running: readonly UnfinishedSession[];
  /** Sessions that are over, whose file cannot be written. */
  readonly waiting: readonly UnfinishedSession[];
  /** Messages for the person: journals that were moved aside or could not be saved. */
  readonly warnings: readonly string[];
}

/**
 * Scans the journals. On the way it saves finished sessions that have no file yet and, as partial, those nobody resumed
 * within a day.
 */
export function scanJournals(paths: JournalPaths, nowEpochMs: number): JournalScan {
  const unfinished: UnfinishedSession[] = [];
  const running: UnfinishedSession[] = [];
  const waiting: UnfinishedSession[] = [];
  const warnings: string[] = [];
  const onFault = createFaultReporter((text) => warnings.push(text));
  const names = listFolder(paths.journal, reportUnreadableFolder(onFault));
  for (const name of names.filter((name) => name.endsWith(".jsonl"))) {
    const path = join(paths.journal, name);
    const recording = openJournal(path, nowEpochMs, onFault);
    if (!recording) continue;
    const abandoned = nowEpochMs - (parseTimestamp(recording.lastLineAt) ?? 0) > RESUME_WINDOW_MS;
    if (isInUse(recording, abandoned)) running.push({ path, recording });
    else if (!recording.isFinished && !abandoned) unfinished.push({ path, recording });
    else if (!saveOrDiscard(paths, { path, recording }, warnings)) waiting.push({ path, recording });
  }
  const latestFirst = (a: UnfinishedSession, b: UnfinishedSession) =>
    b.recording.lastLineAt.localeCompare(a.recording.lastLineAt);
  return { unfinished: unfinished.sort(latestFirst), running: running.sort(latestFirst), waiting, warnings };
}

/** Whether a running process owns it. A finished session may still be asking its questions, but not for a whole day. */
function isInUse({ writer, ended }: RecordedSession, abandoned: boolean): boolean {
  return ended !== "quit" && !(ended === "finished" && abandoned) && isProcessRunning(writer);
}

function openJournal(path: string, nowEpochMs: number, onFault: OnReadFault): RecordedSession | null {
  let text: string;
  let changedMs: number;
  try {
    // Whatever its last line was cut off in, the others are whole.
    text = decodeText(readRegularFile(path, MAX_RECORD_BYTES)).text;
    changedMs = statSync(path).mtimeMs;
  } catch (error) {
    // Another process may just have saved it.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") {
      onFault(path, { type: "unreadable", why: describeReadError(error) });
    }
    return null;
  }
  const read = parseJournal(text);
  if (read.type === "valid") return read.value;
  if (read.type === "later") onFault(path, { type: "later" });
  // On a full disk the first line may still be pending: the process running that session is still writing.
  else if (text.includes("\n") || (text !== "" && nowEpochMs - changedMs > RESUME_WINDOW_MS)) {
    onFault(path, { type: "damaged", why: read.why });
  }
  // That process is gone, and nothing of it was ever written.
  else if (nowEpochMs - changedMs > RESUME_WINDOW_MS) discardJournal(path);
  return null;
}

/**
 * Claims an unfinished session for this process: appends a line to its journal and renames it, which only one process
 * can do.
 *
 * @throws UserError (exit 2) if another process was faster or the journal cannot be written.
 */
export function claimSession(
  paths: JournalPaths,
  { path, recording }: UnfinishedSession,
  nowEpochMs: number,
): UnfinishedSession {
  const { started } = recording;
  const line: EventLine = {
    line: "continued",
    at: 0,
    time: formatTimestamp(nowEpochMs),
    index: recording.nextStepIndex,
    ...identifyCurrentProcess(),
  };
  const target = join(paths.journal, `${buildFileStem(started.time, started.id)}~${createId()}.jsonl`);
  try {
    // The file may end mid-line. Written before the rename, so that whoever finds it under its new name sees it is claimed.
    appendToExisting(path, `\n${formatJournalLine(line)}`);
    renameSync(path, target);
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new UserError(
      gone
        ? `session ${started.id} was resumed by another process`
        : `session ${started.id} cannot be resumed: ${describeError(error)}`,
    );
  }
  recording.apply(line);
  return { path: target, recording };
}

/** Appends without ever creating the file. */
function appendToExisting(path: string, text: string): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_APPEND);
  try {
    writeSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}
