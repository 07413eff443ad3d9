/** Key presses as names, and the hooks with which a screen listens to them. */
import { type Key, useInput } from "ink";
import { useContext, useMemo, useRef, useState } from "react";
import { ControlsContext } from "./screen-context.ts";

/** A key as it is explained. */
export interface ExplainedKey {
  readonly label: string;
  readonly description: string;
}

/** More characters than a person types at once: pasted text, which is ignored. */
const MAX_TYPED_CHARACTERS = 3;

const KEY_NAME_BY_CHARACTER: Readonly<Record<string, string>> = {
  " ": "space",
  "\r": "enter",
  "\n": "enter",
  "\x1a": "ctrl-z",
};

/** The names of the keys in a chunk of input: "space", "right", "ctrl-z", "q"; empty if it contains no known key. */
export function parseKeyNames(input: string, key: Partial<Key>): string[] {
  if (input.includes("\x03")) return ["ctrl-c"];
  if (key.escape) return ["escape"];
  if (key.ctrl && input.length === 1) return [`ctrl-${input}`];
  if (key.meta || key.ctrl) return [];
  if (key.upArrow) return ["up"];
  if (key.downArrow) return ["down"];
  if (key.leftArrow) return ["left"];
  if (key.rightArrow) return ["right"];
  if (key.pageUp) return ["page-up"];
  if (key.pageDown) return ["page-down"];
  if (key.return) return ["enter"];
  if (key.tab) return [key.shift ? "shift-tab" : "tab"];
  if (key.backspace || key.delete) return ["backspace"];
  const characters = Array.from(input);
  if (characters.length > MAX_TYPED_CHARACTERS) return [];
  return characters.map((character) => KEY_NAME_BY_CHARACTER[character] ?? character);
}

/** Calls `handle` for every key; Ctrl-C and Ctrl-Z do on every screen what they do in a shell. */
export function useKeys(handle: (key: string) => void, isActive = true): void {
  const { interrupt, suspend } = useContext(ControlsContext);
  useInput(
    (input, key) => {
      for (const name of parseKeyNames(input, key)) {
        if (name === "ctrl-c") return interrupt();
        if (name === "ctrl-z") return suspend();
        handle(name);
      }
    },
    { isActive },
  );
}

/** State that the keys of one input change one after the other: `current()` is the latest, also before it is drawn. */
export function useKeyState<S>(initial: S) {
  const [state, setState] = useState(initial);
  const latest = useRef(initial);
  const controls = useMemo(
    () => ({
      current: () => latest.current,
      set: (next: S) => {
        latest.current = next;
        setState(next);
      },
    }),
    [],
  );
  return [state, controls] as const;
}
