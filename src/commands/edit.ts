/**
 * `unwind edit`: opens a file of the person's own in their editor and checks it afterwards.
 *
 * What is edited is a draft. It takes the file's place once it has no faults; until then the file stays as it was, and the
 * draft is kept for the next time.
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { type CatalogContext, openCatalogContext } from "../app/open/catalog.ts";
import { checkFilesAndPlans } from "../app/open/check-files.ts";
import { openInEditor } from "../app/open/editor.ts";
import { findPersonalFile } from "../app/open/personal-file.ts";
import { confirm } from "../app/prompt.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { formatFault } from "../catalog/faults.ts";
import { EXIT_CODES, reportWriteErrors, UserError } from "../errors.ts";
import { makeFolder } from "../files/folders.ts";
import { readTextFile } from "../files/read-text.ts";
import { writeFileAtomically } from "../files/write.ts";
import { LIMITS } from "../limits.ts";
import { resolvePersonalFolders } from "../paths.ts";
import { escapeUnsafeText } from "../text/safe-text.ts";

const EXAMPLES = `
The editor is $VISUAL or $EDITOR. A file with faults does not take the place of the one that was there: what you wrote is
kept, and edit opens it again.

Examples:
  unwind edit leg-day
  EDITOR="code --wait" unwind edit leg-day
`;

export function define(command: Command, shell: ShellEnvironment): void {
  command
    .argument("<name>", "a routine or an exercise of your own, by its name or that of its file")
    .addHelpText("after", EXAMPLES)
    .action(async (name: string) => {
      const context = await openCatalogContext(shell);
      const file = await findPersonalFile(name, context, resolvePersonalFolders(shell.env).data);
      await editFile(file, context, {
        open: (draft) => openInEditor(draft, shell, file),
        askAgain: () => confirm(shell, "Edit it again?", `unwind edit ${path.parse(file).name}`),
      });
    });
}

/**
 * Edits a draft of the file until it has no faults, or the person has enough, and puts it in the place of the file.
 *
 * @param person.open opens a file, and returns when it is closed.
 * @param person.askAgain asks whether to edit again.
 * @throws UserError (exit 65) if the draft has faults: it is kept; (exit 73) if something cannot be written.
 */
export async function editFile(
  file: string,
  context: CatalogContext,
  { open, askAgain }: { open: (file: string) => Promise<void>; askAgain: () => Promise<boolean> },
): Promise<void> {
  const { out } = context;
  const kind = path.basename(path.dirname(file));
  const draft = path.join(path.dirname(file), "..", "drafts", kind, path.basename(file));
  const before = readTextFile(file, LIMITS.fileBytes);
  if (existsSync(draft)) out.write(`opening what was kept with faults: ${escapeUnsafeText(draft)}\n`);
  else write(draft, before);
  for (;;) {
    try {
      await open(draft);
    } catch (error) {
      if (readTextFile(draft, LIMITS.fileBytes) === before) rmSync(draft, { force: true });
      throw error;
    }
    const faults = await findFaults(draft, kind, context);
    if (faults.length === 0) break;
    for (const fault of faults) out.write(`${fault}\n`);
    if (await askAgain()) continue;
    throw new UserError(`${escapeUnsafeText(file)} stays as it was`, {
      exitCode: EXIT_CODES.badData,
      hint: `what you wrote is kept; to continue: unwind edit ${path.parse(file).name}`,
    });
  }
  const after = readFileSync(draft, "utf8");
  if (readTextFile(file, LIMITS.fileBytes) !== before) {
    throw new UserError(`${escapeUnsafeText(file)} was changed by another program in the meantime`, {
      exitCode: EXIT_CODES.badData,
      hint: `what you wrote is kept in ${escapeUnsafeText(draft)}`,
    });
  }
  if (after !== before) write(file, after);
  rmSync(draft, { force: true });
  out.write(`${escapeUnsafeText(file)}: ${after === before ? "unchanged" : "ok, written"}\n`);
}

function write(file: string, text: string): void {
  reportWriteErrors(escapeUnsafeText(file), () => {
    makeFolder(path.dirname(file));
    writeFileAtomically(file, text);
  });
}

/** Everything that `check` would say of the draft in the place of the file. */
async function findFaults(draft: string, kind: string, context: CatalogContext): Promise<readonly string[]> {
  const {
    files: [checked],
  } = await checkFilesAndPlans([draft], context);
  if (!checked) return [];
  if (checked.faults.length > 0) return checked.faults.map(formatFault);
  const type = checked.routine ? "routines" : "exercises";
  return type === kind ? [] : [`${escapeUnsafeText(draft)}: expected one of your ${kind}, found one of the ${type}`];
}
