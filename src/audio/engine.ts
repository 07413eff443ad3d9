/** Sound, as the program sees it: orders go to a process of its own, and faults come back as words. */
import type { ChildProcess } from "node:child_process";
import { forkHelper } from "./fork-helper.ts";
import { Tickets } from "./tickets.ts";
import type { ScheduledCue, SoundEngine, SoundOptions, SoundStatus } from "./types.ts";
import { type Order, type Report, stationOptions } from "./worker/protocol.ts";

const NOTHING: SoundStatus = { sink: null, voice: null, speaks: false, sinks: [], voices: [], notes: [] };
/** A sound process that dies is started again after this long, this often. */
const RESTART_AFTER_MS = 500;
const RESTARTS = 3;
/** How long it may take to end when asked, with the ends of those that it started; then it is killed. */
const CLOSE_MS = 900;

/** Where the built sound process lies: beside the built program. */
export const HELPER_URL = new URL("./sound-helper.cjs", import.meta.url);

/**
 * Starts sound. It returns at once, and it never throws: a machine without sound is told of in notices.
 * @param helper the sound process's program
 */
export function createSound(options: SoundOptions, helper: URL = HELPER_URL): SoundEngine {
  return new Engine(options, helper);
}

class Engine implements SoundEngine {
  readonly ready: Promise<SoundStatus>;
  readonly #options: SoundOptions;
  readonly #helper: URL;
  #child: ChildProcess | null = null;
  #status = NOTHING;
  #settled = false;
  #settle: (status: SoundStatus) => void = () => {};
  #begun = false;
  #restarts = 0;
  #closed = false;
  readonly #asked = new Tickets();
  readonly #durations = new Map<string, number>();
  readonly #listeners = new Set<(text: string) => void>();
  readonly #statusListeners = new Set<(status: SoundStatus) => void>();

  constructor(options: SoundOptions, helper: URL) {
    this.#options = options;
    this.#helper = helper;
    this.ready = new Promise((resolve) => {
      this.#settle = resolve;
    });
    if (!options.later) this.#begin();
  }

  schedule(cues: readonly ScheduledCue[]): void {
    if (cues.length === 0) return;
    this.#begin();
    this.#send({ type: "schedule", cues });
  }

  drop(fromEpochMs?: number): void {
    this.#send({ type: "drop", fromEpochMs });
  }

  prepare(texts: readonly string[]): Promise<void> {
    if (texts.length > 0) this.#begin();
    return this.#ask((ticket) => ({ type: "prepare", texts, ticket }));
  }

  durationOf(text: string): number | null {
    return this.#durations.get(text) ?? null;
  }

  status(): SoundStatus {
    return this.#status;
  }

  onStatus(listener: (status: SoundStatus) => void): () => void {
    this.#statusListeners.add(listener);
    return () => this.#statusListeners.delete(listener);
  }

  onNotice(listener: (text: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  idle(): Promise<void> {
    return this.#ask((ticket) => ({ type: "idle", ticket }));
  }

  async close(): Promise<void> {
    this.#closed = true;
    const child = this.#child;
    if (child?.pid === undefined) return;
    const { clock } = this.#options;
    child.ref();
    await new Promise<void>((resolve) => {
      const callOff = clock.at(clock.monotonicMs() + CLOSE_MS, () => child.kill("SIGKILL"));
      child.once("exit", () => {
        callOff();
        resolve();
      });
      this.#send({ type: "close" });
    });
  }

  #begin(): void {
    if (this.#begun || this.#closed) return;
    this.#begun = true;
    this.#start();
  }

  #start(): void {
    const { clock } = this.#options;
    let child: ChildProcess;
    try {
      child = forkHelper(this.#helper, this.#options);
    } catch (error) {
      // Whoever made this engine listens only from its next line on.
      queueMicrotask(() => this.#lost(error instanceof Error ? error.message : String(error)));
      return;
    }
    this.#child = child;
    child.on("message", (report: Report) => this.#receive(report));
    child.on("error", (error) => {
      // With a process, one order did not get through. Without one there will be no exit.
      if (child.pid !== undefined) return;
      this.#gone();
      this.#lost(error.message);
    });
    child.once("exit", (code, signal) => {
      this.#gone();
      if (this.#closed) return this.#settle(this.#status);
      if (this.#restarts++ >= RESTARTS) return this.#lost(`it ended with ${signal ?? code}`);
      this.#notice("The sound process ended; it is started again");
      clock.at(clock.monotonicMs() + RESTART_AFTER_MS, () => !this.#closed && this.#start());
    });
    child.unref();
    this.#release();
    this.#send({ type: "open", options: stationOptions(this.#options) });
  }

  #send(order: Order): void {
    if (this.#child?.connected) this.#child.send(order, () => {});
  }

  #ask(order: (ticket: number) => Order): Promise<void> {
    if (!this.#child?.connected) return Promise.resolve();
    const { ticket, answered } = this.#asked.take();
    // Someone waits for the answer, so the program must live to get it.
    this.#child.channel?.ref();
    this.#send(order(ticket));
    return answered;
  }

  #receive(report: Report): void {
    switch (report.type) {
      case "status":
        this.#status = report.status;
        if (!report.settled) return;
        this.#settled = true;
        this.#settle(report.status);
        for (const listener of this.#statusListeners) listener(report.status);
        this.#release();
        return;
      case "duration":
        this.#durations.set(report.text, report.durationMs);
        return;
      case "notice":
        this.#notice(report.text);
        return;
      case "ring":
        this.#options.ring?.();
        return;
      case "done":
        this.#asked.answer(report.ticket);
        this.#release();
    }
  }

  /** There is no process any more. */
  #gone(): void {
    this.#child = null;
    this.#asked.answerAll();
  }

  /** Sound keeps no finished program alive, unless someone waits for its answer. */
  #release(): void {
    if (this.#settled && this.#asked.none) this.#child?.channel?.unref();
  }

  #lost(why: string): void {
    this.#status = { ...NOTHING, notes: [`There is no sound: ${why}`] };
    this.#notice(`There is no sound: ${why}`);
    this.#settle(this.#status);
  }

  #notice(text: string): void {
    for (const listener of this.#listeners) listener(text);
  }
}
