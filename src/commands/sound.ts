/** `unwind sound`: says what sound is played through and who speaks, and plays every tone with its meaning. */
import type { Command } from "commander";
import { addPlayerFlags, playerOptions, type SoundFlags } from "../app/flags/sound-flags.ts";
import { openSettings } from "../app/open/settings.ts";
import { isTerminal, type Shell } from "../app/shell-environment.ts";
import { createSound } from "../audio/engine.ts";
import { soundAdvice } from "../audio/install.ts";
import type { SoundCue, SoundEngine, SoundStatus } from "../audio/types.ts";
import { systemClock } from "../clock.ts";
import { TONES, type ToneName, toneMs } from "../cues/tones.ts";
import { soundJson, statusLines, toneLine, warningLines } from "../output/sound-page.ts";
import { personalFolders } from "../paths.ts";
import type { Settings } from "../settings/table.ts";

interface SoundOptions extends Pick<SoundFlags, "voiceName" | "rate" | "volume"> {
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
const SPOKEN = "Pigeon pose. Two sets, 55 seconds each side. Right side first.";

/** Longer than every player and every voice together may take to prove itself. */
const FIND_MS = 20_000;
/** From here to the first tone: more than the sound process keeps ahead. */
const LEAD_MS = 700;
/** Silence between two tones: long enough to read what the last one meant. */
const GAP_MS = 700;

/** Adds the command's words. */
export function define(command: Command, shell: Shell): void {
  addPlayerFlags(command)
    .option("--list", "what is found, without playing anything")
    .option("--json", "what is found and every tone as JSON, without playing anything")
    .addHelpText("after", EXAMPLES)
    .action((options: SoundOptions) => sound(options, shell));
}

/** Finds out and plays. A machine without sound is a finding like any other. */
async function sound(options: SoundOptions, shell: Shell): Promise<void> {
  const settings = openSettings(shell);
  const engine = createSound({
    clock: systemClock,
    platform: process.platform,
    env: shell.env as NodeJS.ProcessEnv,
    cacheDir: personalFolders(shell.env).cache,
    ...playerOptions(settings, options),
    ring: ringOf(options, shell),
  });
  // Whoever leaves wants silence now, not at the end of the tone.
  const stopped = new Promise<void>((resolve) => shell.signal.addEventListener("abort", () => resolve()));
  try {
    await Promise.race([stopped, report(engine, settings, options, shell)]);
  } finally {
    await engine.close();
  }
}

async function report(engine: SoundEngine, settings: Settings, options: SoundOptions, shell: Shell): Promise<void> {
  const status = await found(engine);
  if (shell.signal.aborted) return;
  const advice = soundAdvice(status, process.platform);
  if (options.json) {
    shell.write(`${JSON.stringify(soundJson(status, advice, shell.env), null, 2)}\n`);
    return;
  }
  engine.onNotice((text) => shell.error(`unwind: ${text}`));
  const lines = [...statusLines(status), ...warningLines(advice, settings)];
  shell.write(`${lines.join("\n")}\n`);
  if (options.list) return;
  shell.write("\n");
  await playTones(engine, status.sink !== null, shell);
  if (status.speaks) await speak(engine, shell);
}

/** What was found, in the end even where something hangs. The alarm also keeps the program alive: sound alone does not. */
function found(engine: SoundEngine): Promise<SoundStatus> {
  return new Promise((resolve) => {
    const callOff = systemClock.at(systemClock.monotonicMs() + FIND_MS, () => resolve(engine.status()));
    void engine.ready.then((status) => {
      callOff();
      resolve(status);
    });
  });
}

/** Prints every tone as it sounds; all at once where none does. */
async function playTones(engine: SoundEngine, heard: boolean, shell: Shell): Promise<void> {
  const startMs = systemClock.monotonicMs() + LEAD_MS;
  let afterMs = 0;
  for (const [id, name] of (Object.keys(TONES) as ToneName[]).entries()) {
    if (heard) {
      const cue: SoundCue = { id, atMs: afterMs, kind: "tone", name, hz: TONES[name].hz };
      engine.schedule([{ cue, dueEpochMs: systemClock.epochMs(startMs + afterMs) }]);
      await until(startMs + afterMs);
    }
    if (shell.signal.aborted) return;
    shell.write(`${toneLine(name)}\n`);
    afterMs += toneMs(name) + GAP_MS;
  }
}

async function speak(engine: SoundEngine, shell: Shell): Promise<void> {
  await Promise.all([engine.prepare([SPOKEN]), engine.idle()]);
  if (shell.signal.aborted) return;
  shell.write(`\n"${SPOKEN}"\n`);
  const dueEpochMs = systemClock.epochMs() + LEAD_MS;
  engine.schedule([{ cue: { id: -1, atMs: 0, kind: "speech", name: "announce", text: SPOKEN }, dueEpochMs }]);
  await engine.idle();
}

function until(monotonicMs: number): Promise<void> {
  return new Promise((resolve) => {
    systemClock.at(monotonicMs, resolve);
  });
}

/** The terminal's bell, where there is one and it would be heard. */
function ringOf(options: SoundOptions, shell: Shell): (() => void) | undefined {
  if (options.json || !isTerminal(shell.stdout)) return undefined;
  return () => shell.write("\x07");
}
