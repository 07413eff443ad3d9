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
import { ControlsContext, LayoutContext, type ScreenTerminal, ThemeContext } from "./screen-context.ts";
import type { Terminal } from "./terminal.ts";
import type { ThemeSource } from "./terminal-context.ts";

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
  readonly terminal: ScreenTerminal;
  readonly themes: ThemeSource;
  /** Ctrl-C: requests that the program stop. */
  readonly onInterrupt: () => void;
  readonly children: ReactNode;
}

/** Gives a screen its theme, the layout for the terminal's present size, and the keys that every screen has. */
function ScreenProvider({ terminal, themes, onInterrupt, children }: ScreenProviderProps) {
  const theme = useSyncExternalStore(themes.onChange, themes.current);
  const size = useSyncExternalStore(terminal.onResize, terminal.size);
  const layout = useMemo(() => layoutOf(size), [size]);
  const controls = useMemo(() => ({ suspend: terminal.suspend, interrupt: onInterrupt }), [terminal, onInterrupt]);
  return (
    <ThemeContext value={theme}>
      <ControlsContext value={controls}>
        <LayoutContext value={layout}>{children}</LayoutContext>
      </ControlsContext>
    </ThemeContext>
  );
}

interface MountOptions {
  readonly terminal: Terminal;
  readonly themes: ThemeSource;
  /** Aborted when the program is asked to stop: the screen closes at once. */
  readonly signal: AbortSignal;
  readonly onInterrupt: () => void;
}

/** Shows a screen until `unmount` or the signal; `closed` settles after that, or fails if drawing failed. */
export function mountScreen(screen: ReactNode, { terminal, themes, signal, onInterrupt }: MountOptions) {
  // Ink writes its styles with this chalk.
  chalk.level = themes.current().chalkLevel;
  const { unmount, waitUntilExit } = render(
    <ScreenProvider terminal={terminal} themes={themes} onInterrupt={onInterrupt}>
      {screen}
    </ScreenProvider>,
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
  const leave = () => unmount();
  signal.addEventListener("abort", leave);
  return { unmount, closed: waitUntilExit().finally(() => signal.removeEventListener("abort", leave)) };
}
