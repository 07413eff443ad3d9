/** The one table of keys for questions. It also writes their help and the line of hints. */
import type { FormPage } from "./form.ts";

export type FormAction = "previous" | "next" | "take" | "back" | "help" | "quit" | "interrupt" | "suspend";

/** Pages on which keys differ; `end`: the last one, from which there is no way back. */
export type FormPageKind = FormPage["type"] | "end";

export interface FormKeyBinding {
  /** Names as `keyNames` gives them. */
  readonly keys: readonly string[];
  /** As a person reads them. */
  readonly label: string;
  readonly description: string;
  /** Null: what the key does is the page's own. */
  readonly action: FormAction | null;
  /** Where it does so. */
  readonly pages: readonly FormPageKind[];
}

const ALL_PAGES: readonly FormPageKind[] = ["choice", "number", "read", "end"];
const READ_PAGES: readonly FormPageKind[] = ["read", "end"];
const QUESTION_PAGES: readonly FormPageKind[] = ["choice", "number"];
const NON_FINAL_PAGES: readonly FormPageKind[] = [...QUESTION_PAGES, "read"];

const FORM_KEYS: readonly FormKeyBinding[] = [
  {
    keys: [],
    label: "1 2 3",
    description: "give the answer of this number and go on; y and n where it is yes or no",
    action: null,
    pages: ["choice"],
  },
  { keys: ["up", "left", "k"], label: "↑  ←", description: "the answer before", action: "previous", pages: ["choice"] },
  {
    keys: ["down", "right", "j", "tab"],
    label: "↓  →",
    description: "the answer after",
    action: "next",
    pages: ["choice"],
  },
  {
    keys: [],
    label: "0 – 9",
    description: "the figure, with - and . where it needs them",
    action: null,
    pages: ["number"],
  },
  { keys: [], label: "↑  ↓", description: "scroll, where there is more to read", action: null, pages: READ_PAGES },
  {
    keys: ["enter", "space"],
    label: "enter",
    description: "take this answer and go on",
    action: "take",
    pages: ["choice"],
  },
  {
    keys: ["enter"],
    label: "enter",
    description: "take this figure and go on; leaves it out where none was typed",
    action: "take",
    pages: ["number"],
  },
  { keys: ["enter", "space"], label: "enter", description: "go on", action: "take", pages: READ_PAGES },
  { keys: ["backspace"], label: "⌫", description: "take back what was typed", action: "back", pages: ["number"] },
  {
    keys: ["backspace", "b"],
    label: "⌫  b",
    description: "back to the page before",
    action: "back",
    pages: NON_FINAL_PAGES,
  },
  {
    keys: ["?", "h"],
    label: "?  h",
    description: "these keys, and more about the question",
    action: "help",
    pages: QUESTION_PAGES,
  },
  { keys: ["?", "h"], label: "?  h", description: "these keys", action: "help", pages: READ_PAGES },
  {
    keys: ["q", "escape"],
    label: "q",
    description: "leave; asks once, and keeps nothing",
    action: "quit",
    pages: NON_FINAL_PAGES,
  },
  { keys: ["q", "escape"], label: "q", description: "leave; everything is kept", action: "quit", pages: ["end"] },
  {
    keys: ["ctrl-z"],
    label: "ctrl-z",
    description: "to the shell; fg comes back",
    action: "suspend",
    pages: ALL_PAGES,
  },
  { keys: ["ctrl-c"], label: "ctrl-c", description: "leave at once", action: "interrupt", pages: ALL_PAGES },
];

/** The rows that say what keys do on a page. */
export function formKeysFor(page: FormPage): readonly FormKeyBinding[] {
  const kind = page.type === "read" && page.final ? "end" : page.type;
  return FORM_KEYS.filter(({ pages }) => pages.includes(kind));
}

const formActionsByKey = new Map(
  FORM_KEYS.flatMap(({ keys, action }) => (action === null ? [] : keys.map((key) => [key, action] as const))),
);

/** What a key does; undefined when it does nothing, or answers. */
export function formActionOf(key: string): FormAction | undefined {
  return formActionsByKey.get(key);
}
