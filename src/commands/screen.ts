/** `unwind screen`: asks what should be ruled out before the hip is stretched or loaded, and saves the answers. */
import type { Command } from "commander";
import { askScreening } from "../app/assess/ask-screening.ts";
import { addRemoteFlags, type RemoteFlags, refuseRemoteFlags } from "../app/flags/session-flags.ts";
import { type AssessContext, createScreening, openAssessContext, saveOrPrint } from "../app/open/assessments.ts";
import { openSettings } from "../app/open/settings.ts";
import { writeJson, writePage } from "../app/print.ts";
import { askWithPages } from "../app/session/screen-remote.ts";
import { canDrawScreen, type ShellEnvironment } from "../app/shell-environment.ts";
import { formatLocalDate } from "../assess/describe-result.ts";
import { parseScreeningAnswers } from "../assess/parse-answers.ts";
import { isEmergency, selectYesQuestions } from "../assess/screening.ts";
import type { ScreeningTable } from "../assess/screening-table.ts";
import type { Screening } from "../assess/stored-record.ts";
import { UserError } from "../errors.ts";
import type { PageElement } from "../output/page.ts";

interface ScreenCommandOptions extends RemoteFlags {
  readonly answers?: string;
  readonly goOn?: true;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  unwind screen                     answer on the screen; the answers are kept with their date
  unwind screen --remote            answer on a phone, too
  unwind screen --json              the last one, without asking
  unwind screen --answers emergency=no,hip=no,groin=no,back=no,…    all the questions
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  const asking = command
    .option("--answers <answers>", "yes or no to every question, instead of the questions")
    .option("--go-on", "with --answers: train despite a yes")
    .option("--json", "print the last screening, or the one of --answers, as JSON");
  addRemoteFlags(asking, "show and answer the questions on a phone, too; with a QR code")
    .addHelpText("after", EXAMPLES)
    .action((options: ScreenCommandOptions) => runScreening(options, shell));
}

async function runScreening(options: ScreenCommandOptions, shell: ShellEnvironment): Promise<void> {
  const settings = openSettings(shell);
  const open = openAssessContext(shell, settings);
  if (options.goOn && options.answers === undefined) throw new UserError("--go-on goes with --answers");
  if (options.answers !== undefined || options.json)
    refuseRemoteFlags(options, "goes with the questions on the screen");
  if (options.answers !== undefined) {
    const answers = parseScreeningAnswers(open.screening, options.answers);
    const yes = selectYesQuestions({ answers }, open.screening);
    if (options.goOn && yes.length === 0) throw new UserError("--go-on decides nothing: every answer is no");
    if (options.goOn && isEmergency({ answers }, open.screening))
      throw new UserError("--go-on cannot override this; go to an emergency department now");
    const screening = createScreening(answers, yes.length === 0 ? null : options.goOn ? "go-on" : "wait");
    saveOrPrint(screening, () => open.store.addScreening(screening), shell);
    return printScreening(screening, open, options, shell);
  }
  if (options.json) return printScreening(open.store.latestScreening(), open, options, shell);
  if (!canDrawScreen(shell)) {
    throw new UserError("the screening needs a terminal that can draw a screen", {
      hint: `answer instead with: unwind screen --answers ${open.screening.questions.map(({ id }) => `${id}=no`).join(",")}`,
    });
  }
  const screening = await askWithPages(settings, options, shell, (prompts) =>
    askScreening({ open, settings, reason: "", prompts }, shell),
  );
  if (screening) await printScreening(screening, open, options, shell);
}

async function printScreening(
  screening: Screening | null,
  { screening: table, nowEpochMs }: AssessContext,
  options: ScreenCommandOptions,
  shell: ShellEnvironment,
): Promise<void> {
  if (options.json) writeJson(shell, screening && toScreeningJson(screening, table));
  else if (screening) await writePage(shell, buildScreeningPage(screening, table, nowEpochMs));
}

function toScreeningJson(screening: Screening, table: ScreeningTable) {
  const { id, at, answeredAt, answers, decision } = screening;
  const advice = selectYesQuestions(screening, table).map((question) => question.advice);
  return { id, at, answeredAt, answers, decision, advice };
}

function buildScreeningPage(screening: Screening, table: ScreeningTable, nowEpochMs: number): PageElement[] {
  const yes = selectYesQuestions(screening, table);
  if (yes.length === 0) {
    const text = `Screened on ${formatLocalDate(screening, nowEpochMs)}: nothing to rule out. You are asked again after ${table.holdsDays} days, or when a test reports pain.`;
    return [{ type: "text", text }];
  }
  return [
    {
      type: "heading",
      text: isEmergency(screening, table)
        ? "Go to an emergency department now"
        : "See a doctor or physiotherapist first",
    },
    ...yes.map(({ name, advice }): PageElement => ({ type: "item", label: "-", text: `${name}: ${advice}` })),
    ...(screening.decision === "go-on"
      ? [{ type: "text" as const, text: "You decided to continue anyway. Your sessions are marked with it." }]
      : []),
  ];
}
