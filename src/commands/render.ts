/** `unwind render`: mixes a session into one audio file, to take along on a phone. */
import type { Command } from "commander";
import { FlagOption } from "../app/flags/flag-option.ts";
import { parseFlagValue, parseNonZeroTime } from "../app/flags/flag-values.ts";
import type { PlanOptions } from "../app/flags/plan-flag-table.ts";
import { addPlanFlags, DEFAULT_ROUTINE } from "../app/flags/plan-flags.ts";
import {
  addCueFlags,
  addVoiceFlags,
  resolveCueSettings,
  resolvePlaybackOptions,
  type SoundFlags,
} from "../app/flags/sound-flags.ts";
import { openRoutine } from "../app/open/routine.ts";
import { createProgressBar, warn } from "../app/print.ts";
import { hostOf, type ShellEnvironment } from "../app/shell-environment.ts";
import type { Chapter } from "../audio/rendering/encoders.ts";
import { parseAudioFormat, renderSessionAudio } from "../audio/rendering/render-session-audio.ts";
import { buildCueSheet } from "../cues/cue-sheet.ts";
import { estimateSpeechMs } from "../cues/estimate-speech.ts";
import { resolvePersonalFolders } from "../paths.ts";
import type { Plan } from "../plan/types.ts";
import { rehearse } from "../player/rehearse.ts";
import { formatClock } from "../text/duration.ts";
import { escapeUnsafeText } from "../text/safe-text.ts";
import { formatCount } from "../text/sentence.ts";

interface RenderCommandOptions extends PlanOptions, SoundFlags {
  readonly output: string;
  readonly open: number;
}

/** Length of a self-paced step in a file, which cannot wait. */
const DEFAULT_OPEN_STEP_MS = 30_000;

const EXAMPLES = `
An mp3 has chapters. The file lasts exactly as long as the plan: the closing words of a session ("Session done") come after
that and are not in it.

Examples:
  unwind render psoas-program -o program.mp3
  unwind render desk-break --level easy --voice brief -o desk.ogg
  unwind render psoas-release --open 60s -o release.mp3
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  addVoiceFlags(
    addCueFlags(
      addPlanFlags(
        command.argument("[routine]", "a routine, an exercise, a line or a file, as for run", DEFAULT_ROUTINE),
      ),
    ),
  )
    .requiredOption("-o, --output <file>", "the file to write: .mp3, .ogg or .wav")
    .addOption(
      new FlagOption("--open <time>", "length of a step that waits for you and has no count", "30s")
        .readWith((text) => parseFlagValue("--open", text, parseNonZeroTime))
        .default(DEFAULT_OPEN_STEP_MS, "30s"),
    )
    .addHelpText("after", EXAMPLES)
    .action((name: string, options: RenderCommandOptions) => render(name, options, shell));
}

/**
 * Renders a session and prints its track list; prints nothing if asked to stop.
 *
 * @throws UserError for an invalid routine, flag or format, and (exit 73) for a file that cannot be written.
 */
async function render(name: string, options: RenderCommandOptions, shell: ShellEnvironment): Promise<void> {
  parseAudioFormat(options.output);
  const { plan, settings } = await openRoutine(name, options, shell);
  const { rate, voiceName } = resolvePlaybackOptions(settings, options);
  const cues = resolveCueSettings(settings, options);
  const { chapters, durationMs } = layOutChapters(plan, options.open);
  const progress = createProgressBar(shell);
  const report = await renderSessionAudio(
    {
      title: plan.title,
      buildSheet: (measured) =>
        buildCueSheet(plan, cues, (text) => measured(text) ?? estimateSpeechMs(text, rate), {
          openStepMs: options.open,
        }),
      chapters,
      durationMs,
      outputPath: options.output,
      onProgress: progress.show,
      signal: shell.signal,
    },
    {
      cacheDir: resolvePersonalFolders(shell.env).cache,
      voiceName,
      rate,
      withSpeech: cues.voice !== "off",
    },
    hostOf(shell),
  ).finally(progress.clear);
  if (!report) return;
  for (const note of report.notes) warn(shell, note);
  const spoken = report.voice === null ? "no voice" : report.voice;
  const size = `${(report.bytes / 1_000_000).toFixed(1)} MB`;
  shell.write(
    `${escapeUnsafeText(options.output)}: ${formatClock(durationMs)}, ${size}, ${escapeUnsafeText(spoken)}\n`,
  );
  if (report.unspoken > 0) warn(shell, `${formatCount(report.unspoken, "line")} could not be spoken`);
  for (const { atMs, title } of chapters) shell.write(`${formatClock(atMs).padStart(8)}  ${title}\n`);
}

/** One chapter per exercise, and the whole length. A self-paced set has its estimate, an open step the given length. */
function layOutChapters(plan: Plan, openMs: number): { chapters: readonly Chapter[]; durationMs: number } {
  const chapters: Chapter[] = [];
  let block = -1;
  let durationMs = 0;
  for (const { step, place } of rehearse(plan, openMs)) {
    durationMs = place.stepAtMs;
    if (!step || step.block === block) continue;
    const title = `${plan.exercises[step.exercise]?.name ?? step.exercise}, ${plan.blocks[step.block]?.dose ?? ""}`;
    chapters.push({ atMs: place.stepAtMs, title });
    block = step.block;
  }
  return { chapters, durationMs };
}
