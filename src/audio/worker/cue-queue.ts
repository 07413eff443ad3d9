/** The cues that wait to be heard, in the order of their moments; what is stale or does not fit any more is let go. */

import type { SoundCue } from "../types.ts";
import type { DueSound, SoundSource } from "./stream-player.ts";

/** A sound later than this says something that is no longer true. */
export const MAX_LATENESS_MS = 250;
/** Speech may run over its end by this much: the trimmed tail is hardly heard. */
const MAX_OVERRUN_MS = 30;

export interface QueuedCue {
  readonly cue: SoundCue;
  readonly dueMs: number;
  readonly endByMs: number | null;
  /** null until its speech is rendered. */
  samples: Int16Array | null;
}

export class CueQueue implements SoundSource {
  readonly #sampleRate: number;
  readonly #nowMs: () => number;
  #cues: QueuedCue[] = [];

  constructor(sampleRate: number, nowMs: () => number) {
    this.#sampleRate = sampleRate;
    this.#nowMs = nowMs;
  }

  get isEmpty(): boolean {
    return this.#cues.length === 0;
  }

  add(waiting: QueuedCue): void {
    const later = this.#cues.findIndex((other) => other.dueMs > waiting.dueMs);
    this.#cues.splice(later < 0 ? this.#cues.length : later, 0, waiting);
  }

  remove(waiting: QueuedCue): void {
    this.#cues = this.#cues.filter((other) => other !== waiting);
  }

  has(waiting: QueuedCue): boolean {
    return this.#cues.includes(waiting);
  }

  /** Lets go of what is due from a monotonic time on; of everything, when none is given. */
  removeFrom(fromMs = Number.NEGATIVE_INFINITY): void {
    this.#cues = this.#cues.filter(({ dueMs }) => dueMs < fromMs);
  }

  nextDueMs(): number | null {
    return this.#cues.find((waiting) => waiting.samples)?.dueMs ?? null;
  }

  takeDueBefore(beforeMs: number): readonly DueSound[] {
    const nowMs = this.#nowMs();
    const sounds: DueSound[] = [];
    this.#cues = this.#cues.filter((waiting) => {
      if (waiting.dueMs >= beforeMs) return true;
      if (!this.#isInTime(waiting, nowMs)) return false;
      if (!waiting.samples) return true;
      sounds.push({ samples: waiting.samples, dueMs: waiting.dueMs, isTone: waiting.cue.kind === "tone" });
      return false;
    });
    return sounds;
  }

  /** Lets go of what can no longer be heard; for when nothing takes sounds out. */
  removeExpired(): void {
    const nowMs = this.#nowMs();
    this.#cues = this.#cues.filter((waiting) => waiting.dueMs >= nowMs || this.#isInTime(waiting, nowMs));
  }

  /** Whether it still makes sense to begin it now. */
  #isInTime(waiting: QueuedCue, nowMs: number): boolean {
    const lateMs = nowMs - waiting.dueMs;
    if (waiting.endByMs === null) return lateMs <= MAX_LATENESS_MS;
    const durationMs = ((waiting.samples?.length ?? 0) * 1000) / this.#sampleRate;
    return Math.max(nowMs, waiting.dueMs) + durationMs <= waiting.endByMs + MAX_OVERRUN_MS;
  }
}
