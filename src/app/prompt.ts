/** Asks a question on the terminal and reads one line. */
import { createInterface } from "node:readline/promises";
import { EXIT_CODES, UserError } from "../errors.ts";
import { isTerminal, type ShellEnvironment } from "./shell-environment.ts";

/**
 * Asks and waits for a line; the end of the input counts as an empty answer.
 *
 * @param instead what to suggest if there is no terminal.
 * @throws UserError (exit 2) if there is no terminal.
 */
export async function askLine(shell: ShellEnvironment, question: string, instead: string): Promise<string> {
  if (!isTerminal(shell.stdin) || !isTerminal(shell.stdout)) {
    throw new UserError("this needs an answer, and there is no terminal to ask on", { hint: instead });
  }
  const lines = createInterface({ input: shell.stdin, output: shell.stdout });
  const closed = new Promise<string>((resolve) => {
    lines.once("close", () => resolve(""));
  });
  const stop = () => lines.close();
  shell.signal.addEventListener("abort", stop);
  try {
    // readline handles Ctrl-C itself, so it is passed on.
    lines.once("SIGINT", () => shell.stop(EXIT_CODES.interrupted));
    return (await Promise.race([lines.question(question), closed])).trim();
  } finally {
    shell.signal.removeEventListener("abort", stop);
    lines.close();
  }
}

/** Asks a yes/no question; anything but yes counts as no. */
export async function confirm(shell: ShellEnvironment, question: string, instead: string): Promise<boolean> {
  return /^y(es)?$/i.test(await askLine(shell, `${question} [y/N] `, instead));
}
