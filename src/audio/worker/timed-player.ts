/** For players that cannot be fed ahead: each clip is started at its own moment; and for the bell, which knows nothing else. */
import type { Clock } from "../../clock.ts";
import { type BellSink, type ClipSink, SAMPLE_RATE } from "../sinks/types.ts";
import type { DueSound, SoundPlayer, SoundSource } from "./stream-player.ts";

/** Starts each clip at its moment: a player of files, or the bell. */
export class TimedPlayer implements SoundPlayer {
  readonly ended: Promise<string>;
  readonly #source: SoundSource;
  readonly #clock: Clock;
  readonly #output: { play(sound: DueSound): void; stop(): void; close(): void };
  #busyUntilMs = 0;
  #cancelTimer: () => void = () => {};
  #closed = false;

  /** @param gain loudness of what a player plays, 0 to 1 */
  constructor(sink: ClipSink | BellSink, source: SoundSource, clock: Clock, gain: number, ring: () => void) {
    this.#source = source;
    this.#clock = clock;
    if (sink.kind === "bell") {
      this.#output = { play: (sound) => sound.isTone && ring(), stop() {}, close() {} };
      this.ended = new Promise(() => {});
    } else {
      const player = sink.open();
      this.#output = {
        play: ({ samples }) => player.play({ samples: applyGain(samples, gain), sampleRate: SAMPLE_RATE }),
        stop: () => player.stop(),
        close: () => player.close(),
      };
      this.ended = player.ended.then((why) => (this.#closed ? new Promise<string>(() => {}) : why));
    }
    this.wake();
  }

  wake(): void {
    this.#cancelTimer();
    const nextMs = this.#source.nextDueMs();
    if (nextMs === null || this.#closed) return;
    this.#cancelTimer = this.#clock.callAt(Math.max(nextMs, this.#clock.monotonicMs()), () => this.#playDue());
  }

  drop(fromMs?: number): void {
    if (fromMs === undefined) {
      this.#output.stop();
      this.#busyUntilMs = 0;
    }
    this.wake();
  }

  busyUntilMs(): number {
    return this.#busyUntilMs;
  }

  close(): void {
    this.#closed = true;
    this.#cancelTimer();
    this.#output.close();
  }

  #playDue(): void {
    const nowMs = this.#clock.monotonicMs();
    for (const sound of this.#source.takeDueBefore(nowMs + 1)) {
      this.#output.play(sound);
      this.#busyUntilMs = Math.max(this.#busyUntilMs, nowMs + (sound.samples.length * 1000) / SAMPLE_RATE);
    }
    this.wake();
  }
}

const scaledSamples = new WeakMap<Int16Array, Int16Array>();

/** The samples at another loudness, the same everywhere; the same object again for the same clip, so that its file is written once. */
function applyGain(samples: Int16Array, gain: number): Int16Array {
  const known = scaledSamples.get(samples) ?? samples.map((sample) => Math.round(sample * gain));
  scaledSamples.set(samples, known);
  return known;
}
