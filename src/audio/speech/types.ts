/** What a voice is: an engine of the machine that makes speech, into a file's bytes or, at worst, aloud by itself. */
import type { Host, ProgramResult } from "../../system/programs.ts";

/** How a person wants to be spoken to. */
export interface VoicePreference {
  /** The engine's own name of a voice; undefined: its usual English one. */
  readonly voiceName: string | undefined;
  /** Words a minute. */
  readonly rate: number;
}

/** An engine that renders: its speech is mixed and begins on time. */
export interface SpeechRenderer {
  readonly kind: "renders";
  readonly name: string;
  /** As the engine gives it; part of the cache's key, because another version speaks otherwise. */
  readonly version: string;
  /** The voice that it really uses. */
  readonly voiceName: string;
  readonly rate: number;
  /** A WAV file that says the text. */
  render(text: string): Promise<ProgramResult>;
  close(): void;
}

/** An engine that only speaks aloud, some time after it is asked to. */
export interface LiveVoice {
  readonly kind: "live";
  readonly name: string;
  readonly version: string;
  readonly voiceName: string;
  readonly rate: number;
  speak(text: string): void;
  /** Whether something that it was told to speak is not over. */
  isSpeaking(): boolean;
  stop(): void;
  close(): void;
}

export type SpeechVoice = SpeechRenderer | LiveVoice;

/** One engine that may be on the machine. */
export interface SpeechEngine {
  readonly name: string;
  /** null when it can be tried, otherwise why not. */
  unavailableReason(machine: Host): string | null;
  /** The voice, proven by a word that it said; or why there is none. */
  open(machine: Host, wish: VoicePreference): Promise<SpeechVoice | string>;
}

/** An engine that says nothing for this long hangs, and is ended. */
export const SPEECH_TIMEOUT_MS = 5000;
/** What a new voice has to say to be trusted. */
export const TEST_PHRASE = "Ready";
