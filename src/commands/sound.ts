/** `unwind sound`: says what sound is played through and who speaks, and plays every tone with its meaning. */
import type { Command } from "commander";
import { addPlaybackFlags, resolvePlaybackOptions, type SoundFlags } from "../app/flags/sound-flags.ts";
import { openSettings } from "../app/open/settings.ts";
import { isTerminal, type ShellEnvironment } from "../app/shell-environment.ts";
import { buildSoundAdvice } from "../audio/sound-advice.ts";
import { createSoundEngine } from "../audio/sound-engine.ts";
import type { SoundCue, SoundEngine, SoundStatus } from "../audio/types.ts";
import { systemClock } from "../clock.ts";
import { TONES, type ToneName, toneDurationMs } from "../cues/tones.ts";
import { formatSoundStatus, formatSoundWarnings, formatTone, soundToJson } from "../output/sound-report.ts";
import { resolvePersonalFolders } from "../paths.ts";
import type { Settings } from "../settings/definitions.ts";

interface SoundCommandOptions extends Pick<SoundFlags, "voiceName" | "rate" | "volume"> {
  readonly list?: true;
  readonly json?: true;
}

const EXAMPLES = `
It is a report: the exit code is 0 also where nothing can be heard. Music that plays is never stopped.

Examples:
  unwind sound                                  every tone with its meaning, then a spoken line
  unwind sound --list                           what would be used, without a sound
  unwind sound --voice-name en-us --rate 150    another voice, slower
  unwind config set sink bell                   play through something else from now on
`;

/** Said to be judged by: a name, a number, a side. */
const SAMPLE_TEXT = "Pigeon pose. Two sets, 55 seconds each side. Right side first.";

/** Longer than every player and every voice together may take to prove itself. */
const MAX_DETECTION_MS = 20_000;
/** From here to the first tone: more than the sound process keeps ahead. */
const TONE_LEAD_TIME_MS = 700;
/** Silence between two tones: long enough to read what the last one meant. */
const SILENCE_BETWEEN_TONES_MS = 700;

/** Adds the command's words. */
export function define(command: Command, shell: ShellEnvironment): void {
  addPlaybackFlags(command)
    .option("--list", "what is found, without playing anything")
    .option("--json", "what is found and every tone as JSON, without playing anything")
    .addHelpText("after", EXAMPLES)
    .action((options: SoundCommandOptions) => testSound(options, shell));
}

/** Finds out and plays. A machine without sound is a finding like any other. */
async function testSound(options: SoundCommandOptions, shell: ShellEnvironment): Promise<void> {
  const settings = openSettings(shell);
  const engine = createSoundEngine({
    clock: systemClock,
    platform: process.platform,
    env: shell.env as NodeJS.ProcessEnv,
    cacheDir: resolvePersonalFolders(shell.env).cache,
    ...resolvePlaybackOptions(settings, options),
    ringBell: createBell(options, shell),
  });
  // Whoever leaves wants silence now, not at the end of the tone.
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
  if (options.json) {
    shell.write(`${JSON.stringify(soundToJson(status, advice, shell.env), null, 2)}\n`);
    return;
  }
  engine.onNotice((text) => shell.error(`unwind: ${text}`));
  const lines = [...formatSoundStatus(status), ...formatSoundWarnings(advice, settings)];
  shell.write(`${lines.join("\n")}\n`);
  if (options.list) return;
  shell.write("\n");
  await playTones(engine, status.sink !== null, shell);
  if (status.canSpeak) await speakSample(engine, shell);
}

/** What was found, in the end even where something hangs. The alarm also keeps the program alive: sound alone does not. */
function waitForSoundStatus(engine: SoundEngine): Promise<SoundStatus> {
  return new Promise((resolve) => {
    const callOff = systemClock.callAt(systemClock.monotonicMs() + MAX_DETECTION_MS, () => resolve(engine.status()));
    void engine.ready.then((status) => {
      callOff();
      resolve(status);
    });
  });
}

/** Prints every tone as it sounds; all at once where none does. */
async function playTones(engine: SoundEngine, heard: boolean, shell: ShellEnvironment): Promise<void> {
  const startMs = systemClock.monotonicMs() + TONE_LEAD_TIME_MS;
  let afterMs = 0;
  for (const [id, name] of (Object.keys(TONES) as ToneName[]).entries()) {
    if (heard) {
      const cue: SoundCue = { id, atMs: afterMs, kind: "tone", name, hz: TONES[name].hz };
      engine.schedule([{ cue, dueEpochMs: systemClock.epochMs(startMs + afterMs) }]);
      await waitUntil(startMs + afterMs);
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
  engine.schedule([{ cue: { id: -1, atMs: 0, kind: "speech", name: "announce", text: SAMPLE_TEXT }, dueEpochMs }]);
  await engine.whenIdle();
}

function waitUntil(monotonicMs: number): Promise<void> {
  return new Promise((resolve) => {
    systemClock.callAt(monotonicMs, resolve);
  });
}

/** The terminal's bell, where there is one and it would be heard. */
function createBell(options: SoundCommandOptions, shell: ShellEnvironment): (() => void) | undefined {
  if (options.json || !isTerminal(shell.stdout)) return undefined;
  return () => shell.write("\x07");
}
