/** The sound process at work: orders come in, cues wait for their moments, and an outlet makes them heard. */

import type { Host } from "../../system/programs.ts";
import { createToneCache } from "../mixing/synthesise-tone.ts";
import { listSinks } from "../sinks/list-sinks.ts";
import { SAMPLE_RATE } from "../sinks/types.ts";
import { buildSoundNotes } from "../sound-notes.ts";
import { findVoice, formatVoiceLabel } from "../speech/find-voice.ts";
import { SpeechCache } from "../speech/speech-cache.ts";
import { SpeechClips } from "../speech/speech-clips.ts";
import type { LiveVoice } from "../speech/types.ts";
import type { ScheduledCue, SoundStatus } from "../types.ts";
import { CueQueue, MAX_LATENESS_MS, type QueuedCue } from "./cue-queue.ts";
import type { WorkerMessage, WorkerOptions, WorkerRequest } from "./protocol.ts";
import { SinkSupervisor, type SinkSupervisorHooks } from "./sink-supervisor.ts";

/** How often it is looked whether all has been heard, when someone waits for that. */
const IDLE_CHECK_MS = 40;

export class AudioWorker {
  readonly #host: Host;
  readonly #post: (report: WorkerMessage) => void;
  readonly #queue: CueQueue;
  readonly #toneSamples = createToneCache(SAMPLE_RATE);
  #supervisor: SinkSupervisor | null = null;
  #speech: SpeechClips | null = null;
  #liveVoice: LiveVoice | null = null;
  #options: WorkerOptions | null = null;
  #opened = false;
  #closed = false;
  #voiceNotes: readonly string[] = [];
  #status: SoundStatus = { sink: null, voice: null, canSpeak: false, sinks: [], voices: [], notes: [] };
  #voiceSearch: Promise<void> | null = null;

  constructor(machine: Host, tell: (report: WorkerMessage) => void) {
    this.#host = machine;
    this.#post = tell;
    this.#queue = new CueQueue(SAMPLE_RATE, () => machine.clock.monotonicMs());
  }

  handleRequest(order: WorkerRequest): void {
    switch (order.type) {
      case "open":
        void this.#open(order.options);
        return;
      case "schedule":
        for (const cue of order.cues) this.#schedule(cue);
        this.#supervisor?.player?.wake();
        return;
      case "drop":
        this.#drop(order.fromEpochMs);
        return;
      case "prepare":
        void this.#prepare(order.texts, order.ticket);
        return;
      case "idle":
        this.#replyWhenIdle(order.ticket);
        return;
      case "close":
        this.close();
    }
  }

