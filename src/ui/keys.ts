/** The one table of keys: what each does while a workout runs. It also writes the help and the line of hints. */
import type { Command } from "../session/types.ts";
import { width } from "./layout/fit-text.ts";

export type KeyAction =
  | { readonly type: "send"; readonly command: Command }
  | { readonly type: "quit" }
  | { readonly type: "help" }
  | { readonly type: "interrupt" }
  | { readonly type: "suspend" };

export interface KeyRow {
  /** Names as `keyNames` gives them. */
  readonly keys: readonly string[];
  /** As a person reads them. */
  readonly shown: string;
  readonly does: string;
  readonly action: KeyAction;
  /** How it stands in the line of hints, if it does. */
  readonly hint?: string;
}

const TIME_STEP_MS = 10_000;
const TIME_HINT = "+ − time";

const send = (command: Command): KeyAction => ({ type: "send", command });

export const KEYS: readonly KeyRow[] = [
  { keys: ["space"], shown: "space", does: "pause, and go on", action: send({ type: "toggle" }), hint: "space pause" },
  { keys: ["right", "n"], shown: "→  n", does: "skip this step", action: send({ type: "skip" }), hint: "→ skip" },
  {
    keys: ["left", "b"],
    shown: "←  b",
    does: "back to the start of this step, then to the one before",
    action: send({ type: "back" }),
    hint: "← back",
  },
  { keys: ["r"], shown: "r", does: "do this step again from its start", action: send({ type: "restart" }) },
  {
    keys: ["+", "="],
    shown: "+",
    does: "ten seconds more",
    action: send({ type: "extend", deltaMs: TIME_STEP_MS }),
    hint: TIME_HINT,
  },
  {
    keys: ["-", "_"],
    shown: "−",
    does: "ten seconds less",
    action: send({ type: "extend", deltaMs: -TIME_STEP_MS }),
  },
  {
    keys: ["enter"],
    shown: "enter",
    does: "done: ends a test, or a set early; skips get ready, rest and switch",
    action: send({ type: "done" }),
  },
  { keys: ["m"], shown: "m", does: "sound off, and on again", action: send({ type: "mute" }) },
  { keys: ["v"], shown: "v", does: "voice: full, brief, off", action: send({ type: "voice" }) },
  { keys: ["?", "h"], shown: "?  h", does: "these keys", action: { type: "help" }, hint: "? keys" },
  { keys: ["q"], shown: "q", does: "leave the workout; asks once", action: { type: "quit" }, hint: "q quit" },
  { keys: ["ctrl-z"], shown: "ctrl-z", does: "to the shell; fg comes back", action: { type: "suspend" } },
  { keys: ["ctrl-c"], shown: "ctrl-c", does: "leave at once", action: { type: "interrupt" } },
];

const byKey = new Map(KEYS.flatMap((row) => row.keys.map((key) => [key, row.action] as const)));

/** What a key does; undefined when it does nothing. */
export function actionOf(key: string): KeyAction | undefined {
  return byKey.get(key);
}

/** Hints that are left out first when the line is too short for all. */
const EXPENDABLE = [TIME_HINT, "← back", "→ skip", "q quit", "? keys"];

/** As many hints as fit into a line of `columns`; of keys that do nothing in the present step there is none. */
export function hintLine(columns: number, { paused, stretchable }: { paused: boolean; stretchable: boolean }): string {
  const hints = KEYS.flatMap(({ hint }) => (hint && (stretchable || hint !== TIME_HINT) ? [hint] : []));
  for (const drop of ["", ...EXPENDABLE]) {
    const at = hints.indexOf(drop);
    if (at >= 0) hints.splice(at, 1);
    const line = hints.join("   ").replace("space pause", paused ? "space go on" : "space pause");
    if (width(line) <= columns) return line;
  }
  return "";
}

/** What Ink tells about a key press. */
interface InkKey {
  readonly upArrow: boolean;
  readonly downArrow: boolean;
  readonly leftArrow: boolean;
  readonly rightArrow: boolean;
  readonly pageUp: boolean;
  readonly pageDown: boolean;
  readonly return: boolean;
  readonly escape: boolean;
  readonly backspace: boolean;
  readonly delete: boolean;
  readonly ctrl: boolean;
  readonly meta: boolean;
}

/** More characters at once than fingers make: something was pasted, and means nothing. */
const MOST_TYPED = 3;

const CHARACTERS: Readonly<Record<string, string>> = { " ": "space", "\r": "enter", "\n": "enter", "\x1a": "ctrl-z" };

/** The names of the keys in one piece of input: "space", "right", "ctrl-z", "q"; none for what is not a key. */
export function keyNames(input: string, key: InkKey): string[] {
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
  if (key.backspace || key.delete) return ["backspace"];
  const characters = Array.from(input);
  if (characters.length > MOST_TYPED) return [];
  return characters.map((character) => CHARACTERS[character] ?? character);
}
