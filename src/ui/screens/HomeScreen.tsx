/** The home screen: choose a routine with the arrows, or type a part of its name. */
import { useInput } from "ink";
import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import { keyNames } from "../keys.ts";
import { type HomeEntry, type HomeState, homeLines, matching } from "../layout/home.ts";
import type { Terminal } from "../terminal.ts";
import type { Theme } from "../theme.ts";
import { homePressed } from "./home-control.ts";
import { Lines } from "./Lines.tsx";

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
  const [state, setState] = useState<HomeState>({ filter: "", chosen: 0 });
  const lines = useMemo(() => homeLines(entries, state, size).map(theme.paint), [entries, state, size, theme]);
  const current = useRef(state);
  useInput((input, key) => {
    for (const name of keyNames(input, key)) {
      if (name === "ctrl-c") return onInterrupt();
      if (name === "ctrl-z") return terminal.suspend();
      const shown = matching(entries, current.current.filter);
      const outcome = homePressed(current.current, name, shown.length);
      current.current = outcome.state;
      setState(outcome.state);
      if (outcome.does === "leave") return onChoice(null);
      const chosen = shown[outcome.state.chosen];
      if (outcome.does === "start" && chosen) return onChoice(chosen.id);
    }
  });
  return <Lines lines={lines} columns={size.columns} />;
}
