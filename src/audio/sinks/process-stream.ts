/** A stream through another program's standard input: pacat, aplay and their like. */
import type { ChildProcess } from "node:child_process";
import { captureLastErrorLine, describeExit, findProgram, type Host, startProgram } from "../../system/programs.ts";
import { SampleClock } from "../mixing/sample-clock.ts";
import { toLittleEndianBytes } from "../mixing/wav.ts";
import { type OutputStream, SAMPLE_RATE, type StreamSink } from "./types.ts";

/** One program that plays raw samples: a row of a platform's table. */
export interface StreamProgram {
  readonly name: string;
  /** The program, when it is not called as the sink is. */
  readonly program?: string;
  readonly args: readonly string[];
  /** How far ahead of the sound it is fed: its own buffer, and what carries it over when this process is held up. */
  readonly feedAheadMs: number;
  /**
   * How long it takes until it can play. One that does not tell its place is fed nothing before, so that the first
   * sample's moment is known.
   */
  readonly startupMs: number;
  /** Reads what the program says about its place from a piece of its standard error. */
  readonly parsePosition?: (text: string) => PlaybackPosition | null;
}

export interface PlaybackPosition {
  /** What is heard now, in milliseconds of the stream; 0: not begun. */
  readonly heardMs: number;
  /** From being taken by the program to being heard. */
  readonly latencyMs: number;
}

/** Without word from the player, the clock of a sound card may be out by this share and we would not know. */
const DRIFT_AFTER_MS = 5 * 60_000;
/** A player that takes nothing for this long hangs. */
const STUCK_TIMEOUT_MS = 5000;
/** Fed beyond the player's own latency, when it tells it: what it takes between two times, and a little. */
const FEED_MARGIN_MS = 160;
const MAX_LATENCY_MS = 1000;
/** Words of the player that are closer to each other than this were read late. */
const MIN_READING_GAP_MS = 15;
const SAMPLES_PER_MS = SAMPLE_RATE / 1000;

/** The sink for a row of the table. */
export function createProcessSink(row: StreamProgram, machine: Host): StreamSink {
  const locate = () => findProgram(row.program ?? row.name, machine);
  return {
    kind: "stream",
    name: row.name,
    unavailableReason: () => (locate() === null ? "not installed" : null),
    open: () => new ProcessStream(row, locate() ?? row.name, machine),
  };
}

class ProcessStream implements OutputStream {
  readonly ended: Promise<string>;
  readonly pumpIntervalMs = 120;
  readonly #program: StreamProgram;
  readonly #host: Host;
  readonly #child: ChildProcess;
  readonly #openedMs: number;
  #clock: SampleClock | null = null;
  #written = 0;
  #latencyMs = 0;
  #lastProgressMs: number;
  #lastReadingMs = 0;
  #lastPosition = 0;
  #stuck = false;

  constructor(row: StreamProgram, command: string, machine: Host) {
    this.#program = row;
    this.#host = machine;
    this.#openedMs = machine.clock.monotonicMs();
    this.#lastProgressMs = this.#openedMs;
    this.#child = startProgram(command, row.args, machine, { stdio: ["pipe", "ignore", "pipe"] });
    const complaint = captureLastErrorLine(this.#child);
    if (row.parsePosition)
      this.#child.stderr?.on("data", (part: Buffer) => this.#readPosition(part.toString("latin1")));
    this.ended = new Promise((resolve) => {
      this.#child.on("error", (error) => resolve(error.message));
      this.#child.on("exit", (code, signal) => {
        const afterMs = machine.clock.monotonicMs() - this.#openedMs;
        resolve(
          this.#stuck
            ? "took no more sound"
            : describeExit(afterMs, code, signal, row.parsePosition ? "" : complaint()),
        );
      });
    });
  }

  pump(read: (count: number) => Int16Array): void {
    const nowMs = this.#host.clock.monotonicMs();
    const readyMs = this.#openedMs + this.#program.startupMs;
    if (!this.#program.parsePosition && nowMs < readyMs) return;
    this.#clock ??= new SampleClock(SAMPLE_RATE, Math.max(nowMs, readyMs));
    this.#closeIfStuck(nowMs);
    // It ran dry while this process was held up: what is written next is heard next, not when it once was to be.
    const dry = this.#clock.positionAt(nowMs) > this.#written;
    if (!this.#program.parsePosition && dry) this.#clock.anchor(this.#written, nowMs);
    const count = Math.ceil(this.#targetPosition(nowMs, this.#clock)) - this.#written;
    if (count <= 0) return;
    this.#written += count;
    this.#child.stdin?.write(toLittleEndianBytes(read(count)));
  }

  positionAt(monotonicMs: number): number {
    return this.#clock?.positionAt(monotonicMs) ?? 0;
  }

  mayHaveDrifted(): boolean {
    return !this.#program.parsePosition && this.#host.clock.monotonicMs() > this.#openedMs + DRIFT_AFTER_MS;
  }

  close(): void {
    this.#child.kill("SIGKILL");
    this.#child.stdin?.destroy();
  }

  /** Up to which position it should be fed by now. */
  #targetPosition(nowMs: number, clock: SampleClock): number {
    const aheadMs = Math.max(this.#program.feedAheadMs, this.#latencyMs + FEED_MARGIN_MS);
    const wanted = clock.positionAt(nowMs) + aheadMs * SAMPLES_PER_MS;
    // The line runs on while the player stands still; without this it would be fed for the whole of a stall.
    return this.#program.parsePosition ? Math.min(wanted, this.#lastPosition + 2 * aheadMs * SAMPLES_PER_MS) : wanted;
  }

  #readPosition(text: string): void {
    const place = this.#program.parsePosition?.(text);
    if (!place || place.heardMs <= 0 || !this.#clock) return;
    const nowMs = this.#host.clock.monotonicMs();
    const sinceMs = nowMs - this.#lastReadingMs;
    this.#lastReadingMs = nowMs;
    // Words that come together have waited for us; the later ones are as old as the first.
    if (sinceMs < MIN_READING_GAP_MS) return;
    const position = place.heardMs * SAMPLES_PER_MS;
    this.#latencyMs = Math.max(0, Math.min(MAX_LATENCY_MS, place.latencyMs));
    if (position > this.#lastPosition) {
      this.#lastProgressMs = nowMs;
      this.#clock.observe(position, nowMs);
    } else {
      // It ran dry and waits for more: fed from here on as if it began, it begins again at once.
      this.#clock.anchor(position, nowMs);
    }
    this.#lastPosition = position;
  }

  /** Ends a player that takes nothing any more; it is opened anew then. */
  #closeIfStuck(nowMs: number): void {
    const waiting = this.#child.stdin?.writableLength ?? 0;
    if (!this.#program.parsePosition && waiting === 0) this.#lastProgressMs = nowMs;
    if (nowMs - this.#lastProgressMs < STUCK_TIMEOUT_MS) return;
    this.#stuck = true;
    this.close();
  }
}
