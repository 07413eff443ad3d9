/** `unwind plan`: the compiled plan without running it, as text or as JSON. */
import type { Command } from "commander";
import { planJson } from "../plan/json.ts";
import { planText } from "../plan/text.ts";
import { addPlanFlags, type PlanOptions } from "./plan-flags.ts";
import { DEFAULT_ROUTINE, openRoutine } from "./routine.ts";
import type { Shell } from "./shell.ts";

interface Options extends PlanOptions {
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  unwind plan                                  the default routine, step by step
  unwind plan psoas-stretches --level hard     what a level changes
  unwind plan desk-break --json | jq .totalSeconds
`;

/** Adds the command's words. */
export function define(command: Command, shell: Shell): void {
  addPlanFlags(command.argument("[routine]", "whose plan", DEFAULT_ROUTINE))
    .option("--json", "the plan as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (name: string, options: Options) => {
      const { plan, auto } = await openRoutine(name, options, shell);
      if (options.json) {
        const decided = options.level === "auto" ? { auto: auto.reasons } : {};
        shell.write(`${JSON.stringify({ ...planJson(plan), ...decided }, null, 2)}\n`);
        return;
      }
      const why =
        auto.reasons.length > 0 ? ["", "Proposed from what was done:", ...auto.reasons.map((one) => `  ${one}`)] : [];
      shell.write(`${[...planText(plan), ...why].join("\n")}\n`);
    });
}
