/** `unwind run`: leads through a routine, on a screen where there is one, else in plain lines or as JSON. */
import type { Command } from "commander";
import { Option } from "commander";
import { UserError } from "../errors.ts";
import { type LeadOptions, lead } from "./lead.ts";
import { addPlanFlags, type PlanOptions, planWords } from "./plan-flags.ts";
import { DEFAULT_ROUTINE, openRoutine } from "./routine.ts";
import type { Shell } from "./shell.ts";

export interface RunOptions extends PlanOptions, LeadOptions {}

const EXAMPLES = `
A routine is a name, the beginning of one, an exercise (done alone), or a JSON file (- for standard input).

Examples:
  unwind run                                  the default routine
  unwind run desk-break --level easy --yes    start at once
  unwind run pigeon --hold 40s --side right   one exercise, one side
  unwind run psoas-program --reps psoas-march=12 --skip hanging-leg-raise
`;

/** Adds the command's words. */
export function define(command: Command, shell: Shell): void {
  addLeadFlags(addPlanFlags(command.argument("[routine]", "what to do", DEFAULT_ROUTINE)))
    .addHelpText("after", EXAMPLES)
    .action((name: string, options: RunOptions) => run(name, options, shell));
}

/** Adds the flags that say how a session is led. */
export function addLeadFlags(command: Command): Command {
  return command
    .option("-y, --yes", "start at once, without the overview")
    .option("--plain", "plain lines in place of the screen")
    .option("--json", "one JSON object a line for everything that happens")
    .addOption(
      new Option("--speed <factor>", "run the clock this many times as fast, 0.25 to 1000").argParser(readSpeed),
    );
}

/**
 * Leads through a routine to its end.
 *
 * @throws UserError for a routine or a flag that cannot be.
 */
export async function run(name: string, options: RunOptions, shell: Shell): Promise<void> {
  const { plan, settings } = await openRoutine(name, options, shell);
  await lead({ plan, settings, adjustments: planWords(options) }, options, shell);
}

function readSpeed(text: string): number {
  const speed = Number(text.trim() === "" ? Number.NaN : text);
  if (!(speed >= 0.25 && speed <= 1000)) throw new UserError(`--speed ${text}: expected a number from 0.25 to 1000`);
  return speed;
}
