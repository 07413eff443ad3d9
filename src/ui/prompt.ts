/** Shows one screen in the terminal until it is answered, then restores the terminal. */
import { supportsColor } from "chalk";
import type { ReactNode } from "react";
import { mountScreen } from "./mount.tsx";
import { Terminal } from "./terminal.ts";
import { createTheme, resolveColourLevel, resolveThemeName, type Theme, type ThemeName } from "./theme.ts";

/** The terminal to use, and how to use it. */
export interface TerminalContext {
  readonly theme: ThemeName | "auto";
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the program is asked to stop: the screen closes at once. */
  readonly signal: AbortSignal;
  /** Ctrl-C: requests that the program stop. */
  readonly onInterrupt: () => void;
}

/**
 * Shows a screen and resolves to its answer; the terminal is restored afterwards.
 *
 * @param fallback the answer if the screen is closed without one, or the program is asked to stop.
 * @param screenWith the screen; it calls `submit` with the answer.
 */
export async function showPrompt<Answer>(
  context: TerminalContext,
  fallback: Answer,
  screenWith: (submit: (answer: Answer) => void) => ReactNode,
): Promise<Answer> {
  const { stdin, stdout, signal, onInterrupt } = context;
  if (signal.aborted) return fallback;
  const terminal = new Terminal({ stdin, stdout, onSuspend: () => {} });
  terminal.acquire();
  try {
    let result = fallback;
    const submit = (answer: Answer) => {
      result = answer;
      unmount();
    };
    const { unmount, closed } = mountScreen(screenWith(submit), {
      terminal,
      theme: resolveTheme(context),
      stdin,
      signal,
      onInterrupt,
    });
    await closed;
    return result;
  } finally {
    terminal.release();
  }
}

/** The theme for a terminal. */
export function resolveTheme({ theme, env }: Pick<TerminalContext, "theme" | "env">): Theme {
  const found = supportsColor ? supportsColor.level : 0;
  return createTheme(resolveThemeName(theme, env), resolveColourLevel(env, found));
}
