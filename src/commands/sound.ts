/** `unwind sound`: reports how sound is played and which voice speaks, and plays every tone with its meaning. */
import type { Command } from "commander";
import { addPlaybackFlags, resolveEngineOptions, type SoundFlags } from "../app/flags/sound-flags.ts";
import { openSettings } from "../app/open/settings.ts";
import { warn, writeJson } from "../app/print.ts";
import { createBell, type ShellEnvironment } from "../app/shell-environment.ts";
import { buildSoundAdvice } from "../audio/sound-advice.ts";
import { createSoundEngine } from "../audio/sound-engine.ts";
import type { SoundEngine, SoundStatus } from "../audio/types.ts";
import { systemClock, waitAtMost, waitUntil } from "../clock.ts";
import { TONES, type ToneName, toneDurationMs } from "../cues/tones.ts";
import { formatSoundStatus, formatSoundWarnings, formatTone, soundToJson } from "../output/sound-report.ts";
import type { Settings } from "../settings/definitions.ts";

interface SoundCommandOptions extends Pick<SoundFlags, "voiceName" | "rate" | "volume"> {
  readonly list?: true;
  readonly json?: true;
}

const EXAMPLES = `
You can close your eyes from the first second to the last: every change is announced, counted in, and marked by a tone with
one meaning. Music that is playing is never stopped. A phrase that does not fit before the next tick is shortened, or left
to the tone.

On Linux unwind plays through pacat, pw-play, aplay, its own output or sox, and speaks with espeak-ng, espeak or spd-say; on
macOS with say, on Windows with System.Speech. If nothing else works, the terminal's bell rings. Over SSH, the setting
"sink bell" rings the bell where you are. This report exits with 0 even if nothing can be heard.

Examples:
  unwind sound                                  every tone with its meaning, then a spoken line
  unwind sound --list                           what would be used, without playing it
  unwind sound --voice-name en-us --rate 150    another voice, slower
  unwind config set sink bell                   use another player from now on
`;

/** A sample to judge the voice by: a name, a number, a side. */
const SAMPLE_TEXT = "Pigeon pose. Two sets, 55 seconds each side. Right side first.";

/** Longer than all players and voices together may take to be detected. */
const MAX_DETECTION_MS = 20_000;
/** Delay before the first tone: more than the sound process buffers. */
const TONE_LEAD_TIME_MS = 700;
/** Silence between two tones: long enough to read what the last one meant. */
const SILENCE_BETWEEN_TONES_MS = 700;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  addPlaybackFlags(command)
    .option("--list", "print what is found, without playing anything")
    .option("--json", "print what is found and every tone as JSON, without playing anything")
    .addHelpText("after", EXAMPLES)
    .action((options: SoundCommandOptions) => testSound(options, shell));
}

/** Detects and plays sound. A machine without sound is reported like any other result. */
async function testSound(options: SoundCommandOptions, shell: ShellEnvironment): Promise<void> {
  const settings = openSettings(shell);
  const engine = createSoundEngine({
    ...resolveEngineOptions(shell, settings, options),
    ringBell: createBell(shell, options),
  });
  // If the user quits, it is silent at once, not at the end of the tone.
  const stopped = new Promise<void>((resolve) => shell.signal.addEventListener("abort", () => resolve()));
  try {
    await Promise.race([stopped, reportSound(engine, settings, options, shell)]);
  } finally {
    await engine.close();
  }
}

async function reportSound(
  engine: SoundEngine,
  settings: Settings,
  options: SoundCommandOptions,
  shell: ShellEnvironment,
): Promise<void> {
  const status = await waitForSoundStatus(engine);
  if (shell.signal.aborted) return;
  const advice = buildSoundAdvice(status, process.platform);
  if (options.json) return writeJson(shell, soundToJson(status, advice, shell.env));
  engine.onNotice((text) => warn(shell, text));
  const lines = [...formatSoundStatus(status), ...formatSoundWarnings(advice, settings)];
  shell.write(`${lines.join("\n")}\n`);
  if (options.list) return;
  shell.write("\n");
  await playTones(engine, status.sink !== null, shell);
  if (status.canSpeak) await speakSample(engine, shell);
}

/** Waits for detection, with a limit in case something hangs. The timer also keeps the process alive: sound alone does not. */
export async function waitForSoundStatus(engine: SoundEngine): Promise<SoundStatus> {
  await waitAtMost(systemClock, engine.ready, MAX_DETECTION_MS);
  return engine.status();
}

/** Prints every tone as it plays; all at once without sound. */
async function playTones(engine: SoundEngine, heard: boolean, shell: ShellEnvironment): Promise<void> {
  const startMs = systemClock.monotonicMs() + TONE_LEAD_TIME_MS;
  let afterMs = 0;
  for (const name of Object.keys(TONES) as ToneName[]) {
    if (heard) {
      engine.schedule([{ cue: { kind: "tone", name }, dueEpochMs: systemClock.epochMs(startMs + afterMs) }]);
      await waitUntil(systemClock, startMs + afterMs);
    }
    if (shell.signal.aborted) return;
    shell.write(`${formatTone(name)}\n`);
    afterMs += toneDurationMs(name) + SILENCE_BETWEEN_TONES_MS;
  }
}

async function speakSample(engine: SoundEngine, shell: ShellEnvironment): Promise<void> {
  await Promise.all([engine.prepare([SAMPLE_TEXT]), engine.whenIdle()]);
  if (shell.signal.aborted) return;
  shell.write(`\n"${SAMPLE_TEXT}"\n`);
  const dueEpochMs = systemClock.epochMs() + TONE_LEAD_TIME_MS;
  engine.schedule([{ cue: { kind: "speech", text: SAMPLE_TEXT }, dueEpochMs }]);
  await engine.whenIdle();
}
