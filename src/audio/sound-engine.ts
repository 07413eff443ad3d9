/** Sound, as the program sees it: orders go to a process of its own, and faults come back as words. */
import type { ChildProcess } from "node:child_process";
import { forkWorker } from "./fork-worker.ts";
import { PendingReplies } from "./pending-replies.ts";
import type { ScheduledCue, SoundEngine, SoundEngineOptions, SoundStatus } from "./types.ts";
import { toWorkerOptions, type WorkerMessage, type WorkerRequest } from "./worker/protocol.ts";

const NO_SOUND: SoundStatus = { sink: null, voice: null, canSpeak: false, sinks: [], voices: [], notes: [] };
/** A sound process that dies is started again after this long, this often. */
const RESTART_DELAY_MS = 500;
const MAX_RESTARTS = 3;
/** How long it may take to end when asked, with the ends of those that it started; then it is killed. */
const CLOSE_TIMEOUT_MS = 900;

/** Where the built sound process lies: beside the built program. */
export const AUDIO_WORKER_URL = new URL("./sound-helper.cjs", import.meta.url);

/**
 * Starts sound. It returns at once, and it never throws: a machine without sound is told of in notices.
 * @param helper the sound process's program
 */
export function createSoundEngine(options: SoundEngineOptions, helper: URL = AUDIO_WORKER_URL): SoundEngine {
  return new WorkerSoundEngine(options, helper);
}

class WorkerSoundEngine implements SoundEngine {
  readonly ready: Promise<SoundStatus>;
  readonly #options: SoundEngineOptions;
  readonly #workerUrl: URL;
  #child: ChildProcess | null = null;
  #status = NO_SOUND;
  #settled = false;
  #resolveReady: (status: SoundStatus) => void = () => {};
  #started = false;
  #restarts = 0;
  #closed = false;
  readonly #pendingReplies = new PendingReplies();
  readonly #durations = new Map<string, number>();
  readonly #noticeListeners = new Set<(text: string) => void>();
  readonly #statusListeners = new Set<(status: SoundStatus) => void>();

  constructor(options: SoundEngineOptions, helper: URL) {
    this.#options = options;
    this.#workerUrl = helper;
    this.ready = new Promise((resolve) => {
      this.#resolveReady = resolve;
    });
    if (!options.lazy) this.#ensureStarted();
  }

  schedule(cues: readonly ScheduledCue[]): void {
    if (cues.length === 0) return;
    this.#ensureStarted();
    this.#send({ type: "schedule", cues });
  }

  drop(fromEpochMs?: number): void {
    this.#send({ type: "drop", fromEpochMs });
  }

  prepare(texts: readonly string[]): Promise<void> {
    if (texts.length > 0) this.#ensureStarted();
    return this.#request((ticket) => ({ type: "prepare", texts, ticket }));
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
    this.#noticeListeners.add(listener);
    return () => this.#noticeListeners.delete(listener);
  }

  whenIdle(): Promise<void> {
    return this.#request((ticket) => ({ type: "idle", ticket }));
  }

  async close(): Promise<void> {
    this.#closed = true;
    const child = this.#child;
    if (child?.pid === undefined) return;
    const { clock } = this.#options;
    child.ref();
    await new Promise<void>((resolve) => {
      const callOff = clock.callAt(clock.monotonicMs() + CLOSE_TIMEOUT_MS, () => child.kill("SIGKILL"));
      child.once("exit", () => {
        callOff();
        resolve();
      });
      this.#send({ type: "close" });
    });
  }

  #ensureStarted(): void {
    if (this.#started || this.#closed) return;
    this.#started = true;
    this.#startWorker();
  }

  #startWorker(): void {
    const { clock } = this.#options;
    let child: ChildProcess;
    try {
      child = forkWorker(this.#workerUrl, this.#options);
    } catch (error) {
      // Whoever made this engine listens only from its next line on.
      queueMicrotask(() => this.#giveUp(error instanceof Error ? error.message : String(error)));
      return;
    }
    this.#child = child;
    child.on("message", (report: WorkerMessage) => this.#receive(report));
    child.on("error", (error) => {
      // With a process, one order did not get through. Without one there will be no exit.
      if (child.pid !== undefined) return;
      this.#forgetWorker();
      this.#giveUp(error.message);
    });
    child.once("exit", (code, signal) => {
      this.#forgetWorker();
      if (this.#closed) return this.#resolveReady(this.#status);
      if (this.#restarts++ >= MAX_RESTARTS) return this.#giveUp(`it ended with ${signal ?? code}`);
      this.#emitNotice("The sound process ended; it is started again");
      clock.callAt(clock.monotonicMs() + RESTART_DELAY_MS, () => !this.#closed && this.#startWorker());
    });
    child.unref();
    this.#unrefWhenIdle();
    this.#send({ type: "open", options: toWorkerOptions(this.#options) });
  }

  #send(order: WorkerRequest): void {
    if (this.#child?.connected) this.#child.send(order, () => {});
  }

  #request(order: (ticket: number) => WorkerRequest): Promise<void> {
    if (!this.#child?.connected) return Promise.resolve();
    const { ticket, answered } = this.#pendingReplies.register();
    // Someone waits for the answer, so the program must live to get it.
    this.#child.channel?.ref();
    this.#send(order(ticket));
    return answered;
  }

  #receive(report: WorkerMessage): void {
    switch (report.type) {
      case "status":
        this.#status = report.status;
        if (!report.settled) return;
        this.#settled = true;
        this.#resolveReady(report.status);
        for (const listener of this.#statusListeners) listener(report.status);
        this.#unrefWhenIdle();
        return;
      case "duration":
        this.#durations.set(report.text, report.durationMs);
        return;
      case "notice":
        this.#emitNotice(report.text);
        return;
      case "ring":
        this.#options.ringBell?.();
        return;
      case "done":
        this.#pendingReplies.resolve(report.ticket);
        this.#unrefWhenIdle();
    }
  }

  /** There is no process any more. */
  #forgetWorker(): void {
    this.#child = null;
    this.#pendingReplies.resolveAll();
  }

  /** Sound keeps no finished program alive, unless someone waits for its answer. */
  #unrefWhenIdle(): void {
    if (this.#settled && this.#pendingReplies.isEmpty) this.#child?.channel?.unref();
  }

  #giveUp(why: string): void {
    this.#status = { ...NO_SOUND, notes: [`There is no sound: ${why}`] };
    this.#emitNotice(`There is no sound: ${why}`);
    this.#resolveReady(this.#status);
  }

  #emitNotice(text: string): void {
    for (const listener of this.#noticeListeners) listener(text);
  }
}
