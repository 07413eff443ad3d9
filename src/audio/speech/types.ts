/** A voice: a speech engine that renders to WAV or, failing that, speaks aloud by itself. */
import type { ProgramResult } from "../../system/programs.ts";

/** The person's choice of voice. */
export interface VoicePreference {
  /** The voice's name, as the engine spells it; undefined for its default English voice. */
  readonly voiceName: string | undefined;
  /** Words a minute. */
  readonly rate: number;
}

interface VoiceIdentity {
  /** The engine's name. */
  readonly name: string;
  /** As the engine reports it; part of the cache key, because another version sounds different. */
  readonly version: string;
  /** The voice actually used. */
  readonly voiceName: string;
  readonly rate: number;
}

/** A voice whose speech is rendered, so that it can be mixed and starts on time. */
export interface SpeechRenderer extends VoiceIdentity {
  readonly kind: "rendered";
  /** Renders the text as a WAV file. */
  render(text: string): Promise<ProgramResult>;
  close(): void;
}

/** A voice that can only speak aloud, with an unknown delay. */
export interface LiveVoice extends VoiceIdentity {
  readonly kind: "live";
  speak(text: string): void;
  /** Whether something it was asked to speak is still going on. */
  isSpeaking(): boolean;
  stop(): void;
  close(): void;
}

export type SpeechVoice = SpeechRenderer | LiveVoice;

/** A speech engine that is installed. */
export interface SpeechEngine {
  readonly kind: "engine";
  readonly name: string;
  /** Returns the voice, or the reason why there is none. */
  open(preference: VoicePreference): Promise<SpeechVoice | string>;
}

/** An engine that does not answer for this long is stuck and is killed. */
export const SPEECH_TIMEOUT_MS = 5000;
