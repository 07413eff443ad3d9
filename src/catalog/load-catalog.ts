/**
 * Loads every available exercise and routine: those that ship with the program, and the user's own, which add to or replace
 * them.
 *
 * Beside the bundle lies one file with all that ships, as it is after reading. Building it from the files of `data` at every
 * start would take longer than the rest of a command. The user's files are checked by code that is loaded only when there are
 * any.
 */
import type { JsonSource } from "../files/read-json.ts";
import type { PersonalFiles } from "./check-files.ts";
import { hasPersonalFiles } from "./personal-folders.ts";
import type { ShippedCatalog } from "./shipped-files.ts";
import { readStoredCatalog } from "./stored-entries.ts";
import type { Catalog, EntryType, Routine } from "./types.ts";

interface CatalogFolders {
  /** The `data` folder that ships with the program. */
  readonly dataDir: string;
  /** The user's data folder, with `exercises/` and `routines/`; it need not exist. */
  readonly userDir: string;
  /** Where the build puts what it makes of `dataDir`: beside the bundle. The sources have none beside them. */
  readonly builtDir?: string;
}

const NO_PERSONAL_FILES: PersonalFiles = { exercises: new Map(), routines: [], faults: [] };

/**
 * Reads both folders. A user file overrides the shipped one with the same id. A user file with faults is skipped and
 * reported in `faults`, and hides nothing.
 *
 * @throws Error if a shipped file is damaged, which means a broken installation.
 */
export async function loadCatalog({
  dataDir,
  userDir,
  builtDir = import.meta.dirname,
}: CatalogFolders): Promise<Catalog> {
  const stored = readStoredCatalog(builtDir);
  const hasOwn = hasPersonalFiles(userDir);
  if (stored && !hasOwn) return { ...stored, faults: [], sources: new Map() };
  const asShipped: ShippedCatalog = stored
    ? { exercises: [...stored.exercises.values()], routines: [...stored.routines.values()], faults: [] }
    : await (await import("./shipped-files.ts")).buildShippedCatalog(dataDir);
  const personal = hasOwn ? await readPersonalFiles(userDir, asShipped) : NO_PERSONAL_FILES;
  const shipped =
    personal.exercises.size === 0
      ? asShipped
      : await (await import("./shipped-files.ts")).buildShippedCatalog(dataDir, personal.exercises);
  const exercises = new Map([...mapById(shipped.exercises), ...personal.exercises]);
  const routines = new Map<string, Routine>(mapById(shipped.routines));
  const faults = [...personal.faults, ...shipped.faults];
  const sources = new Map<string, JsonSource>();
  for (const { routine: file, source } of personal.routines) {
    const { buildRoutine } = await import("./build-routine.ts");
    const { routine, faults: found } = buildRoutine(file, exercises, "yours");
    if (routine) {
      routines.set(file.id, routine);
      sources.set(file.id, source);
    } else faults.push(...(await (await import("./faults.ts")).locateFaults(found, source)));
  }
  return { exercises: sortById(exercises), routines: sortById(routines), faults, sources };
}

async function readPersonalFiles(userDir: string, { exercises, routines }: ShippedCatalog): Promise<PersonalFiles> {
  const types = new Map<string, EntryType>();
  for (const { id } of exercises) types.set(id, "exercise");
  // Examples give way to whatever a person calls by their names.
  for (const { id, collection } of routines) if (collection === undefined) types.set(id, "routine");
  return (await import("./check-files.ts")).readPersonalFiles(userDir, types);
}

function mapById<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function sortById<T>(entries: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
