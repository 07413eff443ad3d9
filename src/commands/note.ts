/** `unwind note`: adds a note to the last session. */
import type { Command } from "commander";
import { findSession, openHistory } from "../app/open/history.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { formatTimestamp } from "../calendar.ts";
import { reportWriteErrors, UserError } from "../errors.ts";
import { cleanNote } from "../journal/session-text.ts";
import { writeAmendment } from "../journal/write/amendments.ts";
import { formatStart } from "../output/history-table.ts";
import { nameRoutine } from "../text/routine-name.ts";

const EXAMPLES = `
Examples:
  unwind note "left hip much easier than last week"
  unwind note --session 3f9k "new band, the green one"
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  command
    .argument("<words...>", "the note")
    .option("--session <id>", "another session, by its id", "last")
    .addHelpText("after", EXAMPLES)
    .action((words: readonly string[], options: { readonly session: string }) =>
      addNote(words.join(" "), options, shell),
    );
}

function addNote(text: string, { session }: { readonly session: string }, shell: ShellEnvironment): void {
  const clean = cleanNote(text);
  if (clean === "") throw new UserError("the note is empty");
  const history = openHistory(shell);
  const { summary } = findSession(session, history);
  reportWriteErrors("the note", () =>
    writeAmendment(history.journalPaths, summary, { note: clean }, formatTimestamp(history.nowEpochMs)),
  );
  shell.write(`noted for ${nameRoutine(summary)} of ${formatStart(summary, history.nowEpochMs)}\n`);
}
