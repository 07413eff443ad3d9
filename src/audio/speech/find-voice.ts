/** Finds a voice: tries the host's speech engines in order and tests each with one word. */
import { describeError } from "../../errors.ts";
import type { Host, ProgramResult } from "../../system/programs.ts";
import { parseWav } from "../mixing/wav.ts";
import { type MissingBackend, openFirst } from "../open-first.ts";
import type { BackendAttempt } from "../types.ts";
import { createSayEngine } from "./darwin.ts";
import { createEspeakEngine, createSpdSayEngine } from "./linux.ts";
import type { SpeechEngine, SpeechVoice, VoicePreference } from "./types.ts";
import { createSystemSpeechEngine } from "./windows.ts";

interface VoiceSearchResult {
  readonly voice: SpeechVoice | null;
  readonly attempts: readonly BackendAttempt[];
  /** Messages for the person. */
  readonly notes: readonly string[];
}

/** The word a new voice has to say to be trusted. */
const TEST_PHRASE = "Ready";
/** A test phrase with no sample above this is silence. */
const SILENCE_LEVEL = 300;

/** Tries the platform's engines in order and uses the first that speaks. */
export async function findVoice(host: Host, preference: VoicePreference): Promise<VoiceSearchResult> {
  const notes: string[] = [];
  const engines = listSpeechEngines(host);
  const { opened: voice, attempts } = await openFirst(engines, (engine) => openEngine(engine, preference, notes));
  return { voice, attempts, notes };
}

/** "espeak-ng 1.51, voice en, 165 words a minute" */
export function formatVoiceLabel(voice: SpeechVoice): string {
  return `${voice.name} ${voice.version}, voice ${voice.voiceName}, ${Math.round(voice.rate)} words a minute`;
}

function listSpeechEngines(host: Host): readonly (SpeechEngine | MissingBackend)[] {
  if (host.platform === "darwin") return [createSayEngine(host)];
  if (host.platform === "win32") return [createSystemSpeechEngine(host)];
  return [createEspeakEngine("espeak-ng", host), createEspeakEngine("espeak", host), createSpdSayEngine(host)];
}

/** An invalid voice name is no reason for silence: the engine's default voice is used and the person is told. */
async function openEngine(
  engine: SpeechEngine,
  preference: VoicePreference,
  notes: string[],
): Promise<SpeechVoice | string> {
  const voice = await openTestedVoice(engine, preference);
  if (typeof voice !== "string" || preference.voiceName === undefined) return voice;
  const usual = await openTestedVoice(engine, { ...preference, voiceName: undefined });
  if (typeof usual !== "string") {
    notes.push(`${engine.name} cannot use the voice "${preference.voiceName}" (${voice}): its default voice is used`);
  }
  return usual;
}

/** Returns the voice if it can say a word, otherwise the reason: an engine may exit successfully without any sound. */
async function openTestedVoice(engine: SpeechEngine, preference: VoicePreference): Promise<SpeechVoice | string> {
  const voice = await engine.open(preference);
  if (typeof voice === "string" || voice.kind === "live") return voice;
  const fault = findSpeechFault(await voice.render(TEST_PHRASE));
  if (fault === null) return voice;
  voice.close();
  return fault;
}

function findSpeechFault(result: ProgramResult): string | null {
  if (!result.ok) return result.why;
  try {
    const { samples } = parseWav(result.output);
    return samples.some((sample) => Math.abs(sample) > SILENCE_LEVEL) ? null : "gave silence";
  } catch (error) {
    return describeError(error);
  }
}
