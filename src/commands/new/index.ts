/** `unwind new`: writes a workout, typed as a line or asked for, into a file of the user's own. */
import { existsSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { type CatalogContext, openCatalogContext } from "../../app/open/catalog.ts";
import { warn } from "../../app/print.ts";
import { askLine } from "../../app/prompt.ts";
import type { ShellEnvironment } from "../../app/shell-environment.ts";
import { FOR_ME_ID } from "../../catalog/create-routine.ts";
import { matchName } from "../../catalog/find-entry.ts";
import { readLine } from "../../catalog/line-routine.ts";
import { reportWriteErrors, UserError } from "../../errors.ts";
import { makeFolder } from "../../files/folders.ts";
import { writeFileAtomically } from "../../files/write.ts";
import { LIMITS } from "../../limits.ts";
import { resolvePersonalFolders } from "../../paths.ts";
import { formatCompactJson } from "../../text/compact-json.ts";
import { createIdFromName } from "../../text/id-from-name.ts";
import { escapeUnsafeText, isSafeText, quoteText } from "../../text/safe-text.ts";

const EXAMPLES = `
Examples:
  unwind new                          asks what to do, how long or how often, and shows the plan as it grows
  unwind new tabata "8x(20s work, 10s rest)"
  unwind new "Leg day" "3x(10 squat, 12 step up each side, 30s wall sit) rest 60s"
  unwind new heels "3x15 heel drop each side tempo 5-0-1-0 rest 60s"
`;

export function define(command: Command, shell: ShellEnvironment): void {
  command
    .argument("[name]", "its name; asked for when left out")
    .argument("[line]", "the workout in a line; asked for when left out")
    .addHelpText("after", EXAMPLES)
    .action(async (name: string | undefined, line: string | undefined) => {
      const context = await openCatalogContext(shell);
      const userDir = resolvePersonalFolders(shell.env).data;
      if (name !== undefined) checkName(name, context, userDir);
      const said = line ?? (await (await import("./ask-workout.ts")).askWorkout(shell, context.catalog));
      if (said === null) throw new UserError("nothing entered; nothing written");
      const title = name ?? (await askName(shell, context, userDir));
      await createRoutineFile(title, said, context, userDir);
    });
}

/** Asks until there is a name that is free. @throws UserError (exit 2) if the person gives none. */
async function askName(shell: ShellEnvironment, context: CatalogContext, userDir: string): Promise<string> {
  for (;;) {
    const name = await askLine(shell, "What is it called? ", "give it a name: unwind new NAME");
    if (name === "") throw new UserError("it has no name, and nothing was written");
    try {
      checkName(name, context, userDir);
      return name;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      warn(shell, error.message);
    }
  }
}

/** The title and the file of a name. @throws UserError (exit 2) if it is taken. */
function checkName(
  name: string,
  { catalog }: Pick<CatalogContext, "catalog">,
  userDir: string,
): { readonly title: string; readonly id: string; readonly file: string } {
  const title = toTitle(name);
  const id = createIdFromName(title, "routine");
  const file = path.join(userDir, "routines", `${id}.json`);
  // The workouts that ship as examples give way.
  const routines = [...catalog.routines.values()].filter(({ collection }) => collection === undefined);
  const [taken] = matchName(title, [[...routines, ...catalog.exercises.values()]]).filter(
    (entry) => entry.id === id || entry.name.toLowerCase() === title.toLowerCase(),
  );
  if (taken || id === FOR_ME_ID || existsSync(file)) {
    const what = existsSync(file) ? escapeUnsafeText(file) : quoteText(taken?.name ?? id);
    throw new UserError(`${what} is there already; nothing was written`, { hint: "give it another name" });
  }
  return { title, id, file };
}

/**
 * Writes the file and says what to type next.
 *
 * @param userDir the user's data folder, which holds `routines/`.
 * @throws UserError (exit 2) for a line with a fault and a name that is taken, and (exit 73) if it cannot be written.
 */
export async function createRoutineFile(
  name: string,
  line: string,
  { catalog, out }: Pick<CatalogContext, "catalog" | "out">,
  userDir: string,
): Promise<void> {
  const { file: content } = await readLine(line, catalog);
  const { title, id, file } = checkName(name, { catalog }, userDir);
  reportWriteErrors(escapeUnsafeText(file), () => {
    makeFolder(path.dirname(file));
    writeFileAtomically(file, `${formatCompactJson({ ...content, name: title })}\n`);
  });
  out.write(`${escapeUnsafeText(file)}: written\nrun it with: unwind run ${id}\n`);
}

/** "leg-day" → "Leg day"; what is no id stays as it is typed. */
function toTitle(name: string): string {
  const typed = name.trim();
  if (typed === "" || typed.length > LIMITS.line || !isSafeText(typed)) {
    throw new UserError(`expected a name of at most ${LIMITS.line} characters, found ${quoteText(name)}`);
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed)) return typed;
  return `${typed.charAt(0).toUpperCase()}${typed.slice(1).replaceAll("-", " ")}`;
}
