/**
 * The questions after the last set: how hard it was, why sets were skipped (if any were), whether it hurts, and how tight it
 * feels. One key each; every one can be passed over.
 */
import { NO_ANSWERS, type SessionAnswers, SKIP_REASON_LABELS, SKIP_REASONS } from "./session-answers.ts";

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

/** The words of a numeric rating of pain or tightness; empty where the scale has no word. */
export const RATING_LABELS: readonly string[] = [
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

interface AnswerChoice<T> {
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

const EFFORT_QUESTION: SessionQuestion = {
  field: "effort",
  text: "How hard was it?",
  choices: buildScale(EFFORT_LABELS),
};
const SKIP_QUESTION: SessionQuestion = {
  field: "skipReason",
  text: "You skipped sets. Why?",
  choices: SKIP_REASONS.map((value, index) => ({ key: "htp".charAt(index), value, label: SKIP_REASON_LABELS[value] })),
};
const PAIN_QUESTION: SessionQuestion = {
  field: "pain",
  text: "Does anything hurt now?",
  choices: buildScale(RATING_LABELS),
};
const TIGHTNESS_QUESTION: SessionQuestion = {
  field: "tightness",
  text: "How tight is it now?",
  choices: buildScale(RATING_LABELS),
};
const SIDE_QUESTION: SessionQuestion = {
  field: "tightnessSide",
  text: "On which side?",
  choices: [
    { key: "l", value: "left", label: "left" },
    { key: "r", value: "right", label: "right" },
    { key: "b", value: "both", label: "both" },
  ],
};

/** What the questions depend on. */
interface QuestionedSession {
  /** Whether sides were trained separately, so that one may be tighter. */
  readonly sided: boolean;
  readonly hasSkippedSets: boolean;
}

/** The answers so far and the current question; null when done. */
export interface QuestionState {
  readonly answers: SessionAnswers;
  readonly question: SessionQuestion | null;
  readonly session: QuestionedSession;
}

/** Starts with the first question. */
export function startQuestions(session: QuestionedSession): QuestionState {
  return { answers: NO_ANSWERS, question: EFFORT_QUESTION, session };
}

/** The questions that these answers lead to, in order. */
function listQuestions({ sided, hasSkippedSets }: QuestionedSession, { tightness }: SessionAnswers) {
  return [
    EFFORT_QUESTION,
    ...(hasSkippedSets ? [SKIP_QUESTION] : []),
    PAIN_QUESTION,
    TIGHTNESS_QUESTION,
    // Without tightness there is no side to ask about.
    ...(sided && (tightness ?? 0) > 0 ? [SIDE_QUESTION] : []),
  ];
}

/**
 * Applies a key: a choice's key answers; Enter or Escape skips the question; `backspace` and `left` go back and
 * clear the last answer; other keys do nothing.
 */
export function answerWithKey(asking: QuestionState, key: string): QuestionState {
  const { question, answers, session } = asking;
  if (!question) return asking;
  const questions = listQuestions(session, answers);
  const index = questions.indexOf(question);
  if (key === "backspace" || key === "left") {
    const before = questions[index - 1];
    return before ? { ...asking, answers: { ...answers, [before.field]: null }, question: before } : asking;
  }
  const choice = question.choices.find((choice) => choice.key === key.toLowerCase());
  const skipped = key === "enter" || key === "escape";
  if (!choice && !skipped) return asking;
  const given = { ...answers, [question.field]: choice ? choice.value : null };
  return { ...asking, answers: given, question: listQuestions(session, given)[index + 1] ?? null };
}

/** Whether anything was answered. */
export function hasAnswers(answers: SessionAnswers): boolean {
  return Object.values(answers).some((answer) => answer !== null);
}
