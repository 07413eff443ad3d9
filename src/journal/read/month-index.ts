/**
 * A month's session summaries in the cache folder, so that ten thousand sessions are listed in a moment.
 *
 * It is only a cache: an entry is valid while its files have the same names, sizes and times; a missing or damaged index
 * is rebuilt.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { isPlainObject } from "../../files/versioned-files.ts";
import { writeFileAtomically } from "../../files/write.ts";
import type { JournalPaths } from "../journal-paths.ts";
import type { Tension } from "../session-format.ts";
import type { BlockSummary, PlannedBlock, SessionSummary } from "../session-summary.ts";
import type { SessionFileSet } from "./session-files.ts";

/** Bump when a summary's fields or their meaning change. */
const INDEX_VERSION = 6;

/** Summaries by signature. */
type IndexEntries = ReadonlyMap<string, SessionSummary>;

/** Names, sizes and times of the files of a session; null if they cannot be read. */
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

/** Whether a month has an index. */
export function hasIndex(paths: JournalPaths, month: string): boolean {
  return existsSync(indexPath(paths, month));
}

/** The entries of a month; none if there is no index; what is readable if it is damaged. */
export function readIndex(paths: JournalPaths, month: string): IndexEntries {
  const entries = new Map<string, SessionSummary>();
  let lines: string[];
  try {
    lines = readFileSync(indexPath(paths, month), "utf8").split("\n");
  } catch {
    return entries;
  }
  const planned: PlannedBlock[] = [];
  try {
    for (const line of lines) {
      if (line === "") continue;
      const entry: unknown = JSON.parse(line);
      if (!isPlainObject(entry)) return entries;
      if (isPlainObject(entry["planned"])) planned.push(entry["planned"] as unknown as PlannedBlock);
      else if (typeof entry["of"] === "string" && isPackedSummary(entry["summary"])) {
        entries.set(entry["of"], unpackSummary(entry["summary"], planned));
      }
    }
  } catch {
    // Damaged: what was read is kept, the rest is rebuilt.
  }
  return entries;
}

/** A summary whose planned blocks are referenced by their index among the preceding `planned` lines. */
interface PackedSummary extends Omit<SessionSummary, "blocks"> {
  readonly blocks: readonly (readonly [planned: number, ...result: PackedBlockResult])[];
}
type PackedBlockResult = readonly [
  started: number,
  completed: number,
  completedInFull: number,
  reps: number,
  seconds: number,
  tension: Tension,
];

/** Only this program writes it: a quick look at the shape is enough. */
function isPackedSummary(value: unknown): value is PackedSummary {
  return isPlainObject(value) && typeof value["id"] === "string" && Array.isArray(value["blocks"]);
}

/** @throws TypeError if it refers to a missing block. */
function unpackSummary(packed: PackedSummary, planned: readonly PlannedBlock[]): SessionSummary {
  const blocks = packed.blocks.map(
    ([index, started, completed, completedInFull, reps, seconds, tension]): BlockSummary => {
      const block = planned[index];
      if (!block) throw new TypeError("the index names a block that it does not have");
      // Field by field: spreading costs ten times as much, and there are many.
      const { exercise, name, kind, targets, dose, sets } = block;
      return {
        exercise,
        name,
        kind,
        targets,
        dose,
        sets,
        started,
        completed,
        completedInFull,
        reps,
        seconds,
        tension,
      };
    },
  );
  return Object.assign(packed, { blocks });
}

/** Writes a month's entries; if that fails, only time is lost. */
export function writeIndex(paths: JournalPaths, month: string, entries: IndexEntries): void {
  const lines: string[] = [];
  // By exercise, as comparing a few is faster than writing each to compare its text.
  const known = new Map<string, { readonly planned: PlannedBlock; readonly index: number }[]>();
  let count = 0;
  const indexOf = ({ exercise, name, kind, targets, dose, sets }: PlannedBlock): number => {
    const planned = { exercise, name, kind, targets, dose, sets };
    const alike = known.get(exercise) ?? [];
    const existing = alike.find((one) => isDeepStrictEqual(one.planned, planned));
    if (existing) return existing.index;
    lines.push(JSON.stringify({ planned }));
    known.set(exercise, [...alike, { planned, index: count }]);
    return count++;
  };
  for (const [of, summary] of entries) {
    const blocks = summary.blocks.map((block): PackedSummary["blocks"][number] => {
      const { started, completed, completedInFull, reps, seconds, tension } = block;
      return [indexOf(block), started, completed, completedInFull, reps, seconds, tension];
    });
    lines.push(JSON.stringify({ of, summary: { ...summary, blocks } satisfies PackedSummary }));
  }
  try {
    writeFileAtomically(indexPath(paths, month), `${lines.join("\n")}\n`, {
      durable: false,
      ownFolder: paths.index,
    });
  } catch {
    // The files are read again next time.
  }
}

/** One index folder per history folder and version. */
function indexPath(paths: JournalPaths, month: string): string {
  return join(paths.index, `${hashText(paths.sessions)}-v${INDEX_VERSION}`, `${month.replace("/", "-")}.jsonl`);
}

/** Two rounds of FNV-1a, in 16 hexadecimal digits. Node's own hashes take a sixth of a start to load. */
function hashText(text: string): string {
  const rounds = [0x811c9dc5, 0xcbf29ce4].map((seed) => {
    let hash = seed;
    for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
    return hash >>> 0;
  });
  return rounds.map((hash) => hash.toString(16).padStart(8, "0")).join("");
}