  /** Silence, and no player left. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#queue.removeFrom();
    this.#supervisor?.close();
    this.#speech?.close();
    this.#liveVoice?.close();
  }

  async #open(options: WorkerOptions): Promise<void> {
    this.#options = options;
    const hooks: SinkSupervisorHooks = {
      onChange: (sink, sinks) => this.#updateStatus({ sink, sinks }),
      onNotice: (text) => this.#postNotice(text),
      ringBell: options.bell ? () => this.#post({ type: "ring" }) : null,
    };
    const ways = listSinks(this.#host, options.sinkPreference);
    this.#supervisor = new SinkSupervisor(ways, this.#queue, this.#host.clock, hooks, volumeToGain(options.volume));
    await Promise.all([this.#supervisor.open(), options.speech ? this.#ensureVoice() : null]);
    this.#opened = true;
    this.#updateStatus({}, true);
  }

  /** Settles when a voice was found, or found wanting: it is looked for once, by who needs it first. */
  #ensureVoice(): Promise<void> {
    this.#voiceSearch ??= this.#findVoice();
    return this.#voiceSearch;
  }

  async #findVoice(): Promise<void> {
    if (!this.#options) return;
    const { voiceName, rate, cacheDir } = this.#options;
    const { voice, attempts, notes } = await findVoice(this.#host, { voiceName, rate });
    if (this.#closed) {
      voice?.close();
      return;
    }
    if (voice?.kind === "live") this.#liveVoice = voice;
    if (voice?.kind === "renders") {
      const now = () => this.#host.clock.epochMs() / 1000;
      const cache = new SpeechCache(cacheDir, (text) => this.#postNotice(text), now);
      this.#speech = new SpeechClips(voice, cache, SAMPLE_RATE, {
        onDuration: (text, durationMs) => this.#post({ type: "duration", text, durationMs }),
        onNotice: (text) => this.#postNotice(text),
      });
    }
    this.#voiceNotes = notes;
    this.#updateStatus({ voice: voice ? formatVoiceLabel(voice) : null, voices: attempts }, this.#opened);
  }

  async #prepare(texts: readonly string[], ticket: number): Promise<void> {
    if (texts.length > 0) await this.#ensureVoice();
    if (!this.#closed) await this.#speech?.prepare([...new Set(texts)]);
    this.#post({ type: "done", ticket });
  }

  #schedule({ cue, dueEpochMs, endByEpochMs }: ScheduledCue): void {
    const waiting: QueuedCue = {
      cue,
      dueMs: this.#toMonotonicMs(dueEpochMs),
      endByMs: endByEpochMs === undefined ? null : this.#toMonotonicMs(endByEpochMs),
      samples: cue.kind === "tone" ? this.#toneSamples(cue.name, cue.hz) : null,
    };
    this.#queue.add(waiting);
    if (cue.kind === "speech") void this.#attachSpeech(waiting, cue.text ?? "");
  }

  /** Finds the speech for a cue that waits already; without any the cue goes. */
  async #attachSpeech(waiting: QueuedCue, text: string): Promise<void> {
    waiting.samples = this.#speech?.getLoaded(text) ?? null;
    if (waiting.samples) return;
    await this.#ensureVoice();
    // Meanwhile it may have been taken back.
    if (!this.#queue.has(waiting)) return;
    if (this.#liveVoice) {
      this.#speakLive(this.#liveVoice, waiting, text);
      return;
    }
    waiting.samples = (await this.#speech?.loadNow(text)) ?? null;
    if (!waiting.samples) this.#queue.remove(waiting);
    else this.#supervisor?.player?.wake();
  }

  #speakLive(live: LiveVoice, waiting: QueuedCue, text: string): void {
    const { clock } = this.#host;
    clock.callAt(waiting.dueMs, () => {
      if (!this.#queue.has(waiting)) return;
      this.#queue.remove(waiting);
      if (clock.monotonicMs() - waiting.dueMs <= MAX_LATENESS_MS) live.speak(text);
    });
  }

  #drop(fromEpochMs: number | undefined): void {
    const fromMs = fromEpochMs === undefined ? undefined : this.#toMonotonicMs(fromEpochMs);
    this.#queue.removeFrom(fromMs);
    this.#supervisor?.player?.drop(fromMs);
    if (fromMs === undefined) this.#liveVoice?.stop();
  }

  #toMonotonicMs(epochMs: number): number {
    return epochMs - this.#host.clock.epochMs(0);
  }

  #replyWhenIdle(ticket: number): void {
    const { clock } = this.#host;
    const nowMs = clock.monotonicMs();
    this.#queue.removeExpired();
    const sounds = nowMs <= (this.#supervisor?.player?.busyUntilMs() ?? 0) || this.#liveVoice?.isSpeaking() === true;
    if (this.#closed || (this.#queue.isEmpty && !sounds)) this.#post({ type: "done", ticket });
    else clock.callAt(nowMs + IDLE_CHECK_MS, () => this.#replyWhenIdle(ticket));
  }

  #postNotice(text: string): void {
    this.#post({ type: "notice", text });
  }

  #updateStatus(change: Partial<SoundStatus>, settled = false): void {
    const status = { ...this.#status, ...change };
    const { sink, sinks } = status;
    const speaks = this.#liveVoice !== null || (this.#speech !== null && sink !== null && sink !== "bell");
    const notes = [...buildSoundNotes(this.#host, sink, sinks, this.#options?.sinkPreference), ...this.#voiceNotes];
    this.#status = { ...status, canSpeak: speaks, notes };
    this.#post({ type: "status", status: this.#status, settled });
  }
}

/** Loudness as the ear takes it: half the volume is a quarter of the size. */
function volumeToGain(volume: number): number {
  return (Math.max(0, Math.min(100, volume)) / 100) ** 2;
}
