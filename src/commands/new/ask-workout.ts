/** Asks for a workout on the terminal, piece by piece, with its plan beside the questions as it grows. */
import { openSettings, toPlanDefaults } from "../../app/open/settings.ts";
import { askLine } from "../../app/prompt.ts";
import { type ShellEnvironment, usesScreenReader } from "../../app/shell-environment.ts";
import { exercisesOf } from "../../catalog/create-routine.ts";
import { readLine } from "../../catalog/line-routine.ts";
import type { Catalog } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import { compilePlan } from "../../plan/compile.ts";
import { formatPlan } from "../../plan/plan-text.ts";
import { reflowText } from "../../text/reflow.ts";
import { escapeUnsafeText } from "../../text/safe-text.ts";
import { composeLine, EMPTY_DRAFT, hasRoundRest, layOutBeside, type WorkoutDraft } from "./workout-draft.ts";

const INSTEAD = 'type the workout in a line: unwind new NAME "3x(10 squat, 30s plank) rest 60s"';

/** Clears the screen and goes to its top left corner. */
const CLEAR = "\u001b[2J\u001b[H";

/**
 * Asks until the person says that there is nothing more to do.
 *
 * @returns the line; null if the person named no exercise.
 * @throws UserError (exit 2) if there is no terminal.
 */
export async function askWorkout(shell: ShellEnvironment, catalog: Catalog): Promise<string | null> {
  const defaults = toPlanDefaults(openSettings(shell));
  /** Questions with their answers, for the page. */
  const answered: string[] = [];
  let draft = EMPTY_DRAFT;
  /** The plan so far. */
  let plan: readonly string[] = [];
  /** Why the last answer was not taken. */
  let problem: readonly string[] = [];

  const wrap = (line: string) => reflowText(line, shell.columns);

  /** The answers with the plan beside them; below, why the last answer was not taken. */
  const show = () => {
    const lines = [...layOutBeside(answered, plan, shell.columns), ...problem].map(wrap);
    const isPaged = shell.env["TERM"] !== "dumb" && !usesScreenReader(shell.env);
    if (lines.length > 0) shell.write(`${isPaged ? CLEAR : ""}${lines.join("\n")}\n\n`);
    problem = [];
  };

  const put = (question: string) => {
    show();
    return askLine(shell, `${wrap(escapeUnsafeText(question))} `, INSTEAD);
  };

  /** Whether the workout can be done with an answer; if not, the next page says why. */
  const take = async (changed: WorkoutDraft, question: string, answer: string) => {
    try {
      const { routine } = await readLine(composeLine(changed), catalog);
      plan = formatPlan(compilePlan(routine, exercisesOf(routine, catalog.exercises), defaults)).slice(1);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problem = error.message.split("\n").map(escapeUnsafeText);
      return false;
    }
    problem = [];
    draft = changed;
    answered.push(escapeUnsafeText(`${question}: ${answer}`));
    return true;
  };

  /** One exercise with its figure; false if there is no further one. */
  const askItem = async () => {
    const isFirst = draft.items.length === 0;
    const name = await put(isFirst ? "What do you do? squat, or 10 squat" : "What next? [nothing]");
    if (name === "") return false;
    const withItem = (item: string): WorkoutDraft => ({ ...draft, items: [...draft.items, item] });
    // What has a figure, or an exercise that brings its own, needs no further question.
    if ((await take(withItem(name), isFirst ? "What" : "Next", name)) || /\d/.test(name)) return true;
    problem = [];
    for (;;) {
      const figure = await put(`${name}: how many, or how long? 10, 30s, 3x10`);
      if (figure === "" || (await take(withItem(`${figure} ${name}`), name, figure))) return true;
    }
  };

  /** Asks until the answer fits; nothing passes it over. */
  const askFor = async (question: string, change: (answer: string) => Partial<WorkoutDraft>) => {
    for (;;) {
      const answer = await put(question);
      const [short = question] = question.split("?");
      if (answer === "" || (await take({ ...draft, ...change(answer) }, short, answer))) return;
    }
  };

  while (await askItem()) {
    // The next exercise.
  }
  if (draft.items.length === 0) return null;
  await askFor("How many rounds? 3, or amrap 12m, or 10 rounds every 60s [1]", (rounds) => ({ rounds }));
  if (draft.items.length > 1) await askFor("Rest between the exercises? 15s [none]", (between) => ({ between }));
  if (hasRoundRest(draft)) await askFor("Rest between the rounds? 60s [none]", (rest) => ({ rest }));
  show();
  return composeLine(draft);
}
