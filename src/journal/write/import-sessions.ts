/** Takes a former export back, or a single session's file: what is new is written, what is there stays as it is. */
import { EXIT_CODES, UserError } from "../../errors.ts";
import { writeFileAtomically } from "../../files/atomic-files.ts";
import { HISTORY_EXPORT_FORMAT, HISTORY_EXPORT_VERSION, JSON_EXPORT_HEAD, JSON_EXPORT_TAIL } from "../export/json.ts";
import { sessionPath } from "../file-names.ts";
import type { JournalPaths } from "../journal-paths.ts";
import { createFaultHandler, type OnReadFault, readExistingSession, type Warn } from "../read/session-files.ts";
import { isPlainObject, parseSessionJson } from "../read/versioned-formats.ts";
import { SESSION_FORMAT } from "../session-format.ts";
import { formatSessionFile } from "./format-session-file.ts";

export interface ImportResult {
  added: number;
  /** Already there. */
  alreadyPresent: number;
  /** What could not be taken in, and why. */
  readonly faults: string[];
}

/**
 * Takes in the lines of a file. An export of this program has a session a line and is taken in as it is read; a file
 * that other programs wrote anew is read whole.
 *
 * @param read the lines from the first; an export is gone through twice, to see that it is whole before anything is
 * taken in.
 * @param warn told of damaged files that made room.
 * @throws UserError (exit 65) for an export that was cut off; nothing is taken in then.
 * @throws the system's error when a session cannot be written.
 */
export async function importSessions(
  places: JournalPaths,
  read: () => AsyncIterable<string>,
  warn: Warn,
): Promise<ImportResult> {
  const imported: ImportResult = { added: 0, alreadyPresent: 0, faults: [] };
  const taking: ImportContext = { places, result: imported, onFault: createFaultHandler(places.damaged, warn) };
  const ours = await isCompleteExport(read());
  let number = 0;
  const rest: string[] = [];
  for await (const line of read()) {
    number += 1;
    if (!ours) rest.push(line);
    else if (number > 1 && line !== JSON_EXPORT_TAIL && line.trim() !== "") {
      importSession(parseJson(line.endsWith(",") ? line.slice(0, -1) : line), `line ${number}`, taking);
    }
  }
  if (!ours) importDocument(parseJson(rest.join("\n")), taking);
  return imported;
}

/** Whether the lines are an export of this program. @throws UserError (exit 65) when they are the beginning of one. */
async function isCompleteExport(lines: AsyncIterable<string>): Promise<boolean> {
  let last: string | null = null;
  for await (const line of lines) {
    if (last === null && line !== JSON_EXPORT_HEAD) return false;
    if (line.trim() !== "") last = line;
  }
  if (last === null) return false;
  if (last !== JSON_EXPORT_TAIL) {
    throw new UserError("the export was cut off, its end is not there; nothing was taken in", {
      exitCode: EXIT_CODES.badData,
    });
  }
  return true;
}

interface ImportContext {
  readonly places: JournalPaths;
  readonly result: ImportResult;
  readonly onFault: OnReadFault;
}

function importDocument(json: unknown, taking: ImportContext): void {
  const { faults } = taking.result;
  if (isPlainObject(json) && json["format"] === SESSION_FORMAT) {
    importSession(json, "the file", taking);
  } else if (!isPlainObject(json) || json["format"] !== HISTORY_EXPORT_FORMAT || !Array.isArray(json["sessions"])) {
    faults.push("it is no history that unwind has exported");
  } else if (typeof json["version"] !== "number" || json["version"] > HISTORY_EXPORT_VERSION) {
    faults.push("it was exported by a later version of unwind");
  } else {
    for (const [index, session] of json["sessions"].entries()) importSession(session, `session ${index + 1}`, taking);
  }
}

function importSession(json: unknown, where: string, { places, result, onFault }: ImportContext): void {
  const read = parseSessionJson(json);
  if (read.type !== "valid") {
    const why = read.type === "later" ? "it was written by a later version of unwind" : read.why;
    result.faults.push(`${where}: ${why}`);
    return;
  }
  const path = sessionPath(places.sessions, read.value);
  const there = readExistingSession(path, onFault);
  if (there === "unread") result.faults.push(`${where}: ${path} is there and cannot be read`);
  else if (there) result.alreadyPresent += 1;
  else {
    writeFileAtomically(path, formatSessionFile(read.value));
    result.added += 1;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
