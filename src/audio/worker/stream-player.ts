/** Where sounds leave: one face for every kind of sink, and the one that mixes them into a stream. */
import type { Clock } from "../../clock.ts";
import { Mixer } from "../mixing/mixer.ts";
import { type OutputStream, SAMPLE_RATE, type StreamSink } from "../sinks/types.ts";

/** A sound that is ready, with its monotonic time. */
export interface DueSound {
  readonly samples: Int16Array;
  readonly dueMs: number;
  /** The bell rings for tones only. */
  readonly isTone: boolean;
}

/** What outputs take their sounds from. */
export interface SoundSource {
  /** Takes out the sounds that are due before a monotonic time. */
  takeDueBefore(beforeMs: number): readonly DueSound[];
  /** When the next sound is due; null when none waits. */
  nextDueMs(): number | null;
}

export interface SoundPlayer {
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
interface MixedSound extends DueSound {
  readonly at: number;
}

const SAMPLES_PER_MS = SAMPLE_RATE / 1000;
/** Used to open a stream anew, unheard: it needs about half of it. */
const REOPEN_QUIET_MS = 1200;
/** After a drop the order for what comes next is waited for this long, or it would stand behind a stretch of silence. */
const NEXT_CUE_WAIT_MS = 20;

/** Mixes and feeds a stream. */
export class StreamPlayer implements SoundPlayer {
  readonly ended: Promise<string>;
  readonly #sink: StreamSink;
  readonly #source: SoundSource;
  readonly #clock: Clock;
  readonly #gain: number;
  #stream: OutputStream;
  #mixer = new Mixer();
  /** What was mixed into the stream and may not have been heard to its end. */
  #mixed: readonly MixedSound[] = [];
  #busyUntilMs = 0;
  #closed = false;
  #cancelPump: () => void = () => {};
  #resolveEnded: (why: string) => void = () => {};

  /** @param gain loudness of everything, 0 to 1 */
  constructor(sink: StreamSink, source: SoundSource, clock: Clock, gain: number) {
    this.#sink = sink;
    this.#source = source;
    this.#clock = clock;
    this.#gain = gain;
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
    this.#stream = this.#openStream();
    this.#pump();
  }

  /** What comes sooner than the silence that the stream was fed already would be late: the silence is given up then. */
  wake(): void {
    const nextMs = this.#source.nextDueMs();
    if (nextMs === null || !this.#mixer.isSilent || this.#clock.monotonicMs() < this.#busyUntilMs) return;
    if (this.#stream.positionAt(nextMs) < this.#mixer.position) this.drop();
  }

  /**
   * A stream is fed so far ahead that what is in it cannot wait to be heard: it is closed, which is silence within a few
   * milliseconds, and another is opened, so that what is said next is heard next. What shall go on goes on there from
   * where it was cut; where nothing in the stream is to be taken back, it is left alone.
   */
  drop(fromMs = Number.NEGATIVE_INFINITY): void {
    const here = this.#heardPosition();
    const unheard = this.#mixed.filter(({ at, samples }) => at + samples.length > here);
    const kept = unheard.filter(({ dueMs }) => dueMs < fromMs);
    if (kept.length === unheard.length && fromMs > Number.NEGATIVE_INFINITY) return;
    this.#busyUntilMs = 0;
    this.#endOnError(() => this.#reopenStream());
    for (const sound of kept) {
      this.#mixIn(
        { ...sound, samples: sound.samples.subarray(Math.max(0, Math.round(here - sound.at))) },
        this.#heardPosition(),
      );
    }
    this.#schedulePump(this.#clock.monotonicMs() + NEXT_CUE_WAIT_MS);
  }

  busyUntilMs(): number {
    return this.#busyUntilMs;
  }

  close(): void {
    this.#closed = true;
    this.#cancelPump();
    this.#stream.close();
  }

  #openStream(): OutputStream {
    const stream = this.#sink.open();
    this.#mixer = new Mixer(this.#gain);
    this.#mixed = [];
    void stream.ended.then((why) => {
      if (stream !== this.#stream || this.#closed) return;
      this.close();
      this.#resolveEnded(why);
    });
    return stream;
  }

  #pump(): void {
    if (this.#closed) return;
    const nowMs = this.#clock.monotonicMs();
    this.#endOnError(() => {
      if (this.#stream.mayHaveDrifted() && this.#isQuiet(nowMs)) this.#reopenStream();
      this.#stream.pump((count) => this.#mixNext(count));
    });
    this.#schedulePump(nowMs + this.#stream.pumpIntervalMs);
  }

  #schedulePump(monotonicMs: number): void {
    this.#cancelPump();
    if (!this.#closed) this.#cancelPump = this.#clock.callAt(monotonicMs, () => this.#pump());
  }

  #mixNext(count: number): Int16Array {
    const here = this.#heardPosition();
    this.#mixed = this.#mixed.filter(({ at, samples }) => at + samples.length > here);
    const untilMs = this.#clock.monotonicMs() + (this.#mixer.position + count - here) / SAMPLES_PER_MS;
    for (const sound of this.#source.takeDueBefore(untilMs)) this.#mixIn(sound, this.#stream.positionAt(sound.dueMs));
    return this.#mixer.read(count);
  }

  #mixIn(sound: DueSound, position: number): void {
    const at = this.#mixer.add(sound.samples, position);
    this.#mixed = [...this.#mixed, { ...sound, at }];
    const endMs = this.#clock.monotonicMs() + (at + sound.samples.length - this.#heardPosition()) / SAMPLES_PER_MS;
    this.#busyUntilMs = Math.max(this.#busyUntilMs, endMs);
  }

  /** The position that is heard now. */
  #heardPosition(): number {
    return this.#stream.positionAt(this.#clock.monotonicMs());
  }

  #isQuiet(nowMs: number): boolean {
    const nextMs = this.#source.nextDueMs();
    return this.#mixer.isSilent && nowMs > this.#busyUntilMs && (nextMs === null || nextMs > nowMs + REOPEN_QUIET_MS);
  }

  #reopenStream(): void {
    const old = this.#stream;
    // Silence comes first; the old one's end is no news any more by then.
    old.close();
    this.#stream = this.#openStream();
  }

  #endOnError(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.close();
      this.#resolveEnded(error instanceof Error ? error.message : String(error));
    }
  }
}
