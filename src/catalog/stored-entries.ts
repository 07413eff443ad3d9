/**
 * The shipped catalogue as the build writes it: one line per exercise and routine, each parsed when it is first used. A
 * command uses a few of them; parsing all, and clearing away what that leaves, took a seventh of `plan`.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { listBlocks } from "./create-routine.ts";
import type { Exercise } from "./exercise-types.ts";
import type { ShippedCatalog } from "./shipped-files.ts";
import { parseShippedJson } from "./shipped-json.ts";
import type { Catalog, Routine } from "./types.ts";

/** The file in the folder of the bundle. */
export const STORED_CATALOG = "catalog.jsonl";

/** The first line of the file: the ids of the lines that follow, in their order. */
interface StoredIndex {
  readonly exercises: readonly string[];
  readonly routines: readonly string[];
}

/** The text of the file. What ships has no faults. */
export function formatStoredCatalog({ exercises, routines }: ShippedCatalog): string {
  const sorted = { exercises: sortById(exercises), routines: sortById(routines) };
  const index: StoredIndex = { exercises: listIds(sorted.exercises), routines: listIds(sorted.routines) };
  return [index, ...sorted.exercises, ...sorted.routines].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** What {@link formatStoredCatalog} wrote to the folder; null if there is no file. @throws Error if it is damaged. */
export function readStoredCatalog(folder: string): Pick<Catalog, "exercises" | "routines"> | null {
  const file = path.join(folder, STORED_CATALOG);
  if (!existsSync(file)) return null;
  // The build writes ASCII only, whose bytes need no decoding.
  const [first = "", ...lines] = readFileSync(file, "latin1").split("\n");
  const { exercises, routines } = parseShippedJson<StoredIndex>(first, STORED_CATALOG);
  return {
    exercises: new StoredEntries<Exercise>(exercises, lines, (exercise) => exercise),
    routines: new StoredEntries<Routine>(routines, lines.slice(exercises.length), shareBlocks),
  };
}

/** Entries by id, in the order of the file. */
class StoredEntries<T extends object> implements ReadonlyMap<string, T> {
  /** An entry, or the line that it is parsed from. */
  readonly #entries: Map<string, T | string>;
  readonly #complete: (parsed: T) => T;

  constructor(ids: readonly string[], lines: readonly string[], complete: (parsed: T) => T) {
    this.#entries = new Map(ids.map((id, index) => [id, lines[index] ?? ""]));
    this.#complete = complete;
  }

  get size(): number {
    return this.#entries.size;
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  get(id: string): T | undefined {
    const stored = this.#entries.get(id);
    if (typeof stored !== "string") return stored;
    const entry = this.#complete(parseShippedJson<T>(stored, STORED_CATALOG));
    this.#entries.set(id, entry);
    return entry;
  }

  keys(): MapIterator<string> {
    return this.#entries.keys();
  }

  values(): MapIterator<T> {
    return this.#parseAll().values();
  }

  entries(): MapIterator<[string, T]> {
    return this.#parseAll().entries();
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }

  forEach(visit: (entry: T, id: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [id, entry] of this.entries()) visit(entry, id, this);
  }

  #parseAll(): Map<string, T> {
    for (const id of this.#entries.keys()) this.get(id);
    return this.#entries as Map<string, T>;
  }
}

/** A block stands in the items of its section and in its list of blocks: JSON made two of one. */
function shareBlocks(routine: Routine): Routine {
  const sections = routine.sections.map((section) =>
    section.items ? { ...section, blocks: listBlocks(section.items) } : section,
  );
  return { ...routine, sections };
}

function sortById<T extends { readonly id: string }>(entries: readonly T[]): readonly T[] {
  return entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function listIds(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}
