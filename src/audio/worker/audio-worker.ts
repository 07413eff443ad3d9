/** The audio worker: takes requests, holds cues until they are due, and plays them through a sink. */
import type { Host } from "../../system/programs.ts";
import { createToneCache } from "../mixing/synthesise-tone.ts";
import { listSinks } from "../sinks/list-sinks.ts";
import { SAMPLE_RATE } from "../sinks/types.ts";
import { buildSinkNotes, isAudible } from "../sound-advice.ts";
import { findVoice, formatVoiceLabel } from "../speech/find-voice.ts";
import { SpeechCache } from "../speech/speech-cache.ts";
import { SpeechClips } from "../speech/speech-clips.ts";
import type { LiveVoice } from "../speech/types.ts";
import { DEFAULT_SPEECH_RATE, DEFAULT_VOLUME, NO_SOUND, type ScheduledCue, type SoundStatus } from "../types.ts";
import { CueQueue, MAX_LATENESS_MS, type QueuedCue } from "./cue-queue.ts";
import type { WorkerMessage, WorkerOptions, WorkerRequest } from "./protocol.ts";
import { SinkSupervisor, type SinkSupervisorHooks } from "./sink-supervisor.ts";

/** How often to check whether everything has been played, while somebody waits for that. */
const IDLE_CHECK_MS = 40;

export class AudioWorker {
  readonly #host: Host;
  readonly #post: (message: WorkerMessage) => void;
  readonly #queue: CueQueue;
  readonly #toneSamples = createToneCache(SAMPLE_RATE);
  #supervisor: SinkSupervisor | null = null;
  #speech: SpeechClips | null = null;
  #liveVoice: LiveVoice | null = null;
  #options: WorkerOptions | null = null;
  #opened = false;
  #closed = false;
  #voiceNotes: readonly string[] = [];
  #status = NO_SOUND;
  /** The status that was posted last, but for the wording of its reasons. */
  #lastNews = "";
  #voiceSearch: Promise<void> | null = null;

  constructor(host: Host, post: (message: WorkerMessage) => void) {
    this.#host = host;
    this.#post = post;
    this.#queue = new CueQueue(SAMPLE_RATE, () => host.clock.monotonicMs());
  }

  handleRequest(request: WorkerRequest): void {
    switch (request.type) {
      case "open":
        void this.#open(request.options);
        return;
      case "schedule":
        for (const cue of request.cues) this.#schedule(cue);
        this.#supervisor?.player?.wake();
        return;
      case "drop":
        this.#drop(request.fromEpochMs);
        return;
      case "prepare":
        void this.#prepare(request.texts, request.requestId);
        return;
      case "idle":
        this.#replyWhenIdle(request.requestId);
        return;
      case "close":
        this.close();
    }
  }

  /** Silences everything and ends the playback program. */
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
    const sinks = listSinks(this.#host, options.sinkPreference);
    this.#supervisor = new SinkSupervisor(sinks, this.#queue, this.#host.clock, hooks, volumeToGain(options.volume));
    await Promise.all([this.#supervisor.open(), options.deferVoice ? null : this.#ensureVoice()]);
    this.#opened = true;
    this.#updateStatus({}, true);
  }

  /** Settles when the search for a voice is over. The first caller starts it; it runs once. */
  #ensureVoice(): Promise<void> {
    this.#voiceSearch ??= this.#findVoice();
    return this.#voiceSearch;
  }

  async #findVoice(): Promise<void> {
    if (!this.#options) return;
    const { voiceName, rate = DEFAULT_SPEECH_RATE, cacheDir } = this.#options;
    const { voice, attempts, notes } = await findVoice(this.#host, { voiceName, rate });
    if (this.#closed) {
      voice?.close();
      return;
    }
    if (voice?.kind === "live") this.#liveVoice = voice;
    if (voice?.kind === "rendered") {
      const onNotice = (text: string) => this.#postNotice(text);
      this.#speech = new SpeechClips(voice, new SpeechCache(cacheDir, onNotice, this.#host.clock), SAMPLE_RATE, {
        onDuration: (text, durationMs) => this.#post({ type: "duration", text, durationMs }),
        onNotice,
      });
    }
    this.#voiceNotes = notes;
    this.#updateStatus({ voice: voice ? formatVoiceLabel(voice) : null, voices: attempts }, this.#opened);
  }

