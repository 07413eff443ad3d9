/** Sessions that were cut off or quit: found again, taken up within a day, closed as partial after it. */
import { closeSync, constants, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DAY_MS, formatTimestamp, parseTimestamp } from "../../calendar.ts";
import { UserError } from "../../errors.ts";
import { listFolder } from "../../files/atomic-files.ts";
import { buildFileStem, createId } from "../file-names.ts";
import type { JournalPaths } from "../journal-paths.ts";
import { createFaultHandler, type OnReadFault, reportUnreadableFolder } from "../read/session-files.ts";
import { isWorthKeeping, saveSession } from "./close-journal.ts";
import { type EventLine, formatJournalLine } from "./journal-lines.ts";
import { parseJournal } from "./parse-journal.ts";
import type { RecordedSession } from "./recorded-session.ts";
import { identifyCurrentProcess, isProcessRunning } from "./writer-process.ts";

/** How long after its last sign of life a session can be taken up. */
export const RESUME_WINDOW_MS = DAY_MS;

/** A session that can be taken up. */
export interface UnfinishedSession {
  /** Its journal. */
  readonly path: string;
  readonly recording: RecordedSession;
}

/** What a look at the journals found. */
export interface JournalScan {
  /** Those that can be taken up, the latest first. */
  readonly unfinished: readonly UnfinishedSession[];
  /** Those that another process is leading now, or still asks about. */
  readonly running: readonly UnfinishedSession[];
  /** What the person should know: journals that were set aside, or could not be filed. */
  readonly warnings: readonly string[];
}

/**
 * Looks through the journals. On the way what is over is filed: sessions that were finished and not yet filed, and, as
 * partial, those that nobody took up for a day.
 */
export function scanJournals(places: JournalPaths, nowEpochMs: number): JournalScan {
  const unfinished: UnfinishedSession[] = [];
  const running: UnfinishedSession[] = [];
  const warnings: string[] = [];
  const onFault = createFaultHandler(places.damaged, (text) => warnings.push(text));
  const names = listFolder(places.journal, reportUnreadableFolder(onFault));
  for (const name of names.filter((name) => name.endsWith(".jsonl"))) {
    const path = join(places.journal, name);
    const recording = openJournal(path, nowEpochMs, onFault);
    if (!recording) continue;
    const abandoned = nowEpochMs - (parseTimestamp(recording.lastLineAt) ?? 0) > RESUME_WINDOW_MS;
    if (isInUse(recording, abandoned)) running.push({ path, recording });
    else if (!recording.isFinished && !abandoned) unfinished.push({ path, recording });
    else saveOrDiscard(places, { path, recording }, warnings);
  }
  const latestFirst = (a: UnfinishedSession, b: UnfinishedSession) =>
    b.recording.lastLineAt.localeCompare(a.recording.lastLineAt);
  return { unfinished: unfinished.sort(latestFirst), running: running.sort(latestFirst), warnings };
}

/** Whether a process has it now. One that is finished may still ask about it, though not for a day. */
function isInUse({ writer, ended }: RecordedSession, abandoned: boolean): boolean {
  return ended !== "quit" && !(ended === "finished" && abandoned) && isProcessRunning(writer);
}

function saveOrDiscard(places: JournalPaths, { path, recording }: UnfinishedSession, warnings: string[]): void {
  try {
    if (isWorthKeeping(places, recording)) warnings.push(...saveSession(places, recording, path).warnings);
    else rmSync(path, { force: true });
  } catch (error) {
    warnings.push(`session ${recording.started.id} waits in ${path}: ${(error as Error).message}`);
  }
}

function openJournal(path: string, nowEpochMs: number, onFault: OnReadFault): RecordedSession | null {
  let text: string;
  let changedMs: number;
  try {
    text = readFileSync(path, "utf8");
    changedMs = statSync(path).mtimeMs;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Another process may just have filed it.
    if (code !== "ENOENT") onFault(path, { type: "unreadable", why: message });
    return null;
  }
  const read = parseJournal(text);
  if (read.type === "valid") return read.value;
  if (read.type === "later") onFault(path, { type: "later" });
  // Where the disk is full its first line may be on its way: whoever leads that session still writes to it.
  else if (text.includes("\n") || nowEpochMs - changedMs > RESUME_WINDOW_MS) {
    onFault(path, { type: "damaged", why: read.why });
  }
  return null;
}

/**
 * Takes an unfinished session for this process: its journal says so and gets a new name, which only one process can
 * give it.
 *
 * @throws UserError (exit 2) when another process was faster, or the journal cannot be written.
 */
export function claimSession(
  places: JournalPaths,
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
  const target = join(places.journal, `${buildFileStem(started.time, started.id)}~${createId()}.jsonl`);
  try {
    // The file may end within a line. Said before it is renamed: whoever finds it under its new name finds it taken.
    appendToExisting(path, `\n${formatJournalLine(line)}`);
    renameSync(path, target);
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new UserError(
      gone
        ? `session ${started.id} was taken up by another process`
        : `session ${started.id} cannot be taken up: ${(error as Error).message}`,
    );
  }
  recording.apply(line);
  return { path: target, recording };
}

/** Appends, and never makes a file that is not there any more. */
function appendToExisting(path: string, text: string): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_APPEND);
  try {
    writeSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}
