/** The key bindings of forms. Their help is written from the same table. */
import type { FormPage } from "./form.ts";

type FormAction = "previous" | "next" | "take" | "back" | "help" | "quit";

/** Kinds of page with different keys; `end` is the final page, from which there is no way back. */
type FormPageKind = FormPage["type"] | "end";

interface FormKeyBinding {
  /** Key names as `parseKeyNames` returns them. */
  readonly keys: readonly string[];
  /** How the keys are shown to the user. */
  readonly label: string;
  readonly description: string;
  /** Null if the page or every screen handles the key. */
  readonly action: FormAction | null;
  /** The pages on which the binding applies. */
  readonly pages: readonly FormPageKind[];
}

const ALL_PAGES: readonly FormPageKind[] = ["choice", "checks", "number", "read", "end"];
const READ_PAGES: readonly FormPageKind[] = ["read", "end"];
const QUESTION_PAGES: readonly FormPageKind[] = ["choice", "checks", "number"];
const NON_FINAL_PAGES: readonly FormPageKind[] = [...QUESTION_PAGES, "read"];

const FORM_KEYS: readonly FormKeyBinding[] = [
  {
    keys: [],
    label: "1 2 3",
    description: "choose the answer with this number; y or n for yes and no",
    action: null,
    pages: ["choice"],
  },
  {
    keys: [],
    label: "1 2 3",
    description: "mark what applies, or clear the mark",
    action: null,
    pages: ["checks"],
  },
  { keys: [], label: "n", description: "none applies: continue", action: null, pages: ["checks"] },
  { keys: [], label: "e", description: "the first line applies: what to do now", action: null, pages: ["checks"] },
  { keys: ["up", "left", "k"], label: "↑  ←", description: "previous answer", action: "previous", pages: ["choice"] },
  {
    keys: ["down", "right", "j", "tab"],
    label: "↓  →",
    description: "next answer",
    action: "next",
    pages: ["choice"],
  },
  {
    keys: [],
    label: "0 – 9",
    description: "type a number, with - and . where needed",
    action: null,
    pages: ["number"],
  },
  {
    keys: [],
    label: "↑  ↓",
    description: "scroll if there is more to read",
    action: null,
    pages: [...READ_PAGES, "checks"],
  },
  { keys: ["enter"], label: "enter", description: "continue with what is marked", action: "take", pages: ["checks"] },
  {
    keys: ["enter", "space"],
    label: "enter",
    description: "accept this answer and continue",
    action: "take",
    pages: ["choice"],
  },
  {
    keys: ["enter"],
    label: "enter",
    description: "accept this number and continue; skip the question if empty",
    action: "take",
    pages: ["number"],
  },
  { keys: ["enter", "space"], label: "enter", description: "continue", action: "take", pages: READ_PAGES },
  { keys: ["backspace"], label: "⌫", description: "delete the last character", action: "back", pages: ["number"] },
  {
    keys: ["backspace", "b"],
    label: "⌫  b",
    description: "previous page",
    action: "back",
    pages: NON_FINAL_PAGES,
  },
  {
    keys: ["?", "h"],
    label: "?  h",
    description: "show keys and more about the question",
    action: "help",
    pages: QUESTION_PAGES,
  },
  { keys: ["?", "h"], label: "?  h", description: "show keys", action: "help", pages: READ_PAGES },
  {
    keys: ["q", "escape"],
    label: "q",
    description: "quit without saving; asks first",
    action: "quit",
    pages: NON_FINAL_PAGES,
  },
  { keys: ["q", "escape"], label: "q", description: "quit; everything is saved", action: "quit", pages: ["end"] },
  {
    keys: ["ctrl-z"],
    label: "ctrl-z",
    description: "suspend; fg resumes",
    action: null,
    pages: ALL_PAGES,
  },
  { keys: ["ctrl-c"], label: "ctrl-c", description: "quit immediately", action: null, pages: ALL_PAGES },
];

/** The bindings that apply on a page. */
export function formKeysFor(page: FormPage): readonly FormKeyBinding[] {
  const kind = page.type === "read" && page.final ? "end" : page.type;
  return FORM_KEYS.filter(({ pages }) => pages.includes(kind));
}

const formActionsByKey = new Map(
  FORM_KEYS.flatMap(({ keys, action }) => (action === null ? [] : keys.map((key) => [key, action] as const))),
);

/** The action bound to a key; undefined if there is none or the page handles the key itself. */
export function formActionOf(key: string): FormAction | undefined {
  return formActionsByKey.get(key);
}
