/** What the sound engine is asked for and what it tells: cues, the engine's one interface, and its state in words. */
import type { Clock } from "../clock.ts";

/** One sound of a session, as the cue sheet places it. */
export interface SoundCue {
  /** Its own number in the sheet. */
  readonly id: number;
  /** Session time in milliseconds at which it begins; the engine goes by {@link ScheduledCue.dueEpochMs}. */
  readonly atMs: number;
  readonly kind: "tone" | "speech";
  /** A row of the tone table for a tone; what a spoken line is for, otherwise. */
  readonly name: string;
  /** The tone's steady frequency, as it will be found in a recording. */
  readonly hz?: number | undefined;
  /** What is said. */
  readonly text?: string | undefined;
}

/** A cue with its moment on the wall. */
export interface ScheduledCue {
  readonly cue: SoundCue;
  /** Milliseconds since the epoch at which its first sample is to be heard. */
  readonly dueEpochMs: number;
  /** A spoken line that cannot be over by then is not said: it would run into what comes next. */
  readonly endByEpochMs?: number | undefined;
}

/** How one way to make sound, or one voice, fared when it was tried. */
export interface BackendAttempt {
  readonly name: string;
  readonly state: "used" | "missing" | "failed" | "spare";
  /** "not installed", "ended after 12 ms with code 1: Connection refused"; empty for what is used. */
  readonly why: string;
}

/** What sounds are played through and who speaks. */
export interface SoundStatus {
  /** The sink in use; null: nothing can be heard. */
  readonly sink: string | null;
  /** The voice in use: "espeak-ng 1.51, voice en"; null: nothing is said. */
  readonly voice: string | null;
  /** Whether what the voice says can be heard: the bell says nothing, and some voices need no player. */
  readonly canSpeak: boolean;
  readonly sinks: readonly BackendAttempt[];
  readonly voices: readonly BackendAttempt[];
  /** Words for the person: what to install, what is played elsewhere. */
  readonly notes: readonly string[];
}

export interface SoundEngineOptions {
  readonly clock: Clock;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** Where rendered speech is kept; null: in memory only. */
  readonly cacheDir: string | null;
  /** Name of the sink to try first ("pacat", "bell"), before those of the platform. */
  readonly sinkPreference?: string | undefined;
  /** The engine's own name of a voice. */
  readonly voiceName?: string | undefined;
  /** Words a minute; 165 unless told. */
  readonly rate?: number | undefined;
  /** 0 to 100; 80 unless told. */
  readonly volume?: number | undefined;
  /** false: a voice is looked for when there is something to say, not before. */
  readonly speech?: boolean | undefined;
  /** true: nothing is started until there is something to be heard. */
  readonly lazy?: boolean | undefined;
  /** Rings the terminal's bell, when nothing better was found. */
  readonly ringBell?: (() => void) | undefined;
}

/** Everything that a session needs of sound. Nothing here throws, and nothing here waits: faults become notices. */
export interface SoundEngine {
  /** Settles when a sink and a voice were found, or found wanting. Cues may be scheduled before. */
  readonly ready: Promise<SoundStatus>;
  /** Hands over cues, at best 250 ms ahead or more; later ones are played as soon as they can be. */
  schedule(cues: readonly ScheduledCue[]): void;
  /**
   * Takes back what was to begin from a moment on (milliseconds since the epoch); what sounds goes on. Without a moment
   * everything is taken back and what sounds is silenced, within 100 ms.
   */
  drop(fromEpochMs?: number): void;
  /** Renders speech ahead, in this order; settles when all of it is rendered or cannot be. */
  prepare(texts: readonly string[]): Promise<void>;
  /** Milliseconds that a text takes to say: measured when it was rendered, null until then or without a voice. */
  durationOf(text: string): number | null;
  status(): SoundStatus;
  /** Told when `ready` settles, and when a voice was looked for after that; returns how to leave. */
  onStatus(listener: (status: SoundStatus) => void): () => void;
  /** Told of every fault and recovery, once each, in words for the person; returns how to leave. */
  onNotice(listener: (text: string) => void): () => void;
  /** Settles when everything scheduled so far has been heard, dropped or missed. */
  whenIdle(): Promise<void>;
  /** Silence at once, and no process left. */
  close(): Promise<void>;
}

/** Speech that goes with {@link SoundEngineOptions.rate} when nothing is said: calm, and clear from the floor. */
export const DEFAULT_SPEECH_RATE = 165;
export const DEFAULT_VOLUME = 80;
