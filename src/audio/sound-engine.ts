/** The program's side of sound: sends requests to the audio worker and turns faults into messages. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describeError } from "../errors.ts";
import { createDeferred, PendingReplies } from "../system/deferred.ts";
import { NO_SOUND, type ScheduledCue, type SoundEngine, type SoundEngineOptions, type SoundStatus } from "./types.ts";
import type { WorkerMessage, WorkerRequest } from "./worker/protocol.ts";

/** A worker that dies is restarted after this delay, at most this many times. */
const RESTART_DELAY_MS = 500;
const MAX_RESTARTS = 3;
/** How long the worker may take to shut down, with its child processes, before it is killed. */
const CLOSE_TIMEOUT_MS = 900;

/** The built worker, next to the built program. */
const AUDIO_WORKER_URL = new URL("./sound-helper.cjs", import.meta.url);

/** Creates the sound engine. Returns at once and never throws: a machine without sound is reported in notices. */
export function createSoundEngine(options: SoundEngineOptions, workerUrl: URL = AUDIO_WORKER_URL): SoundEngine {
  return new WorkerSoundEngine(options, workerUrl);
}

class WorkerSoundEngine implements SoundEngine {
  readonly #ready = createDeferred<SoundStatus>();
  readonly ready = this.#ready.promise;
  readonly #options: SoundEngineOptions;
  readonly #workerUrl: URL;
  #child: ChildProcess | null = null;
  #status = NO_SOUND;
  #settled = false;
  #started = false;
  #restarts = 0;
  #closed = false;
  readonly #replies = new PendingReplies<void>();
  readonly #durations = new Map<string, number>();
  readonly #noticeListeners = new Set<(text: string) => void>();
  readonly #statusListeners = new Set<(status: SoundStatus) => void>();

  constructor(options: SoundEngineOptions, workerUrl: URL) {
    this.#options = options;
    this.#workerUrl = workerUrl;
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
    return this.#request((requestId) => ({ type: "prepare", texts, requestId }));
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
    return this.#request((requestId) => ({ type: "idle", requestId }));
  }

  async close(): Promise<void> {
    this.#closed = true;
    const child = this.#child;
    if (child?.pid === undefined) return;
    const { clock } = this.#options;
    child.ref();
    const exited = new Promise((resolve) => child.once("exit", resolve));
    const cancelKill = clock.callAt(clock.monotonicMs() + CLOSE_TIMEOUT_MS, () => child.kill("SIGKILL"));
    this.#send({ type: "close" });
    await exited;
    cancelKill();
  }

  #ensureStarted(): void {
    if (this.#started || this.#closed) return;
    this.#started = true;
    this.#startWorker();
  }

  /** Some failures are thrown, others arrive as an `error` event: the child then has no `pid` and never emits `exit`. */
  #startWorker(): void {
    const { clock, platform, env } = this.#options;
    let child: ChildProcess;
    try {
      child = fork(fileURLToPath(this.#workerUrl), [], {
        execPath: process.execPath,
        execArgv: [],
        env: { ...env },
        // Whatever sinks print would corrupt the screen.
        stdio: ["ignore", "ignore", "ignore", "ipc"],
        // Its own session, so that Ctrl-C reaches only the main program. On Windows this would open a window.
        detached: platform !== "win32",
      });
    } catch (error) {
      // The caller can subscribe to notices only after this returns.
      queueMicrotask(() => this.#giveUp(describeError(error)));
      return;
    }
    this.#child = child;
    child.on("message", (message: WorkerMessage) => this.#receive(message));
    child.on("error", (error) => {
      // With a pid, only one message was not delivered.
      if (child.pid !== undefined) return;
      this.#forgetWorker();
      this.#giveUp(error.message);
    });
    child.once("exit", (code, signal) => {
      this.#forgetWorker();
      if (this.#closed) return this.#ready.resolve(this.#status);
      if (this.#restarts++ >= MAX_RESTARTS) return this.#giveUp(`it ended with ${signal ?? code}`);
      this.#emitNotice("The sound process ended; it is started again");
      clock.callAt(clock.monotonicMs() + RESTART_DELAY_MS, () => !this.#closed && this.#startWorker());
    });
    child.unref();
    this.#unrefWhenIdle();
    const { cacheDir, sinkPreference, voiceName, rate, volume, deferVoice, ringBell } = this.#options;
    const options = { cacheDir, sinkPreference, voiceName, rate, volume, deferVoice, bell: ringBell !== undefined };
    this.#send({ type: "open", options });
  }

  #send(request: WorkerRequest): void {
    if (this.#child?.connected) this.#child.send(request, () => {});
  }

  #request(createRequest: (requestId: number) => WorkerRequest): Promise<void> {
    if (!this.#child?.connected) return Promise.resolve();
    const { id, reply } = this.#replies.register();
    // Somebody awaits the answer, so keep the program alive until it arrives.
    this.#child.channel?.ref();
    this.#send(createRequest(id));
    return reply;
  }

  #receive(message: WorkerMessage): void {
    switch (message.type) {
      case "status":
        this.#status = message.status;
        if (!message.settled) return;
        this.#settled = true;
        this.#ready.resolve(message.status);
        for (const listener of this.#statusListeners) listener(message.status);
        this.#unrefWhenIdle();
        return;
      case "duration":
        this.#durations.set(message.text, message.durationMs);
        return;
      case "notice":
        this.#emitNotice(message.text);
        return;
      case "ring":
        this.#options.ringBell?.();
        return;
      case "done":
        this.#replies.resolve(message.requestId);
        this.#unrefWhenIdle();
    }
  }

  /** The worker process has gone. */
  #forgetWorker(): void {
    this.#child = null;
    this.#replies.resolveAll();
  }

  /** Sound does not keep a finished program alive, unless an answer is awaited. */
  #unrefWhenIdle(): void {
    if (this.#settled && this.#replies.isEmpty) this.#child?.channel?.unref();
  }

  #giveUp(why: string): void {
    const text = `There is no sound: ${why}`;
    this.#status = { ...NO_SOUND, notes: [text] };
    this.#emitNotice(text);
    this.#ready.resolve(this.#status);
  }

  #emitNotice(text: string): void {
    for (const listener of this.#noticeListeners) listener(text);
  }
}
