/** Checks files that do not ship with the program: those of the user's data folder, and those named in a call. */
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { listJsonFiles } from "../files/folders.ts";
import { type FileFault, type JsonSource, readJson } from "../files/read-json.ts";
import { buildRoutine, type IdentifiedRoutineFile } from "./build-routine.ts";
import { FOR_ME_ID } from "./create-routine.ts";
import type { Exercise } from "./exercise-types.ts";
import { type ContentFault, locateFaults, sortFaults } from "./faults.ts";
import { findUnknownExercises } from "./own-exercises.ts";
import type { Catalog, EntryType, Routine } from "./types.ts";
import { type ValidatedContent, validateFile } from "./validate.ts";

export interface PersonalFiles {
  readonly exercises: ReadonlyMap<string, Exercise>;
  readonly routines: readonly { readonly routine: IdentifiedRoutineFile; readonly source: JsonSource }[];
  readonly faults: readonly FileFault[];
}

/** One file with its faults; a file without faults holds an exercise or a routine. */
export interface CheckedFile {
  readonly file: string;
  readonly faults: readonly FileFault[];
  readonly exercise: Exercise | null;
  readonly routine: Routine | null;
  /** What the file of a routine says. */
  readonly source?: JsonSource;
}

interface CheckedFiles {
  /** In call order; a file named twice is checked once. */
  readonly files: readonly CheckedFile[];
  /** The catalogue's exercises plus, or replaced by, those of the files. */
  readonly exercises: ReadonlyMap<string, Exercise>;
}

/** Reads `exercises/` and `routines/` in a folder. A file with faults is skipped. */
export async function readPersonalFiles(
  userDir: string,
  shippedTypes: ReadonlyMap<string, EntryType>,
): Promise<PersonalFiles> {
  const exercises = new Map<string, Exercise>();
  const routines: PersonalFiles["routines"][number][] = [];
  const faults: FileFault[] = [];
  const readContent = createReader((id) => shippedTypes.get(id), false);
  for (const expectedType of ["exercise", "routine"] as const) {
    const listing = listJsonFiles(path.join(userDir, `${expectedType}s`));
    faults.push(...listing.faults);
    for (const file of listing.files) {
      const { content, faults: found } = await readContent(file, { expectedType });
      faults.push(...found);
      if (content?.type === "exercise") exercises.set(content.exercise.id, content.exercise);
      if (content?.type === "routine") routines.push({ routine: content.routine, source: content.source });
    }
  }
  return { exercises, routines, faults };
}

/**
 * Checks files thoroughly: duplicate names, conflicting ids, and blocks against their exercises. Routines may refer to
 * exercises in the same call.
 */
export async function checkFiles(
  names: readonly string[],
  catalog: Catalog,
  input?: AsyncIterable<Uint8Array>,
): Promise<CheckedFiles> {
  const uniqueNames = new Map(names.map((name) => [name === "-" ? name : path.resolve(name), name]));
  const exercises = new Map(catalog.exercises);
  const readContent = createReader((id) => findTypeInCatalog(catalog, id), true);
  const readFiles: (ReadContent & { readonly file: string })[] = [];
  for (const file of uniqueNames.values()) {
    const read = await readContent(file, { input });
    if (read.content?.type === "exercise") exercises.set(read.content.exercise.id, read.content.exercise);
    readFiles.push({ file, ...read });
  }
  const files: CheckedFile[] = [];
  for (const { file, faults, content, refusedRoutine } of readFiles) {
    if (content?.type !== "routine") {
      const all = refusedRoutine ? await addFurtherFaults(faults, refusedRoutine, exercises) : faults;
      files.push({ file, faults: all, exercise: content?.exercise ?? null, routine: null });
      continue;
    }
    const { routine, faults: found } = buildRoutine(content.routine, exercises, "yours");
    const { source } = content;
    files.push({ file, faults: await locateFaults(found, source), exercise: null, routine, source });
  }
  return { files, exercises };
}

/** Adds what is wrong with a routine that the schema refuses apart from its form. */
async function addFurtherFaults(
  faults: readonly FileFault[],
  source: JsonSource,
  exercises: ReadonlyMap<string, Exercise>,
): Promise<readonly FileFault[]> {
  const [{ findFurtherFaults }, { JsonLocator }] = await Promise.all([
    import("./further-faults.ts"),
    import("../files/json-location.ts"),
  ]);
  const duplicates = new JsonLocator(source.text).findDuplicateNames().map(({ path: at }) => at);
  const further = findFurtherFaults(source.value, exercises, duplicates);
  const isNew = ({ path: at }: ContentFault) => !further.some((other) => isDeepStrictEqual(other.path, at));
  const unknown = findUnknownExercises(source.value, exercises).filter(isNew);
  return sortFaults([...faults, ...(await locateFaults([...further, ...unknown], source))]);
}

interface ReadContent {
  readonly faults: readonly FileFault[];
  readonly content: ValidatedContent | null;
  /** A routine that the schema refuses: its blocks may have further faults. */
  readonly refusedRoutine?: JsonSource;
}

/**
 * Returns a function that reads and validates one file after another, and remembers their ids to find conflicts.
 *
 * @param findKnownType the type that the catalogue already has under an id.
 */
function createReader(findKnownType: (id: string) => EntryType | undefined, findDuplicates: boolean) {
  const seenIds = new Map<string, string>();
  return async (
    file: string,
    { expectedType, input }: { expectedType?: EntryType; input?: AsyncIterable<Uint8Array> | undefined },
  ): Promise<ReadContent> => {
    const read = await readJson(file, input);
    if (!read.ok) return { faults: [read.fault], content: null };
    const result = await validateFile(read.source, { findDuplicates });
    if (!result.ok) {
      const refused = result.type === "routine" && { refusedRoutine: read.source };
      return { faults: result.faults, content: null, ...refused };
    }
    const { content } = result;
    const { id } = content.type === "exercise" ? content.exercise : content.routine;
    const fault =
      checkFolderType(content.type, expectedType) ??
      findIdConflict(id, content.type, findKnownType(id), seenIds.get(id));
    if (fault) return { faults: await locateFaults([fault], content.source), content: null };
    seenIds.set(id, file);
    return { faults: [], content };
  };
}

function findTypeInCatalog(catalog: Catalog, id: string): EntryType | undefined {
  if (catalog.exercises.has(id)) return "exercise";
  const routine = catalog.routines.get(id);
  // Examples give way to whatever a person calls by their names.
  return routine && routine.collection === undefined ? "routine" : undefined;
}

function checkFolderType(type: EntryType, expected: EntryType | undefined): ContentFault | null {
  if (expected === undefined || type === expected) return null;
  return { path: [], message: `expected ${withArticle(expected)} in this folder, found ${withArticle(type)}` };
}

/**
 * Finds a conflict between two entries with the same id, which could not be told apart.
 *
 * @param known the type that the catalogue already has under this id.
 * @param otherFile the file of this run that already has this id.
 */
function findIdConflict(
  id: string,
  type: EntryType,
  known: EntryType | undefined,
  otherFile: string | undefined,
): ContentFault | null {
  const createFault = (message: string): ContentFault => ({ path: ["id"], message });
  if (id === FOR_ME_ID) {
    return createFault(`expected another id, found ${id}, which is the routine that follows from a test`);
  }
  const expected = `expected an id of its own, found ${id}`;
  if (otherFile) return createFault(`${expected}, which ${otherFile} has too`);
  if (known && known !== type) return createFault(`${expected}, which is the id of ${withArticle(known)} already`);
  return null;
}

function withArticle(type: EntryType): string {
  return type === "exercise" ? "an exercise" : "a routine";
}
