/** The messages between the program and its audio worker. */
import {
  DEFAULT_SPEECH_RATE,
  DEFAULT_VOLUME,
  type ScheduledCue,
  type SoundEngineOptions,
  type SoundStatus,
} from "../types.ts";

/** The serialisable part of the options that the worker needs. */
export interface WorkerOptions {
  readonly cacheDir: string | null;
  readonly sinkPreference?: string | undefined;
  readonly voiceName?: string | undefined;
  readonly rate: number;
  readonly volume: number;
  readonly deferVoice: boolean;
  readonly bell: boolean;
}

/** To the worker. */
export type WorkerRequest =
  | { readonly type: "open"; readonly options: WorkerOptions }
  | { readonly type: "schedule"; readonly cues: readonly ScheduledCue[] }
  | { readonly type: "drop"; readonly fromEpochMs?: number | undefined }
  | { readonly type: "prepare"; readonly texts: readonly string[]; readonly requestId: number }
  | { readonly type: "idle"; readonly requestId: number }
  | { readonly type: "close" };

/** From the worker. */
export type WorkerMessage =
  | { readonly type: "status"; readonly status: SoundStatus; readonly settled: boolean }
  | { readonly type: "duration"; readonly text: string; readonly durationMs: number }
  | { readonly type: "notice"; readonly text: string }
  | { readonly type: "ring" }
  /** The request with that number is complete. */
  | { readonly type: "done"; readonly requestId: number };

/** Converts the options into the form that is sent. */
export function toWorkerOptions(options: SoundEngineOptions): WorkerOptions {
  const { cacheDir, sinkPreference, voiceName, ringBell } = options;
  const { rate = DEFAULT_SPEECH_RATE, volume = DEFAULT_VOLUME, deferVoice = false } = options;
  return { cacheDir, sinkPreference, voiceName, rate, volume, deferVoice, bell: ringBell !== undefined };
}
