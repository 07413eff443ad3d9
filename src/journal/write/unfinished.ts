/** Sessions that were cut off or quit: found again, taken up within a day, closed as partial after it. */
import { closeSync, constants, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DAY_MS, momentText, parseMoment } from "../../calendar.ts";
import { UserError } from "../../errors.ts";
import { namesIn } from "../../files/files.ts";
import { newId, stemOf } from "../names.ts";
import type { Places } from "../places.ts";
import { type OnFault, setAside, unreadable } from "../read/history-files.ts";
import { file, isForGood } from "./close.ts";
import { readJournal } from "./journal-text.ts";
import { type LaterLine, lineText } from "./lines.ts";
import { isAlive, thisProcess } from "./process.ts";
import type { Recording } from "./recording.ts";

/** How long after its last sign of life a session can be taken up. */
export const RESUMABLE_MS = DAY_MS;

/** A session that can be taken up. */
export interface Unfinished {
  /** Its journal. */
  readonly path: string;
  readonly recording: Recording;
}

/** What a look at the journals found. */
export interface Look {
  /** Those that can be taken up, the latest first. */
  readonly unfinished: readonly Unfinished[];
  /** Those that another process is leading now, or still asks about. */
  readonly running: readonly Unfinished[];
  /** What the person should know: journals that were set aside, or could not be filed. */
  readonly warnings: readonly string[];
}

/**
 * Looks through the journals. On the way what is over is filed: sessions that were finished and not yet filed, and, as
 * partial, those that nobody took up for a day.
 */
export function findUnfinished(places: Places, nowEpochMs: number): Look {
  const unfinished: Unfinished[] = [];
  const running: Unfinished[] = [];
  const warnings: string[] = [];
  const onFault = setAside(places.damaged, (text) => warnings.push(text));
  const names = namesIn(places.journal, unreadable(onFault));
  for (const name of names.filter((name) => name.endsWith(".jsonl"))) {
    const path = join(places.journal, name);
    const recording = open(path, nowEpochMs, onFault);
    if (!recording) continue;
    const abandoned = nowEpochMs - (parseMoment(recording.lastTime) ?? 0) > RESUMABLE_MS;
    if (isLed(recording, abandoned)) running.push({ path, recording });
    else if (!recording.finished && !abandoned) unfinished.push({ path, recording });
    else fileOrForget(places, { path, recording }, warnings);
  }
  const latestFirst = (a: Unfinished, b: Unfinished) => b.recording.lastTime.localeCompare(a.recording.lastTime);
  return { unfinished: unfinished.sort(latestFirst), running: running.sort(latestFirst), warnings };
}

/** Whether a process has it now. One that is finished may still ask about it, though not for a day. */
function isLed({ writer, ended }: Recording, abandoned: boolean): boolean {
  return ended !== "quit" && !(ended === "finished" && abandoned) && isAlive(writer);
}

function fileOrForget(places: Places, { path, recording }: Unfinished, warnings: string[]): void {
  try {
    if (isForGood(places, recording)) warnings.push(...file(places, recording, path).warnings);
    else rmSync(path, { force: true });
  } catch (error) {
    warnings.push(`session ${recording.started.id} waits in ${path}: ${(error as Error).message}`);
  }
}

function open(path: string, nowEpochMs: number, onFault: OnFault): Recording | null {
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
  const read = readJournal(text);
  if (read.type === "valid") return read.value;
  if (read.type === "later") onFault(path, { type: "later" });
  // Where the disk is full its first line may be on its way: whoever leads that session still writes to it.
  else if (text.includes("\n") || nowEpochMs - changedMs > RESUMABLE_MS) {
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
export function claim(places: Places, { path, recording }: Unfinished, nowEpochMs: number): Unfinished {
  const { started } = recording;
  const line: LaterLine = {
    line: "continued",
    at: 0,
    time: momentText(nowEpochMs),
    index: recording.next,
    ...thisProcess(),
  };
  const target = join(places.journal, `${stemOf(started.time, started.id)}~${newId()}.jsonl`);
  try {
    // The file may end within a line. Said before it is renamed: whoever finds it under its new name finds it taken.
    appendToExisting(path, `\n${lineText(line)}`);
    renameSync(path, target);
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new UserError(
      gone
        ? `session ${started.id} was taken up by another process`
        : `session ${started.id} cannot be taken up: ${(error as Error).message}`,
    );
  }
  recording.take(line);
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
