/** Sound players: one interface for every kind of sink, and the player that mixes sounds into a stream. */
import type { Clock } from "../../clock.ts";
import { describeError } from "../../errors.ts";
import { createDeferred } from "../../system/deferred.ts";
import { Mixer } from "../mixing/mixer.ts";
import { type OutputStream, SAMPLES_PER_MS, type StreamSink } from "../sinks/types.ts";
import type { CueQueue, DueSound } from "./cue-queue.ts";

export interface SoundPlayer {
  /** To be called after sounds were added to the queue. */
  wake(): void;
  /**
   * Cancels what is due at or after a monotonic time while current sounds continue; without a time, silences everything
   * at once.
   */
  drop(fromMs?: number): void;
  /** Monotonic time at which everything taken so far will have been heard. */
  busyUntilMs(): number;
  close(): void;
  /** Settles with the reason when it ends by itself. */
  readonly ended: Promise<string>;
}

/** A sound in the stream; `at` is the position of its first sample. */
interface MixedSound extends DueSound {
  readonly at: number;
}

/** A silent gap at least this long is used to reopen a stream unnoticed; that takes about half of it. */
const REOPEN_QUIET_MS = 1200;
/** After a drop, wait this long for the next cue, or it would queue behind a stretch of silence. */
const NEXT_CUE_WAIT_MS = 20;

/** Mixes sounds and feeds them to a stream. */
export class StreamPlayer implements SoundPlayer {
  readonly #ended = createDeferred<string>();
  readonly ended = this.#ended.promise;
  readonly #sink: StreamSink;
  readonly #queue: CueQueue;
  readonly #clock: Clock;
  readonly #gain: number;
  #stream: OutputStream;
  #mixer = new Mixer();
  /** Sounds mixed into the stream that may not have been heard in full. */
  #mixed: readonly MixedSound[] = [];
  #busyUntilMs = 0;
  #closed = false;
  #cancelPump: () => void = () => {};

  /** @param gain volume of everything, 0 to 1 */
  constructor(sink: StreamSink, queue: CueQueue, clock: Clock, gain: number) {
    this.#sink = sink;
    this.#queue = queue;
    this.#clock = clock;
    this.#gain = gain;
    this.#stream = this.#openStream();
    this.#pump();
  }

  /** If the next sound is due earlier than the end of the silence already fed, discards that silence. */
  wake(): void {
    const nextMs = this.#queue.nextDueMs();
    if (nextMs === null || !this.#mixer.isSilent || this.#clock.monotonicMs() < this.#busyUntilMs) return;
    if (this.#stream.positionAt(nextMs) < this.#mixer.position) this.drop();
  }

  /**
   * A stream is fed so far ahead that its contents cannot be waited for. It is closed, which silences it within a few
   * milliseconds, and a new one is opened so that the next cue is heard next. Sounds that should continue resume where
   * they were cut; if nothing in the stream has to be cancelled, it is left alone.
   */
  drop(fromMs = Number.NEGATIVE_INFINITY): void {
    const heard = this.#heardPosition();
    const unheard = this.#mixed.filter(({ at, samples }) => at + samples.length > heard);
    const kept = unheard.filter(({ dueMs }) => dueMs < fromMs);
    if (kept.length === unheard.length && fromMs > Number.NEGATIVE_INFINITY) return;
    this.#busyUntilMs = 0;
    this.#endOnError(() => this.#reopenStream());
    for (const sound of kept) {
      this.#mixIn(
        { ...sound, samples: sound.samples.subarray(Math.max(0, Math.round(heard - sound.at))) },
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
      this.#ended.resolve(why);
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
    const heard = this.#heardPosition();
    this.#mixed = this.#mixed.filter(({ at, samples }) => at + samples.length > heard);
    const untilMs = this.#clock.monotonicMs() + (this.#mixer.position + count - heard) / SAMPLES_PER_MS;
    for (const sound of this.#queue.takeDueBefore(untilMs)) this.#mixIn(sound, this.#stream.positionAt(sound.dueMs));
    return this.#mixer.read(count);
  }

  #mixIn(sound: DueSound, position: number): void {
    const at = this.#mixer.add(sound.samples, position);
    this.#mixed = [...this.#mixed, { ...sound, at }];
    const endMs = this.#clock.monotonicMs() + (at + sound.samples.length - this.#heardPosition()) / SAMPLES_PER_MS;
    this.#busyUntilMs = Math.max(this.#busyUntilMs, endMs);
  }

  /** The position being heard now. */
  #heardPosition(): number {
    return this.#stream.positionAt(this.#clock.monotonicMs());
  }

  #isQuiet(nowMs: number): boolean {
    const nextMs = this.#queue.nextDueMs();
    return this.#mixer.isSilent && nowMs > this.#busyUntilMs && (nextMs === null || nextMs > nowMs + REOPEN_QUIET_MS);
  }

  #reopenStream(): void {
    const old = this.#stream;
    // Silence first; by then the old stream's end no longer matters.
    old.close();
    this.#stream = this.#openStream();
  }

  #endOnError(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.close();
      this.#ended.resolve(describeError(error));
    }
  }
}
