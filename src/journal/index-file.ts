/**
 * Summaries of a month's sessions in the cache folder, so that ten thousand sessions are looked through in a moment.
 *
 * Nothing rests on it: an entry holds only while the files that it was made of have the same names, sizes and times,
 * and a missing or damaged index is made again.
 */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "./files.ts";
import type { SessionFiles } from "./history-files.ts";
import { isRecord } from "./migrate.ts";
import type { Places } from "./places.ts";
import type { SessionSummary } from "./summary.ts";

/** Changes whenever a summary has other fields or means other things. */
const HEADER = JSON.stringify({ format: "unwind-index", version: 1 });

/** Summaries by signature; null: the files hold no session. */
export type Entries = ReadonlyMap<string, SessionSummary>;

/** Names, sizes and times of the files of a session; null when they cannot be asked. */
export function signatureOf({ folder, name, amendments }: SessionFiles): string | null {
  try {
    return [name, ...amendments]
      .map((file) => {
        const { size, mtimeMs } = statSync(join(folder, file));
        return `${file}:${size}:${mtimeMs}`;
      })
      .join("|");
  } catch {
    return null;
  }
}

/** The entries of a month; none when there is no index, or not all of it. */
export function readIndex(places: Places, month: string): Entries {
  const entries = new Map<string, SessionSummary>();
  let lines: string[];
  try {
    lines = readFileSync(indexPath(places, month), "utf8").split("\n");
  } catch {
    return entries;
  }
  if (lines[0] !== HEADER) return entries;
  try {
    for (const line of lines.slice(1)) {
      if (line === "") continue;
      const entry: unknown = JSON.parse(line);
      if (isRecord(entry) && typeof entry["of"] === "string" && isSummary(entry["summary"])) {
        entries.set(entry["of"], entry["summary"]);
      }
    }
  } catch {
    // Damaged: what was read of it holds, the rest is made again.
  }
  return entries;
}

/** Written by this program and by no one else: a look at its shape is enough. */
function isSummary(value: unknown): value is SessionSummary {
  return isRecord(value) && typeof value["id"] === "string" && Array.isArray(value["blocks"]);
}

/** Keeps a month's entries; a cache that cannot be written costs time and nothing else. */
export function writeIndex(places: Places, month: string, entries: Entries): void {
  const lines = [...entries].map(([of, summary]) => JSON.stringify({ of, summary }));
  try {
    writeWhole(indexPath(places, month), `${[HEADER, ...lines].join("\n")}\n`, { toDisk: false });
  } catch {
    // Read from the files again next time.
  }
}

/** One folder of indexes for each history folder. */
function indexPath(places: Places, month: string): string {
  const folder = createHash("sha256").update(places.sessions).digest("hex").slice(0, 16);
  return join(places.index, folder, `${month.replace("/", "-")}.jsonl`);
}
