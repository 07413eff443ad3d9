/**
 * Puts a screen on a terminal: Ink lays it out, the painter writes what changed of it.
 *
 * Ink's debug mode hands over every composed screen as it is, without cursor movements of its own. Its usual writer
 * erases and redraws in ways that depend on what it believes the terminal shows; across a resize or a suspension it
 * believes wrongly, and it rewrites whole lines where the painter rewrites cells.
 */
import { EventEmitter } from "node:events";
import chalk from "chalk";
import { render } from "ink";
import { type ReactNode, useMemo, useSyncExternalStore } from "react";
import { layoutOf } from "./layout.ts";
import type { RemotePrompts } from "./remote-control.ts";
import { ControlsContext, LayoutContext, ThemeContext } from "./screen-context.ts";
import type { Terminal } from "./terminal.ts";
import { createTerminal, type TerminalContext, type ThemeSource, watchTheme } from "./terminal-context.ts";

/** What Ink takes for the output stream. */
class InkOutput extends EventEmitter {
  /** Not a terminal: Ink leaves cursor and screen alone. */
  readonly isTTY = false;
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    super();
    this.#terminal = terminal;
  }

  get columns(): number {
    return this.#terminal.size().columns;
  }

  get rows(): number {
    return this.#terminal.size().rows;
  }

  write(output: string): boolean {
    this.#terminal.show(output);
    return true;
  }
}

interface ScreenProviderProps {
  readonly terminal: Terminal;
  readonly themes: ThemeSource;
  /** Ctrl-C: requests that the program stop. */
  readonly onInterrupt: () => void;
  readonly prompts: RemotePrompts | undefined;
  readonly children: ReactNode;
}

/** Gives a screen its theme, the layout for the terminal's present size, and the keys that every screen has. */
function ScreenProvider({ terminal, themes, onInterrupt, prompts, children }: ScreenProviderProps) {
  const theme = useSyncExternalStore(themes.onChange, themes.current);
  const size = useSyncExternalStore(terminal.onResize, terminal.size);
  const layout = useMemo(() => layoutOf(size), [size]);
  const { suspend } = terminal;
  const controls = useMemo(() => ({ suspend, interrupt: onInterrupt, prompts }), [suspend, onInterrupt, prompts]);
  return (
    <ThemeContext value={theme}>
      <ControlsContext value={controls}>
        <LayoutContext value={layout}>{children}</LayoutContext>
      </ControlsContext>
    </ThemeContext>
  );
}

/** A screen on its terminal. */
interface ShownScreen {
  readonly terminal: Terminal;
  readonly themes: ThemeSource;
  readonly close: () => void;
}

interface ScreenOptions extends NonNullable<Parameters<typeof createTerminal>[1]> {
  /** What is shown; called once the terminal is ours. */
  readonly draw: (screen: ShownScreen) => ReactNode;
  /** Where it is shown and answered, too. */
  readonly prompts: RemotePrompts | undefined;
  /** Called when it is seen for the first time. */
  readonly onShown?: (screen: ShownScreen) => void;
}

/**
 * Shows a screen until it is closed, or the program is asked to stop; fails if drawing failed. Afterwards the terminal is as
 * it was; how it looked at the end is returned.
 */
export async function showScreen(context: TerminalContext, { draw, onShown, prompts, ...options }: ScreenOptions) {
  const { signal, onInterrupt, wait } = context;
  const terminal = createTerminal(context, options);
  terminal.acquire();
  try {
    const themes = watchTheme(context, terminal);
    const screen = { terminal, themes, close: () => unmount() };
    // Ink writes its styles with this chalk.
    chalk.level = themes.current().chalkLevel;
    const { unmount, waitUntilExit } = render(
      <ScreenProvider {...{ terminal, themes, onInterrupt, prompts }}>{draw(screen)}</ScreenProvider>,
      {
        // Ink uses of the stream only what the canvas has.
        stdout: new InkOutput(terminal) as unknown as NodeJS.WriteStream,
        stdin: terminal.input,
        debug: true,
        exitOnCtrlC: false,
        patchConsole: false,
        isScreenReaderEnabled: false,
      },
    );
    signal.addEventListener("abort", screen.close);
    onShown?.(screen);
    await waitUntilExit().finally(() => signal.removeEventListener("abort", screen.close));
    await terminal.settle(wait);
    return { theme: themes.current(), columns: terminal.size().columns };
  } finally {
    terminal.release();
  }
}
