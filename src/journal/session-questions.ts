/**
 * The two questions after the last set: how hard it was, and how tight it feels now. One key each; both can be skipped.
 */
import type { SessionAnswers } from "./session-format.ts";

/** The words of the CR-10 scale for a whole session (Foster et al. 2001, after Borg); empty where the scale has no word. */
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

/** The words of a numeric rating of tightness or pain; empty where the scale has no word. */
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
  /** The key that selects it. */
  readonly key: string;
  readonly value: T;
  readonly label: string;
}

export interface SessionQuestion<T = number | string> {
  readonly field: keyof SessionAnswers;
  readonly text: string;
  readonly choices: readonly AnswerChoice<T>[];
}

/** Keys of 0 to 10: ten has no key of its own, and gets the Roman numeral x. */
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

/** The answers so far and the current question; null when done. */
export interface QuestionState {
  readonly answers: SessionAnswers;
  readonly question: SessionQuestion | null;
  readonly sided: boolean;
}

/** Starts with the first question. @param sided whether sides were trained separately, so that one may be tighter. */
export function startQuestions(sided: boolean): QuestionState {
  return { answers: { effort: null, tightness: null, tightnessSide: null }, question: EFFORT_QUESTION, sided };
}

/**
 * Applies a key: a choice's key answers; Enter, Escape or Space skips the question; `backspace` and `left` go back and
 * clear the last answer; other keys do nothing.
 */
export function answerWithKey(asking: QuestionState, key: string): QuestionState {
  const { question } = asking;
  if (key === "backspace" || key === "left") return goBack(asking);
  if (!question) return asking;
  const choice = question.choices.find((choice) => choice.key === key.toLowerCase());
  const skipped = key === "enter" || key === "escape" || key === "space";
  if (!choice && !skipped) return asking;
  const answers = { ...asking.answers, [question.field]: choice ? choice.value : null };
  return { ...asking, answers, question: pickNextQuestion(question, answers, asking.sided) };
}

function pickNextQuestion(question: SessionQuestion, answers: SessionAnswers, sided: boolean): SessionQuestion | null {
  if (question.field === "effort") return TIGHTNESS_QUESTION;
  // Without tightness there is no side to ask about.
  return question.field === "tightness" && sided && (answers.tightness ?? 0) > 0 ? SIDE_QUESTION : null;
}

function goBack(asking: QuestionState): QuestionState {
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
