/** Finds who speaks: the engines of this machine in order, each proven by a word before it is trusted. */
import type { Machine } from "../../system/programs.ts";
import type { Attempt } from "../types.ts";
import { espeakEngine } from "./espeak.ts";
import { SAY } from "./say.ts";
import { SPD_SAY } from "./spd-say.ts";
import { SYSTEM_SPEECH } from "./system-speech.ts";
import type { Engine, Voice, VoiceWish } from "./types.ts";

export interface FoundVoice {
  readonly voice: Voice | null;
  readonly attempts: readonly Attempt[];
  readonly notes: readonly string[];
}

/** Tries the engines of the platform in order; the first that speaks is used. */
export async function findVoice(machine: Machine, wish: VoiceWish): Promise<FoundVoice> {
  const attempts: Attempt[] = [];
  const notes: string[] = [];
  let found: Voice | null = null;
  for (const engine of enginesOf(machine.platform)) {
    const missing = engine.missing(machine);
    if (missing !== null) {
      attempts.push({ name: engine.name, state: "missing", why: missing });
    } else if (found) {
      attempts.push({ name: engine.name, state: "spare", why: `${found.name} is used` });
    } else {
      const opened = await openEngine(engine, machine, wish, notes);
      if (typeof opened !== "string") found = opened;
      attempts.push({
        name: engine.name,
        state: typeof opened === "string" ? "failed" : "used",
        why: typeof opened === "string" ? opened : "",
      });
    }
  }
  const hint = voiceHint(machine.platform);
  if (!found && hint) notes.push(`Nothing is spoken: ${hint}`);
  return { voice: found, attempts, notes };
}

/** "espeak-ng 1.51, voice en, 165 words a minute" */
export function voiceWords(voice: Voice): string {
  return `${voice.name} ${voice.version}, voice ${voice.voiceName}, ${Math.round(voice.rate)} words a minute`;
}

/** What to install where there is no voice; "" where the system brings one. */
export function voiceHint(platform: NodeJS.Platform): string {
  return platform === "darwin" || platform === "win32" ? "" : "install espeak-ng";
}

function enginesOf(platform: NodeJS.Platform): readonly Engine[] {
  if (platform === "darwin") return [SAY];
  if (platform === "win32") return [SYSTEM_SPEECH];
  return [espeakEngine("espeak-ng"), espeakEngine("espeak"), SPD_SAY];
}

/** A voice of a wrong name is no reason for silence: the engine's usual one speaks then, and the person is told. */
async function openEngine(engine: Engine, machine: Machine, wish: VoiceWish, notes: string[]): Promise<Voice | string> {
  const opened = await engine.open(machine, wish);
  if (typeof opened !== "string" || wish.voiceName === undefined) return opened;
  const usual = await engine.open(machine, { ...wish, voiceName: undefined });
  if (typeof usual !== "string") {
    notes.push(`${engine.name} cannot use the voice "${wish.voiceName}" (${opened}): its usual voice speaks`);
  }
  return usual;
}
