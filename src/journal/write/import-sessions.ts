/** Imports an export, or a single session file: new sessions are written, existing ones stay as they are. */
import { join } from "node:path";
import { EXIT_CODES, UserError } from "../../errors.ts";
import { listFolder, listMonths } from "../../files/folders.ts";
import { parseJsonText, positionAt } from "../../files/json-text.ts";
import { describeSizeLimit } from "../../files/read-text.ts";
import {
  createFaultHandler,
  isPlainObject,
  MAX_RECORD_BYTES,
  type OnReadFault,
  reportUnreadableFolder,
  type Warn,
} from "../../files/versioned-files.ts";
import { writeFileAtomically } from "../../files/write.ts";
import { HISTORY_EXPORT_FORMAT, HISTORY_EXPORT_VERSION, JSON_EXPORT_HEAD, JSON_EXPORT_TAIL } from "../export/json.ts";
import { idOfStem, type JournalPaths, parseFileName, sessionPath } from "../journal-paths.ts";
import { readExistingSession } from "../read/session-files.ts";
import { SESSION_FORMAT } from "../session-format.ts";
import { formatSessionFile, parseSessionJson } from "../session-text.ts";

interface ImportResult {
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
  const onFault = createFaultHandler(paths.damaged, warn);
  const context: ImportContext = { paths, result, onFault, known: listKnownSessions(paths, onFault) };
  const ours = await isCompleteExport(read());
  let number = 0;
  const rest: string[] = [];
  let restLength = 0;
  for await (const line of read()) {
    number += 1;
    if (!ours) {
      restLength += line.length;
      if (restLength > MAX_RECORD_BYTES) break;
      rest.push(line);
    } else if (number > 1 && line !== JSON_EXPORT_TAIL && line.trim() !== "") {
      importText(line.endsWith(",") ? line.slice(0, -1) : line, `line ${number}`, context, importSession);
    }
  }
  if (restLength > MAX_RECORD_BYTES)
    result.faults.push(`it is not a history exported by unwind, and ${describeSizeLimit(MAX_RECORD_BYTES)}`);
  else if (!ours) importText(rest.join("\n"), "", context, importDocument);
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
    throw new UserError("the export is cut off: its end is missing; nothing was imported", {
      exitCode: EXIT_CODES.badData,
    });
  }
  return true;
}

interface ImportContext {
  readonly paths: JournalPaths;
  readonly result: ImportResult;
  readonly onFault: OnReadFault;
  /** The files of the sessions that are there, by id. */
  readonly known: Map<string, string>;
}

/** The files of all sessions, by the id in their names. */
function listKnownSessions({ sessions }: JournalPaths, onFault: OnReadFault): Map<string, string> {
  const known = new Map<string, string>();
  const unreadable = reportUnreadableFolder(onFault);
  for (const month of listMonths(sessions, unreadable)) {
    for (const name of listFolder(join(sessions, month), unreadable)) {
      const found = parseFileName(name);
      if (found?.kind === "session") known.set(idOfStem(found.stem), join(sessions, month, name));
    }
  }
  return known;
}

/** Hands over what a text says, or names where it stops being JSON. @param where empty for the whole file. */
function importText(
  text: string,
  where: string,
  context: ImportContext,
  take: (json: unknown, where: string, context: ImportContext) => void,
): void {
  const parsed = parseJsonText(text);
  if (parsed.ok) {
    take(parsed.value, where, context);
    return;
  }
  const { line, column } = positionAt(text, parsed.offset);
  const place = where === "" ? `line ${line}, column ${column}` : `${where}, column ${column}`;
  context.result.faults.push(`${place}: ${parsed.message}${where === "" ? ADVICE : ""}`);
}

const ADVICE = "; import takes what unwind export --format json wrote";

function importDocument(json: unknown, _where: string, context: ImportContext): void {
  const { faults } = context.result;
  if (isPlainObject(json) && json["format"] === SESSION_FORMAT) {
    importSession(json, "the file", context);
  } else if (!isPlainObject(json) || json["format"] !== HISTORY_EXPORT_FORMAT || !Array.isArray(json["sessions"])) {
    faults.push(`${describeForeignJson(json)}${ADVICE}`);
  } else if (typeof json["version"] !== "number" || json["version"] > HISTORY_EXPORT_VERSION) {
    faults.push("it was exported by a later version of unwind");
  } else {
    for (const [index, session] of json["sessions"].entries()) importSession(session, `session ${index + 1}`, context);
  }
}

/** What a JSON is that is no history. */
function describeForeignJson(json: unknown): string {
  if (isPlainObject(json) && ("blocks" in json || "sections" in json))
    return "it is a routine, not a history; to run it: unwind run FILE";
  if (isPlainObject(json) && ["work", "hold", "reps", "pattern"].some((name) => name in json))
    return "it is an exercise, not a history; to run it: unwind run FILE";
  return "it is not a history exported by unwind";
}

function importSession(json: unknown, where: string, { paths, result, onFault, known }: ImportContext): void {
  const read = parseSessionJson(json);
  if (read.type !== "valid") {
    const why = read.type === "later" ? "it was written by a later version of unwind" : read.why;
    result.faults.push(`${where}: ${why}`);
    return;
  }
  const path = sessionPath(paths.sessions, read.value);
  const other = known.get(read.value.id);
  if (other !== undefined && other !== path) {
    result.faults.push(`${where}: session ${read.value.id} is there already, at another time: ${other}`);
    return;
  }
  const existing = readExistingSession(path, onFault);
  if (existing === "unread") result.faults.push(`${where}: ${path} exists but cannot be read`);
  else if (existing) result.alreadyPresent += 1;
  else {
    writeFileAtomically(path, formatSessionFile(read.value), { ownFolder: paths.sessions });
    known.set(read.value.id, path);
    result.added += 1;
  }
}
