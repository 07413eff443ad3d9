/**
 * The sink that needs no other program: a prebuilt native output, an optional package for this kind of machine.
 *
 * It takes samples into a ring and tells how many it took. When the ring is full after feeding, what is heard is the
 * ring's length behind what it took: so its clock is known without asking.
 */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import type { Machine } from "../../system/programs.ts";
import { SampleClock } from "../mixing/sample-clock.ts";
import { SAMPLE_RATE, type Stream, type StreamSink } from "./types.ts";

/** What the native package gives, as its source has it. */
export interface Speaker {
  open(sampleRate: number, channels: number, bits: number, bufferMs: number, capture: boolean): unknown;
  writeSync(handle: unknown, bytes: Buffer): number;
  close(handle: unknown): void;
}

/** The ring is the power of two above: 8192 samples, 171 ms. */
const BUFFER_MS = 160;
const RING_SAMPLES = 8192;
const BLOCK = 240;
/** From leaving the ring to being heard: the system's own buffer; by measure on Linux with PulseAudio, a guess elsewhere. */
const DEVICE_MS = { linux: 40, other: 15 };
const STUCK_MS = 5000;

export function speakerSink(machine: Machine, load: () => Speaker | null = () => loadSpeaker(machine)): StreamSink {
  return {
    kind: "stream",
    name: "speaker",
    missing: () => (load() === null ? "no prebuilt output for this kind of machine" : null),
    open() {
      const speaker = load();
      if (!speaker) throw new Error("no prebuilt output for this kind of machine");
      return new SpeakerStream(speaker, machine);
    },
  };
}

function loadSpeaker(machine: Machine): Speaker | null {
  try {
    return createRequire(import.meta.url)(`@audio/speaker-${machine.platform}-${process.arch}`) as Speaker;
  } catch {
    return null;
  }
}

class SpeakerStream implements Stream {
  readonly ended: Promise<string>;
  readonly everyMs = 60;
  readonly #speaker: Speaker;
  readonly #handle: unknown;
  readonly #machine: Machine;
  readonly #clock: SampleClock;
  readonly #deviceMs: number;
  #end: (why: string) => void = () => {};
  #taken = 0;
  #rest: Int16Array | null = null;
  #movedMs: number;
  #closed = false;

  constructor(speaker: Speaker, machine: Machine) {
    this.#speaker = speaker;
    this.#machine = machine;
    this.#deviceMs = machine.platform === "linux" ? DEVICE_MS.linux : DEVICE_MS.other;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    const before = openFiles(machine);
    this.#handle = speaker.open(SAMPLE_RATE, 1, 16, BUFFER_MS, false);
    // Without a device it plays into nothing and reports success; a real one is a file or a socket that was opened.
    if (before !== null && openFiles(machine) === before) {
      this.close();
      throw new Error("found no device and played into nothing");
    }
    this.#movedMs = machine.clock.monotonicMs();
    this.#clock = new SampleClock(SAMPLE_RATE, this.#movedMs);
  }

  pump(read: (count: number) => Int16Array): void {
    if (this.#closed) return;
    const before = this.#taken;
    let full = false;
    while (!full) {
      const block = this.#rest ?? read(BLOCK);
      const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
      const taken = this.#speaker.writeSync(this.#handle, bytes);
      this.#taken += taken;
      full = taken < block.length;
      this.#rest = full ? block.subarray(taken) : null;
    }
    const nowMs = this.#machine.clock.monotonicMs();
    if (this.#taken > before) this.#movedMs = nowMs;
    if (this.#taken > RING_SAMPLES) this.#clock.observe(this.#taken - RING_SAMPLES, nowMs + this.#deviceMs);
    if (nowMs - this.#movedMs > STUCK_MS) this.#finish("took no more sound");
  }

  positionAt(monotonicMs: number): number {
    return this.#clock.positionAt(monotonicMs);
  }

  stale(): boolean {
    return false;
  }

  close(): void {
    this.#finish("closed");
  }

  #finish(why: string): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#speaker.close(this.#handle);
    this.#end(why);
  }
}

/** How many files and sockets this process has open; null where the system does not tell. */
function openFiles(machine: Machine): number | null {
  if (machine.platform !== "linux") return null;
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return null;
  }
}
