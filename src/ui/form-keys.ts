/** The one table of keys for questions. It also writes their help and the line of hints. */

export type FormAction = "previous" | "next" | "take" | "back" | "help" | "quit" | "interrupt" | "suspend";

export interface FormKeyRow {
  /** Names as `keyNames` gives them. */
  readonly keys: readonly string[];
  /** As a person reads them. */
  readonly shown: string;
  readonly does: string;
  readonly action: FormAction | "answer";
}

export const FORM_KEYS: readonly FormKeyRow[] = [
  {
    keys: [],
    shown: "1 2 3",
    does: "give the answer of this number and go on; y and n where it is yes or no",
    action: "answer",
  },
  { keys: ["up", "left", "k"], shown: "↑  ←", does: "the answer before", action: "previous" },
  { keys: ["down", "right", "j", "tab"], shown: "↓  →", does: "the answer after", action: "next" },
  {
    keys: ["enter", "space"],
    shown: "enter",
    does: "take this answer and go on; leaves a figure out where none was typed",
    action: "take",
  },
  { keys: ["backspace", "b"], shown: "⌫  b", does: "back to the question before", action: "back" },
  { keys: ["?", "h"], shown: "?  h", does: "these keys, and more about the question", action: "help" },
  { keys: ["q", "escape"], shown: "q", does: "leave; asks once, and keeps nothing", action: "quit" },
  { keys: ["ctrl-z"], shown: "ctrl-z", does: "to the shell; fg comes back", action: "suspend" },
  { keys: ["ctrl-c"], shown: "ctrl-c", does: "leave at once", action: "interrupt" },
];

const byKey = new Map(
  FORM_KEYS.flatMap(({ keys, action }) => (action === "answer" ? [] : keys.map((key) => [key, action] as const))),
);

/** What a key does; undefined when it does nothing, or answers. */
export function formActionOf(key: string): FormAction | undefined {
  return byKey.get(key);
}
