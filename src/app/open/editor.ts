/** Opens a file in the person's editor and waits until it is closed. */
import { spawn } from "node:child_process";
import { UserError } from "../../errors.ts";
import { escapeUnsafeText, quoteText } from "../../text/safe-text.ts";
import { isTerminal, type ShellEnvironment } from "../shell-environment.ts";

/** The program and the arguments of `$VISUAL` or `$EDITOR`, the first that is set. */
export function findEditor(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): readonly string[] {
  const typed = [env["VISUAL"], env["EDITOR"]].find((command) => command !== undefined && command.trim() !== "");
  return typed === undefined ? [platform === "win32" ? "notepad" : "vi"] : splitCommand(typed, platform);
}

/**
 * Splits a command at its spaces, as a shell would, but runs none: quotes hold words together, and a backslash takes the
 * character behind it as it stands, except on Windows, where paths are full of them.
 */
export function splitCommand(command: string, platform: NodeJS.Platform): readonly string[] {
  const piece = platform === "win32" ? /"([^"]*)"|([^\s"]+)/y : /"((?:[^"\\]|\\.)*)"|'([^']*)'|((?:[^\s"'\\]|\\.)+)/y;
  const words: string[] = [];
  let isInWord = false;
  for (let at = 0; at < command.length; ) {
    piece.lastIndex = at;
    const found = piece.exec(command);
    if (!found) {
      // A space, or a quote that is never closed: that is left out.
      isInWord &&= !/\s/.test(command[at] ?? "");
      at += 1;
      continue;
    }
    const [whole, ...groups] = found;
    const text = groups.find((group) => group !== undefined) ?? "";
    const isLiteral = platform === "win32" || whole.startsWith("'");
    const plain = isLiteral ? text : text.replace(/\\(.)/g, "$1");
    if (isInWord) words.push(`${words.pop() ?? ""}${plain}`);
    else words.push(plain);
    isInWord = true;
    at += whole.length;
  }
  return words;
}

/**
 * Opens a file and waits for the editor to end.
 *
 * @param original what a person without a terminal edits in its place.
 * @throws UserError (exit 2) if there is no terminal, if the editor is not found, or if it says that it failed.
 */
export async function openInEditor(file: string, shell: ShellEnvironment, original: string): Promise<void> {
  const [program, ...args] = findEditor(shell.env);
  if (program === undefined) throw new UserError("the editor has no name", { hint: "set EDITOR" });
  if (!isTerminal(shell.stdin) || !isTerminal(shell.stdout)) {
    throw new UserError("an editor needs a terminal", { hint: `edit the file itself: ${escapeUnsafeText(original)}` });
  }
  const child = spawn(program, [...args, file], { stdio: "inherit", env: shell.env, shell: false });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("exit", resolve);
    child.once("error", ({ code = "unknown" }: NodeJS.ErrnoException) => {
      const hint = "set VISUAL or EDITOR to one that is there";
      reject(new UserError(`the editor ${quoteText(program)} cannot be started: ${code}`, { hint }));
    });
  });
  if (code !== 0) {
    throw new UserError(`the editor ${quoteText(program)} ended with ${code ?? "a signal"}; nothing was changed`);
  }
}
