/** For sinks that cannot be fed ahead: starts each clip, or rings the bell, when it is due. */
import type { Clock } from "../../clock.ts";
import { type BellSink, type ClipSink, SAMPLE_RATE, SAMPLES_PER_MS } from "../sinks/types.ts";
import type { CueQueue, DueSound } from "./cue-queue.ts";
import type { SoundPlayer } from "./stream-player.ts";

export class TimedPlayer implements SoundPlayer {
  readonly ended: Promise<string>;
  readonly #queue: CueQueue;
  readonly #clock: Clock;
  readonly #output: { play(sound: DueSound): void; stop(): void; close(): void };
  #busyUntilMs = 0;
  #cancelTimer: () => void = () => {};
  #closed = false;

  /** @param gain volume of clips, 0 to 1 */
  constructor(sink: ClipSink | BellSink, queue: CueQueue, clock: Clock, gain: number, ring: () => void) {
    this.#queue = queue;
    this.#clock = clock;
    if (sink.kind === "bell") {
      this.#output = { play: (sound) => sound.isTone && ring(), stop() {}, close() {} };
      this.ended = new Promise(() => {});
    } else {
      const output = sink.open();
      this.#output = {
        play: ({ samples }) => output.play({ samples: applyGain(samples, gain), sampleRate: SAMPLE_RATE }),
        stop: () => output.stop(),
        close: () => output.close(),
      };
      this.ended = output.ended.then((why) => (this.#closed ? new Promise<string>(() => {}) : why));
    }
    this.wake();
  }

  wake(): void {
    this.#cancelTimer();
    const nextMs = this.#queue.nextDueMs();
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
    for (const sound of this.#queue.takeDueBefore(nowMs + 1)) {
      this.#output.play(sound);
      this.#busyUntilMs = Math.max(this.#busyUntilMs, nowMs + sound.samples.length / SAMPLES_PER_MS);
    }
    this.wake();
  }
}

const scaledSamples = new WeakMap<Int16Array, Int16Array>();

/** Scales samples by the gain. Returns the same array for the same clip, so that its file is written only once. */
function applyGain(samples: Int16Array, gain: number): Int16Array {
  const known = scaledSamples.get(samples) ?? samples.map((sample) => Math.round(sample * gain));
  scaledSamples.set(samples, known);
  return known;
}
