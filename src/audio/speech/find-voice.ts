/** Finds who speaks: the engines of this machine in order, each proven by a word before it is trusted. */
import type { Host } from "../../system/programs.ts";
import type { BackendAttempt } from "../types.ts";
import { createEspeakEngine } from "./espeak.ts";
import { SAY_ENGINE } from "./say.ts";
import { SPD_SAY_ENGINE } from "./spd-say.ts";
import { SYSTEM_SPEECH_ENGINE } from "./system-speech.ts";
import type { SpeechEngine, SpeechVoice, VoicePreference } from "./types.ts";

export interface VoiceSearchResult {
  readonly voice: SpeechVoice | null;
  readonly attempts: readonly BackendAttempt[];
  readonly notes: readonly string[];
}

/** Tries the engines of the platform in order; the first that speaks is used. */
export async function findVoice(machine: Host, wish: VoicePreference): Promise<VoiceSearchResult> {
  const attempts: BackendAttempt[] = [];
  const notes: string[] = [];
  let found: SpeechVoice | null = null;
  for (const engine of listSpeechEngines(machine.platform)) {
    const missing = engine.unavailableReason(machine);
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
  const hint = describeMissingVoice(machine.platform);
  if (!found && hint) notes.push(`Nothing is spoken: ${hint}`);
  return { voice: found, attempts, notes };
}

/** "espeak-ng 1.51, voice en, 165 words a minute" */
export function formatVoiceLabel(voice: SpeechVoice): string {
  return `${voice.name} ${voice.version}, voice ${voice.voiceName}, ${Math.round(voice.rate)} words a minute`;
}

/** What to install where there is no voice; "" where the system brings one. */
export function describeMissingVoice(platform: NodeJS.Platform): string {
  return platform === "darwin" || platform === "win32" ? "" : "install espeak-ng";
}

function listSpeechEngines(platform: NodeJS.Platform): readonly SpeechEngine[] {
  if (platform === "darwin") return [SAY_ENGINE];
  if (platform === "win32") return [SYSTEM_SPEECH_ENGINE];
  return [createEspeakEngine("espeak-ng"), createEspeakEngine("espeak"), SPD_SAY_ENGINE];
}

/** A voice of a wrong name is no reason for silence: the engine's usual one speaks then, and the person is told. */
async function openEngine(
  engine: SpeechEngine,
  machine: Host,
  wish: VoicePreference,
  notes: string[],
): Promise<SpeechVoice | string> {
  const opened = await engine.open(machine, wish);
  if (typeof opened !== "string" || wish.voiceName === undefined) return opened;
  const usual = await engine.open(machine, { ...wish, voiceName: undefined });
  if (typeof usual !== "string") {
    notes.push(`${engine.name} cannot use the voice "${wish.voiceName}" (${opened}): its usual voice speaks`);
  }
  return usual;
}
