/** `unwind note`: words for the last session. */
import type { Command } from "commander";
import { findSession, openHistory } from "../app/open/history.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { formatTimestamp } from "../calendar.ts";
import { EXIT_CODES, UserError } from "../errors.ts";
import { cleanNote } from "../journal/session-text.ts";
import { writeAmendment } from "../journal/write/amendments.ts";
import { formatStart } from "../output/history-table.ts";

const EXAMPLES = `
Examples:
  unwind note "left hip much easier than last week"
  unwind note --session 3f9k "new band, the green one"
`;

/** Adds the command's words. */
export function define(command: Command, shell: ShellEnvironment): void {
  command
    .argument("<words...>", "the note")
    .option("--session <id>", "another session than the last", "last")
    .addHelpText("after", EXAMPLES)
    .action((words: readonly string[], options: { readonly session: string }) =>
      addNote(words.join(" "), options, shell),
    );
}

function addNote(text: string, { session }: { readonly session: string }, shell: ShellEnvironment): void {
  const clean = cleanNote(text);
  if (clean === "") throw new UserError("the note is empty");
  const open = openHistory(shell);
  const { summary } = findSession(session, open);
  try {
    writeAmendment(open.journalPaths, summary, { note: clean }, formatTimestamp(open.nowEpochMs));
  } catch (error) {
    throw new UserError(`the note cannot be written: ${(error as Error).message}`, {
      exitCode: EXIT_CODES.cannotWrite,
    });
  }
  shell.write(`noted for ${summary.routine} of ${formatStart(summary)}\n`);
}
