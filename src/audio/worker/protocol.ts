/** The messages between the program and its audio worker. */
import type { ScheduledCue, SoundEngineOptions, SoundStatus } from "../types.ts";

/** The options that the worker needs; functions cannot be sent. */
export interface WorkerOptions
  extends Pick<SoundEngineOptions, "cacheDir" | "sinkPreference" | "voiceName" | "rate" | "volume" | "deferVoice"> {
  /** Whether the program rings the terminal bell when asked. */
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