  async #prepare(texts: readonly string[], requestId: number): Promise<void> {
    if (texts.length > 0) await this.#ensureVoice();
    if (!this.#closed) await this.#speech?.prepare([...new Set(texts)]);
    this.#post({ type: "done", requestId });
  }

  #schedule({ cue, dueEpochMs, endByEpochMs }: ScheduledCue): void {
    const queued: QueuedCue = {
      cue,
      dueMs: this.#toMonotonicMs(dueEpochMs),
      endByMs: endByEpochMs === undefined ? null : this.#toMonotonicMs(endByEpochMs),
      samples: cue.kind === "tone" ? this.#toneSamples(cue.name) : null,
    };
    this.#queue.add(queued);
    if (cue.kind === "speech") void this.#attachSpeech(queued, cue.text);
  }

  /** Attaches rendered speech to a queued cue; a cue without any is removed. */
  async #attachSpeech(queued: QueuedCue, text: string): Promise<void> {
    queued.samples = this.#speech?.getLoaded(text) ?? null;
    if (queued.samples) return;
    await this.#ensureVoice();
    // The cue may have been cancelled in the meantime.
    if (!this.#queue.has(queued)) return;
    if (this.#liveVoice) {
      this.#speakLive(this.#liveVoice, queued, text);
      return;
    }
    queued.samples = (await this.#speech?.loadNow(text)) ?? null;
    if (!queued.samples) this.#queue.remove(queued);
    else this.#supervisor?.player?.wake();
  }

  #speakLive(voice: LiveVoice, queued: QueuedCue, text: string): void {
    const { clock } = this.#host;
    clock.callAt(queued.dueMs, () => {
      if (!this.#queue.has(queued)) return;
      this.#queue.remove(queued);
      if (clock.monotonicMs() - queued.dueMs <= MAX_LATENESS_MS) voice.speak(text);
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

  #replyWhenIdle(requestId: number): void {
    const { clock } = this.#host;
    const nowMs = clock.monotonicMs();
    this.#queue.removeExpired();
    const busy = nowMs <= (this.#supervisor?.player?.busyUntilMs() ?? 0) || this.#liveVoice?.isSpeaking() === true;
    if (this.#closed || (this.#queue.isEmpty && !busy)) this.#post({ type: "done", requestId });
    else clock.callAt(nowMs + IDLE_CHECK_MS, () => this.#replyWhenIdle(requestId));
  }

  #postNotice(text: string): void {
    this.#post({ type: "notice", text });
  }

  #updateStatus(change: Partial<SoundStatus>, settled = false): void {
    const status = { ...this.#status, ...change };
    const canSpeak = this.#liveVoice !== null || (this.#speech !== null && isAudible(status.sink));
    const notes = [...buildSinkNotes(this.#host, status, this.#options?.sinkPreference), ...this.#voiceNotes];
    this.#status = { ...status, canSpeak, notes };
    // Without a device the sinks are tried for as long as the session lasts, and nearly always as before.
    const news = JSON.stringify([this.#status, settled], (key, value) => (key === "why" ? undefined : value));
    if (news === this.#lastNews) return;
    this.#lastNews = news;
    this.#post({ type: "status", status: this.#status, settled });
  }
}

/** Perceived loudness: half the volume is a quarter of the amplitude. */
function volumeToGain(volume = DEFAULT_VOLUME): number {
  return (Math.max(0, Math.min(100, volume)) / 100) ** 2;
}
