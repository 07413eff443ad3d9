/** For players that cannot be fed ahead: each clip is started at its own moment; and for the bell, which knows nothing else. */
import type { Clock } from "../../clock.ts";
import { type BellSink, type ClipSink, SAMPLE_RATE } from "../sinks/types.ts";
import type { Output, Sound, Source } from "./output.ts";

/** Starts each clip at its moment: a player of files, or the bell. */
export class TimedOutput implements Output {
  readonly ended: Promise<string>;
  readonly #source: Source;
  readonly #clock: Clock;
  readonly #player: { play(sound: Sound): void; stop(): void; close(): void };
  #busyUntilMs = 0;
  #callOff: () => void = () => {};
  #closed = false;

  /** @param gain loudness of what a player plays, 0 to 1 */
  constructor(sink: ClipSink | BellSink, source: Source, clock: Clock, gain: number, ring: () => void) {
    this.#source = source;
    this.#clock = clock;
    if (sink.kind === "bell") {
      this.#player = { play: (sound) => sound.tone && ring(), stop() {}, close() {} };
      this.ended = new Promise(() => {});
    } else {
      const player = sink.open();
      this.#player = {
        play: ({ samples }) => player.play({ samples: louder(samples, gain), sampleRate: SAMPLE_RATE }),
        stop: () => player.stop(),
        close: () => player.close(),
      };
      this.ended = player.ended.then((why) => (this.#closed ? new Promise<string>(() => {}) : why));
    }
    this.wake();
  }

  wake(): void {
    this.#callOff();
    const nextMs = this.#source.nextMs();
    if (nextMs === null || this.#closed) return;
    this.#callOff = this.#clock.at(Math.max(nextMs, this.#clock.monotonicMs()), () => this.#play());
  }

  drop(fromMs?: number): void {
    if (fromMs === undefined) {
      this.#player.stop();
      this.#busyUntilMs = 0;
    }
    this.wake();
  }

  busyUntilMs(): number {
    return this.#busyUntilMs;
  }

  close(): void {
    this.#closed = true;
    this.#callOff();
    this.#player.close();
  }

  #play(): void {
    const nowMs = this.#clock.monotonicMs();
    for (const sound of this.#source.take(nowMs + 1)) {
      this.#player.play(sound);
      this.#busyUntilMs = Math.max(this.#busyUntilMs, nowMs + (sound.samples.length * 1000) / SAMPLE_RATE);
    }
    this.wake();
  }
}

const scaled = new WeakMap<Int16Array, Int16Array>();

/** The samples at another loudness, the same everywhere; the same object again for the same clip, so that its file is written once. */
function louder(samples: Int16Array, gain: number): Int16Array {
  const known = scaled.get(samples) ?? samples.map((sample) => Math.round(sample * gain));
  scaled.set(samples, known);
  return known;
}
