/** `unwind run`: leads through a routine, on a screen where there is one, else in plain lines or as JSON. */
import type { Command } from "commander";
import { addPlanFlags, formatPlanFlags, type PlanOptions } from "../app/flags/plan-flags.ts";
import { addLeadFlags } from "../app/flags/session-flags.ts";
import { DEFAULT_ROUTINE, openRoutine } from "../app/open/routine.ts";
import { askToResume } from "../app/session/ask-to-resume.ts";
import { type LeadOptions, leadSession } from "../app/session/lead-session.ts";
import { resumeSession } from "../app/session/resume-session.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";

export interface RunOptions extends PlanOptions, LeadOptions {}

const EXAMPLES = `
A routine is a name, the beginning of one, an exercise (done alone), or a JSON file (- for standard input).

Examples:
  unwind run                                  the default routine
  unwind run desk-break --level easy --yes    start at once
  unwind run pigeon --hold 40s --side right   one exercise, one side
  unwind run psoas-program --reps psoas-march=12 --skip hanging-leg-raise
  unwind run for-me                           what follows from the last test (unwind assess)
`;

/** Adds the command's words. */
export function define(command: Command, shell: ShellEnvironment): void {
  addLeadFlags(addPlanFlags(command.argument("[routine]", "what to do", DEFAULT_ROUTINE)))
    .addHelpText("after", EXAMPLES)
    .action((name: string, options: RunOptions) => run(name, options, shell));
}

/**
 * Leads through a routine to its end.
 *
 * @throws UserError for a routine or a flag that cannot be.
 */
export async function run(name: string, options: RunOptions, shell: ShellEnvironment): Promise<void> {
  const asked = await openRoutine(name, options, shell);
  const { settings } = asked;
  const interrupted = await askToResume(asked.plan, settings, options, shell);
  if (interrupted === "leave") return;
  if (interrupted) return resumeSession(interrupted, settings, options, shell);
  const { prepareSession } = await import("../app/session/prepare-session.ts");
  const ready = await prepareSession(asked, options, shell);
  if (ready === "leave") return;
  const { opened, screeningWarnings } = ready;
  const adjustments = [...formatPlanFlags(options), ...opened.auto.flagTexts];
  const finished = await leadSession({ plan: opened.plan, settings, adjustments, screeningWarnings }, options, shell);
  if (finished && !options.json) await (await import("../app/session/print-follow-up.ts")).printFollowUp(opened, shell);
}
