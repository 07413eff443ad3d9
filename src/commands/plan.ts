/** `unwind plan`: the compiled plan without running it, as text or as JSON. */
import type { Command } from "commander";
import { addPlanFlags, type PlanOptions } from "../app/flags/plan-flags.ts";
import { addCueFlags, resolveCueSettings, type SoundFlags } from "../app/flags/sound-flags.ts";
import { DEFAULT_ROUTINE, openRoutine } from "../app/open/routine.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { UserError } from "../errors.ts";
import { formatPlan, planToJson } from "../plan/plan-output.ts";
import type { Plan } from "../plan/types.ts";
import type { Settings } from "../settings/definitions.ts";

interface PlanCommandOptions extends PlanOptions, SoundFlags {
  readonly json?: true;
  readonly cues?: true;
}

const EXAMPLES = `
--cues goes by estimates of how long every line takes to say. A session goes by the voice itself, as soon as it has said a
line, and may say a line shorter, longer or at another moment. --voice and --sound go with --cues.

Examples:
  unwind plan                                  the default routine, step by step
  unwind plan psoas-stretches --level hard     what a level changes
  unwind plan psoas-program --fit 15m          the best of it in a quarter of an hour
  unwind plan desk-break --cues                every sound and spoken line
  unwind plan desk-break --json | jq .totalSeconds
`;

/** Adds the command's words. */
export function define(command: Command, shell: ShellEnvironment): void {
  addCueFlags(addPlanFlags(command.argument("[routine]", "whose plan", DEFAULT_ROUTINE)))
    .option("--json", "the plan, or what is heard, as JSON")
    .option("--cues", "every tone and spoken line with its time")
    .addHelpText("after", EXAMPLES)
    .action(async (name: string, options: PlanCommandOptions) => {
      const idle = options.cues ? undefined : (["voice", "sound"] as const).find((flag) => options[flag] !== undefined);
      if (idle)
        throw new UserError(`--${idle} goes with --cues`, { hint: "see what is heard with: unwind plan --cues" });
      const { plan, settings, auto } = await openRoutine(name, options, shell);
      if (options.cues) {
        shell.write(await formatCueSheet(plan, settings, options));
        return;
      }
      if (options.json) {
        const decided = options.level === "auto" ? { auto: auto.reasons } : {};
        shell.write(`${JSON.stringify({ ...planToJson(plan), ...decided }, null, 2)}\n`);
        return;
      }
      const why =
        auto.reasons.length > 0 ? ["", "Proposed from what was done:", ...auto.reasons.map((one) => `  ${one}`)] : [];
      shell.write(`${[...formatPlan(plan), ...why].join("\n")}\n`);
    });
}

/** The cue sheet, with lengths of spoken lines as estimated: they are measured only when a voice has said them. */
async function formatCueSheet(plan: Plan, settings: Settings, options: PlanCommandOptions): Promise<string> {
  const [{ buildCueSheet }, { estimateSpeechMs }, { cueSheetToJson, cueSheetToText }] = await Promise.all([
    import("../cues/cue-sheet.ts"),
    import("../cues/estimate-speech.ts"),
    import("../cues/cue-sheet-output.ts"),
  ]);
  const cues = buildCueSheet(plan, resolveCueSettings(settings, options), (text) =>
    estimateSpeechMs(text, settings.rate),
  );
  return options.json ? `${JSON.stringify(cueSheetToJson(cues), null, 2)}\n` : `${cueSheetToText(plan, cues)}\n`;
}
