/** `unwind render`: a session mixed to one sound file, to take along on a phone. */
import { type Command, Option } from "commander";
import { addPlanFlags, type PlanOptions } from "../app/flags/plan-flags.ts";
import { addCueFlags, addVoiceFlags, cueSettings, type SoundFlags } from "../app/flags/sound-flags.ts";
import { DEFAULT_ROUTINE, openRoutine } from "../app/open/routine.ts";
import { progressBar } from "../app/progress-bar.ts";
import type { Shell } from "../app/shell-environment.ts";
import type { Chapter } from "../audio/rendering/chapters.ts";
import { formatOf, renderSession } from "../audio/rendering/render.ts";
import { systemClock } from "../clock.ts";
import { estimateMs } from "../cues/estimate.ts";
import { cueSheet } from "../cues/sheet.ts";
import { UserError } from "../errors.ts";
import { personalFolders } from "../paths.ts";
import type { Plan } from "../plan/types.ts";
import { clockText, parseDuration } from "../text/duration.ts";
import { safeText } from "../text/safe-text.ts";

interface Options extends PlanOptions, SoundFlags {
  readonly output: string;
  readonly open: number;
}

/** How long a step that waits for the person is in a file, which cannot wait. */
const OPEN_MS = 30_000;

const EXAMPLES = `
The name of the file ends with .mp3 (with chapters), .ogg or .wav. It lasts exactly as long as the plan:
what a session is led out with (the tone of the last set's end, "Session done") is not in it.

Examples:
  unwind render psoas-program -o program.mp3
  unwind render desk-break --level easy --voice brief -o desk.ogg
  unwind render psoas-release --open 60s -o release.mp3
`;

/** Adds the command's words. */
export function define(command: Command, shell: Shell): void {
  addVoiceFlags(addCueFlags(addPlanFlags(command.argument("[routine]", "whose session", DEFAULT_ROUTINE))))
    .requiredOption("-o, --output <file>", "the file to write")
    .addOption(
      new Option("--open <time>", "how long a step lasts that waits for you")
        .argParser(readOpen)
        .default(OPEN_MS, "30s"),
    )
    .addHelpText("after", EXAMPLES)
    .action((name: string, options: Options) => render(name, options, shell));
}

/**
 * Renders a session and prints its track list; prints nothing when it was asked to stop meanwhile.
 *
 * @throws UserError for a routine, a flag or a format that cannot be, and (exit 73) for a file that cannot be written.
 */
async function render(name: string, options: Options, shell: Shell): Promise<void> {
  formatOf(options.output);
  const { plan, settings } = await openRoutine(name, options, shell);
  const rate = options.rate ?? settings.rate;
  const cues = cueSettings(settings, options);
  const durationMs = plan.totalMs + plan.openSteps * options.open;
  const chapters = chaptersOf(plan, options.open);
  const progress = progressBar(shell);
  const report = await renderSession(
    {
      title: plan.title,
      sheet: (measured) =>
        cueSheet(plan, cues, (text) => measured(text) ?? estimateMs(text, rate), { openMs: options.open }),
      chapters,
      durationMs,
      output: options.output,
      onProgress: progress.show,
      signal: shell.signal,
    },
    {
      cacheDir: personalFolders(shell.env).cache,
      voiceName: options.voiceName ?? (settings.voiceName || undefined),
      rate,
      speech: cues.voice !== "off",
    },
    { platform: process.platform, env: shell.env as NodeJS.ProcessEnv, clock: systemClock },
  ).finally(progress.clear);
  if (!report) return;
  for (const note of report.notes) shell.error(`unwind: ${safeText(note)}`);
  const spoken = report.voice === null ? "no voice" : report.voice;
  const size = `${(report.bytes / 1_000_000).toFixed(1)} MB`;
  shell.write(`${safeText(options.output)}: ${clockText(durationMs)}, ${size}, ${safeText(spoken)}\n`);
  if (report.unspoken > 0) {
    shell.error(`unwind: ${report.unspoken} ${report.unspoken === 1 ? "line" : "lines"} could not be spoken`);
  }
  for (const { atMs, title } of chapters) shell.write(`${clockText(atMs).padStart(8)}  ${title}\n`);
}

/** One chapter an exercise; what waits for the person has the length that was asked for. */
function chaptersOf(plan: Plan, openMs: number): Chapter[] {
  const chapters: Chapter[] = [];
  let waitedMs = 0;
  let block = -1;
  for (const step of plan.steps) {
    if (step.block !== block) {
      const title = `${plan.exercises[step.exercise]?.name ?? step.exercise}, ${plan.blocks[step.block]?.dose ?? ""}`;
      chapters.push({ atMs: step.atMs + waitedMs, title });
      block = step.block;
    }
    if (step.durationMs === null) waitedMs += openMs;
  }
  return chapters;
}

function readOpen(text: string): number {
  const ms = parseDuration(text);
  if (ms === null || ms < 1000 || ms > 3_600_000) {
    throw new UserError(`--open ${text}: expected a time from 1s to 1h, such as 30s`);
  }
  return ms;
}
