/** The two questions after the last set: how hard it was, how tight it feels now. One key each, and both can be passed over. */
import type { Answers } from "./format.ts";

/** The words of the CR-10 scale for a whole session (Foster et al. 2001, after Borg); a step without one lies between. */
export const EFFORT_WORDS: readonly string[] = [
  "nothing at all",
  "very easy",
  "easy",
  "moderate",
  "somewhat hard",
  "hard",
  "",
  "very hard",
  "",
  "",
  "as hard as it can be",
];

/** The words of a numeric rating of tightness or pain; a step without one lies between. */
export const TIGHTNESS_WORDS: readonly string[] = [
  "none",
  "barely there",
  "",
  "mild",
  "",
  "moderate",
  "",
  "strong",
  "",
  "",
  "as bad as it can be",
];

export interface Choice<T> {
  /** The key that gives it. */
  readonly key: string;
  readonly value: T;
  readonly label: string;
}

export interface Question<T = number | string> {
  readonly field: keyof Answers;
  readonly text: string;
  readonly choices: readonly Choice<T>[];
}

/** Keys of 0 to 10: ten has no key of its own, and gets the Roman figure. */
const scale = (words: readonly string[]): Choice<number>[] =>
  words.map((word, value) => ({ key: value === 10 ? "x" : String(value), value, label: word }));

const EFFORT: Question<number> = { field: "effort", text: "How hard was it?", choices: scale(EFFORT_WORDS) };
const TIGHTNESS: Question<number> = {
  field: "tightness",
  text: "How tight or painful is it now?",
  choices: scale(TIGHTNESS_WORDS),
};
const SIDE: Question<string> = {
  field: "tightnessSide",
  text: "On which side?",
  choices: [
    { key: "l", value: "left", label: "left" },
    { key: "r", value: "right", label: "right" },
    { key: "b", value: "both", label: "both" },
  ],
};

/** The questions as far as they are answered; the one that is on, or none any more. */
export interface Asking {
  readonly answers: Answers;
  readonly question: Question | null;
}

/** The first question. @param sided whether the session worked sides, so that one of them may be the tighter. */
export function ask(sided: boolean): Asking & { readonly sided: boolean } {
  return { answers: { effort: null, tightness: null, tightnessSide: null }, question: EFFORT, sided };
}

/**
 * What a key makes of it: a choice's key answers, Enter, Escape or space passes over the question, anything else is a
 * stray key and changes nothing. Going back (`backspace`, `left`) takes the last answer away.
 */
export function answered<T extends Asking & { readonly sided: boolean }>(asking: T, key: string): T {
  const { question } = asking;
  if (key === "backspace" || key === "left") return back(asking);
  if (!question) return asking;
  const choice = question.choices.find((one) => one.key === key.toLowerCase());
  const skipped = key === "enter" || key === "escape" || key === "space";
  if (!choice && !skipped) return asking;
  const answers = { ...asking.answers, [question.field]: choice ? choice.value : null };
  return { ...asking, answers, question: after(question, answers, asking.sided) };
}

function after(question: Question, answers: Answers, sided: boolean): Question | null {
  if (question.field === "effort") return TIGHTNESS;
  // Where nothing is tight, no side is.
  return question.field === "tightness" && sided && (answers.tightness ?? 0) > 0 ? SIDE : null;
}

function back<T extends Asking & { readonly sided: boolean }>(asking: T): T {
  const { question, answers } = asking;
  if (question === null || question.field === "effort") return asking;
  if (question.field === "tightness") return { ...asking, answers: { ...answers, effort: null }, question: EFFORT };
  return { ...asking, answers: { ...answers, tightness: null }, question: TIGHTNESS };
}

/** Whether anything was answered. */
export function saysAnything({ effort, tightness }: Answers): boolean {
  return effort !== null || tightness !== null;
}
