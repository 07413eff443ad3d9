/** The key bindings of forms, and how their help explains them. */
import type { FormPage } from "./form.ts";
import type { ExplainedKey } from "./keys.ts";

type FormAction = "previous" | "next" | "take" | "back" | "help" | "quit";

/** What a key does on pages that have the action; by key names as `parseKeyNames` returns them. */
const FORM_ACTIONS: Readonly<Record<string, FormAction>> = {
  up: "previous",
  left: "previous",
  k: "previous",
  "shift-tab": "previous",
  down: "next",
  right: "next",
  j: "next",
  tab: "next",
  enter: "take",
  space: "take",
  backspace: "back",
  b: "back",
  "?": "help",
  h: "help",
  q: "quit",
  escape: "quit",
};

const explain = (label: string, description: string): ExplainedKey => ({ label, description });

/** What only some pages have, in the order in which it is explained. */
const OWN_KEYS: Readonly<Record<FormPage["type"], readonly ExplainedKey[]>> = {
  choice: [
    explain("1 2 3", "choose the answer with this number; y or n for yes and no"),
    explain("↑  ←", "previous answer"),
    explain("↓  →", "next answer"),
    explain("enter", "accept this answer and continue; so does space"),
  ],
  checks: [
    explain("1 2 3", "mark what applies, or clear the mark"),
    explain("n", "none applies: continue"),
    explain("e", "the first line applies: what to do now"),
    explain("↑  ↓", "scroll, or where all is seen go to a line"),
    explain("space", "mark the line that you went to, or clear the mark"),
    explain("enter", "continue with what is marked"),
  ],
  number: [
    explain("0 – 9", "type a number, with - and . where needed"),
    explain("enter", "accept this number and continue; skip the question if empty"),
    explain("⌫", "delete the last character"),
  ],
  read: [explain("↑  ↓", "scroll if there is more to read"), explain("enter", "continue; so does space")],
};

/** The keys of a page. From a final page, where all is saved, there is no way back. */
export function formKeysFor(page: FormPage): readonly ExplainedKey[] {
  const isFinal = page.type === "read" && page.final === true;
  return [
    ...OWN_KEYS[page.type],
    ...(isFinal ? [] : [explain("⌫  b", "previous page")]),
    explain("?  h", page.type === "read" ? "show keys" : "show keys and more about the question"),
    explain("q", isFinal ? "quit; everything is saved" : "quit without saving; asks first"),
    explain("ctrl-z", "suspend; fg resumes"),
    explain("ctrl-c", "quit immediately"),
  ];
}

/** The action bound to a key; undefined if there is none or the page handles the key itself. */
export function formActionOf(key: string): FormAction | undefined {
  return Object.hasOwn(FORM_ACTIONS, key) ? FORM_ACTIONS[key] : undefined;
}
