/** `unwind import`: imports an earlier export. */
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import { openSettings, resolveJournalPaths } from "../app/open/settings.ts";
import { warn } from "../app/print.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { createWriteError, EXIT_CODES, UserError } from "../errors.ts";
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
  const journalPaths = resolveJournalPaths(shell, openSettings(shell));
  const { path, cleanUp } = await ensureRereadable(file, shell);
  try {
    const { added, alreadyPresent, faults } = await importSessions(
      journalPaths,
      () => readLines(path),
      (text) => warn(shell, text),
    );
    for (const fault of faults.slice(0, MAX_FAULTS_SHOWN)) warn(shell, `${file}: ${fault}`);
    shell.write(
      `${added} taken in, ${alreadyPresent} already there${faults.length > 0 ? `, ${faults.length} not taken in` : ""}\n`,
    );
    if (faults.length > 0) throw new UserError(`${file} has what cannot be taken in`, { exitCode: EXIT_CODES.badData });
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code, message, syscall, path: where } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (syscall === "read" || where === path) throw createReadError(file, message);
    throw createWriteError("it", error);
  } finally {
    cleanUp();
  }
}

/**
 * A path that can be read from its start more than once: piped input is copied to a temporary file.
 *
 * @throws UserError (exit 2) if it cannot be read, (exit 73) if there is no space for the copy.
 */
async function ensureRereadable(file: string, shell: ShellEnvironment): Promise<{ path: string; cleanUp: () => void }> {
  if (file !== "-" && isFile(file)) return { path: file, cleanUp: () => {} };
  const folder = mkdtempSync(join(tmpdir(), "unwind-import-"));
  const cleanUp = () => rmSync(folder, { recursive: true, force: true });
  const path = join(folder, "import.json");
  try {
    await pipeline(file === "-" ? shell.stdin : createReadStream(file), createWriteStream(path), {
      signal: shell.signal,
    });
    return { path, cleanUp };
  } catch (error) {
    cleanUp();
    const { message, path: where } = error as NodeJS.ErrnoException;
    if (where !== path) throw createReadError(file, message);
    throw new UserError(`it cannot be laid down in ${folder}: ${message}`, { exitCode: EXIT_CODES.cannotWrite });
  }
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch (error) {
    throw createReadError(file, (error as Error).message);
  }
}

function createReadError(file: string, why: string): UserError {
  return new UserError(`${file === "-" ? "standard input" : file} cannot be read: ${why}`);
}

/** @throws the system's error if the file cannot be read. */
async function* readLines(path: string): AsyncGenerator<string> {
  let pending: string[] = [];
  for await (const chunk of createReadStream(path, "utf8")) {
    const [first = "", ...others] = (chunk as string).split("\n");
    pending.push(first);
    for (const next of others) {
      yield pending.join("").replace(/\r$/, "");
      pending = [next];
    }
  }
  yield pending.join("");
}
