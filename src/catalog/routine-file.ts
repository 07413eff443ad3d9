/** Loads a routine from a file, from standard input or from a line, checked and ready to be planned. */
import { EXIT_CODES, UserError } from "../errors.ts";
import type { JsonSource } from "../files/read-json.ts";
import { createSingleExerciseRoutine } from "./create-routine.ts";
import type { Exercise } from "./exercise-types.ts";
import { type CatalogMatch, matchName } from "./find-entry.ts";
import type { LocateFault } from "./group-paths.ts";
import type { Catalog, Routine } from "./types.ts";

interface LoadedRoutine {
  readonly routine: Routine;
  /** The catalogue's exercises plus, if the file is an exercise, that exercise. */
  readonly exercises: ReadonlyMap<string, Exercise>;
  /** Names the place of a fault that shows only in the plan; absent for an exercise. */
  readonly locate?: LocateFault;
}

/**
 * Loads the routine that a line says.
 *
 * @throws UserError (exit 2) with its faults.
 */
export async function loadRoutineLine(line: string, catalog: Catalog): Promise<Required<LoadedRoutine>> {
  rejectRepeatedRoutine(line, catalog);
  const { readLine } = await import("./line-routine.ts");
  const { routine, locate } = await readLine(line, catalog);
  return { routine, exercises: catalog.exercises, locate };
}

/** @throws UserError (exit 2) for "pomodoro x4": in a line, a routine would be an exercise of that name. */
function rejectRepeatedRoutine(line: string, { routines }: Catalog): void {
  const [, name, times] = /^(.+?)\s*[x×*]\s*(\d+)$/iu.exec(line.trim()) ?? [];
  const found = name === undefined ? [] : matchName(name, [[...routines.values()]]);
  const [routine] = found;
  if (found.length !== 1 || !routine) return;
  throw new UserError(`${routine.id} is a routine; in a line stand exercises`, {
    hint: `For ${times} rounds of it, write: unwind run ${routine.id} --rounds ${times}`,
    exitCode: EXIT_CODES.usage,
  });
}

/**
 * Loads a routine, or an exercise to be done on its own.
 *
 * @throws UserError (exit 65) with all faults of the file, one per line.
 */
export async function loadRoutineFile(
  file: string,
  catalog: Catalog,
  input?: AsyncIterable<Uint8Array>,
): Promise<LoadedRoutine> {
  const [{ found, exercises, source }, { createLocator }] = await Promise.all([
    loadFile(file, catalog, input),
    import("./group-paths.ts"),
  ]);
  if (found.type === "exercise") return { routine: createSingleExerciseRoutine(found.exercise), exercises };
  return { routine: found.routine, exercises, ...(source && { locate: createLocator(found.routine, source) }) };
}

/** What a file holds. */
interface LoadedFile {
  readonly found: CatalogMatch;
  /** The catalogue's exercises plus, if the file is an exercise, that exercise. */
  readonly exercises: ReadonlyMap<string, Exercise>;
  readonly source?: JsonSource | undefined;
}

/**
 * Loads the exercise or the routine of a file.
 *
 * @throws UserError (exit 65) with all faults of the file, one per line.
 */
export async function loadFile(file: string, catalog: Catalog, input?: AsyncIterable<Uint8Array>): Promise<LoadedFile> {
  // The checker is loaded only for files, so that running a routine by name does not wait for it.
  const [{ checkFiles }, { formatFault }] = await Promise.all([import("./check-files.ts"), import("./faults.ts")]);
  const { files, exercises } = await checkFiles([file], catalog, input);
  const { routine, exercise, source, faults = [] } = files[0] ?? {};
  if (routine) return { found: { type: "routine", routine }, exercises, source };
  if (exercise) return { found: { type: "exercise", exercise }, exercises };
  throw new UserError(faults.map(formatFault).join("\n"), { exitCode: EXIT_CODES.badData });
}
