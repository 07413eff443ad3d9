/** The three kinds of sink, i.e. ways to make sound, distinguished by what they can do. */
import type { AudioClip } from "../mixing/wav.ts";
import type { MissingBackend } from "../open-first.ts";

/** The sample rate of every stream. */
export const SAMPLE_RATE = 48_000;
export const SAMPLES_PER_MS = SAMPLE_RATE / 1000;

/** An open stream that is fed samples slightly before they are heard. */
export interface OutputStream {
  /** How often to feed it, in milliseconds: rarely enough to cost little, often enough never to run dry. */
  readonly pumpIntervalMs: number;
  /** Takes what it needs by now from `read`. */
  pump(read: (count: number) => Int16Array): void;
  /** The stream position that is heard at a monotonic time. */
  positionAt(monotonicMs: number): number;
  /** Whether the audio clock and ours may have drifted apart, so that a silent moment should be used to reopen it. */
  mayHaveDrifted(): boolean;
  /** Settles with the reason when it has ended, by itself or through `close`. */
  readonly ended: Promise<string>;
  /** Silences it within a few milliseconds. */
  close(): void;
}

/** Plays one clip at a time, immediately. */
export interface ClipOutput {
  play(clip: AudioClip): void;
  stop(): void;
  readonly ended: Promise<string>;
  close(): void;
}

export interface StreamSink {
  readonly kind: "stream";
  readonly name: string;
  open(): OutputStream;
}

export interface ClipSink {
  readonly kind: "clip";
  readonly name: string;
  open(): ClipOutput;
}

/** The terminal bell: it signals a moment, nothing else. */
export interface BellSink {
  readonly kind: "bell";
  readonly name: "bell";
}

export type Sink = StreamSink | ClipSink | BellSink;

/** A sink, or the reason why this host does not have it. */
export type SinkCandidate = Sink | MissingBackend;
