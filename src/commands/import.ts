/** `unwind import`: imports an earlier export. */
import type { Command } from "commander";
import { openSettings, resolveJournalPaths } from "../app/open/settings.ts";
import { warn } from "../app/print.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { createWriteError, EXIT_CODES, UserError } from "../errors.ts";
import { openLineSource, TemporaryFolderError } from "../files/line-source.ts";
import { STANDARD_INPUT_NAME } from "../files/read-json.ts";
import { UnreadableFileError } from "../files/read-text.ts";
import { JSON_EXPORT_HEAD } from "../journal/export/json.ts";
import { importSessions } from "../journal/write/import-sessions.ts";

/** How many faults are listed. */
const MAX_FAULTS_SHOWN = 5;

const EXAMPLES = `
A session that you already have stays as it is: importing a file twice adds nothing.

Examples:
  unwind import history.json      made by: unwind export --format json -o history.json
  unwind import - < history.json
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  command
    .argument("<file>", "what unwind export --format json wrote, or one session's file; - for standard input")
    .addHelpText("after", EXAMPLES)
    .action((file: string) => importHistory(file, shell));
}

async function importHistory(file: string, shell: ShellEnvironment): Promise<void> {
  const name = file === "-" ? STANDARD_INPUT_NAME : file;
  const journalPaths = resolveJournalPaths(shell, openSettings(shell));
  try {
    const source = await openLineSource(file, () => shell.stdin, JSON_EXPORT_HEAD, shell.signal);
    try {
      const { added, alreadyPresent, faults } = await importSessions(journalPaths, source.lines, (text) =>
        warn(shell, text),
      );
      for (const fault of faults.slice(0, MAX_FAULTS_SHOWN)) warn(shell, `${name}: ${fault}`);
      shell.write(
        `${added} imported, ${alreadyPresent} already there${faults.length > 0 ? `, ${faults.length} not imported` : ""}\n`,
      );
      if (faults.length > 0) {
        throw new UserError(`${name} has entries that cannot be imported`, { exitCode: EXIT_CODES.badData });
      }
    } finally {
      source.close();
    }
  } catch (error) {
    // Asked to stop: the signal says the exit code.
    if (shell.signal.aborted && error === shell.signal.reason) return;
    throw describeImportError(error, name);
  }
}

/** What the person can do about a failure; anything else as it is. */
function describeImportError(error: unknown, name: string): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  if (error instanceof UnreadableFileError) return new UserError(`${name} cannot be read: ${error.message}`);
  if (error instanceof TemporaryFolderError) {
    return new UserError(`${name} cannot be stored in the temporary folder: ${error.message}`, {
      exitCode: EXIT_CODES.cannotWrite,
      hint: "make room there, set TMPDIR to another folder, or save it as a file and import that",
    });
  }
  return "code" in error ? createWriteError("a session", error) : error;
}
