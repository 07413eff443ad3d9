/** Asks the two questions after the last set, on the screen. */
import { type Asking, answered, ask, type Question, saysAnything } from "../../journal/questions.ts";
import type { Session } from "../../session/types.ts";
import type { Settings } from "../../settings/table.ts";
import type { ShownQuestion } from "../../ui/index.tsx";
import { type Shell, terminalOf } from "../shell-environment.ts";
import type { Keeping } from "./record-session.ts";

/** Asks, and has each answer kept at once: who closes the terminal at the second question has answered the first. */
export async function askAfterwards(
  session: Session,
  keeping: Keeping,
  { theme }: Pick<Settings, "theme">,
  shell: Shell,
): Promise<void> {
  const { runQuestions } = await import("../../ui/index.tsx");
  const sided = Object.values(session.plan.exercises).some((exercise) => exercise.sides !== "both");
  await runQuestions({
    questions: {
      first: ask(sided),
      shown: ({ question }) => (question ? shownOf(question) : null),
      pressed: (asking, key) => {
        const next = answered(asking, key);
        if (hasChanged(asking, next)) void keeping.answer(next.answers);
        return next;
      },
    },
    theme,
    ...terminalOf(shell),
  });
}

/** A question that is passed over gives nothing to keep; an answer that is taken back does. */
function hasChanged({ answers: before }: Asking, { answers: after }: Asking): boolean {
  return after !== before && (saysAnything(before) || saysAnything(after));
}

/** The same object for the same question: the screen draws what has changed. */
const known = new Map<Question, ShownQuestion>();

function shownOf(question: Question): ShownQuestion {
  let shown = known.get(question);
  if (!shown) {
    const choices = question.choices.map(({ key, value, label }) => ({
      key,
      label,
      value: typeof value === "number" ? String(value) : key,
    }));
    shown = { text: question.text, choices };
    known.set(question, shown);
  }
  return shown;
}
