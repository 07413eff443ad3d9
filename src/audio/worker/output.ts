/** Where sounds leave: one face for every kind of sink, and the one that mixes them into a stream. */
import type { Clock } from "../../clock.ts";
import { Mixer } from "../mixing/mixer.ts";
import { SAMPLE_RATE, type Stream, type StreamSink } from "../sinks/types.ts";

/** A sound that is ready, with its monotonic time. */
export interface Sound {
  readonly samples: Int16Array;
  readonly dueMs: number;
  /** The bell rings for tones only. */
  readonly tone: boolean;
}

/** What outputs take their sounds from. */
export interface Source {
  /** Takes out the sounds that are due before a monotonic time. */
  take(beforeMs: number): readonly Sound[];
  /** When the next sound is due; null when none waits. */
  nextMs(): number | null;
}

export interface Output {
  /** Sounds were added to the source. */
  wake(): void;
  /** Takes back what is due from a monotonic time on, what sounds goes on; without one there is silence at once. */
  drop(fromMs?: number): void;
  /** Monotonic time by which everything taken so far has been heard. */
  busyUntilMs(): number;
  close(): void;
  /** Settles with the reason when it has ended by itself. */
  readonly ended: Promise<string>;
}

/** A sound in the stream; `at` is the position at which it begins. */
interface Fed extends Sound {
  readonly at: number;
}

const PER_MS = SAMPLE_RATE / 1000;
/** Used to open a stream anew, unheard: it needs about half of it. */
const QUIET_MS = 1200;
/** After a drop the order for what comes next is waited for this long, or it would stand behind a stretch of silence. */
const NEXT_WORD_MS = 20;

/** Mixes and feeds a stream. */
export class StreamOutput implements Output {
  readonly ended: Promise<string>;
  readonly #sink: StreamSink;
  readonly #source: Source;
  readonly #clock: Clock;
  readonly #gain: number;
  #stream: Stream;
  #mixer = new Mixer();
  /** What was mixed into the stream and may not have been heard to its end. */
  #fed: readonly Fed[] = [];
  #busyUntilMs = 0;
  #closed = false;
  #callOff: () => void = () => {};
  #end: (why: string) => void = () => {};

  /** @param gain loudness of everything, 0 to 1 */
  constructor(sink: StreamSink, source: Source, clock: Clock, gain: number) {
    this.#sink = sink;
    this.#source = source;
    this.#clock = clock;
    this.#gain = gain;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#stream = this.#open();
    this.#pump();
  }

  /** What comes sooner than the silence that the stream was fed already would be late: the silence is given up then. */
  wake(): void {
    const nextMs = this.#source.nextMs();
    if (nextMs === null || !this.#mixer.silent || this.#clock.monotonicMs() < this.#busyUntilMs) return;
    if (this.#stream.positionAt(nextMs) < this.#mixer.position) this.drop();
  }

  /**
   * A stream is fed so far ahead that what is in it cannot wait to be heard: it is closed, which is silence within a few
   * milliseconds, and another is opened, so that what is said next is heard next. What shall go on goes on there from
   * where it was cut; where nothing in the stream is to be taken back, it is left alone.
   */
  drop(fromMs = Number.NEGATIVE_INFINITY): void {
    const here = this.#here();
    const unheard = this.#fed.filter(({ at, samples }) => at + samples.length > here);
    const kept = unheard.filter(({ dueMs }) => dueMs < fromMs);
    if (kept.length === unheard.length && fromMs > Number.NEGATIVE_INFINITY) return;
    this.#busyUntilMs = 0;
    this.#guard(() => this.#renew());
    for (const sound of kept) {
      this.#place(
        { ...sound, samples: sound.samples.subarray(Math.max(0, Math.round(here - sound.at))) },
        this.#here(),
      );
    }
    this.#pumpAt(this.#clock.monotonicMs() + NEXT_WORD_MS);
  }

  busyUntilMs(): number {
    return this.#busyUntilMs;
  }

  close(): void {
    this.#closed = true;
    this.#callOff();
    this.#stream.close();
  }

  #open(): Stream {
    const stream = this.#sink.open();
    this.#mixer = new Mixer(this.#gain);
    this.#fed = [];
    void stream.ended.then((why) => {
      if (stream !== this.#stream || this.#closed) return;
      this.close();
      this.#end(why);
    });
    return stream;
  }

  #pump(): void {
    if (this.#closed) return;
    const nowMs = this.#clock.monotonicMs();
    this.#guard(() => {
      if (this.#stream.stale() && this.#quiet(nowMs)) this.#renew();
      this.#stream.pump((count) => this.#read(count));
    });
    this.#pumpAt(nowMs + this.#stream.everyMs);
  }

  #pumpAt(monotonicMs: number): void {
    this.#callOff();
    if (!this.#closed) this.#callOff = this.#clock.at(monotonicMs, () => this.#pump());
  }

  #read(count: number): Int16Array {
    const here = this.#here();
    this.#fed = this.#fed.filter(({ at, samples }) => at + samples.length > here);
    const untilMs = this.#clock.monotonicMs() + (this.#mixer.position + count - here) / PER_MS;
    for (const sound of this.#source.take(untilMs)) this.#place(sound, this.#stream.positionAt(sound.dueMs));
    return this.#mixer.read(count);
  }

  #place(sound: Sound, position: number): void {
    const at = this.#mixer.add(sound.samples, position);
    this.#fed = [...this.#fed, { ...sound, at }];
    const endMs = this.#clock.monotonicMs() + (at + sound.samples.length - this.#here()) / PER_MS;
    this.#busyUntilMs = Math.max(this.#busyUntilMs, endMs);
  }

  /** The position that is heard now. */
  #here(): number {
    return this.#stream.positionAt(this.#clock.monotonicMs());
  }

  #quiet(nowMs: number): boolean {
    const nextMs = this.#source.nextMs();
    return this.#mixer.silent && nowMs > this.#busyUntilMs && (nextMs === null || nextMs > nowMs + QUIET_MS);
  }

  #renew(): void {
    const old = this.#stream;
    // Silence comes first; the old one's end is no news any more by then.
    old.close();
    this.#stream = this.#open();
  }

  #guard(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.close();
      this.#end(error instanceof Error ? error.message : String(error));
    }
  }
}
