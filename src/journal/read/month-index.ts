/**
 * A month's session summaries in the cache folder, so that ten thousand sessions are listed in a moment.
 *
 * It is only a cache: an entry is valid while its files have the same names, sizes and times; a missing or damaged index
 * is rebuilt.
 */
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { listFolder } from "../../files/folders.ts";
import { writeFileAtomically } from "../../files/write.ts";
import type { JournalPaths } from "../journal-paths.ts";
import type { BlockSummary, PlannedBlock, SessionSummary } from "../session-summary.ts";
import type { SessionFileSet } from "./session-files.ts";

/** Bump when a summary's fields or their meaning change. */
const INDEX_VERSION = 7;

/** Summaries by signature. */
type IndexEntries = ReadonlyMap<string, SessionSummary>;

/** Names, sizes and times of the files of a session; null if they cannot be read. */
export function computeSignature({ folder, name, amendments }: SessionFileSet): string | null {
  try {
    return [name, ...amendments]
      .map((file) => {
        // There are many, and `join` takes as long as the system.
        const { size, mtimeMs } = statSync(folder + sep + file);
        return `${file}:${size}:${mtimeMs}`;
      })
      .join("|");
  } catch {
    return null;
  }
}

/** The folder of the indexes of a history, one for each version. */
export function findIndexFolder(paths: JournalPaths): string {
  return join(paths.index, `${hashText(paths.sessions)}-v${INDEX_VERSION}`);
}

/** Whether a month has an index. */
export function hasIndex(folder: string, month: string): boolean {
  return existsSync(indexPath(folder, month));
}

/** A month as it is written: what its sessions share stands once, and they refer to its place in the list. */
interface PackedMonth {
  readonly planned: readonly PlannedBlock[];
  readonly blocks: readonly PackedBlock[];
  readonly sessions: readonly (readonly [signature: string, session: PackedSummary])[];
}
type PackedBlock = readonly [
  planned: number,
  ...results: [
    started: number,
    completed: number,
    completedInFull: number,
    reps: number,
    seconds: number,
    tension: BlockSummary["tension"],
  ],
];
type PackedSummary = Omit<SessionSummary, "blocks"> & { readonly blocks: readonly number[] };

/** The entries of a month; none if there is no index, or a damaged one. Only this program writes it: it is not validated. */
export function readIndex(folder: string, month: string): IndexEntries {
  try {
    const { planned, blocks, sessions }: PackedMonth = JSON.parse(readFileSync(indexPath(folder, month), "utf8"));
    const unpacked = blocks.map((block) => unpackBlock(block, planned));
    return new Map(
      sessions.map(([signature, session]) => [
        signature,
        Object.assign(session, { blocks: session.blocks.map((place) => takeFrom(unpacked, place)) }),
      ]),
    );
  } catch {
    return new Map();
  }
}

function unpackBlock(
  [place, started, completed, completedInFull, reps, seconds, tension]: PackedBlock,
  planned: readonly PlannedBlock[],
): BlockSummary {
  const { exercise, name, kind, targets, dose, sets } = takeFrom(planned, place);
  // Field by field: spreading costs ten times as much, and there may be many.
  return { exercise, name, kind, targets, dose, sets, started, completed, completedInFull, reps, seconds, tension };
}

/** @throws TypeError if the list is shorter. */
function takeFrom<T>(list: readonly T[], place: number): T {
  const value = list[place];
  if (value === undefined) throw new TypeError("the index refers to something that it does not have");
  return value;
}

/** Writes a month's entries; if that fails, only time is lost. */
export function writeIndex(folder: string, month: string, entries: IndexEntries): void {
  const planned = new Map<string, number>();
  const blocks = new Map<string, number>();
  const sessions = [...entries].map(([signature, summary]): PackedMonth["sessions"][number] => [
    signature,
    { ...summary, blocks: summary.blocks.map((block) => placeOf(packBlock(block, planned), blocks)) },
  ]);
  const text = `{"planned":[${[...planned.keys()]}],"blocks":[${[...blocks.keys()]}],"sessions":${JSON.stringify(sessions)}}`;
  const isFirst = !existsSync(folder);
  try {
    writeFileAtomically(indexPath(folder, month), text, { durable: false, ownFolder: dirname(folder) });
  } catch {
    // The files are read again next time.
  }
  if (isFirst) removeOtherVersions(folder);
}

/** Removes what other versions of the program have written of the same history, and no longer read. */
function removeOtherVersions(folder: string): void {
  const [history = ""] = basename(folder).split("-");
  const isOther = (name: string) =>
    /^[0-9a-f]{16}-v\d+$/.test(name) && name.startsWith(`${history}-`) && name !== basename(folder);
  for (const name of listFolder(dirname(folder), () => {}).filter(isOther)) {
    try {
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
    } catch {
      // It only takes up space.
    }
  }
}

function packBlock(block: BlockSummary, known: Map<string, number>): PackedBlock {
  const { exercise, name, kind, targets, dose, sets, started, completed, completedInFull, reps, seconds, tension } =
    block;
  const planned: PlannedBlock = { exercise, name, kind, targets, dose, sets };
  return [placeOf(planned, known), started, completed, completedInFull, reps, seconds, tension];
}

/** The place of a value among those that are known, by their JSON; a new one comes last. */
function placeOf(value: object, known: Map<string, number>): number {
  const text = JSON.stringify(value);
  const place = known.get(text) ?? known.size;
  known.set(text, place);
  return place;
}

function indexPath(folder: string, month: string): string {
  return join(folder, `${month.replace("/", "-")}.json`);
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
