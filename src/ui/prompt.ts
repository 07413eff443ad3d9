/** Shows one screen in the terminal until it is answered, then restores the terminal. */
import type { ReactNode } from "react";
import { mountScreen } from "./mount.tsx";
import { createTerminal, type TerminalContext, watchTheme } from "./terminal-context.ts";

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
  const { signal, onInterrupt } = context;
  if (signal.aborted) return fallback;
  const terminal = createTerminal(context);
  terminal.acquire();
  try {
    let result = fallback;
    const submit = (answer: Answer) => {
      result = answer;
      unmount();
    };
    const { unmount, closed } = mountScreen(screenWith(submit), {
      terminal,
      themes: watchTheme(context, terminal),
      signal,
      onInterrupt,
    });
    await closed;
    await terminal.settle(context.wait);
    return result;
  } finally {
    terminal.release();
  }
}
