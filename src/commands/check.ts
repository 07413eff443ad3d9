/** `unwind check`: every fault of exercise and routine files, with its place and what was expected. */
import path from "node:path";
import type { Command } from "commander";
import { type Context, openContext } from "../app/open/catalog.ts";
import type { Shell } from "../app/shell-environment.ts";
import { type CheckedFile, checkFiles } from "../catalog/check-files.ts";
import { faultText } from "../catalog/faults.ts";
import { routineOf } from "../catalog/routine-of.ts";
import type { Exercise } from "../catalog/types.ts";
import { EXIT, UserError } from "../errors.ts";
import type { FileFault } from "../files/read-json.ts";
import { STANDARD_INPUT, wholeFile } from "../files/read-json.ts";
import { styleFor } from "../output/style.ts";
import { safeText } from "../text/safe-text.ts";

const EXAMPLES = `
Examples:
  unwind check my-stretch.json
  unwind check exercises/*.json routines/*.json    routines may use these exercises
  my-generator | unwind check -
`;

export function define(command: Command, shell: Shell): void {
  command
    .argument("<file...>", "exercise and routine files; - for standard input")
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[]) => check(files, await openContext(shell)));
}

/**
 * Checks files, those of one call together: prints every fault as `file:line:column: path: message`, and names the files
 * that are well.
 *
 * @throws UserError (exit 65), after all is printed, when any file has faults.
 */
export async function check(names: readonly string[], context: Context): Promise<void> {
  const { catalog, out } = context;
  const style = await styleFor(out.colour);
  const { files, exercises } = await checkFiles(names, catalog, context.input);
  let bad = 0;
  for (const file of files) {
    const own = [...file.faults, ...planFaults(file, exercises, context)];
    const faults = own.length > 0 ? own : placeFaults(file, catalog);
    for (const fault of faults) out.write(`${style.warning(faultText(fault))}\n`);
    if (faults.length > 0) bad += 1;
    else out.write(`${nameOf(file)}: ok, ${contentText(file)}\n`);
  }
  if (bad === 0) return;
  throw new UserError(files.length === 1 ? "the file has faults" : `${bad} of ${files.length} files have faults`, {
    exitCode: EXIT.badData,
  });
}

/** What shows only when the whole is planned: more than a day of exercise. */
function planFaults(
  file: CheckedFile,
  exercises: ReadonlyMap<string, Exercise>,
  context: Context,
): readonly FileFault[] {
  const routine = file.routine ?? (file.exercise && routineOf(file.exercise));
  if (!routine) return [];
  const known = file.exercise ? new Map(exercises).set(file.exercise.id, file.exercise) : exercises;
  try {
    context.minutesOf(routine, known);
    return [];
  } catch (error) {
    if (error instanceof UserError) return [wholeFile(nameOf(file), error.message)];
    throw error;
  }
}

/** What is wrong with a file only where it lies: an id that another file there has, a folder for something else. */
function placeFaults({ file }: CheckedFile, { faults }: Context["catalog"]): readonly FileFault[] {
  return file === "-" ? [] : faults.filter((fault) => path.resolve(fault.file) === path.resolve(file));
}

function contentText({ exercise, routine }: CheckedFile): string {
  return routine ? `routine ${routine.id}` : `exercise ${exercise?.id}`;
}

function nameOf({ file }: CheckedFile): string {
  return file === "-" ? STANDARD_INPUT : safeText(file);
}
