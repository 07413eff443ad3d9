/** The cues that wait to be heard, in the order of their moments; what is stale or does not fit any more is let go. */

import type { SoundCue } from "../types.ts";
import type { Sound, Source } from "./output.ts";

/** A sound later than this says something that is no longer true. */
export const STALE_MS = 250;
/** Speech may run over its end by this much: the trimmed tail is hardly heard. */
const OVERRUN_MS = 30;

export interface Waiting {
  readonly cue: SoundCue;
  readonly dueMs: number;
  readonly endByMs: number | null;
  /** null until its speech is rendered. */
  samples: Int16Array | null;
}

export class CueQueue implements Source {
  readonly #sampleRate: number;
  readonly #nowMs: () => number;
  #waiting: Waiting[] = [];

  constructor(sampleRate: number, nowMs: () => number) {
    this.#sampleRate = sampleRate;
    this.#nowMs = nowMs;
  }

  get empty(): boolean {
    return this.#waiting.length === 0;
  }

  add(waiting: Waiting): void {
    const later = this.#waiting.findIndex((other) => other.dueMs > waiting.dueMs);
    this.#waiting.splice(later < 0 ? this.#waiting.length : later, 0, waiting);
  }

  remove(waiting: Waiting): void {
    this.#waiting = this.#waiting.filter((other) => other !== waiting);
  }

  has(waiting: Waiting): boolean {
    return this.#waiting.includes(waiting);
  }

  /** Lets go of what is due from a monotonic time on; of everything, when none is given. */
  clear(fromMs = Number.NEGATIVE_INFINITY): void {
    this.#waiting = this.#waiting.filter(({ dueMs }) => dueMs < fromMs);
  }

  nextMs(): number | null {
    return this.#waiting.find((waiting) => waiting.samples)?.dueMs ?? null;
  }

  take(beforeMs: number): readonly Sound[] {
    const nowMs = this.#nowMs();
    const sounds: Sound[] = [];
    this.#waiting = this.#waiting.filter((waiting) => {
      if (waiting.dueMs >= beforeMs) return true;
      if (!this.#fits(waiting, nowMs)) return false;
      if (!waiting.samples) return true;
      sounds.push({ samples: waiting.samples, dueMs: waiting.dueMs, tone: waiting.cue.kind === "tone" });
      return false;
    });
    return sounds;
  }

  /** Lets go of what can no longer be heard; for when nothing takes sounds out. */
  expire(): void {
    const nowMs = this.#nowMs();
    this.#waiting = this.#waiting.filter((waiting) => waiting.dueMs >= nowMs || this.#fits(waiting, nowMs));
  }

  /** Whether it still makes sense to begin it now. */
  #fits(waiting: Waiting, nowMs: number): boolean {
    const lateMs = nowMs - waiting.dueMs;
    if (waiting.endByMs === null) return lateMs <= STALE_MS;
    const durationMs = ((waiting.samples?.length ?? 0) * 1000) / this.#sampleRate;
    return Math.max(nowMs, waiting.dueMs) + durationMs <= waiting.endByMs + OVERRUN_MS;
  }
}
