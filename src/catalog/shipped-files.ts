/**
 * Builds the shipped part of the catalogue from the files of the `data` folder. The build does so once and writes the
 * result beside the bundle; at a start it is done only for a person with exercises of their own, which may stand in for
 * shipped ones.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FileFault } from "../files/read-json.ts";
import { buildRoutine } from "./build-routine.ts";
import type { Exercise } from "./exercise-types.ts";
import type { ContentFault } from "./faults.ts";
import { normaliseExercise } from "./normalise.ts";
import { collectBlocks } from "./own-exercises.ts";
import type { RoutineFile } from "./schema.ts";
import type { ExerciseFile } from "./schema-exercise.ts";
import { readShippedJson, readStopList } from "./shipped-json.ts";
import type { Routine } from "./types.ts";

/** The shipped part of the catalogue; plain data, which can be written as JSON. */
export interface ShippedCatalog {
  readonly exercises: readonly Exercise[];
  /** With the example workouts at the end. */
  readonly routines: readonly Routine[];
  /** Shipped routines that do not fit a person's exercise; empty without any. */
  readonly faults: readonly FileFault[];
}

const NO_EXERCISES: ReadonlyMap<string, Exercise> = new Map();

/**
 * Reads the folder. A person's exercise stands in for the shipped one with the same id.
 *
 * @throws Error if a shipped file is damaged, which means a broken installation.
 */
export async function buildShippedCatalog(
  dataDir: string,
  personalExercises: ReadonlyMap<string, Exercise> = NO_EXERCISES,
): Promise<ShippedCatalog> {
  const shipped = readFolder<ExerciseFile>(dataDir, "exercises").map((file) => normaliseExercise(file, "shipped"));
  const exercises = new Map([...shipped.map((one) => [one.id, one] as const), ...personalExercises]);
  const stopList = readStopList(dataDir);
  const routines: Routine[] = [];
  const faults: FileFault[] = [];
  for (const file of readFolder<RoutineFile>(dataDir, "routines")) {
    const { routine, faults: found } = buildRoutine(file, exercises, "shipped");
    if (routine) routines.push({ ...routine, about: [...routine.about, { topic: "stop", ...stopList, source: null }] });
    else faults.push(...(await locateShippedFaults(found, file, exercises, dataDir)));
  }
  for (const file of readFolder<RoutineFile>(dataDir, "workouts")) {
    // Examples give way to whatever a person calls by their names.
    if (exercises.has(file.id)) continue;
    const { routine, faults: found } = buildRoutine(file, exercises, "shipped");
    if (!routine) throw new Error(`shipped workout ${file.id}: ${found[0]?.path.join(".")}: ${found[0]?.message}`);
    routines.push({ ...routine, collection: "workouts" });
  }
  return { exercises: shipped, routines, faults };
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
function readFolder<T extends object>(dataDir: string, kind: string): readonly (T & { readonly id: string })[] {
  const folder = path.join(dataDir, kind);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ id: path.basename(name, ".json"), ...readShippedJson<T>(dataDir, `${kind}/${name}`) }));
}
