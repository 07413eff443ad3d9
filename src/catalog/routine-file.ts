/** A routine from a file that the person names, or from standard input: checked, resolved, ready to be planned. */
import path from "node:path";
import { EXIT_CODES, UserError } from "../errors.ts";
import { createSingleExerciseRoutine } from "./create-routine.ts";
import type { Catalog, Exercise, Routine } from "./types.ts";

export interface LoadedRoutine {
  readonly routine: Routine;
  /** The catalogue's exercises and, when the file is an exercise, that one. */
  readonly exercises: ReadonlyMap<string, Exercise>;
}

/** Whether a word on the command line means a file rather than a name: `-`, a path, something.json. */
export function isFileArgument(word: string): boolean {
  return word === "-" || word.includes("/") || word.includes(path.sep) || word.toLowerCase().endsWith(".json");
}

/**
 * Reads a routine, or an exercise that is to be done alone.
 *
 * @throws UserError (exit 65) with every fault of the file, one a line.
 */
export async function loadRoutineFile(
  file: string,
  catalog: Catalog,
  input?: AsyncIterable<Uint8Array>,
): Promise<LoadedRoutine> {
  // What checks files is loaded only for a file: to run a routine by its name must not wait for it.
  const [{ checkFiles }, { formatFault }] = await Promise.all([import("./check-files.ts"), import("./faults.ts")]);
  const { files, exercises } = await checkFiles([file], catalog, input);
  const checked = files[0];
  if (checked?.routine) return { routine: checked.routine, exercises };
  if (checked?.exercise) return { routine: createSingleExerciseRoutine(checked.exercise), exercises };
  throw new UserError((checked?.faults ?? []).map(formatFault).join("\n"), { exitCode: EXIT_CODES.badData });
}
