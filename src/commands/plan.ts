/** `unwind plan`: prints the compiled plan as text or JSON, without running it. */
import type { Command } from "commander";
import type { PlanOptions } from "../app/flags/plan-flag-table.ts";
import { addPlanFlags, DEFAULT_ROUTINE } from "../app/flags/plan-flags.ts";
import { addCueFlags, resolveCueSettings, type SoundFlags } from "../app/flags/sound-flags.ts";
import { writeJson } from "../app/print.ts";
import { type ShellEnvironment, wrapColumnsOf } from "../app/shell-environment.ts";
import { loadStyle } from "../app/style.ts";
import { UserError } from "../errors.ts";
import { planToJson } from "../plan/plan-json.ts";
import type { Plan } from "../plan/types.ts";
import type { Settings } from "../settings/definitions.ts";

interface PlanCommandOptions extends PlanOptions, SoundFlags {
  readonly json?: true;
  readonly cues?: true;
  readonly all?: true;
}

const EXAMPLES = `
--cues estimates how long each line takes to say. A session measures it, and may shorten, lengthen or move a line. --voice
and --sound need --cues.

Examples:
  unwind plan                                  the default routine, step by step
  unwind plan psoas-stretches --level hard     what a level changes
  unwind plan psoas-program --fit 15m          the best 15 minutes of it
  unwind plan "5m walk, 8x(1m run, 2m walk)"   a workout in a line
  unwind plan desk-break --cues                every sound and spoken line
  unwind plan desk-break --json | jq .totalSeconds
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  addCueFlags(
    addPlanFlags(
      command.argument("[routine]", "a routine, an exercise, a line or a file, as for run", DEFAULT_ROUTINE),
    ),
  )
    .option("--json", "print the plan, or with --cues the sounds, as JSON")
    .option("--cues", "print every tone and spoken line with its time")
    .option("--all", "print every round, even if rounds are alike")
    .addHelpText("after", EXAMPLES)
    .action(async (name: string, options: PlanCommandOptions) => {
      const unused = (options.cues ? [] : (["voice", "sound"] as const)).find((flag) => options[flag] !== undefined);
      if (unused)
        throw new UserError(`--${unused} goes with --cues`, { hint: "see what is heard with: unwind plan --cues" });
      const { openRoutine } = await import("../app/open/routine.ts");
      const { plan, settings, auto } = await openRoutine(name, options, shell);
      if (options.cues) return writeCueSheet(plan, settings, options, shell);
      if (options.json) {
        return writeJson(shell, { ...planToJson(plan), ...(options.level === "auto" && { auto: auto.reasons }) });
      }
      const [{ renderPlanPage }, style] = await Promise.all([import("../output/plan-page.ts"), loadStyle(shell)]);
      const page = { all: options.all === true, reasons: auto.reasons, columns: wrapColumnsOf(shell) };
      shell.write(`${(await renderPlanPage(plan, page, style)).join("\n")}\n`);
    });
}

/** The cue sheet, with estimated lengths of spoken lines: real lengths are known only once a voice has spoken them. */
async function writeCueSheet(plan: Plan, settings: Settings, options: PlanCommandOptions, shell: ShellEnvironment) {
  const [{ buildCueSheet, cueSheetToJson, cueSheetToText }, { estimateSpeechMs }] = await Promise.all([
    import("../cues/cue-sheet.ts"),
    import("../cues/estimate-speech.ts"),
  ]);
  const cues = buildCueSheet(plan, resolveCueSettings(settings, options), (text) =>
    estimateSpeechMs(text, settings.rate),
  );
  if (options.json) writeJson(shell, cueSheetToJson(cues));
  else shell.write(`${cueSheetToText(plan, cues)}\n`);
}
