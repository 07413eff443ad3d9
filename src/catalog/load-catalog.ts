/**
 * Loads every available exercise and routine: those that ship with the program, and the user's own, which add to or replace
 * them.
 *
 * Shipped files are trusted, because the tests check each one against the schema; checking them at every start would take
 * longer than the rest of `list`. The user's files are checked by code that is loaded only when there are any.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FileFault } from "../files/read-json.ts";
import { buildRoutine } from "./build-routine.ts";
import type { PersonalFiles } from "./check-files.ts";
import type { Exercise } from "./exercise-types.ts";
import type { ContentFault } from "./faults.ts";
import { normaliseExercise } from "./normalise.ts";
import { collectBlocks } from "./own-exercises.ts";
import type { RoutineFile } from "./schema.ts";
import type { ExerciseFile } from "./schema-exercise.ts";
import type { Catalog, EntryType, Routine, StopList } from "./types.ts";

interface CatalogFolders {
  /** The `data` folder that ships with the program. */
  readonly dataDir: string;
  /** The user's data folder, with `exercises/` and `routines/`; it need not exist. */
  readonly userDir: string;
}

const NO_PERSONAL_FILES: PersonalFiles = { exercises: new Map(), routines: [], faults: [] };

/**
 * Reads both folders. A user file overrides the shipped one with the same id. A user file with faults is skipped and
 * reported in `faults`, and hides nothing.
 *
 * @throws Error if a shipped file is damaged, which means a broken installation.
 */
export async function loadCatalog({ dataDir, userDir }: CatalogFolders): Promise<Catalog> {
  const shippedExercises = readShippedFiles<ExerciseFile>(dataDir, "exercises");
  const shippedRoutines = readShippedFiles<RoutineFile>(dataDir, "routines");
  const shippedWorkouts = readShippedFiles<RoutineFile>(dataDir, "workouts");
  const stopList = readStopList(dataDir);
  const shippedTypes = new Map<string, EntryType>();
  for (const { id } of shippedExercises) shippedTypes.set(id, "exercise");
  for (const { id } of shippedRoutines) shippedTypes.set(id, "routine");
  const personal = hasPersonalFiles(userDir)
    ? await (await import("./check-files.ts")).readPersonalFiles(userDir, shippedTypes)
    : NO_PERSONAL_FILES;

  const exercises = new Map(personal.exercises);
  for (const file of shippedExercises) {
    if (!exercises.has(file.id)) exercises.set(file.id, normaliseExercise(file, "shipped"));
  }

  const faults = [...personal.faults];
  const routines = new Map<string, Routine>();
  for (const file of shippedRoutines) {
    const { routine, faults: found } = buildRoutine(file, exercises, "shipped");
    if (routine)
      routines.set(file.id, { ...routine, about: [...routine.about, { topic: "stop", ...stopList, source: null }] });
    else faults.push(...(await locateShippedFaults(found, file, exercises, dataDir)));
  }
  for (const file of shippedWorkouts) {
    // Examples give way to whatever a person calls by their names.
    if (exercises.has(file.id)) continue;
    const { routine, faults: found } = buildRoutine(file, exercises, "shipped");
    if (!routine) throw new Error(`shipped workout ${file.id}: ${found[0]?.path.join(".")}: ${found[0]?.message}`);
    routines.set(file.id, { ...routine, collection: "workouts" });
  }
  for (const { routine: file, source } of personal.routines) {
    const { routine, faults: found } = buildRoutine(file, exercises, "yours");
    if (routine) routines.set(file.id, routine);
    else faults.push(...(await (await import("./faults.ts")).locateFaults(found, source)));
  }
  return { exercises: sortById(exercises), routines: sortById(routines), faults };
}

/** Shipped routines fit the shipped exercises, but may not fit a user's exercise that replaces one. */
async function locateShippedFaults(
  faults: readonly ContentFault[],
  routine: RoutineFile & { readonly id: string },
  exercises: ReadonlyMap<string, Exercise>,
  dataDir: string,
): Promise<readonly FileFault[]> {
  if (collectBlocks(routine).every(({ block }) => exercises.get(String(block.exercise))?.origin !== "yours")) {
    throw new Error(`shipped routine ${routine.id}: ${faults[0]?.path.join(".")}: ${faults[0]?.message}`);
  }
  const file = path.join(dataDir, "routines", `${routine.id}.json`);
  const { locateFaults } = await import("./faults.ts");
  return locateFaults(faults, { file, text: readFileSync(file, "utf8"), value: routine });
}

/** Files without an id have that of their name. */
function readShippedFiles<T extends object>(dataDir: string, kind: string): readonly (T & { readonly id: string })[] {
  const folder = path.join(dataDir, kind);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ id: path.basename(name, ".json"), ...readShippedJson<T>(dataDir, `${kind}/${name}`) }));
}

/** The signs to stop, which every shipped routine ends with. */
export function readStopList(dataDir: string): StopList {
  return readShippedJson(dataDir, "stop.json");
}

/** A shipped file, which is trusted: the tests check each against its schema. @throws Error if it is damaged. */
export function readShippedJson<T>(dataDir: string, name: string): T {
  try {
    return JSON.parse(readFileSync(path.join(dataDir, name), "utf8")) as T;
  } catch (error) {
    throw new Error(`shipped file ${name} cannot be read`, { cause: error });
  }
}

/** Whether the user has files at all: most have none and need not load the checker. */
function hasPersonalFiles(userDir: string): boolean {
  return ["exercises", "routines"].some((kind) => {
    try {
      return readdirSync(path.join(userDir, kind)).length > 0;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return code !== "ENOENT" && code !== "ENOTDIR";
    }
  });
}

function sortById<T>(entries: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
