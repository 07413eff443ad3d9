/** The home screen: choose a routine with the arrows, or type a part of its name. */
import { useInput } from "ink";
import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import { filterEntries, type HomeEntry, type HomeState, renderHome } from "../layout/home-page.ts";
import { parseKeyNames } from "../session-keys.ts";
import type { Terminal } from "../terminal.ts";
import type { Theme } from "../theme.ts";
import { handleHomeKey } from "./home-control.ts";
import { ScreenLines } from "./ScreenLines.tsx";

export interface HomeScreenProps {
  readonly entries: readonly HomeEntry[];
  readonly terminal: Pick<Terminal, "size" | "onResize" | "suspend">;
  readonly theme: Theme;
  /** The routine that was chosen; null when the person leaves. */
  readonly onChoice: (id: string | null) => void;
  readonly onInterrupt: () => void;
}

export function HomeScreen({ entries, terminal, theme, onChoice, onInterrupt }: HomeScreenProps) {
  const size = useSyncExternalStore(terminal.onResize, terminal.size);
  const [state, setState] = useState<HomeState>({ filter: "", selectedIndex: 0 });
  const lines = useMemo(() => renderHome(entries, state, size).map(theme.paint), [entries, state, size, theme]);
  const current = useRef(state);
  useInput((input, key) => {
    for (const name of parseKeyNames(input, key)) {
      if (name === "ctrl-c") return onInterrupt();
      if (name === "ctrl-z") return terminal.suspend();
      const shown = filterEntries(entries, current.current.filter);
      const outcome = handleHomeKey(current.current, name, shown.length);
      current.current = outcome.state;
      setState(outcome.state);
      if (outcome.effect === "leave") return onChoice(null);
      const chosen = shown[outcome.state.selectedIndex];
      if (outcome.effect === "start" && chosen) return onChoice(chosen.id);
    }
  });
  return <ScreenLines lines={lines} columns={size.columns} />;
}
