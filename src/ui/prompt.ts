/** Shows one page in the terminal until the person has answered it, and gives the terminal back. */
import chalk from "chalk";
import type { ReactNode } from "react";
import { mountTree } from "./mount.tsx";
import { Terminal } from "./terminal.ts";
import { createTheme, resolveColourLevel, resolveThemeName, type Theme, type ThemeName } from "./theme.ts";

/** The terminal that is used, and how. */
export interface TerminalContext {
  readonly theme: ThemeName | "auto";
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the program is asked to stop: what is shown is left at once. */
  readonly signal: AbortSignal;
  /** Ctrl-C: asks the program to stop. */
  readonly onInterrupt: () => void;
}

/** What a page is given. */
export interface PromptProps<Answer> {
  readonly terminal: Terminal;
  readonly theme: Theme;
  readonly onInterrupt: () => void;
  /** Takes the answer and ends the page. */
  readonly submit: (given: Answer) => void;
}

/**
 * The answer of a page. Afterwards the terminal is as it was.
 *
 * @param otherwise the answer when the page is left without one, or the program is asked to stop.
 */
export async function showPrompt<Answer>(
  use: TerminalContext,
  otherwise: Answer,
  page: (asked: PromptProps<Answer>) => ReactNode,
): Promise<Answer> {
  const { stdin, stdout, signal, onInterrupt } = use;
  if (signal.aborted) return otherwise;
  const terminal = new Terminal({ stdin, stdout, onSuspend: () => {} });
  terminal.acquire();
  try {
    let given = otherwise;
    const answer = (last: Answer) => {
      given = last;
      unmount();
    };
    const asked = { terminal, theme: resolveTheme(use), onInterrupt, submit: answer };
    const { unmount, left } = mountTree(page(asked), terminal, { stdin, signal });
    await left;
    return given;
  } finally {
    terminal.release();
  }
}

/** The colours for a terminal. */
export function resolveTheme({ theme, env }: Pick<TerminalContext, "theme" | "env">): Theme {
  return createTheme(resolveThemeName(theme, env), resolveColourLevel(env, chalk.level));
}
