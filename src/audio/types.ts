/** The sound engine's interface: its cues, its options and its status. */
import type { Clock } from "../clock.ts";
import type { SpeechCue, ToneCue } from "../cues/types.ts";

/** One sound: what the engine needs of a cue. */
export type SoundCue = Pick<ToneCue, "kind" | "name"> | Pick<SpeechCue, "kind" | "text">;

/** A cue with its wall-clock time. */
export interface ScheduledCue {
  readonly cue: SoundCue;
  /** Milliseconds since the epoch at which its first sample should be heard. */
  readonly dueEpochMs: number;
  /** A phrase that cannot finish by then is skipped, because it would run into what comes next. */
  readonly endByEpochMs?: number | undefined;
}

/** The result of trying one sink or one voice. */
export interface BackendAttempt {
  readonly name: string;
  readonly state: "used" | "missing" | "failed" | "spare";
  /** "not installed", "ended after 12 ms with code 1: Connection refused"; empty for the one in use. */
  readonly why: string;
}

/** What sounds are played through, and which voice speaks. */
export interface SoundStatus {
  /** The sink in use; null when nothing can be heard. */
  readonly sink: string | null;
  /** The voice in use: "espeak-ng 1.51, voice en"; null when there is no voice. */
  readonly voice: string | null;
  /** Whether the voice can be heard: the bell cannot speak, and some voices need no sink. */
  readonly canSpeak: boolean;
  readonly sinks: readonly BackendAttempt[];
  readonly voices: readonly BackendAttempt[];
  /** What the person should know besides: that a player or voice of their choice is not used, or where sound plays. */
  readonly notes: readonly string[];
}

export const NO_SOUND: SoundStatus = { sink: null, voice: null, canSpeak: false, sinks: [], voices: [], notes: [] };

export interface SoundEngineOptions {
  readonly clock: Clock;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** Where rendered speech is cached; null for in memory only. */
  readonly cacheDir: string | null;
  /** Name of the sink to try first ("pacat", "bell"), before those of the platform. */
  readonly sinkPreference?: string | undefined;
  /** The voice's name, as the speech engine spells it. */
  readonly voiceName?: string | undefined;
  /** Words a minute; default 165. */
  readonly rate?: number | undefined;
  /** 0 to 100; default 80. */
  readonly volume?: number | undefined;
  /** true: look for a voice only when there is something to say. */
  readonly deferVoice?: boolean | undefined;
  /** true: start nothing until there is something to play. */
  readonly lazy?: boolean | undefined;
  /** Rings the terminal bell, the last resort. */
  readonly ringBell?: (() => void) | undefined;
}

/** Everything a session needs from sound. Nothing here throws or blocks; faults become notices. */
export interface SoundEngine {
  /** Settles once the search for a sink and a voice is over, successful or not. Cues may be scheduled before that. */
  readonly ready: Promise<SoundStatus>;
  /** Schedules cues, ideally at least 250 ms ahead; late ones are played as soon as possible. */
  schedule(cues: readonly ScheduledCue[]): void;
  /**
   * Cancels cues that were due to begin at or after a time (milliseconds since the epoch); sounds already playing
   * continue. Without a time, cancels everything and silences what is playing, within 100 ms.
   */
  drop(fromEpochMs?: number): void;
  /** Renders speech ahead of time, in this order; settles when every text is rendered or has failed. */
  prepare(texts: readonly string[]): Promise<void>;
  /**
   * How long a text takes to say in milliseconds, measured when it is rendered; null until then, or without a voice.
   */
  durationOf(text: string): number | null;
  status(): SoundStatus;
  /** Called when `ready` settles, and again after a later search for a voice; returns an unsubscribe function. */
  onStatus(listener: (status: SoundStatus) => void): () => void;
  /** Called once for every fault and recovery, with a message for the person; returns an unsubscribe function. */
  onNotice(listener: (text: string) => void): () => void;
  /** Settles when everything scheduled so far has been played, cancelled or missed. */
  whenIdle(): Promise<void>;
  /** Silences everything at once and ends every process. */
  close(): Promise<void>;
}

/** The default of {@link SoundEngineOptions.rate}: calm, and clear to somebody on the floor. */
export const DEFAULT_SPEECH_RATE = 165;
export const DEFAULT_VOLUME = 80;
