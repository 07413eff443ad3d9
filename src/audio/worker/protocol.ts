/** What the program and its sound process say to each other. */
import {
  DEFAULT_SPEECH_RATE,
  DEFAULT_VOLUME,
  type ScheduledCue,
  type SoundEngineOptions,
  type SoundStatus,
} from "../types.ts";

/** The part of the options that the other process needs, as it travels. */
export interface WorkerOptions {
  readonly platform: NodeJS.Platform;
  readonly cacheDir: string | null;
  readonly sinkPreference?: string | undefined;
  readonly voiceName?: string | undefined;
  readonly rate: number;
  readonly volume: number;
  readonly speech: boolean;
  readonly bell: boolean;
}

/** To the sound process. */
export type WorkerRequest =
  | { readonly type: "open"; readonly options: WorkerOptions }
  | { readonly type: "schedule"; readonly cues: readonly ScheduledCue[] }
  | { readonly type: "drop"; readonly fromEpochMs?: number | undefined }
  | { readonly type: "prepare"; readonly texts: readonly string[]; readonly ticket: number }
  | { readonly type: "idle"; readonly ticket: number }
  | { readonly type: "close" };

/** From the sound process. */
export type WorkerMessage =
  | { readonly type: "status"; readonly status: SoundStatus; readonly settled: boolean }
  | { readonly type: "duration"; readonly text: string; readonly durationMs: number }
  | { readonly type: "notice"; readonly text: string }
  | { readonly type: "ring" }
  /** What was asked under that ticket is done. */
  | { readonly type: "done"; readonly ticket: number };

/** The options as they travel. */
export function toWorkerOptions(options: SoundEngineOptions): WorkerOptions {
  const { platform, cacheDir, sinkPreference, voiceName, ringBell } = options;
  const { rate = DEFAULT_SPEECH_RATE, volume = DEFAULT_VOLUME, speech = true } = options;
  const bell = ringBell !== undefined;
  return { platform, cacheDir, sinkPreference, voiceName, rate, volume, speech, bell };
}
