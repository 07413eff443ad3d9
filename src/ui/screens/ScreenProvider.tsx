/** Gives a screen its theme, the layout for the terminal's present size, and the keys that every screen has. */
import { type ReactNode, useMemo, useSyncExternalStore } from "react";
import { layoutOf } from "../layout.ts";
import { ControlsContext, LayoutContext, type ScreenTerminal, ThemeContext } from "../screen-context.ts";
import type { ThemeSource } from "../terminal-context.ts";

export interface ScreenProviderProps {
  readonly terminal: ScreenTerminal;
  readonly themes: ThemeSource;
  /** Ctrl-C: requests that the program stop. */
  readonly onInterrupt: () => void;
  readonly children: ReactNode;
}

export function ScreenProvider({ terminal, themes, onInterrupt, children }: ScreenProviderProps) {
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
