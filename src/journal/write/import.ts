/** Takes a former export back, or a single session's file: what is new is written, what is there stays as it is. */
import { EXIT, UserError } from "../../errors.ts";
import { writeWhole } from "../../files/files.ts";
import { HISTORY_FORMAT, HISTORY_VERSION, JSON_HEAD, JSON_TAIL } from "../export/json.ts";
import { SESSION_FORMAT } from "../format.ts";
import { sessionPath } from "../names.ts";
import type { Places } from "../places.ts";
import { existingSession, type OnFault, setAside, type Warn } from "../read/history-files.ts";
import { isRecord, readSessionJson } from "../read/migrate.ts";
import { sessionText } from "./session-text.ts";

export interface Imported {
  added: number;
  /** Already there. */
  known: number;
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
export async function importLines(places: Places, read: () => AsyncIterable<string>, warn: Warn): Promise<Imported> {
  const imported: Imported = { added: 0, known: 0, faults: [] };
  const taking: Taking = { places, imported, onFault: setAside(places.damaged, warn) };
  const ours = await isExport(read());
  let number = 0;
  const rest: string[] = [];
  for await (const line of read()) {
    number += 1;
    if (!ours) rest.push(line);
    else if (number > 1 && line !== JSON_TAIL && line.trim() !== "") {
      take(parse(line.endsWith(",") ? line.slice(0, -1) : line), `line ${number}`, taking);
    }
  }
  if (!ours) takeWhole(parse(rest.join("\n")), taking);
  return imported;
}

/** Whether the lines are an export of this program. @throws UserError (exit 65) when they are the beginning of one. */
async function isExport(lines: AsyncIterable<string>): Promise<boolean> {
  let last: string | null = null;
  for await (const line of lines) {
    if (last === null && line !== JSON_HEAD) return false;
    if (line.trim() !== "") last = line;
  }
  if (last === null) return false;
  if (last !== JSON_TAIL) {
    throw new UserError("the export was cut off, its end is not there; nothing was taken in", {
      exitCode: EXIT.badData,
    });
  }
  return true;
}

interface Taking {
  readonly places: Places;
  readonly imported: Imported;
  readonly onFault: OnFault;
}

function takeWhole(json: unknown, taking: Taking): void {
  const { faults } = taking.imported;
  if (isRecord(json) && json["format"] === SESSION_FORMAT) {
    take(json, "the file", taking);
  } else if (!isRecord(json) || json["format"] !== HISTORY_FORMAT || !Array.isArray(json["sessions"])) {
    faults.push("it is no history that unwind has exported");
  } else if (typeof json["version"] !== "number" || json["version"] > HISTORY_VERSION) {
    faults.push("it was exported by a later version of unwind");
  } else {
    for (const [index, session] of json["sessions"].entries()) take(session, `session ${index + 1}`, taking);
  }
}

function take(json: unknown, where: string, { places, imported, onFault }: Taking): void {
  const read = readSessionJson(json);
  if (read.type !== "valid") {
    const why = read.type === "later" ? "it was written by a later version of unwind" : read.why;
    imported.faults.push(`${where}: ${why}`);
    return;
  }
  const path = sessionPath(places.sessions, read.value);
  const there = existingSession(path, onFault);
  if (there === "unread") imported.faults.push(`${where}: ${path} is there and cannot be read`);
  else if (there) imported.known += 1;
  else {
    writeWhole(path, sessionText(read.value));
    imported.added += 1;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
