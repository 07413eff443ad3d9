/** `unwind note`: words for the last session. */
import type { Command } from "commander";
import { openHistory, sessionNamed } from "../app/open/history.ts";
import type { Shell } from "../app/shell-environment.ts";
import { momentText } from "../calendar.ts";
import { EXIT, UserError } from "../errors.ts";
import { cleanNote } from "../journal/format.ts";
import { amend } from "../journal/write/amend.ts";
import { whenOf } from "../output/history-table.ts";

const EXAMPLES = `
Examples:
  unwind note "left hip much easier than last week"
  unwind note --session 3f9k "new band, the green one"
`;

/** Adds the command's words. */
export function define(command: Command, shell: Shell): void {
  command
    .argument("<words...>", "the note")
    .option("--session <id>", "another session than the last", "last")
    .addHelpText("after", EXAMPLES)
    .action((words: readonly string[], options: { readonly session: string }) => note(words.join(" "), options, shell));
}

function note(text: string, { session }: { readonly session: string }, shell: Shell): void {
  const clean = cleanNote(text);
  if (clean === "") throw new UserError("the note is empty");
  const open = openHistory(shell);
  const { summary } = sessionNamed(session, open);
  try {
    amend(open.places, summary, { note: clean }, momentText(open.nowEpochMs));
  } catch (error) {
    throw new UserError(`the note cannot be written: ${(error as Error).message}`, { exitCode: EXIT.cannotWrite });
  }
  shell.write(`noted for ${summary.routine} of ${whenOf(summary)}\n`);
}
