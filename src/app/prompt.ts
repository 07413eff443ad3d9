/** A question on the terminal that is answered with a line. */
import { createInterface } from "node:readline/promises";
import { UserError } from "../errors.ts";
import { isTerminal, type ShellEnvironment } from "./shell-environment.ts";

/**
 * Asks and waits for a line. An input that ends answers with nothing.
 *
 * @param instead what to do where nobody can be asked.
 * @throws UserError (exit 2) where there is no terminal.
 */
export async function askLine(shell: ShellEnvironment, question: string, instead: string): Promise<string> {
  if (!isTerminal(shell.stdin) || !isTerminal(shell.stdout)) {
    throw new UserError("this asks, and there is no terminal to ask on", { hint: instead });
  }
  const lines = createInterface({ input: shell.stdin, output: shell.stdout });
  const closed = new Promise<string>((resolve) => {
    lines.once("close", () => resolve(""));
  });
  const stop = () => lines.close();
  shell.signal.addEventListener("abort", stop);
  try {
    // readline takes Ctrl-C for itself.
    lines.once("SIGINT", () => shell.stop(130));
    return (await Promise.race([lines.question(question), closed])).trim();
  } finally {
    shell.signal.removeEventListener("abort", stop);
    lines.close();
  }
}

/** Whether a question was answered with yes; anything else is no. */
export async function confirm(shell: ShellEnvironment, question: string, instead: string): Promise<boolean> {
  return /^y(es)?$/i.test(await askLine(shell, `${question} [y/N] `, instead));
}
