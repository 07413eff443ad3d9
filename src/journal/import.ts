/** Takes a former export back, or a single session's file: what is new is written, what is there stays as it is. */
import { existsSync } from "node:fs";
import { HISTORY_FORMAT, HISTORY_VERSION, JSON_HEAD, JSON_TAIL } from "./export/json.ts";
import { writeWhole } from "./files.ts";
import { SESSION_FORMAT } from "./format.ts";
import { isRecord, readSessionJson } from "./migrate.ts";
import { sessionPath } from "./names.ts";
import type { Places } from "./places.ts";
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
 * @throws the system's error when a session cannot be written.
 */
export async function importLines(places: Places, lines: AsyncIterable<string>): Promise<Imported> {
  const imported: Imported = { added: 0, known: 0, faults: [] };
  let number = 0;
  let ours = false;
  const rest: string[] = [];
  for await (const line of lines) {
    number += 1;
    if (number === 1 && line === JSON_HEAD) ours = true;
    else if (!ours) rest.push(line);
    else if (line !== JSON_TAIL && line.trim() !== "") {
      take(places, parse(line.endsWith(",") ? line.slice(0, -1) : line), `line ${number}`, imported);
    }
  }
  if (!ours) takeWhole(places, parse(rest.join("\n")), imported);
  return imported;
}

function takeWhole(places: Places, json: unknown, imported: Imported): void {
  if (isRecord(json) && json["format"] === SESSION_FORMAT) {
    take(places, json, "the file", imported);
  } else if (!isRecord(json) || json["format"] !== HISTORY_FORMAT || !Array.isArray(json["sessions"])) {
    imported.faults.push("it is no history that unwind has exported");
  } else if (typeof json["version"] !== "number" || json["version"] > HISTORY_VERSION) {
    imported.faults.push("it was exported by a later version of unwind");
  } else {
    for (const [index, session] of json["sessions"].entries()) take(places, session, `session ${index + 1}`, imported);
  }
}

function take(places: Places, json: unknown, where: string, imported: Imported): void {
  const read = readSessionJson(json);
  if (read.type !== "valid") {
    const why = read.type === "later" ? "it was written by a later version of unwind" : read.why;
    imported.faults.push(`${where}: ${why}`);
    return;
  }
  const path = sessionPath(places.sessions, read.value);
  if (existsSync(path)) {
    imported.known += 1;
    return;
  }
  writeWhole(path, sessionText(read.value));
  imported.added += 1;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
