/** `unwind run`: leads through a routine, on a screen where there is one, else in plain lines or as JSON. */
import type { Command } from "commander";
import { addPlanFlags, type PlanOptions, planWords } from "../app/flags/plan-flags.ts";
import { addLeadFlags } from "../app/flags/session-flags.ts";
import { DEFAULT_ROUTINE, openRoutine } from "../app/open/routine.ts";
import { type LeadOptions, lead } from "../app/session/lead.ts";
import { askToGoOn } from "../app/session/resumable.ts";
import { takeUp } from "../app/session/resume-session.ts";
import type { Shell } from "../app/shell-environment.ts";

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
export function define(command: Command, shell: Shell): void {
  addLeadFlags(addPlanFlags(command.argument("[routine]", "what to do", DEFAULT_ROUTINE)))
    .addHelpText("after", EXAMPLES)
    .action((name: string, options: RunOptions) => run(name, options, shell));
}

/**
 * Leads through a routine to its end.
 *
 * @throws UserError for a routine or a flag that cannot be.
 */
export async function run(name: string, options: RunOptions, shell: Shell): Promise<void> {
  const asked = await openRoutine(name, options, shell);
  const { settings } = asked;
  const interrupted = await askToGoOn(asked.plan, settings, options, shell);
  if (interrupted === "leave") return;
  if (interrupted) return takeUp(interrupted, settings, options, shell);
  const { beforeSession } = await import("../app/session/before-session.ts");
  const ready = await beforeSession(asked, options, shell);
  if (ready === "leave") return;
  const { opened, marks } = ready;
  const adjustments = [...planWords(options), ...opened.auto.words];
  const finished = await lead({ plan: opened.plan, settings, adjustments, marks }, options, shell);
  if (finished && !options.json) await (await import("../app/session/after-session.ts")).afterSession(opened, shell);
}
