/** Sound, as the program sees it: orders go to a process of its own, and faults come back as words. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Order, type Report, stationOptions } from "./protocol.ts";
import type { ScheduledCue, SoundEngine, SoundOptions, SoundStatus } from "./types.ts";

const NOTHING: SoundStatus = { sink: null, voice: null, sinks: [], voices: [], notes: [] };
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
  #restarts = 0;
  #closed = false;
  #tickets = 0;
  readonly #asked = new Map<number, () => void>();
  readonly #durations = new Map<string, number>();
  readonly #listeners = new Set<(text: string) => void>();

  constructor(options: SoundOptions, helper: URL) {
    this.#options = options;
    this.#helper = helper;
    this.ready = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#start();
  }

  schedule(cues: readonly ScheduledCue[]): void {
    if (cues.length > 0) this.#send({ type: "schedule", cues });
  }

  drop(fromEpochMs?: number): void {
    this.#send({ type: "drop", fromEpochMs });
  }

  prepare(texts: readonly string[]): Promise<void> {
    return this.#ask((ticket) => ({ type: "prepare", texts, ticket }));
  }

  durationOf(text: string): number | null {
    return this.#durations.get(text) ?? null;
  }

  status(): SoundStatus {
    return this.#status;
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
    if (!child) return;
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

  #start(): void {
    const { clock, platform, env } = this.#options;
    let child: ChildProcess;
    try {
      child = fork(fileURLToPath(this.#helper), [], {
        execPath: process.execPath,
        execArgv: [],
        env: { ...env },
        // What players print there would spoil the screen.
        stdio: ["ignore", "ignore", "ignore", "ipc"],
        // A session of its own: keys of the terminal (Ctrl-C) reach only the program. Windows would open a window.
        detached: platform !== "win32",
      });
    } catch (error) {
      this.#lost(error instanceof Error ? error.message : String(error));
      return;
    }
    this.#child = child;
    child.on("message", (report: Report) => this.#receive(report));
    child.on("error", () => {});
    child.once("exit", (code, signal) => {
      this.#child = null;
      for (const done of this.#asked.values()) done();
      this.#asked.clear();
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
    const ticket = this.#tickets++;
    return new Promise((resolve) => {
      this.#asked.set(ticket, resolve);
      // Someone waits for the answer, so the program must live to get it.
      this.#child?.channel?.ref();
      this.#send(order(ticket));
    });
  }

  #receive(report: Report): void {
    switch (report.type) {
      case "status":
        this.#status = report.status;
        if (report.settled) {
          this.#settled = true;
          this.#settle(report.status);
          this.#release();
        }
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
        this.#asked.get(report.ticket)?.();
        this.#asked.delete(report.ticket);
        this.#release();
    }
  }

  /** Sound keeps no finished program alive, unless someone waits for its answer. */
  #release(): void {
    if (this.#settled && this.#asked.size === 0) this.#child?.channel?.unref();
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
