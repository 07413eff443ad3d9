/**
 * Summaries of a month's sessions in the cache folder, so that ten thousand sessions are looked through in a moment.
 *
 * Nothing rests on it: an entry holds only while the files that it was made of have the same names, sizes and times,
 * and a missing or damaged index is made again.
 */
import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomically } from "../../files/atomic-files.ts";
import type { JournalPaths } from "../journal-paths.ts";
import type { Tension } from "../stored-step.ts";
import type { SessionFileSet } from "./session-files.ts";
import type { BlockSummary, PlannedBlock, SessionSummary } from "./session-summary.ts";
import { isPlainObject } from "./versioned-formats.ts";

/** Changes whenever a summary has other fields or means other things. */
const INDEX_HEADER = JSON.stringify({ format: "unwind-index", version: 3 });

/** Summaries by signature. */
export type IndexEntries = ReadonlyMap<string, SessionSummary>;

/** Names, sizes and times of the files of a session; null when they cannot be asked. */
export function computeSignature({ folder, name, amendments }: SessionFileSet): string | null {
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
export function hasIndex(places: JournalPaths, month: string): boolean {
  try {
    const descriptor = openSync(indexPath(places, month), "r");
    try {
      const start = Buffer.alloc(Buffer.byteLength(INDEX_HEADER));
      readSync(descriptor, start);
      return start.toString() === INDEX_HEADER;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}

/** The entries of a month; none when there is no index, or not all of it. */
export function readIndex(places: JournalPaths, month: string): IndexEntries {
  const entries = new Map<string, SessionSummary>();
  let lines: string[];
  try {
    lines = readFileSync(indexPath(places, month), "utf8").split("\n");
  } catch {
    return entries;
  }
  if (lines[0] !== INDEX_HEADER) return entries;
  const planned: PlannedBlock[] = [];
  try {
    for (const line of lines.slice(1)) {
      if (line === "") continue;
      const entry: unknown = JSON.parse(line);
      if (!isPlainObject(entry)) return entries;
      if (isPlainObject(entry["planned"])) planned.push(entry["planned"] as unknown as PlannedBlock);
      else if (typeof entry["of"] === "string" && isPackedSummary(entry["summary"])) {
        entries.set(entry["of"], unpackSummary(entry["summary"], planned));
      }
    }
  } catch {
    // Damaged: what was read of it holds, the rest is made again.
  }
  return entries;
}

/** A summary in which what was planned of each exercise is named by its place among the `planned` lines before it. */
interface PackedSummary extends Omit<SessionSummary, "blocks"> {
  readonly blocks: readonly (readonly [planned: number, ...done: PackedBlockResult])[];
}
type PackedBlockResult = readonly [
  begun: number,
  completed: number,
  whole: number,
  reps: number,
  seconds: number,
  tension: Tension,
];

/** Written by this program and by no one else: a look at its shape is enough. */
function isPackedSummary(value: unknown): value is PackedSummary {
  return isPlainObject(value) && typeof value["id"] === "string" && Array.isArray(value["blocks"]);
}

/** @throws TypeError when it names what is not there. */
function unpackSummary(packed: PackedSummary, planned: readonly PlannedBlock[]): SessionSummary {
  const blocks = packed.blocks.map(([place, begun, completed, whole, reps, seconds, tension]): BlockSummary => {
    const block = planned[place];
    if (!block) throw new TypeError("the index names a block that it does not have");
    // Field by field: spreading an object costs ten times as much, and there are many.
    const { exercise, name, kind, targets, dose, sets } = block;
    return {
      exercise,
      name,
      kind,
      targets,
      dose,
      sets,
      started: begun,
      completed,
      completedInFull: whole,
      reps,
      seconds,
      tension,
    };
  });
  return Object.assign(packed, { blocks });
}

/** Keeps a month's entries; a cache that cannot be written costs time and nothing else. */
export function writeIndex(places: JournalPaths, month: string, entries: IndexEntries): void {
  const lines = [INDEX_HEADER];
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
    const blocks = summary.blocks.map((block): PackedSummary["blocks"][number] => {
      const { started, completed, completedInFull, reps, seconds, tension } = block;
      return [placeOf(block), started, completed, completedInFull, reps, seconds, tension];
    });
    lines.push(JSON.stringify({ of, summary: { ...summary, blocks } satisfies PackedSummary }));
  }
  try {
    writeFileAtomically(indexPath(places, month), `${lines.join("\n")}\n`, { durable: false });
  } catch {
    // Read from the files again next time.
  }
}

/** One folder of indexes for each history folder. */
function indexPath(places: JournalPaths, month: string): string {
  const folder = createHash("sha256").update(places.sessions).digest("hex").slice(0, 16);
  return join(places.index, folder, `${month.replace("/", "-")}.jsonl`);
}
