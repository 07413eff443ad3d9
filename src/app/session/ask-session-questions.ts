/** Asks the two questions after the last set, on the screen. */
import {
  answerWithKey,
  hasAnswers,
  type QuestionState,
  type SessionQuestion,
  startQuestions,
} from "../../journal/session-questions.ts";
import type { Session } from "../../session/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import type { QuestionPrompt } from "../../ui/index.tsx";
import { type ShellEnvironment, screenTerminalOf } from "../shell-environment.ts";
import type { RecorderHandle } from "./record-session.ts";

/** Asks, and has each answer kept at once: who closes the terminal at the second question has answered the first. */
export async function askSessionQuestions(
  session: Session,
  keeping: RecorderHandle,
  { theme }: Pick<Settings, "theme">,
  shell: ShellEnvironment,
): Promise<void> {
  const { runQuestions } = await import("../../ui/index.tsx");
  const sided = Object.values(session.plan.exercises).some((exercise) => exercise.sides !== "both");
  await runQuestions({
    questions: {
      initialState: startQuestions(sided),
      currentQuestion: ({ question }) => (question ? toShownQuestion(question) : null),
      handleKey: (asking, key) => {
        const next = answerWithKey(asking, key);
        if (haveAnswersChanged(asking, next)) void keeping.recordAnswers(next.answers);
        return next;
      },
    },
    theme,
    ...screenTerminalOf(shell),
  });
}

/** A question that is passed over gives nothing to keep; an answer that is taken back does. */
function haveAnswersChanged({ answers: before }: QuestionState, { answers: after }: QuestionState): boolean {
  return after !== before && (hasAnswers(before) || hasAnswers(after));
}

/** The same object for the same question: the screen draws what has changed. */
const shownQuestions = new Map<SessionQuestion, QuestionPrompt>();

function toShownQuestion(question: SessionQuestion): QuestionPrompt {
  let shown = shownQuestions.get(question);
  if (!shown) {
    const choices = question.choices.map(({ key, value, label }) => ({
      key,
      label,
      value: typeof value === "number" ? String(value) : key,
    }));
    shown = { text: question.text, choices };
    shownQuestions.set(question, shown);
  }
  return shown;
}
