/** `unwind assess`: guides the user through the Thomas test, one side at a time, and reports the result. */
import { Argument, type Command } from "commander";
import { createFollowUp, toPagePart } from "../../app/assess/follow-up.ts";
import { leadTest } from "../../app/assess/lead-test.ts";
import { addRemoteFlags, type RemoteFlags, refuseRemoteFlags } from "../../app/flags/session-flags.ts";
import { type AssessContext, createAssessment, openAssessContext, saveOrPrint } from "../../app/open/assessments.ts";
import { openCatalog } from "../../app/open/catalog.ts";
import { openSettings } from "../../app/open/settings.ts";
import { writeJson, writePage } from "../../app/print.ts";
import { askWithPages } from "../../app/session/screen-remote.ts";
import { canDrawScreen, type ShellEnvironment } from "../../app/shell-environment.ts";
import { buildResultParagraphs, formatLocalDate } from "../../assess/describe-result.ts";
import { evaluateSides, isTrainable, summariseResults } from "../../assess/evaluate.ts";
import { parseSideAnswers } from "../../assess/parse-answers.ts";
import { SIDES, type SideAnswers, UNTESTED_ANSWERS } from "../../assess/types.ts";
import { UserError } from "../../errors.ts";
import type { Settings } from "../../settings/definitions.ts";

interface AssessOptions extends RemoteFlags {
  readonly left?: string;
  readonly right?: string;
  readonly json?: true;
}

const ANSWER_SYNTAX =
  "pain=no|hip|knee|both,back=flat|arched,thigh=parallel|above|below,rotation=none|out|in,knee=square|straight|bent";

const EXAMPLES = `
The answers for one side, for scripts: ${ANSWER_SYNTAX}
The back is flat if you leave it out; with back=arched the side was not tested. With the thigh above level the knee cannot
be judged: answer drop=yes|no instead (does the thigh drop when you straighten the knee a little?).
Measured: thigh-degrees (relative to level, positive above), or thigh-length and knee-height from a tape measure (negative
below the table edge), and knee-degrees (between thigh and shin: 90 is a right angle, 180 a straight leg). Repeated
measurements are averaged: thigh-degrees=12/14/13. A side that hurts needs only pain=hip; a side left out was not tested.

Examples:
  unwind assess                      guided on the screen, about five minutes
  unwind assess --remote             the same, shown and answered on a phone, too
  unwind assess history              each side over time
  unwind assess --left pain=no,thigh=above,drop=yes,rotation=none --right pain=hip --json
  unwind plan for-me                 the routine for your result
`;

const NEEDS_SCREEN = "goes with the guided test on the screen";

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  const test = command
    .addArgument(
      new Argument("[action]", "take the test, or see earlier ones").choices(["test", "history"]).default("test"),
    )
    .option("--left <answers>", "what you saw on the left, instead of the questions")
    .option("--right <answers>", "what you saw on the right, instead of the questions")
    .option("--json", "print JSON");
  addRemoteFlags(test, "show and answer the guided test on a phone, too; with a QR code")
    .addHelpText("after", EXAMPLES)
    .action(async (action: "test" | "history", options: AssessOptions) => {
      if (action === "test") return assess(options, shell);
      if (options.left !== undefined || options.right !== undefined) {
        throw new UserError("assess history takes no answers", { hint: "to keep a test: unwind assess --left …" });
      }
      refuseRemoteFlags(options, NEEDS_SCREEN);
      return (await import("./history.ts")).printAssessHistory(options, shell);
    });
}

async function assess(options: AssessOptions, shell: ShellEnvironment): Promise<void> {
  const settings = openSettings(shell);
  const open = openAssessContext(shell, settings);
  if (options.left === undefined && options.right === undefined) {
    await assessOnScreen(open, settings, options, shell);
    return;
  }
  refuseRemoteFlags(options, NEEDS_SCREEN);
  const answersOf = (side: "left" | "right"): SideAnswers => {
    const text = options[side];
    return text === undefined ? UNTESTED_ANSWERS : parseSideAnswers(open.thomas, side, text);
  };
  const assessment = createAssessment(open, { left: answersOf("left"), right: answersOf("right") });
  saveOrPrint(assessment, () => open.store.addAssessment(assessment), shell);
  const followUp = createFollowUp(open, settings, await openCatalog(shell), shell);
  const parts = [...buildResultParagraphs(open.thomas, assessment), ...followUp(assessment)];
  const { id, at, test } = assessment;
  if (options.json) {
    const results = evaluateSides(open.thomas, assessment.sides);
    const sides = Object.fromEntries(SIDES.map((side) => [side, { ...assessment.sides[side], ...results[side] }]));
    const advice = parts.filter(({ kind }) => kind === "alert").map(({ text }) => text);
    return writeJson(shell, { id, at, test, sides, advice });
  }
  const aside = `${formatLocalDate(assessment, open.nowEpochMs)} · id ${id}`;
  await writePage(shell, [{ type: "title", text: "Thomas test", aside }, ...parts.map(toPagePart)]);
}

async function assessOnScreen(
  open: AssessContext,
  settings: Settings,
  options: AssessOptions,
  shell: ShellEnvironment,
): Promise<void> {
  // --json is meant for a pipe, where nobody can be asked.
  if (!canDrawScreen(shell) || options.json) {
    throw new UserError("the guided test needs a terminal that can draw a screen", {
      hint: `give the answers instead: unwind assess --left ${ANSWER_SYNTAX.replace(/\|[a-z|]+/g, "")} --right …`,
    });
  }
  const catalog = await openCatalog(shell);
  const assessment = await askWithPages(settings, options, shell, (prompts) =>
    leadTest(open, settings, catalog, shell, undefined, prompts),
  );
  if (assessment === "left" || assessment === "put-off") return;
  const { thomas } = open;
  const results = evaluateSides(thomas, assessment.sides);
  const followUp = Object.values(results).some(isTrainable) ? "What follows from it: unwind run for-me. " : "";
  shell.write(`Thomas test: ${summariseResults(thomas, results)}.\n${followUp}Over time: unwind assess history\n`);
}
