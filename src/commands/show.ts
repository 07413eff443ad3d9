/** `unwind show`: one exercise or routine in full. */
import type { Command } from "commander";
import {
  type CatalogContext,
  computeMinutesOrWarn,
  findInCatalog,
  openCatalogContext,
  warnOfFaultyFiles,
} from "../app/open/catalog.ts";
import { writeJson, writePage } from "../app/print.ts";
import { type ShellEnvironment, usesScreenReader } from "../app/shell-environment.ts";
import { isFileArgument, isLineArgument } from "../catalog/argument-kinds.ts";
import { exercisesOf } from "../catalog/create-routine.ts";
import type { Exercise } from "../catalog/exercise-types.ts";
import type { CatalogMatch } from "../catalog/find-entry.ts";
import { loadFile } from "../catalog/routine-file.ts";
import type { Routine } from "../catalog/types.ts";
import { UserError } from "../errors.ts";
import type { FigureLine } from "../figure/canvas.ts";
import { buildExercisePage, exerciseToJson } from "../output/exercise-page.ts";
import { buildRoutinePage, routineToJson } from "../output/routine-page.ts";
import { quoteForShell } from "../text/safe-text.ts";

interface ShowOptions {
  /** A name, an alias or the beginning of an id; or a file. */
  readonly name: string;
  readonly json?: boolean;
  /** As a line of the notation. */
  readonly line?: boolean;
  /** False if drawings would only be noise. */
  readonly pictures?: boolean;
}

/** A narrower terminal would break the lines of a drawing. */
const MIN_FIGURE_COLUMNS = 30;
/** Margin on both sides of a drawing, in columns. */
const FIGURE_MARGIN_COLUMNS = 2;

const EXAMPLES = `
Examples:
  unwind show psoas-march
  unwind show psoas-release        its steps, causes, myths and signs to stop
  unwind show pigeon --json
  unwind show ./mine.json          what a file holds
  unwind show my-circuit --line    the line to type for it: unwind run "…"
`;

export function define(command: Command, shell: ShellEnvironment): void {
  command
    .argument("<name>", "an exercise or routine, or the beginning of its name; or a file")
    .option("--json", "print JSON")
    .option("--line", "print it as a line, if it fits in one")
    .addHelpText("after", EXAMPLES)
    .action(async (name: string, options: { json?: true; line?: true }) => {
      const pictures = !usesScreenReader(shell.env) && shell.env["TERM"] !== "dumb";
      await show({ ...options, name, pictures }, await openCatalogContext(shell));
    });
}

/**
 * Prints one exercise or routine. With `json`, one object: `type`, then the fields of an `Exercise` with `open` and
 * `strokes` instead of its pattern, or of a `Routine` with `minutes` and the effective doses in its blocks. A value
 * is `{value, easy, standard, hard, basis, reason}`; times are in seconds.
 *
 * @throws UserError (exit 2), with a suggestion, if the name is unknown; (exit 65) with the faults of a file.
 */
export async function show(options: ShowOptions, context: CatalogContext): Promise<void> {
  const { catalog, out } = context;
  const found = await findNameOrFile(options.name, context);
  warnOfFaultyFiles(catalog, out, [options.name]);
  if (found.type === "routine") {
    if (options.line) return printLine(found.routine, options.name, context);
    const minutes = computeMinutesOrWarn(found.routine, context);
    const exercises = exercisesOf(found.routine, catalog.exercises);
    if (options.json) return writeJson(out, routineToJson(found.routine, exercises, minutes));
    return writePage(out, buildRoutinePage(found.routine, exercises, minutes));
  }
  if (options.line) throw new UserError("--line changes nothing: an exercise is its name alone");
  if (options.json) return writeJson(out, exerciseToJson(found.exercise));
  const poses = options.pictures === false ? [] : await drawPoses(found.exercise, out.columns);
  await writePage(out, buildExercisePage(found.exercise, poses));
}

async function findNameOrFile(name: string, { catalog, out, input }: CatalogContext): Promise<CatalogMatch> {
  if (isLineArgument(name, catalog)) {
    throw new UserError("show takes a name or a file", {
      hint: `to see the steps of a line: unwind plan ${quoteForShell(name)}`,
    });
  }
  const found = isFileArgument(name) ? null : findInCatalog(name, catalog, out);
  return found ?? (await loadFile(name, catalog, input)).found;
}

/** Prints a routine as a line. @throws UserError (exit 2) if the notation has no words for something in it. */
async function printLine(routine: Routine, typed: string, { catalog, out }: CatalogContext): Promise<void> {
  const { writeLine } = await import("../catalog/line-routine.ts");
  const line = writeLine(routine, catalog);
  if (line === null) {
    const name = isFileArgument(typed) ? quoteForShell(typed) : routine.id;
    throw new UserError(`${routine.id} does not fit in a line`, {
      hint: typed === "-" ? undefined : `see it with: unwind show ${name}`,
    });
  }
  out.write(`${line}\n`);
}

/** Draws the poses of an exercise; the drawing code is loaded only if it has any. */
async function drawPoses({ figure, sides }: Exercise, columns: number): Promise<readonly FigureLine[]> {
  if (!figure || columns < MIN_FIGURE_COLUMNS) return [];
  const [{ resolveFigure }, { drawFigureStrip }] = await Promise.all([
    import("../figure/resolve.ts"),
    import("../figure/strip.ts"),
  ]);
  return drawFigureStrip(resolveFigure(figure, sides.mode), columns - 2 * FIGURE_MARGIN_COLUMNS);
}
