/** `unwind assess`: leads the Thomas test, a side at a time, and says what it shows. */

import { Argument, type Command } from "commander";
import { leadTest } from "../../app/assess/lead-test.ts";
import { pagePart } from "../../app/assess/result-page.ts";
import { keepOrPrint, newAssessment, type OpenAssess, openAssess } from "../../app/open/assessments.ts";
import { openCatalog } from "../../app/open/catalog.ts";
import { openSettings } from "../../app/open/settings.ts";
import { hasTerminal, type Shell } from "../../app/shell-environment.ts";
import { readSideAnswers } from "../../assess/answers.ts";
import { inShort, isFree, resultsOf } from "../../assess/findings.ts";
import type { Assessment } from "../../assess/kept.ts";
import { dateOf, type ResultPart, resultParts } from "../../assess/result-text.ts";
import { type SideAnswers, UNTESTED } from "../../assess/types.ts";
import { UserError } from "../../errors.ts";
import { pageText } from "../../output/page.ts";
import { styleFor } from "../../output/style.ts";
import type { Settings } from "../../settings/table.ts";

export interface AssessOptions {
  readonly left?: string;
  readonly right?: string;
  readonly json?: true;
}

const ANSWERS = "thigh=above|parallel|below,pain=no|hip|knee|both,rotation=none|out|in,knee=square|straight|bent";

const EXAMPLES = `
The answers of a side, for scripts: ${ANSWERS}
and, where they were measured, thigh-degrees (against level, above it positive) and knee-degrees (between thigh and shin:
90 is a right angle, 180 a straight leg). A side that hurts needs no more than pain=hip; a side left out was not tested.

Examples:
  unwind assess                      led on a screen; about five minutes
  unwind assess history              each side over time
  unwind assess --left thigh=above,pain=no,rotation=none,knee=straight --right pain=hip --json
  unwind plan for-me                 what follows from it
`;

/** Adds the command's words. */
export function define(command: Command, shell: Shell): void {
  command
    .addArgument(new Argument("[action]", "test, or look back").choices(["test", "history"]).default("test"))
    .option("--left <answers>", "what was seen on the left, without asking")
    .option("--right <answers>", "what was seen on the right, without asking")
    .option("--json", "as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (action: "test" | "history", options: AssessOptions) => {
      if (action === "test") return assess(options, shell);
      if (options.left !== undefined || options.right !== undefined) {
        throw new UserError("assess history takes no answers", { hint: "to keep a test: unwind assess --left …" });
      }
      return (await import("./history.ts")).assessHistory(options, shell);
    });
}

async function assess(options: AssessOptions, shell: Shell): Promise<void> {
  const settings = openSettings(shell);
  const open = openAssess(shell, settings);
  if (options.left === undefined && options.right === undefined) {
    await led(open, settings, options, shell);
    return;
  }
  const sideOf = (side: "left" | "right"): SideAnswers => {
    const text = options[side];
    return text === undefined ? UNTESTED : readSideAnswers(open.thomas, side, text);
  };
  const assessment = newAssessment(open, { left: sideOf("left"), right: sideOf("right") });
  keepOrPrint(assessment, () => open.store.addAssessment(assessment), shell);
  const { followUp } = await import("../../app/assess/follow-up.ts");
  const follows = followUp(open, settings, await openCatalog(shell), shell);
  const parts = [...resultParts(open.thomas, assessment), ...follows(assessment)];
  await print(assessment, parts, open, options, shell);
}

async function led(open: OpenAssess, settings: Settings, options: AssessOptions, shell: Shell): Promise<void> {
  // --json wants a pipe, and there nobody can be asked.
  if (!hasTerminal(shell) || options.json) {
    throw new UserError("the test is led on a screen, and this is no terminal for it", {
      hint: `give the answers instead: unwind assess --left ${ANSWERS.replace(/\|[a-z|]+/g, "")} --right …`,
    });
  }
  const kept = await leadTest(open, settings, await openCatalog(shell), shell);
  if (kept === "left" || kept === "put-off") return;
  const { thomas } = open;
  const results = resultsOf(thomas, kept.sides);
  const follows = Object.values(results).some(isFree) ? "What follows from it: unwind run for-me. " : "";
  shell.write(`Thomas test: ${inShort(thomas, results)}.\n${follows}Over time: unwind assess history\n`);
}

async function print(
  assessment: Assessment,
  parts: readonly ResultPart[],
  { thomas }: OpenAssess,
  options: AssessOptions,
  shell: Shell,
): Promise<void> {
  if (options.json) {
    const results = resultsOf(thomas, assessment.sides);
    const sides = Object.fromEntries(
      (["left", "right"] as const).map((side) => [side, { ...assessment.sides[side], ...results[side] }]),
    );
    const { id, at, test } = assessment;
    const advice = parts.filter(({ kind }) => kind === "alert").map(({ text }) => text);
    shell.write(`${JSON.stringify({ id, at, test, sides, advice }, null, 2)}\n`);
    return;
  }
  shell.write(
    await pageText(
      [
        { type: "title", text: "Thomas test", aside: `${dateOf(assessment)} · id ${assessment.id}` },
        ...parts.map(pagePart),
      ],
      shell.columns,
      await styleFor(shell.colour),
    ),
  );
}
