/** What a sink is: one way in which a machine can make sound. Three kinds, told apart by what they are able to do. */
import type { AudioClip } from "../mixing/wav.ts";

/** Samples a second of every stream. */
export const SAMPLE_RATE = 48_000;

/** A player that is open all the time and is fed samples a little ahead of the moment at which they are heard. */
export interface OutputStream {
  /** How often it is to be fed, in milliseconds: seldom enough to cost little, so often that it never runs low. */
  readonly pumpIntervalMs: number;
  /** Takes from `read` what it needs by now. */
  pump(read: (count: number) => Int16Array): void;
  /** The position at which a sample must stand to be heard at that monotonic time. */
  positionAt(monotonicMs: number): number;
  /** Whether the sound clock and ours may have come apart, so that a silent moment should be used to open it anew. */
  mayHaveDrifted(): boolean;
  /** Settles with the reason when the player has ended, by itself or through `close`. */
  readonly ended: Promise<string>;
  /** Silence within a few milliseconds. */
  close(): void;
}

/** A player that is told to play one clip at a time, when it is due. */
export interface ClipOutput {
  play(clip: AudioClip): void;
  stop(): void;
  readonly ended: Promise<string>;
  close(): void;
}

export interface StreamSink {
  readonly kind: "stream";
  readonly name: string;
  /** null when it can be tried, otherwise why not: "not installed". */
  unavailableReason(): string | null;
  open(): OutputStream;
}

export interface ClipSink {
  readonly kind: "clip";
  readonly name: string;
  unavailableReason(): string | null;
  open(): ClipOutput;
}

/** The terminal's own bell: it tells when, and nothing else. */
export interface BellSink {
  readonly kind: "bell";
  readonly name: "bell";
  unavailableReason(): string | null;
}

export type Sink = StreamSink | ClipSink | BellSink;
