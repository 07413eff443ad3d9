/** Asks the two questions after the last set, on the screen. */
import { answered, ask, type Question, saysAnything } from "../journal/questions.ts";
import type { Session } from "../session-types.ts";
import type { Settings } from "../settings/table.ts";
import type { ShownQuestion } from "../ui/index.tsx";
import type { Keeping } from "./keep-session.ts";
import { type Shell, terminalOf } from "./shell.ts";

/** Asks, and has the answers kept; one that is passed over is not kept. */
export async function askAfterwards(
  session: Session,
  keeping: Keeping,
  { theme }: Pick<Settings, "theme">,
  shell: Shell,
): Promise<void> {
  const { runQuestions } = await import("../ui/index.tsx");
  const sided = Object.values(session.plan.exercises).some((exercise) => exercise.sides !== "both");
  const { answers } = await runQuestions({
    questions: { first: ask(sided), shown: ({ question }) => (question ? shownOf(question) : null), pressed: answered },
    theme,
    ...terminalOf(shell),
  });
  if (saysAnything(answers)) await keeping.answer(answers);
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
