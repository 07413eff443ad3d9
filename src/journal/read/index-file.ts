/**
 * Summaries of a month's sessions in the cache folder, so that ten thousand sessions are looked through in a moment.
 *
 * Nothing rests on it: an entry holds only while the files that it was made of have the same names, sizes and times,
 * and a missing or damaged index is made again.
 */
import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../../files/files.ts";
import type { Tension } from "../kept-step.ts";
import type { Places } from "../places.ts";
import type { SessionFiles } from "./history-files.ts";
import { isRecord } from "./migrate.ts";
import type { BlockSummary, PlannedBlock, SessionSummary } from "./summary.ts";

/** Changes whenever a summary has other fields or means other things. */
const HEADER = JSON.stringify({ format: "unwind-index", version: 3 });

/** Summaries by signature. */
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

/** Whether a month has an index that this version can read. */
export function hasIndex(places: Places, month: string): boolean {
  try {
    const descriptor = openSync(indexPath(places, month), "r");
    try {
      const start = Buffer.alloc(Buffer.byteLength(HEADER));
      readSync(descriptor, start);
      return start.toString() === HEADER;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
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
  const planned: PlannedBlock[] = [];
  try {
    for (const line of lines.slice(1)) {
      if (line === "") continue;
      const entry: unknown = JSON.parse(line);
      if (!isRecord(entry)) return entries;
      if (isRecord(entry["planned"])) planned.push(entry["planned"] as unknown as PlannedBlock);
      else if (typeof entry["of"] === "string" && isPacked(entry["summary"])) {
        entries.set(entry["of"], unpacked(entry["summary"], planned));
      }
    }
  } catch {
    // Damaged: what was read of it holds, the rest is made again.
  }
  return entries;
}

/** A summary in which what was planned of each exercise is named by its place among the `planned` lines before it. */
interface Packed extends Omit<SessionSummary, "blocks"> {
  readonly blocks: readonly (readonly [planned: number, ...done: DoneOf])[];
}
type DoneOf = readonly [
  begun: number,
  completed: number,
  whole: number,
  reps: number,
  seconds: number,
  tension: Tension,
];

/** Written by this program and by no one else: a look at its shape is enough. */
function isPacked(value: unknown): value is Packed {
  return isRecord(value) && typeof value["id"] === "string" && Array.isArray(value["blocks"]);
}

/** @throws TypeError when it names what is not there. */
function unpacked(packed: Packed, planned: readonly PlannedBlock[]): SessionSummary {
  const blocks = packed.blocks.map(([place, begun, completed, whole, reps, seconds, tension]): BlockSummary => {
    const block = planned[place];
    if (!block) throw new TypeError("the index names a block that it does not have");
    // Field by field: spreading an object costs ten times as much, and there are many.
    const { exercise, name, kind, targets, dose, sets } = block;
    return { exercise, name, kind, targets, dose, sets, begun, completed, whole, reps, seconds, tension };
  });
  return Object.assign(packed, { blocks });
}

/** Keeps a month's entries; a cache that cannot be written costs time and nothing else. */
export function writeIndex(places: Places, month: string, entries: Entries): void {
  const lines = [HEADER];
  const placesOf = new Map<string, number>();
  const placeOf = ({ exercise, name, kind, targets, dose, sets }: PlannedBlock): number => {
    const text = JSON.stringify({ planned: { exercise, name, kind, targets, dose, sets } });
    const known = placesOf.get(text);
    if (known !== undefined) return known;
    lines.push(text);
    placesOf.set(text, placesOf.size);
    return placesOf.size - 1;
  };
  for (const [of, summary] of entries) {
    const blocks = summary.blocks.map((block): Packed["blocks"][number] => {
      const { begun, completed, whole, reps, seconds, tension } = block;
      return [placeOf(block), begun, completed, whole, reps, seconds, tension];
    });
    lines.push(JSON.stringify({ of, summary: { ...summary, blocks } satisfies Packed }));
  }
  try {
    writeWhole(indexPath(places, month), `${lines.join("\n")}\n`, { toDisk: false });
  } catch {
    // Read from the files again next time.
  }
}

/** One folder of indexes for each history folder. */
function indexPath(places: Places, month: string): string {
  const folder = createHash("sha256").update(places.sessions).digest("hex").slice(0, 16);
  return join(places.index, folder, `${month.replace("/", "-")}.jsonl`);
}
