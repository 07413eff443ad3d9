/**
 * The sink that needs no other program: a prebuilt native audio output, an optional package per platform.
 *
 * It copies samples into a ring buffer and returns how many it took. If the ring is full after feeding, what is heard lags
 * what it took by the length of the ring, so its clock is known without asking.
 */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { createDeferred } from "../../system/deferred.ts";
import type { Host } from "../../system/programs.ts";
import { missingBackend } from "../open-first.ts";
import { SampleClock } from "./sample-clock.ts";
import { type OutputStream, SAMPLE_RATE, type SinkCandidate } from "./types.ts";

/** The native package's API, from its source. */
export interface NativeSpeaker {
  open(sampleRate: number, channels: number, bits: number, bufferMs: number, capture: boolean): unknown;
  writeSync(handle: unknown, bytes: Buffer): number;
  close(handle: unknown): void;
}

/** The ring is rounded up to a power of two: 8192 samples, 171 ms. */
const BUFFER_MS = 160;
const RING_SAMPLES = 8192;
const BLOCK_SAMPLES = 240;
/**
 * The delay from leaving the ring to being heard, i.e. the system's own buffer; measured on Linux with PulseAudio,
 * estimated elsewhere.
 */
const DEVICE_LATENCY_MS = { linux: 40, other: 15 };
const STUCK_TIMEOUT_MS = 5000;

export function createSpeakerSink(host: Host, speaker = loadNativeSpeaker(host)): SinkCandidate {
  if (speaker === null) return missingBackend("speaker", "no prebuilt output for this kind of machine");
  return { kind: "stream", name: "speaker", open: () => new SpeakerStream(speaker, host) };
}

function loadNativeSpeaker(host: Host): NativeSpeaker | null {
  try {
    return createRequire(import.meta.url)(`@audio/speaker-${host.platform}-${process.arch}`) as NativeSpeaker;
  } catch {
    return null;
  }
}

class SpeakerStream implements OutputStream {
  readonly #ended = createDeferred<string>();
  readonly ended = this.#ended.promise;
  readonly pumpIntervalMs = 60;
  readonly #speaker: NativeSpeaker;
  readonly #handle: unknown;
  readonly #host: Host;
  readonly #clock: SampleClock;
  readonly #deviceLatencyMs: number;
  #samplesTaken = 0;
  #untakenSamples: Int16Array | null = null;
  #lastProgressMs: number;
  #closed = false;

  constructor(speaker: NativeSpeaker, host: Host) {
    this.#speaker = speaker;
    this.#host = host;
    this.#deviceLatencyMs = host.platform === "linux" ? DEVICE_LATENCY_MS.linux : DEVICE_LATENCY_MS.other;
    const before = countOpenFiles(host);
    this.#handle = speaker.open(SAMPLE_RATE, 1, 16, BUFFER_MS, false);
    // Without a device it discards the samples and reports success; opening a real device opens a file or a socket.
    if (before !== null && countOpenFiles(host) === before) {
      this.close();
      throw new Error("found no device and played into nothing");
    }
    this.#lastProgressMs = host.clock.monotonicMs();
    this.#clock = new SampleClock(SAMPLE_RATE, this.#lastProgressMs);
  }

  pump(read: (count: number) => Int16Array): void {
    if (this.#closed) return;
    const before = this.#samplesTaken;
    let full = false;
    while (!full) {
      const block = this.#untakenSamples ?? read(BLOCK_SAMPLES);
      const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
      const taken = this.#speaker.writeSync(this.#handle, bytes);
      this.#samplesTaken += taken;
      full = taken < block.length;
      this.#untakenSamples = full ? block.subarray(taken) : null;
    }
    const nowMs = this.#host.clock.monotonicMs();
    if (this.#samplesTaken > before) this.#lastProgressMs = nowMs;
    if (this.#samplesTaken > RING_SAMPLES)
      this.#clock.observe(this.#samplesTaken - RING_SAMPLES, nowMs + this.#deviceLatencyMs);
    if (nowMs - this.#lastProgressMs > STUCK_TIMEOUT_MS) this.#finish("took no more sound");
  }

  positionAt(monotonicMs: number): number {
    return this.#clock.positionAt(monotonicMs);
  }

  mayHaveDrifted(): boolean {
    return false;
  }

  close(): void {
    this.#finish("closed");
  }

  #finish(why: string): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#speaker.close(this.#handle);
    this.#ended.resolve(why);
  }
}

/** The number of files and sockets open in this process; null where the system does not provide it. */
function countOpenFiles(host: Host): number | null {
  if (host.platform !== "linux") return null;
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return null;
  }
}
