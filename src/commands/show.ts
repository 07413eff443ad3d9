/** `unwind show`: one exercise or routine, whole. */
import type { Command } from "commander";
import { type Context, minutesOrWord, openContext } from "../app/open/catalog.ts";
import { isReadAloud, type Shell } from "../app/shell-environment.ts";
import { findEither } from "../catalog/find.ts";
import type { Exercise } from "../catalog/types.ts";
import type { FigureLine } from "../figure/canvas.ts";
import { exerciseJson, exercisePage } from "../output/exercise-page.ts";
import { pageText } from "../output/page.ts";
import { routineJson, routinePage } from "../output/routine-page.ts";
import { styleFor } from "../output/style.ts";

export interface ShowOptions {
  /** A name, an alias or how an id begins. */
  readonly name: string;
  readonly json: boolean;
  /** False where the figure of an exercise would only be noise. */
  readonly pictures?: boolean;
}

/** Columns that stay free at both sides of a figure. */
const INDENT = 2;

const EXAMPLES = `
Examples:
  unwind show psoas-march
  unwind show psoas-release        its steps, causes, myths and signs to stop
  unwind show pigeon --json
`;

export function define(command: Command, shell: Shell): void {
  command
    .argument("<name>", "an exercise or a routine, or how its name begins")
    .option("--json", "as JSON", false)
    .addHelpText("after", EXAMPLES)
    .action(async (name: string, options: { json: boolean }) => {
      const pictures = !isReadAloud(shell.env) && shell.env["TERM"] !== "dumb";
      await show({ ...options, name, pictures }, await openContext(shell));
    });
}

/**
 * Prints one exercise or routine. With `json`, one object: `type`, then the fields of an `Exercise` with `open` and
 * `strokes` in place of its pattern, or of a `Routine` with `minutes` and, in its blocks, the doses that hold. A figure
 * is `{value, easy, standard, hard, basis, reason}`; times are in seconds.
 *
 * @throws UserError (exit 2), with the near miss, when there is none of this name.
 */
export async function show(options: ShowOptions, context: Context): Promise<void> {
  const { catalog, out } = context;
  const found = findEither(catalog, options.name);
  const minutes = found.type === "routine" ? minutesOrWord(found.routine, context) : null;
  if (options.json) {
    const json =
      found.type === "exercise" ? exerciseJson(found.exercise) : routineJson(found.routine, catalog.exercises, minutes);
    out.write(`${JSON.stringify(json, null, 2)}\n`);
    return;
  }
  const parts =
    found.type === "exercise"
      ? exercisePage(found.exercise, options.pictures !== false ? await figureLines(found.exercise, out.columns) : [])
      : routinePage(found.routine, catalog.exercises, minutes);
  out.write(await pageText(parts, out.columns, await styleFor(out.colour)));
}

/** The poses of an exercise, drawn; what draws them is loaded only for an exercise that has some. */
async function figureLines({ figure, sides }: Exercise, columns: number): Promise<readonly FigureLine[]> {
  if (!figure) return [];
  const [{ figureOf }, { figureStrip }] = await Promise.all([
    import("../figure/read.ts"),
    import("../figure/strip.ts"),
  ]);
  return figureStrip(figureOf(figure, sides.mode), columns - 2 * INDENT);
}
