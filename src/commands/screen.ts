/** `unwind screen`: asks what should be ruled out before the hip is stretched or loaded, and keeps the answers. */

import type { Command } from "commander";
import { askScreening } from "../app/assess/ask-screening.ts";
import { keepOrPrint, newScreening, type OpenAssess, openAssess } from "../app/open/assessments.ts";
import { openSettings } from "../app/open/settings.ts";
import { hasTerminal, type Shell } from "../app/shell-environment.ts";
import { readScreeningAnswers } from "../assess/answers.ts";
import type { Screening } from "../assess/kept.ts";
import { dateOf } from "../assess/result-text.ts";
import { yesOf } from "../assess/screening.ts";
import type { ScreeningTable } from "../assess/table-schema.ts";
import { UserError } from "../errors.ts";
import { type Part, pageText } from "../output/page.ts";
import { styleFor } from "../output/style.ts";

interface ScreenOptions {
  readonly answers?: string;
  readonly goOn?: true;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  unwind screen                     asked on a screen; kept with its date
  unwind screen --json              the last one, without asking
  unwind screen --answers hip=no,back=no,numbness=no,imbalance=no,injury=no,night=no
`;

/** Adds the command's words. */
export function define(command: Command, shell: Shell): void {
  command
    .option("--answers <answers>", "yes or no to every question, without asking")
    .option("--go-on", "with --answers: decide to go on with a yes all the same")
    .option("--json", "the last screening, or the one of --answers, as JSON")
    .addHelpText("after", EXAMPLES)
    .action((options: ScreenOptions) => screen(options, shell));
}

async function screen(options: ScreenOptions, shell: Shell): Promise<void> {
  const settings = openSettings(shell);
  const open = openAssess(shell, settings);
  if (options.goOn && options.answers === undefined) throw new UserError("--go-on goes with --answers");
  if (options.answers !== undefined) {
    const answers = readScreeningAnswers(open.screening, options.answers);
    const yes = yesOf({ answers }, open.screening);
    if (options.goOn && yes.length === 0) throw new UserError("--go-on decides nothing: every answer is no");
    const screening = newScreening(answers, yes.length === 0 ? null : options.goOn ? "go-on" : "wait");
    keepOrPrint(screening, () => open.store.addScreening(screening), shell);
    return print(screening, open, options, shell);
  }
  if (options.json) return print(open.store.lastScreening(), open, options, shell);
  if (!hasTerminal(shell)) {
    throw new UserError("the screening asks on a screen, and this is no terminal for it", {
      hint: `answer instead with: unwind screen --answers ${open.screening.questions.map(({ id }) => `${id}=no`).join(",")}`,
    });
  }
  const screening = await askScreening({ open, settings, why: "" }, shell);
  if (screening) await print(screening, open, options, shell);
}

async function print(
  screening: Screening | null,
  { screening: table }: OpenAssess,
  options: ScreenOptions,
  shell: Shell,
): Promise<void> {
  if (options.json) {
    shell.write(`${JSON.stringify(screening && screeningJson(screening, table), null, 2)}\n`);
    return;
  }
  if (screening)
    shell.write(await pageText(screeningPage(screening, table), shell.columns, await styleFor(shell.colour)));
}

function screeningJson(screening: Screening, table: ScreeningTable) {
  const { id, at, answeredAt, answers, decision } = screening;
  const advice = yesOf(screening, table).map((question) => question.advice);
  return { id, at, answeredAt, answers, decision, advice };
}

function screeningPage(screening: Screening, table: ScreeningTable): Part[] {
  const yes = yesOf(screening, table);
  if (yes.length === 0) {
    const text = `Screened on ${dateOf(screening)}: nothing to rule out first. Asked again after ${table.holdsDays} days, or when a test reports pain.`;
    return [{ type: "text", text }];
  }
  return [
    { type: "heading", text: "See a doctor or physiotherapist first" },
    ...yes.map(({ name, advice }): Part => ({ type: "item", mark: "-", text: `${name}: ${advice}` })),
    ...(screening.decision === "go-on"
      ? [{ type: "text" as const, text: "You decided to go on all the same. Your sessions are marked with it." }]
      : []),
  ];
}
