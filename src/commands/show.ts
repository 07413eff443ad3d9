/** `unwind show`: one exercise or routine, whole. */
import type { Command } from "commander";
import { type CatalogContext, computeMinutesOrWarn, openCatalogContext } from "../app/open/catalog.ts";
import { type ShellEnvironment, usesScreenReader } from "../app/shell-environment.ts";
import { findExerciseOrRoutine } from "../catalog/find-entry.ts";
import type { Exercise } from "../catalog/types.ts";
import type { FigureLine } from "../figure/canvas.ts";
import { buildExercisePage, exerciseToJson } from "../output/exercise-page.ts";
import { renderPage } from "../output/page.ts";
import { buildRoutinePage, routineToJson } from "../output/routine-page.ts";
import { loadStyle } from "../output/style.ts";

export interface ShowOptions {
  /** A name, an alias or how an id begins. */
  readonly name: string;
  readonly json: boolean;
  /** False where the figure of an exercise would only be noise. */
  readonly pictures?: boolean;
}

/** Columns that stay free at both sides of a figure. */
const FIGURE_MARGIN_COLUMNS = 2;

const EXAMPLES = `
Examples:
  unwind show psoas-march
  unwind show psoas-release        its steps, causes, myths and signs to stop
  unwind show pigeon --json
`;

export function define(command: Command, shell: ShellEnvironment): void {
  command
    .argument("<name>", "an exercise or a routine, or how its name begins")
    .option("--json", "as JSON", false)
    .addHelpText("after", EXAMPLES)
    .action(async (name: string, options: { json: boolean }) => {
      const pictures = !usesScreenReader(shell.env) && shell.env["TERM"] !== "dumb";
      await show({ ...options, name, pictures }, await openCatalogContext(shell));
    });
}

/**
 * Prints one exercise or routine. With `json`, one object: `type`, then the fields of an `Exercise` with `open` and
 * `strokes` in place of its pattern, or of a `Routine` with `minutes` and, in its blocks, the doses that hold. A figure
 * is `{value, easy, standard, hard, basis, reason}`; times are in seconds.
 *
 * @throws UserError (exit 2), with the near miss, when there is none of this name.
 */
export async function show(options: ShowOptions, context: CatalogContext): Promise<void> {
  const { catalog, out } = context;
  const found = findExerciseOrRoutine(catalog, options.name);
  const minutes = found.type === "routine" ? computeMinutesOrWarn(found.routine, context) : null;
  if (options.json) {
    const json =
      found.type === "exercise"
        ? exerciseToJson(found.exercise)
        : routineToJson(found.routine, catalog.exercises, minutes);
    out.write(`${JSON.stringify(json, null, 2)}\n`);
    return;
  }
  const parts =
    found.type === "exercise"
      ? buildExercisePage(
          found.exercise,
          options.pictures !== false ? await drawPoses(found.exercise, out.columns) : [],
        )
      : buildRoutinePage(found.routine, catalog.exercises, minutes);
  out.write(await renderPage(parts, out.columns, await loadStyle(out.colour)));
}

/** The poses of an exercise, drawn; what draws them is loaded only for an exercise that has some. */
async function drawPoses({ figure, sides }: Exercise, columns: number): Promise<readonly FigureLine[]> {
  if (!figure) return [];
  const [{ resolveFigure }, { drawFigureStrip }] = await Promise.all([
    import("../figure/resolve.ts"),
    import("../figure/strip.ts"),
  ]);
  return drawFigureStrip(resolveFigure(figure, sides.mode), columns - 2 * FIGURE_MARGIN_COLUMNS);
}
