/** The one table of keys for questions. It also writes their help and the line of hints. */
import type { Page } from "./form.ts";

export type FormAction = "previous" | "next" | "take" | "back" | "help" | "quit" | "interrupt" | "suspend";

/** Pages on which keys differ; `end`: the last one, from which there is no way back. */
export type FormPageKind = Page["type"] | "end";

export interface FormKeyRow {
  /** Names as `keyNames` gives them. */
  readonly keys: readonly string[];
  /** As a person reads them. */
  readonly shown: string;
  readonly does: string;
  /** Null: what the key does is the page's own. */
  readonly action: FormAction | null;
  /** Where it does so. */
  readonly on: readonly FormPageKind[];
}

const EVERYWHERE: readonly FormPageKind[] = ["choice", "number", "read", "end"];
const READ: readonly FormPageKind[] = ["read", "end"];
const ASKED: readonly FormPageKind[] = ["choice", "number"];
const BEFORE_END: readonly FormPageKind[] = [...ASKED, "read"];

const FORM_KEYS: readonly FormKeyRow[] = [
  {
    keys: [],
    shown: "1 2 3",
    does: "give the answer of this number and go on; y and n where it is yes or no",
    action: null,
    on: ["choice"],
  },
  { keys: ["up", "left", "k"], shown: "↑  ←", does: "the answer before", action: "previous", on: ["choice"] },
  { keys: ["down", "right", "j", "tab"], shown: "↓  →", does: "the answer after", action: "next", on: ["choice"] },
  { keys: [], shown: "0 – 9", does: "the figure, with - and . where it needs them", action: null, on: ["number"] },
  { keys: [], shown: "↑  ↓", does: "scroll, where there is more to read", action: null, on: READ },
  { keys: ["enter", "space"], shown: "enter", does: "take this answer and go on", action: "take", on: ["choice"] },
  {
    keys: ["enter"],
    shown: "enter",
    does: "take this figure and go on; leaves it out where none was typed",
    action: "take",
    on: ["number"],
  },
  { keys: ["enter", "space"], shown: "enter", does: "go on", action: "take", on: READ },
  { keys: ["backspace"], shown: "⌫", does: "take back what was typed", action: "back", on: ["number"] },
  { keys: ["backspace", "b"], shown: "⌫  b", does: "back to the page before", action: "back", on: BEFORE_END },
  { keys: ["?", "h"], shown: "?  h", does: "these keys, and more about the question", action: "help", on: ASKED },
  { keys: ["?", "h"], shown: "?  h", does: "these keys", action: "help", on: READ },
  { keys: ["q", "escape"], shown: "q", does: "leave; asks once, and keeps nothing", action: "quit", on: BEFORE_END },
  { keys: ["q", "escape"], shown: "q", does: "leave; everything is kept", action: "quit", on: ["end"] },
  { keys: ["ctrl-z"], shown: "ctrl-z", does: "to the shell; fg comes back", action: "suspend", on: EVERYWHERE },
  { keys: ["ctrl-c"], shown: "ctrl-c", does: "leave at once", action: "interrupt", on: EVERYWHERE },
];

/** The rows that say what keys do on a page. */
export function formKeysOn(page: Page): readonly FormKeyRow[] {
  const kind = page.type === "read" && page.final ? "end" : page.type;
  return FORM_KEYS.filter(({ on }) => on.includes(kind));
}

const byKey = new Map(
  FORM_KEYS.flatMap(({ keys, action }) => (action === null ? [] : keys.map((key) => [key, action] as const))),
);

/** What a key does; undefined when it does nothing, or answers. */
export function formActionOf(key: string): FormAction | undefined {
  return byKey.get(key);
}
