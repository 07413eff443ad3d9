/**
 * Every exercise and routine that can be used: what ships with the program and, beside or in place of it, the person's own.
 *
 * What ships is trusted, because the tests hold every shipped file against the schema: checking it again at each start
 * would cost more than all the rest of `list`. The person's files are checked, by code that is loaded only for them.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FileFault } from "../files/read-json.ts";
import { collectExerciseIds, findBlockFaults } from "./check-blocks.ts";
import { normaliseExercise, normaliseRoutine } from "./normalise.ts";
import type { PersonalFiles } from "./personal-files.ts";
import type { ExerciseFile, RoutineFile } from "./schema.ts";
import type { Catalog, Exercise, Routine } from "./types.ts";

export interface CatalogFolders {
  /** The `data` folder that ships with the program. */
  readonly dataDir: string;
  /** The person's data folder, with `exercises/` and `routines/`; it need not exist. */
  readonly userDir: string;
}

const NO_PERSONAL_FILES: PersonalFiles = { exercises: new Map(), routines: [], faults: [] };

/**
 * Reads both folders. A file of the person's overrides what ships under the same id; one that has faults is passed over
 * and told of in `faults`, and hides nothing.
 *
 * @throws Error when a shipped file is damaged: the package is not whole.
 */
export async function loadCatalog({ dataDir, userDir }: CatalogFolders): Promise<Catalog> {
  const shippedExercises = readShippedFiles<ExerciseFile>(dataDir, "exercises");
  const shippedRoutines = readShippedFiles<RoutineFile>(dataDir, "routines");
  const taken = new Map<string, "exercise" | "routine">();
  for (const { id } of shippedExercises) taken.set(id, "exercise");
  for (const { id } of shippedRoutines) taken.set(id, "routine");
  const mine = hasPersonalFiles(userDir)
    ? await (await import("./personal-files.ts")).readPersonalFiles(userDir, taken)
    : NO_PERSONAL_FILES;

  const exercises = new Map<string, Exercise>();
  for (const file of shippedExercises)
    exercises.set(file.id, mine.exercises.get(file.id) ?? normaliseExercise(file, "shipped"));
  for (const [id, exercise] of mine.exercises) exercises.set(id, exercise);

  const faults = [...mine.faults];
  const routines = new Map<string, Routine>();
  for (const file of shippedRoutines) {
    const found = await checkShippedRoutine(file, exercises, dataDir);
    if (found.length === 0) routines.set(file.id, normaliseRoutine(file, exercises, "shipped"));
    faults.push(...found);
  }
  for (const { routine, source } of mine.routines) {
    const found = findBlockFaults(routine, exercises);
    if (found.length === 0) routines.set(routine.id, normaliseRoutine(routine, exercises, "yours"));
    else faults.push(...(await (await import("./faults.ts")).locateFaults(found, source)));
  }
  return { exercises: sortById(exercises), routines: sortById(routines), faults };
}

/** Shipped routines fit shipped exercises; a person's exercise of the same id may be one that they do not fit. */
async function checkShippedRoutine(
  routine: RoutineFile,
  exercises: ReadonlyMap<string, Exercise>,
  dataDir: string,
): Promise<readonly FileFault[]> {
  const faults = findBlockFaults(routine, exercises);
  if (faults.length === 0) return [];
  if (collectExerciseIds(routine).every((id) => exercises.get(id)?.origin !== "yours")) {
    throw new Error(`shipped routine ${routine.id}: ${faults[0]?.path.join(".")}: ${faults[0]?.message}`);
  }
  const file = path.join(dataDir, "routines", `${routine.id}.json`);
  const { locateFaults } = await import("./faults.ts");
  return locateFaults(faults, { file, text: readFileSync(file, "utf8"), value: routine });
}

function readShippedFiles<T extends { readonly id: string }>(dataDir: string, kind: string): readonly T[] {
  const folder = path.join(dataDir, kind);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      try {
        return JSON.parse(readFileSync(path.join(folder, name), "utf8")) as T;
      } catch (error) {
        throw new Error(`shipped file ${kind}/${name} cannot be read`, { cause: error });
      }
    });
}

/** Whether the person has folders of their own at all: most have none, and pay nothing. */
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
