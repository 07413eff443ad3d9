/** `unwind check`: reports every fault in exercise and routine files, with its position and what was expected. */
import { existsSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { type CatalogContext, openCatalogContext } from "../app/open/catalog.ts";
import { checkFilesAndPlans, displayNameOf } from "../app/open/check-files.ts";
import { findPersonalFile } from "../app/open/personal-file.ts";
import { type ShellEnvironment, wrapColumnsOf } from "../app/shell-environment.ts";
import { loadStyle } from "../app/style.ts";
import { isFileArgument, isLineArgument } from "../catalog/argument-kinds.ts";
import type { CheckedFile } from "../catalog/check-files.ts";
import { exercisesOf } from "../catalog/create-routine.ts";
import type { Exercise } from "../catalog/exercise-types.ts";
import { formatFault } from "../catalog/faults.ts";
import { loadRoutineLine } from "../catalog/routine-file.ts";
import type { Routine } from "../catalog/types.ts";
import { EXIT_CODES, UserError } from "../errors.ts";
import type { FileFault } from "../files/read-json.ts";
import { loadTextMeasure, wrapText } from "../output/text-width.ts";
import { resolvePersonalFolders } from "../paths.ts";
import { hasGroup } from "../plan/groups.ts";
import { findUnusedRest } from "../plan/rests.ts";
import { IntervalError } from "../plan/schedule.ts";
import { escapeUnsafeText } from "../text/safe-text.ts";

const EXAMPLES = `
Examples:
  unwind check my-stretch.json
  unwind check leg-day
  unwind check exercises/*.json routines/*.json    routines may use these exercises
  my-generator | unwind check -
  unwind check "3x(10 squat, 30s plank) rest 60s"
`;

export function define(command: Command, shell: ShellEnvironment): void {
  command
    .argument(
      "<file...>",
      "files, names of your own routines and exercises, a workout in a line, or - for standard input",
    )
    .addHelpText("after", EXAMPLES)
    .action(async (names: readonly string[]) => {
      const context = await openCatalogContext(shell);
      const files = await Promise.all(names.map((name) => resolveName(name, context, shell)));
      await check(files, context, wrapColumnsOf(shell));
    });
}

/** The file of a name; a file or a line as it is. @throws UserError (exit 2) for a name that is no file's. */
async function resolveName(name: string, context: CatalogContext, shell: ShellEnvironment): Promise<string> {
  if (isFileArgument(name) || existsSync(name) || isLineArgument(name, context.catalog)) return name;
  return findPersonalFile(name, context, resolvePersonalFolders(shell.env).data);
}

/**
 * Checks the files of one call together: prints every fault as `file:line:column: path: message`, and the files that
 * are fine.
 *
 * @param columns of the terminal that the faults are wrapped to.
 * @throws UserError (exit 65), after printing everything, if any file has faults; (exit 2) at the first line with one.
 */
export async function check(
  names: readonly string[],
  context: CatalogContext,
  columns = Number.POSITIVE_INFINITY,
): Promise<void> {
  const { catalog, out } = context;
  const wrap = async (text: string) => {
    const lines = wrapText(text, columns - 2, await loadTextMeasure([text]));
    return lines.map((line, row) => (row === 0 ? line : `  ${line}`));
  };
  const style = await loadStyle(out);
  /** Says what is valid, but will hardly be meant. */
  const giveAdvice = async (routine: Routine, known: ReadonlyMap<string, Exercise>) => {
    if (!hasGroup(routine, ({ every }) => every !== undefined) && findUnusedRest(routine) === null) return;
    const [{ compilePlan }, { formatChange }, { describeTightIntervals }] = await Promise.all([
      import("../plan/compile.ts"),
      import("../plan/plan-text.ts"),
      import("../plan/time-by-kind.ts"),
    ]);
    const plan = compilePlan(routine, exercisesOf(routine, known));
    for (const text of [...plan.changes.map(formatChange), ...describeTightIntervals(plan)])
      out.write(`${(await wrap(text)).map(style.warning).join("\n")}\n`);
  };
  const lines = names.filter((name) => isLineArgument(name, catalog));
  const fileNames = names.filter((name) => !lines.includes(name));
  const { files, exercises } = await checkFilesAndPlans(fileNames, context);
  let bad = 0;
  for (const file of files) {
    const faults = file.faults.length > 0 ? file.faults : findPlacementFaults(file, catalog);
    for (const fault of faults) out.write(`${(await wrap(formatFault(fault))).map(style.warning).join("\n")}\n`);
    if (faults.length > 0) bad += 1;
    else out.write(`${displayNameOf(file)}: ok, ${describeContent(file)}\n`);
    if (faults.length === 0 && file.routine) await giveAdvice(file.routine, exercises);
  }
  for (const line of lines) {
    const routine = await checkLine(line, context);
    await giveAdvice(routine, catalog.exercises);
  }
  if (bad === 0) return;
  throw new UserError(files.length === 1 ? "the file has faults" : `${bad} of ${files.length} files have faults`, {
    exitCode: EXIT_CODES.badData,
  });
}

/** @throws UserError (exit 2) if the line has faults. */
async function checkLine(line: string, { catalog, out, computeMinutes }: CatalogContext): Promise<Routine> {
  const { routine, locate } = await loadRoutineLine(line, catalog);
  try {
    computeMinutes(routine, catalog.exercises);
  } catch (error) {
    throw error instanceof IntervalError ? await locate(error) : error;
  }
  out.write(`${escapeUnsafeText(line)}: ok\n`);
  return routine;
}

/** Faults that depend on a file's location: a duplicate id, the wrong folder. */
function findPlacementFaults({ file }: CheckedFile, { faults }: CatalogContext["catalog"]): readonly FileFault[] {
  return file === "-" ? [] : faults.filter((fault) => path.resolve(fault.file) === path.resolve(file));
}

function describeContent({ exercise, routine }: CheckedFile): string {
  return routine ? `routine ${routine.id}` : `exercise ${exercise?.id}`;
}
