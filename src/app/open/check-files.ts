/** Checks files of the person's own in full: what they say, and the plans that follow from them. */
import { type CheckedFile, checkFiles } from "../../catalog/check-files.ts";
import { createSingleExerciseRoutine } from "../../catalog/create-routine.ts";
import type { Exercise } from "../../catalog/exercise-types.ts";
import { locateIntervalFault } from "../../catalog/group-paths.ts";
import { UserError } from "../../errors.ts";
import { createFileFault, type FileFault, STANDARD_INPUT_NAME } from "../../files/read-json.ts";
import { IntervalError } from "../../plan/schedule.ts";
import { escapeUnsafeText } from "../../text/safe-text.ts";
import type { CatalogContext } from "./catalog.ts";

/** The files of one call, each with all its faults, and the exercises that they may refer to: those of the call as well. */
export async function checkFilesAndPlans(
  names: readonly string[],
  context: CatalogContext,
): ReturnType<typeof checkFiles> {
  const { files, exercises } = await checkFiles(names, context.catalog, context.input);
  const checked = files.map(async (file) => ({
    ...file,
    faults: [...file.faults, ...(await findPlanFaults(file, exercises, context))],
  }));
  return { files: await Promise.all(checked), exercises };
}

/** Faults that only show in the compiled plan: more than a day of exercise, an interval that is too short. */
async function findPlanFaults(
  file: CheckedFile,
  exercises: ReadonlyMap<string, Exercise>,
  { computeMinutes }: CatalogContext,
): Promise<readonly FileFault[]> {
  const routine = file.routine ?? (file.exercise && createSingleExerciseRoutine(file.exercise));
  if (!routine) return [];
  const known = file.exercise ? new Map(exercises).set(file.exercise.id, file.exercise) : exercises;
  try {
    computeMinutes(routine, known);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const located =
      error instanceof IntervalError && file.source
        ? await locateIntervalFault(routine, error.group, error.message, file.source)
        : null;
    return [located ?? createFileFault(displayNameOf(file), error.message)];
  }
}

export function displayNameOf({ file }: CheckedFile): string {
  return file === "-" ? STANDARD_INPUT_NAME : escapeUnsafeText(file);
}
