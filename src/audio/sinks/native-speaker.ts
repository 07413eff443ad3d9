/**
 * The sink that needs no other program: a prebuilt native output, an optional package for this kind of machine.
 *
 * It takes samples into a ring and tells how many it took. When the ring is full after feeding, what is heard is the
 * ring's length behind what it took: so its clock is known without asking.
 */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import type { Host } from "../../system/programs.ts";
import { SampleClock } from "../mixing/sample-clock.ts";
import { type OutputStream, SAMPLE_RATE, type StreamSink } from "./types.ts";

/** What the native package gives, as its source has it. */
export interface NativeSpeaker {
  open(sampleRate: number, channels: number, bits: number, bufferMs: number, capture: boolean): unknown;
  writeSync(handle: unknown, bytes: Buffer): number;
  close(handle: unknown): void;
}

/** The ring is the power of two above: 8192 samples, 171 ms. */
const BUFFER_MS = 160;
const RING_SAMPLES = 8192;
const BLOCK_SAMPLES = 240;
/** From leaving the ring to being heard: the system's own buffer; by measure on Linux with PulseAudio, a guess elsewhere. */
const DEVICE_LATENCY_MS = { linux: 40, other: 15 };
const STUCK_TIMEOUT_MS = 5000;

export function createSpeakerSink(
  machine: Host,
  load: () => NativeSpeaker | null = () => loadNativeSpeaker(machine),
): StreamSink {
  return {
    kind: "stream",
    name: "speaker",
    unavailableReason: () => (load() === null ? "no prebuilt output for this kind of machine" : null),
    open() {
      const speaker = load();
      if (!speaker) throw new Error("no prebuilt output for this kind of machine");
      return new SpeakerStream(speaker, machine);
    },
  };
}

function loadNativeSpeaker(machine: Host): NativeSpeaker | null {
  try {
    return createRequire(import.meta.url)(`@audio/speaker-${machine.platform}-${process.arch}`) as NativeSpeaker;
  } catch {
    return null;
  }
}

class SpeakerStream implements OutputStream {
  readonly ended: Promise<string>;
  readonly pumpIntervalMs = 60;
  readonly #speaker: NativeSpeaker;
  readonly #handle: unknown;
  readonly #host: Host;
  readonly #clock: SampleClock;
  readonly #deviceLatencyMs: number;
  #resolveEnded: (why: string) => void = () => {};
  #samplesTaken = 0;
  #untakenSamples: Int16Array | null = null;
  #lastProgressMs: number;
  #closed = false;

  constructor(speaker: NativeSpeaker, machine: Host) {
    this.#speaker = speaker;
    this.#host = machine;
    this.#deviceLatencyMs = machine.platform === "linux" ? DEVICE_LATENCY_MS.linux : DEVICE_LATENCY_MS.other;
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
    const before = countOpenFiles(machine);
    this.#handle = speaker.open(SAMPLE_RATE, 1, 16, BUFFER_MS, false);
    // Without a device it plays into nothing and reports success; a real one is a file or a socket that was opened.
    if (before !== null && countOpenFiles(machine) === before) {
      this.close();
      throw new Error("found no device and played into nothing");
    }
    this.#lastProgressMs = machine.clock.monotonicMs();
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
    this.#resolveEnded(why);
  }
}

/** How many files and sockets this process has open; null where the system does not tell. */
function countOpenFiles(machine: Host): number | null {
  if (machine.platform !== "linux") return null;
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return null;
  }
}
