/** A stream through another program's standard input: pacat, aplay and their like. */
import type { ChildProcess } from "node:child_process";
import { collectComplaint, endWords, findProgram, type Machine, start } from "../../system/programs.ts";
import { SampleClock } from "../mixing/sample-clock.ts";
import { sampleBytes } from "../mixing/wav.ts";
import { SAMPLE_RATE, type Stream, type StreamSink } from "./types.ts";

/** One program that plays raw samples: a row of a platform's table. */
export interface StreamProgram {
  readonly name: string;
  /** The program, when it is not called as the sink is. */
  readonly program?: string;
  readonly args: readonly string[];
  /** How far ahead of the sound it is fed: its own buffer, and what carries it over when this process is held up. */
  readonly aheadMs: number;
  /**
   * How long it takes until it can play. One that does not tell its place is fed nothing before, so that the first
   * sample's moment is known.
   */
  readonly settleMs: number;
  /** Reads what the program says about its place from a piece of its standard error. */
  readonly readPlace?: (text: string) => Place | null;
}

export interface Place {
  /** What is heard now, in milliseconds of the stream; 0: not begun. */
  readonly heardMs: number;
  /** From being taken by the program to being heard. */
  readonly latencyMs: number;
}

/** Without word from the player, the clock of a sound card may be out by this share and we would not know. */
const STALE_AFTER_MS = 5 * 60_000;
/** A player that takes nothing for this long hangs. */
const STUCK_MS = 5000;
/** Fed beyond the player's own latency, when it tells it: what it takes between two times, and a little. */
const MARGIN_MS = 160;
const LONGEST_LATENCY_MS = 1000;
/** Words of the player that are closer to each other than this were read late. */
const TOGETHER_MS = 15;
const PER_MS = SAMPLE_RATE / 1000;

/** The sink for a row of the table. */
export function processSink(row: StreamProgram, machine: Machine): StreamSink {
  const locate = () => findProgram(row.program ?? row.name, machine);
  return {
    kind: "stream",
    name: row.name,
    missing: () => (locate() === null ? "not installed" : null),
    open: () => new ProcessStream(row, locate() ?? row.name, machine),
  };
}

class ProcessStream implements Stream {
  readonly ended: Promise<string>;
  readonly everyMs = 120;
  readonly #row: StreamProgram;
  readonly #machine: Machine;
  readonly #child: ChildProcess;
  readonly #openedMs: number;
  #clock: SampleClock | null = null;
  #written = 0;
  #latencyMs = 0;
  #movedMs: number;
  #readMs = 0;
  #place = 0;
  #stuck = false;

  constructor(row: StreamProgram, command: string, machine: Machine) {
    this.#row = row;
    this.#machine = machine;
    this.#openedMs = machine.clock.monotonicMs();
    this.#movedMs = this.#openedMs;
    this.#child = start(command, row.args, machine, { stdio: ["pipe", "ignore", "pipe"] });
    const complaint = collectComplaint(this.#child);
    if (row.readPlace) this.#child.stderr?.on("data", (part: Buffer) => this.#hear(part.toString("latin1")));
    this.ended = new Promise((resolve) => {
      this.#child.on("error", (error) => resolve(error.message));
      this.#child.on("exit", (code, signal) => {
        const afterMs = machine.clock.monotonicMs() - this.#openedMs;
        resolve(this.#stuck ? "took no more sound" : endWords(afterMs, code, signal, row.readPlace ? "" : complaint()));
      });
    });
  }

  pump(read: (count: number) => Int16Array): void {
    const nowMs = this.#machine.clock.monotonicMs();
    const readyMs = this.#openedMs + this.#row.settleMs;
    if (!this.#row.readPlace && nowMs < readyMs) return;
    this.#clock ??= new SampleClock(SAMPLE_RATE, Math.max(nowMs, readyMs));
    this.#watch(nowMs);
    // It ran dry while this process was held up: what is written next is heard next, not when it once was to be.
    const dry = this.#clock.positionAt(nowMs) > this.#written;
    if (!this.#row.readPlace && dry) this.#clock.anchor(this.#written, nowMs);
    const count = Math.ceil(this.#wanted(nowMs, this.#clock)) - this.#written;
    if (count <= 0) return;
    this.#written += count;
    this.#child.stdin?.write(sampleBytes(read(count)));
  }

  positionAt(monotonicMs: number): number {
    return this.#clock?.positionAt(monotonicMs) ?? 0;
  }

  stale(): boolean {
    return !this.#row.readPlace && this.#machine.clock.monotonicMs() > this.#openedMs + STALE_AFTER_MS;
  }

  close(): void {
    this.#child.kill("SIGKILL");
    this.#child.stdin?.destroy();
  }

  /** Up to which position it should be fed by now. */
  #wanted(nowMs: number, clock: SampleClock): number {
    const aheadMs = Math.max(this.#row.aheadMs, this.#latencyMs + MARGIN_MS);
    const wanted = clock.positionAt(nowMs) + aheadMs * PER_MS;
    // The line runs on while the player stands still; without this it would be fed for the whole of a stall.
    return this.#row.readPlace ? Math.min(wanted, this.#place + 2 * aheadMs * PER_MS) : wanted;
  }

  #hear(text: string): void {
    const place = this.#row.readPlace?.(text);
    if (!place || place.heardMs <= 0 || !this.#clock) return;
    const nowMs = this.#machine.clock.monotonicMs();
    const sinceMs = nowMs - this.#readMs;
    this.#readMs = nowMs;
    // Words that come together have waited for us; the later ones are as old as the first.
    if (sinceMs < TOGETHER_MS) return;
    const position = place.heardMs * PER_MS;
    this.#latencyMs = Math.max(0, Math.min(LONGEST_LATENCY_MS, place.latencyMs));
    if (position > this.#place) {
      this.#movedMs = nowMs;
      this.#clock.observe(position, nowMs);
    } else {
      // It ran dry and waits for more: fed from here on as if it began, it begins again at once.
      this.#clock.anchor(position, nowMs);
    }
    this.#place = position;
  }

  /** Ends a player that takes nothing any more; it is opened anew then. */
  #watch(nowMs: number): void {
    const waiting = this.#child.stdin?.writableLength ?? 0;
    if (!this.#row.readPlace && waiting === 0) this.#movedMs = nowMs;
    if (nowMs - this.#movedMs < STUCK_MS) return;
    this.#stuck = true;
    this.close();
  }
}
