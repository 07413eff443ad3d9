/** `unwind import`: takes a former export back. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Command } from "commander";
import { EXIT, UserError } from "../errors.ts";
import { importLines } from "../journal/import.ts";
import { safeText } from "../text/safe-text.ts";
import { openSettings } from "./open.ts";
import { placesOf } from "./places.ts";
import type { Shell } from "./shell.ts";

/** Faults that are named one by one. */
const MOST_NAMED = 5;

const EXAMPLES = `
A session that is already there stays as it is, so taking a file in twice adds nothing.

Examples:
  unwind import history.json      made by: unwind export --format json -o history.json
  unwind import - < history.json
`;

/** Adds the command's words. */
export function define(command: Command, shell: Shell): void {
  command
    .argument("<file>", "what unwind export --format json wrote, or one session's file; - for standard input")
    .addHelpText("after", EXAMPLES)
    .action((file: string) => importHistory(file, shell));
}

async function importHistory(file: string, shell: Shell): Promise<void> {
  const places = placesOf(shell, openSettings(shell));
  const input: Readable = file === "-" ? shell.stdin : createReadStream(file);
  const failed = new Promise<never>((_, reject) => input.once("error", reject));
  try {
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    const { added, known, faults } = await Promise.race([importLines(places, lines), failed]);
    for (const fault of faults.slice(0, MOST_NAMED)) shell.error(`unwind: ${safeText(file)}: ${safeText(fault)}`);
    shell.write(
      `${added} taken in, ${known} already there${faults.length > 0 ? `, ${faults.length} not taken in` : ""}\n`,
    );
    if (faults.length > 0) throw new UserError(`${file} has what cannot be taken in`, { exitCode: EXIT.badData });
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code, message, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const reading = syscall === "open" && (error as NodeJS.ErrnoException).path === file;
    throw new UserError(
      reading || code === "EISDIR" ? `${file} cannot be read: ${message}` : `it cannot be written: ${message}`,
      {
        exitCode: reading || code === "EISDIR" ? EXIT.usage : EXIT.cannotWrite,
      },
    );
  }
}
