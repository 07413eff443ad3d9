/** The queue of cues by due time; stale cues and phrases that no longer fit are discarded. */
import type { SoundCue } from "../types.ts";

/** A cue later than this would announce something that is no longer true. */
export const MAX_LATENESS_MS = 250;
/** Speech may overrun its end by this much: its trimmed tail is barely audible. */
const MAX_OVERRUN_MS = 30;

export interface QueuedCue {
  readonly cue: SoundCue;
  readonly dueMs: number;
  readonly endByMs: number | null;
  /** null until its speech has been rendered. */
  samples: Int16Array | null;
}

/** A rendered sound with its monotonic due time. */
export interface DueSound {
  readonly samples: Int16Array;
  readonly dueMs: number;
  /** The bell rings for tones only. */
  readonly isTone: boolean;
}

export class CueQueue {
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

  add(queued: QueuedCue): void {
    const later = this.#cues.findIndex((other) => other.dueMs > queued.dueMs);
    this.#cues.splice(later < 0 ? this.#cues.length : later, 0, queued);
  }

  remove(queued: QueuedCue): void {
    this.#cues = this.#cues.filter((other) => other !== queued);
  }

  has(queued: QueuedCue): boolean {
    return this.#cues.includes(queued);
  }

  /** Removes everything due at or after a monotonic time, or everything. */
  removeFrom(fromMs = Number.NEGATIVE_INFINITY): void {
    this.#cues = this.#cues.filter(({ dueMs }) => dueMs < fromMs);
  }

  /** When the next sound is due; null when there is none. */
  nextDueMs(): number | null {
    return this.#cues.find(({ samples }) => samples)?.dueMs ?? null;
  }

  /** Removes and returns the sounds due before a monotonic time. */
  takeDueBefore(beforeMs: number): readonly DueSound[] {
    const nowMs = this.#nowMs();
    const sounds: DueSound[] = [];
    this.#cues = this.#cues.filter((queued) => {
      if (queued.dueMs >= beforeMs) return true;
      if (!this.#isInTime(queued, nowMs)) return false;
      if (!queued.samples) return true;
      sounds.push({ samples: queued.samples, dueMs: queued.dueMs, isTone: queued.cue.kind === "tone" });
      return false;
    });
    return sounds;
  }

  /** Removes what can no longer be heard, for when nothing takes sounds out. */
  removeExpired(): void {
    const nowMs = this.#nowMs();
    this.#cues = this.#cues.filter((queued) => queued.dueMs >= nowMs || this.#isInTime(queued, nowMs));
  }

  /** Whether it still makes sense to start it now. */
  #isInTime({ dueMs, endByMs, samples }: QueuedCue, nowMs: number): boolean {
    if (endByMs === null) return nowMs - dueMs <= MAX_LATENESS_MS;
    const durationMs = ((samples?.length ?? 0) * 1000) / this.#sampleRate;
    return Math.max(nowMs, dueMs) + durationMs <= endByMs + MAX_OVERRUN_MS;
  }
}
