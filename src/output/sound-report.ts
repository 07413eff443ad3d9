/** Output of `unwind sound`: the player and voice in use, why others are not used, and the tones with their meanings. */
import type { BackendAttempt, SoundStatus } from "../audio/types.ts";
import { TONES, type ToneName, toneDurationMs } from "../cues/tones.ts";
import type { Settings } from "../settings/definitions.ts";
import { escapeUnsafeText } from "../text/safe-text.ts";

type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

const NAME_COLUMNS = 14;

/** What is in use, and below it the outcome of every other attempt. */
export function formatSoundStatus(status: SoundStatus): string[] {
  return [
    ...formatAttempts("Player", status.sink ?? "none: nothing can be heard", status.sinks),
    ...formatAttempts("Voice", describeVoice(status), status.voices),
  ];
}

function describeVoice({ sink, voice, canSpeak }: SoundStatus): string {
  if (voice === null) return "none: nothing is said";
  return canSpeak ? voice : `${voice} (not heard: ${sink === "bell" ? "the bell only rings" : "no player"})`;
}

function formatAttempts(what: string, used: string, attempts: readonly BackendAttempt[]): string[] {
  const others = attempts.filter(({ state }) => state !== "used");
  return [
    `${what.padEnd(NAME_COLUMNS)}${escapeUnsafeText(used)}`,
    ...others.map(({ name, state, why }) => {
      const failed = state === "failed" ? "failed: " : "";
      return `  ${name.padEnd(NAME_COLUMNS - 2)}${failed}${escapeUnsafeText(why)}`;
    }),
  ];
}

/** How to fix sound problems here, and what the user's settings mute; empty if all is well. */
export function formatSoundWarnings(advice: readonly string[], settings: Settings): string[] {
  const tones = { on: "", ticks: "only the tones that count time", off: "no tones" }[settings.sound];
  const lines = [
    ...advice,
    ...(tones === "" ? [] : [`Your setting sound is ${settings.sound}: sessions play ${tones}.`]),
    ...(settings.voice === "off" ? ["Your setting voice is off: sessions say nothing."] : []),
    ...(settings.volume === 0 ? ["Your setting volume is 0."] : []),
  ].map(escapeUnsafeText);
  return lines.length > 0 ? ["", ...lines] : [];
}

/** "get-ready     880 Hz  three, two, one before you begin" */
export function formatTone(name: ToneName): string {
  const { hz, meaning } = TONES[name];
  return `${name.padEnd(NAME_COLUMNS)}${String(hz).padStart(4)} Hz  ${meaning}`;
}

/** The same as JSON. */
export function soundToJson(status: SoundStatus, advice: readonly string[], env: EnvironmentVariables): object {
  const { sink, voice, sinks, voices } = status;
  return {
    sink,
    voice,
    sinks,
    voices,
    advice,
    remote: Boolean(env["SSH_CONNECTION"] || env["SSH_TTY"]),
    tones: (Object.keys(TONES) as ToneName[]).map((name) => ({
      name,
      hz: TONES[name].hz,
      seconds: toneDurationMs(name) / 1000,
      meaning: TONES[name].meaning,
    })),
  };
}
