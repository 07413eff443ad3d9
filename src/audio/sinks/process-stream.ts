/** A stream into another program's standard input: pacat, aplay and the like. */
import type { ChildProcess } from "node:child_process";
import { findProgram, type Host, startProgram, waitForEnd } from "../../system/programs.ts";
import { toLittleEndianBytes } from "../mixing/wav.ts";
import { missingBackend } from "../open-first.ts";
import { SampleClock } from "./sample-clock.ts";
import { type OutputStream, SAMPLE_RATE, SAMPLES_PER_MS, type SinkCandidate } from "./types.ts";

/** A program that plays raw samples: one row of a platform's table. */
export interface StreamProgram {
  readonly name: string;
  readonly args: readonly string[];
  /** How far ahead it is fed: enough for its own buffer and for delays in this process. */
  readonly feedAheadMs: number;
  /**
   * How long it takes to be ready. A program that does not report its position is fed nothing before that, so that the
   * time of the first sample is known.
   */
  readonly startupMs: number;
  /** Parses the program's position from a chunk of its standard error. */
  readonly parsePosition?: (text: string) => PlaybackPosition | null;
}

export interface PlaybackPosition {
  /** What is being heard, in milliseconds of the stream; 0 before it begins. */
  readonly heardMs: number;
  /** The delay from being accepted by the program to being heard. */
  readonly latencyMs: number;
}

/** After this long without position reports, the sound card's clock may have drifted noticeably. */
const DRIFT_AFTER_MS = 5 * 60_000;
/** A program that accepts nothing for this long is stuck. */
const STUCK_TIMEOUT_MS = 5000;
/**
 * Feed margin beyond the program's own reported latency: what it takes between two reads, plus a little.
 */
const FEED_MARGIN_MS = 160;
const MAX_LATENCY_MS = 1000;
/** Position reports closer together than this were read late. */
const MIN_READING_GAP_MS = 15;

/** Creates the sink for a row of the table. */
export function createProcessSink(row: StreamProgram, host: Host): SinkCandidate {
  const command = findProgram(row.name, host);
  if (command === null) return missingBackend(row.name);
  return { kind: "stream", name: row.name, open: () => new ProcessStream(row, command, host) };
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

  constructor(row: StreamProgram, command: string, host: Host) {
    this.#program = row;
    this.#host = host;
    this.#openedMs = host.clock.monotonicMs();
    this.#lastProgressMs = this.#openedMs;
    this.#child = startProgram(command, row.args, host, { stdio: ["pipe", "ignore", "pipe"] });
    if (row.parsePosition)
      this.#child.stderr?.on("data", (part: Buffer) => this.#readPosition(part.toString("latin1")));
    // What pacat writes there are positions, not errors.
    const ended = waitForEnd(this.#child, host, row.parsePosition && (() => ""));
    this.ended = ended.then((why) => (this.#stuck ? "took no more sound" : why));
  }

  pump(read: (count: number) => Int16Array): void {
    const nowMs = this.#host.clock.monotonicMs();
    const readyMs = this.#openedMs + this.#program.startupMs;
    if (!this.#program.parsePosition && nowMs < readyMs) return;
    this.#clock ??= new SampleClock(SAMPLE_RATE, Math.max(nowMs, readyMs));
    this.#closeIfStuck(nowMs);
    // It ran dry while this process was blocked: what is written next is heard next, later than planned.
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

  /** The position up to which it should have been fed by now. */
  #targetPosition(nowMs: number, clock: SampleClock): number {
    const aheadMs = Math.max(this.#program.feedAheadMs, this.#latencyMs + FEED_MARGIN_MS);
    const target = clock.positionAt(nowMs) + aheadMs * SAMPLES_PER_MS;
    // The clock runs on while the program stalls; without this limit it would be fed for the whole stall.
    return this.#program.parsePosition ? Math.min(target, this.#lastPosition + 2 * aheadMs * SAMPLES_PER_MS) : target;
  }

  #readPosition(text: string): void {
    const reading = this.#program.parsePosition?.(text);
    if (!reading || reading.heardMs <= 0 || !this.#clock) return;
    const nowMs = this.#host.clock.monotonicMs();
    const sinceMs = nowMs - this.#lastReadingMs;
    this.#lastReadingMs = nowMs;
    // Reports that arrive together were delayed by us; the later ones are as old as the first.
    if (sinceMs < MIN_READING_GAP_MS) return;
    const position = reading.heardMs * SAMPLES_PER_MS;
    this.#latencyMs = Math.max(0, Math.min(MAX_LATENCY_MS, reading.latencyMs));
    if (position > this.#lastPosition) {
      this.#lastProgressMs = nowMs;
      this.#clock.observe(position, nowMs);
    } else {
      // It ran dry and waits for more: treat this as its start, so that it resumes at once.
      this.#clock.anchor(position, nowMs);
    }
    this.#lastPosition = position;
  }

  /** Closes a program that accepts nothing any more, so that it is reopened. */
  #closeIfStuck(nowMs: number): void {
    const unwritten = this.#child.stdin?.writableLength ?? 0;
    if (!this.#program.parsePosition && unwritten === 0) this.#lastProgressMs = nowMs;
    if (nowMs - this.#lastProgressMs < STUCK_TIMEOUT_MS) return;
    this.#stuck = true;
    this.close();
  }
}
