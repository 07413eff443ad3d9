/** What a voice is: an engine of the machine that makes speech, into a file's bytes or, at worst, aloud by itself. */
import type { Machine, Outcome } from "../../system/programs.ts";

/** How a person wants to be spoken to. */
export interface VoiceWish {
  /** The engine's own name of a voice; undefined: its usual English one. */
  readonly voiceName: string | undefined;
  /** Words a minute. */
  readonly rate: number;
}

/** An engine that renders: its speech is mixed and begins on time. */
export interface Renderer {
  readonly kind: "renders";
  readonly name: string;
  /** As the engine gives it; part of the cache's key, because another version speaks otherwise. */
  readonly version: string;
  /** The voice that it really uses. */
  readonly voiceName: string;
  readonly rate: number;
  /** A WAV file that says the text. */
  render(text: string): Promise<Outcome>;
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
  speaks(): boolean;
  stop(): void;
  close(): void;
}

export type Voice = Renderer | LiveVoice;

/** One engine that may be on the machine. */
export interface Engine {
  readonly name: string;
  /** null when it can be tried, otherwise why not. */
  missing(machine: Machine): string | null;
  /** The voice, proven by a word that it said; or why there is none. */
  open(machine: Machine, wish: VoiceWish): Promise<Voice | string>;
}

/** An engine that says nothing for this long hangs, and is ended. */
export const RENDER_TIMEOUT_MS = 5000;
/** What a new voice has to say to be trusted. */
export const PROOF_TEXT = "Ready";
