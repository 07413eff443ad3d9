/** Asks for a workout on the terminal, piece by piece, with its plan beside the questions as it grows. */
import { openSettings, toPlanDefaults } from "../../app/open/settings.ts";
import { askLine } from "../../app/prompt.ts";
import type { ShellEnvironment } from "../../app/shell-environment.ts";
import { exercisesOf } from "../../catalog/create-routine.ts";
import { readLine } from "../../catalog/line-routine.ts";
import type { Catalog } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import { compilePlan } from "../../plan/compile.ts";
import type { PlanDefaults } from "../../plan/flags.ts";
import { formatPlan } from "../../plan/plan-text.ts";
import { reflowText } from "../../text/reflow.ts";
import { escapeUnsafeText } from "../../text/safe-text.ts";
import { composeLine, EMPTY_DRAFT, hasRoundRest, layOutBeside, type WorkoutDraft } from "./workout-draft.ts";

const INSTEAD = 'type the workout in a line: unwind new NAME "3x(10 squat, 30s plank) rest 60s"';

/** Clears the screen and goes to its top left corner. */
const CLEAR = "\u001b[2J\u001b[H";

/** What was asked and answered, for the page. */
interface Answered {
  readonly question: string;
  readonly answer: string;
}

/**
 * Asks until the person says that there is nothing more to do.
 *
 * @returns the line; null if the person named no exercise.
 * @throws UserError (exit 2) if there is no terminal.
 */
export async function askWorkout(shell: ShellEnvironment, catalog: Catalog): Promise<string | null> {
  const asker = new WorkoutAsker(shell, catalog, toPlanDefaults(openSettings(shell)));
  return asker.ask();
}

class WorkoutAsker {
  readonly #shell: ShellEnvironment;
  readonly #catalog: Catalog;
  readonly #defaults: PlanDefaults;
  readonly #answered: Answered[] = [];
  #draft = EMPTY_DRAFT;
  /** The plan so far. */
  #plan: readonly string[] = [];
  /** Why the last answer was not taken. */
  #problem: readonly string[] = [];

  constructor(shell: ShellEnvironment, catalog: Catalog, defaults: PlanDefaults) {
    this.#shell = shell;
    this.#catalog = catalog;
    this.#defaults = defaults;
  }

  async ask(): Promise<string | null> {
    while (await this.#askItem()) {
      // The next exercise.
    }
    const { items } = this.#draft;
    if (items.length === 0) return null;
    await this.#askFor("How many rounds? 3, or amrap 12m, or 10 rounds every 60s [1]", (rounds) => ({ rounds }));
    if (items.length > 1) {
      await this.#askFor("Rest between the exercises? 15s [none]", (between) => ({ between }));
    }
    if (hasRoundRest(this.#draft)) await this.#askFor("Rest between the rounds? 60s [none]", (rest) => ({ rest }));
    this.#show();
    return composeLine(this.#draft);
  }

  /** One exercise with its figure; false if there is no further one. */
  async #askItem(): Promise<boolean> {
    const isFirst = this.#draft.items.length === 0;
    const name = await this.#put(isFirst ? "What do you do? squat, or 10 squat" : "What next? [nothing]");
    if (name === "") return false;
    const withItem = (item: string): WorkoutDraft => ({ ...this.#draft, items: [...this.#draft.items, item] });
    // What has a figure, or an exercise that brings its own, needs no further question.
    if (await this.#take(withItem(name), isFirst ? "What" : "Next", name)) return true;
    if (/\d/.test(name)) return true;
    this.#problem = [];
    for (;;) {
      const figure = await this.#put(`${name}: how many, or how long? 10, 30s, 3x10`);
      if (figure === "" || (await this.#take(withItem(`${figure} ${name}`), name, figure))) return true;
    }
  }

  /** Asks until the answer fits; nothing passes it over. */
  async #askFor(question: string, change: (answer: string) => Partial<WorkoutDraft>): Promise<void> {
    for (;;) {
      const answer = await this.#put(question);
      const [short = question] = question.split("?");
      if (answer === "" || (await this.#take({ ...this.#draft, ...change(answer) }, short, answer))) return;
    }
  }

  /** Whether the workout can be done with an answer; if not, the next page says why. */
  async #take(draft: WorkoutDraft, question: string, answer: string): Promise<boolean> {
    try {
      const { routine } = await readLine(composeLine(draft), this.#catalog);
      const plan = compilePlan(routine, exercisesOf(routine, this.#catalog.exercises), this.#defaults);
      this.#plan = formatPlan(plan).slice(1);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#problem = error.message.split("\n").map(escapeUnsafeText);
      return false;
    }
    this.#problem = [];
    this.#draft = draft;
    this.#answered.push({ question: escapeUnsafeText(question), answer: escapeUnsafeText(answer) });
    return true;
  }

  async #put(question: string): Promise<string> {
    this.#show();
    return askLine(this.#shell, `${reflowText(escapeUnsafeText(question), this.#shell.columns)} `, INSTEAD);
  }

  /** The answers with the plan beside them; below, why the last answer was not taken. */
  #show(): void {
    const { columns, env } = this.#shell;
    const answers = this.#answered.map(({ question, answer }) => `${question}: ${answer}`);
    const lines = [...layOutBeside(answers, this.#plan, columns), ...this.#problem].map((line) =>
      reflowText(line, columns),
    );
    const isPaged = env["TERM"] !== "dumb" && env["INK_SCREEN_READER"] !== "true";
    if (lines.length > 0) this.#shell.write(`${isPaged ? CLEAR : ""}${lines.join("\n")}\n\n`);
    this.#problem = [];
  }
}
