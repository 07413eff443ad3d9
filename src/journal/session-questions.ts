/** The two questions after the last set: how hard it was, how tight it feels now. One key each, and both can be passed over. */
import type { SessionAnswers } from "./session-format.ts";

/** The words of the CR-10 scale for a whole session (Foster et al. 2001, after Borg); a step without one lies between. */
export const EFFORT_LABELS: readonly string[] = [
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
export const TIGHTNESS_LABELS: readonly string[] = [
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

export interface AnswerChoice<T> {
  /** The key that gives it. */
  readonly key: string;
  readonly value: T;
  readonly label: string;
}

export interface SessionQuestion<T = number | string> {
  readonly field: keyof SessionAnswers;
  readonly text: string;
  readonly choices: readonly AnswerChoice<T>[];
}

/** Keys of 0 to 10: ten has no key of its own, and gets the Roman figure. */
const buildScale = (words: readonly string[]): AnswerChoice<number>[] =>
  words.map((word, value) => ({ key: value === 10 ? "x" : String(value), value, label: word }));

const EFFORT_QUESTION: SessionQuestion<number> = {
  field: "effort",
  text: "How hard was it?",
  choices: buildScale(EFFORT_LABELS),
};
const TIGHTNESS_QUESTION: SessionQuestion<number> = {
  field: "tightness",
  text: "How tight or painful is it now?",
  choices: buildScale(TIGHTNESS_LABELS),
};
const SIDE_QUESTION: SessionQuestion<string> = {
  field: "tightnessSide",
  text: "On which side?",
  choices: [
    { key: "l", value: "left", label: "left" },
    { key: "r", value: "right", label: "right" },
    { key: "b", value: "both", label: "both" },
  ],
};

/** The questions as far as they are answered; the one that is on, or none any more. */
export interface QuestionState {
  readonly answers: SessionAnswers;
  readonly question: SessionQuestion | null;
}

/** The first question. @param sided whether the session worked sides, so that one of them may be the tighter. */
export function startQuestions(sided: boolean): QuestionState & { readonly sided: boolean } {
  return { answers: { effort: null, tightness: null, tightnessSide: null }, question: EFFORT_QUESTION, sided };
}

/**
 * What a key makes of it: a choice's key answers, Enter, Escape or space passes over the question, anything else is a
 * stray key and changes nothing. Going back (`backspace`, `left`) takes the last answer away.
 */
export function answerWithKey<T extends QuestionState & { readonly sided: boolean }>(asking: T, key: string): T {
  const { question } = asking;
  if (key === "backspace" || key === "left") return goBack(asking);
  if (!question) return asking;
  const choice = question.choices.find((one) => one.key === key.toLowerCase());
  const skipped = key === "enter" || key === "escape" || key === "space";
  if (!choice && !skipped) return asking;
  const answers = { ...asking.answers, [question.field]: choice ? choice.value : null };
  return { ...asking, answers, question: pickNextQuestion(question, answers, asking.sided) };
}

function pickNextQuestion(question: SessionQuestion, answers: SessionAnswers, sided: boolean): SessionQuestion | null {
  if (question.field === "effort") return TIGHTNESS_QUESTION;
  // Where nothing is tight, no side is.
  return question.field === "tightness" && sided && (answers.tightness ?? 0) > 0 ? SIDE_QUESTION : null;
}

function goBack<T extends QuestionState & { readonly sided: boolean }>(asking: T): T {
  const { question, answers } = asking;
  if (question === null || question.field === "effort") return asking;
  if (question.field === "tightness")
    return { ...asking, answers: { ...answers, effort: null }, question: EFFORT_QUESTION };
  return { ...asking, answers: { ...answers, tightness: null }, question: TIGHTNESS_QUESTION };
}

/** Whether anything was answered. */
export function hasAnswers({ effort, tightness }: SessionAnswers): boolean {
  return effort !== null || tightness !== null;
}
