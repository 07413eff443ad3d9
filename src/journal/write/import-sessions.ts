/** Imports an export, or a single session file: new sessions are written, existing ones stay as they are. */
import { EXIT_CODES, UserError } from "../../errors.ts";
import {
  createFaultHandler,
  isPlainObject,
  type OnReadFault,
  tryParseJson,
  type Warn,
} from "../../files/versioned-files.ts";
import { writeFileAtomically } from "../../files/write.ts";
import { HISTORY_EXPORT_FORMAT, HISTORY_EXPORT_VERSION, JSON_EXPORT_HEAD, JSON_EXPORT_TAIL } from "../export/json.ts";
import { type JournalPaths, sessionPath } from "../journal-paths.ts";
import { readExistingSession } from "../read/session-files.ts";
import { SESSION_FORMAT } from "../session-format.ts";
import { formatSessionFile, parseSessionJson } from "../session-text.ts";

export interface ImportResult {
  added: number;
  /** Sessions that already existed. */
  alreadyPresent: number;
  /** What could not be imported, and why. */
  readonly faults: string[];
}

/**
 * Imports a file line by line. Our own exports have one session per line and are imported as they are read; files
 * reformatted by other programs are read completely first.
 *
 * @param read returns the lines from the start; an export is read twice, to check that it is complete before anything
 * is imported.
 * @param warn called for damaged files that were moved aside.
 * @throws UserError (exit 65) for a truncated export; nothing is imported then.
 * @throws the system's error if a session cannot be written.
 */
export async function importSessions(
  paths: JournalPaths,
  read: () => AsyncIterable<string>,
  warn: Warn,
): Promise<ImportResult> {
  const result: ImportResult = { added: 0, alreadyPresent: 0, faults: [] };
  const context: ImportContext = { paths, result, onFault: createFaultHandler(paths.damaged, warn) };
  const ours = await isCompleteExport(read());
  let number = 0;
  const rest: string[] = [];
  for await (const line of read()) {
    number += 1;
    if (!ours) rest.push(line);
    else if (number > 1 && line !== JSON_EXPORT_TAIL && line.trim() !== "") {
      importSession(tryParseJson(line.endsWith(",") ? line.slice(0, -1) : line), `line ${number}`, context);
    }
  }
  if (!ours) importDocument(tryParseJson(rest.join("\n")), context);
  return result;
}

/** Whether the lines are an export of this program. @throws UserError (exit 65) if it is truncated. */
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
  readonly paths: JournalPaths;
  readonly result: ImportResult;
  readonly onFault: OnReadFault;
}

function importDocument(json: unknown, context: ImportContext): void {
  const { faults } = context.result;
  if (isPlainObject(json) && json["format"] === SESSION_FORMAT) {
    importSession(json, "the file", context);
  } else if (!isPlainObject(json) || json["format"] !== HISTORY_EXPORT_FORMAT || !Array.isArray(json["sessions"])) {
    faults.push("it is no history that unwind has exported");
  } else if (typeof json["version"] !== "number" || json["version"] > HISTORY_EXPORT_VERSION) {
    faults.push("it was exported by a later version of unwind");
  } else {
    for (const [index, session] of json["sessions"].entries()) importSession(session, `session ${index + 1}`, context);
  }
}

function importSession(json: unknown, where: string, { paths, result, onFault }: ImportContext): void {
  const read = parseSessionJson(json);
  if (read.type !== "valid") {
    const why = read.type === "later" ? "it was written by a later version of unwind" : read.why;
    result.faults.push(`${where}: ${why}`);
    return;
  }
  const path = sessionPath(paths.sessions, read.value);
  const existing = readExistingSession(path, onFault);
  if (existing === "unread") result.faults.push(`${where}: ${path} is there and cannot be read`);
  else if (existing) result.alreadyPresent += 1;
  else {
    writeFileAtomically(path, formatSessionFile(read.value), { ownFolder: paths.sessions });
    result.added += 1;
  }
}
