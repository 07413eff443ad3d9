/** The one table of keys: what each does while a workout runs. It also writes the help and the line of hints. */
import type { SessionCommand } from "../session/types.ts";
import { textWidth } from "./layout/fit-text.ts";

export type SessionKeyAction =
  | { readonly type: "send"; readonly command: SessionCommand }
  | { readonly type: "quit" }
  | { readonly type: "help" }
  | { readonly type: "interrupt" }
  | { readonly type: "suspend" };

export interface SessionKeyBinding {
  /** Names as `keyNames` gives them. */
  readonly keys: readonly string[];
  /** As a person reads them. */
  readonly label: string;
  readonly description: string;
  readonly action: SessionKeyAction;
  /** How it stands in the line of hints, if it does. */
  readonly hint?: string;
}

const TIME_STEP_MS = 10_000;
const TIME_HINT = "+ − time";

const sendAction = (command: SessionCommand): SessionKeyAction => ({ type: "send", command });

export const SESSION_KEYS: readonly SessionKeyBinding[] = [
  {
    keys: ["space"],
    label: "space",
    description: "pause, and go on",
    action: sendAction({ type: "toggle" }),
    hint: "space pause",
  },
  {
    keys: ["right", "n"],
    label: "→  n",
    description: "skip this step",
    action: sendAction({ type: "skip" }),
    hint: "→ skip",
  },
  {
    keys: ["N"],
    label: "N",
    description: "skip the exercise; in a group, the round",
    action: sendAction({ type: "skip-exercise" }),
  },
  {
    keys: ["left", "b"],
    label: "←  b",
    description: "back to the start of this step, then to the one before",
    action: sendAction({ type: "back" }),
    hint: "← back",
  },
  {
    keys: ["r"],
    label: "r",
    description: "do this step again from its start",
    action: sendAction({ type: "restart" }),
  },
  {
    keys: ["+", "="],
    label: "+",
    description: "ten seconds more",
    action: sendAction({ type: "extend", deltaMs: TIME_STEP_MS }),
    hint: TIME_HINT,
  },
  {
    keys: ["-", "_"],
    label: "−",
    description: "ten seconds less",
    action: sendAction({ type: "extend", deltaMs: -TIME_STEP_MS }),
  },
  {
    keys: ["enter"],
    label: "enter",
    description: "done: ends a test, or a set early; skips get ready, rest and switch",
    action: sendAction({ type: "done" }),
  },
  { keys: ["m"], label: "m", description: "sound off, and on again", action: sendAction({ type: "mute" }) },
  { keys: ["v"], label: "v", description: "voice: full, brief, off", action: sendAction({ type: "voice" }) },
  { keys: ["?", "h"], label: "?  h", description: "these keys", action: { type: "help" }, hint: "? keys" },
  { keys: ["q"], label: "q", description: "leave the workout; asks once", action: { type: "quit" }, hint: "q quit" },
  { keys: ["ctrl-z"], label: "ctrl-z", description: "to the shell; fg comes back", action: { type: "suspend" } },
  { keys: ["ctrl-c"], label: "ctrl-c", description: "leave at once", action: { type: "interrupt" } },
];

const sessionActionsByKey = new Map(SESSION_KEYS.flatMap((row) => row.keys.map((key) => [key, row.action] as const)));

/** What a key does; undefined when it does nothing. */
export function sessionActionOf(key: string): SessionKeyAction | undefined {
  return sessionActionsByKey.get(key);
}

/** Hints that are left out first when the line is too short for all. */
const DROPPABLE_HINTS = [TIME_HINT, "← back", "→ skip", "q quit", "? keys"];

/** As many hints as fit into a line of `columns`; of keys that do nothing in the present step there is none. */
export function formatHints(
  columns: number,
  { paused, stretchable }: { paused: boolean; stretchable: boolean },
): string {
  const hints = SESSION_KEYS.flatMap(({ hint }) => (hint && (stretchable || hint !== TIME_HINT) ? [hint] : []));
  for (const drop of ["", ...DROPPABLE_HINTS]) {
    const at = hints.indexOf(drop);
    if (at >= 0) hints.splice(at, 1);
    const line = hints.join("   ").replace("space pause", paused ? "space go on" : "space pause");
    if (textWidth(line) <= columns) return line;
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
const MAX_TYPED_CHARACTERS = 3;

const KEY_NAME_BY_CHARACTER: Readonly<Record<string, string>> = {
  " ": "space",
  "\r": "enter",
  "\n": "enter",
  "\x1a": "ctrl-z",
};

/** The names of the keys in one piece of input: "space", "right", "ctrl-z", "q"; none for what is not a key. */
export function parseKeyNames(input: string, key: InkKey): string[] {
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
  if (characters.length > MAX_TYPED_CHARACTERS) return [];
  return characters.map((character) => KEY_NAME_BY_CHARACTER[character] ?? character);
}
