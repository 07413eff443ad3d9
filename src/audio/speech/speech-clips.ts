/**
 * Spoken phrases as clips: rendered ahead, four at a time, most urgent first; cached on disk and partly in memory. The
 * first is rendered alone, as it is heard at once: beside three others it takes twice as long on two busy cores.
 */
import { resample } from "../mixing/resample.ts";
import { type AudioClip, parseWav } from "../mixing/wav.ts";
import type { SpeechCache, SpeechClipKey } from "./speech-cache.ts";
import { trimAndLevelSpeech } from "./trim-and-level.ts";
import type { SpeechRenderer } from "./types.ts";

const MAX_CONCURRENT_RENDERS = 4;
const MAX_MEMORY_BYTES = 32_000_000;
/** After this many timeouts the engine is not used again: each one holds up everything behind it. */
const MAX_TIMEOUTS = 2;

interface SpeechClipsHooks {
  /** The length of a phrase is now known. */
  readonly onDuration: (text: string, durationMs: number) => void;
  /** A message for the person. */
  readonly onNotice: (text: string) => void;
}

export class SpeechClips {
  readonly #renderer: SpeechRenderer;
  readonly #cache: SpeechCache;
  readonly #sampleRate: number;
  readonly #hooks: SpeechClipsHooks;
  readonly #clips = new Map<string, Int16Array>();
  readonly #durations = new Map<string, number>();
  readonly #jobs = new Map<string, Promise<Int16Array | null>>();
  /** Settles when every clip rendered so far is on disk. */
  #stored: Promise<unknown> = Promise.resolve();
  #queue: { text: string; begin: () => void }[] = [];
  #running = 0;
  #maxRunning = 1;
  #bytes = 0;
  #timeouts = 0;
  readonly #noticesSent = new Set<string>();

  constructor(renderer: SpeechRenderer, cache: SpeechCache, sampleRate: number, hooks: SpeechClipsHooks) {
    this.#renderer = renderer;
    this.#cache = cache;
    this.#sampleRate = sampleRate;
    this.#hooks = hooks;
  }

  /** Renders what is missing, in this order, after what is already queued. */
  async prepare(texts: readonly string[]): Promise<void> {
    await Promise.all(texts.map((text) => this.#enqueue(text, false)));
    await this.#stored;
    await this.#cache.prune();
  }

  /** Returns the clip as soon as possible, ahead of the queue; null when the phrase cannot be rendered. */
  async loadNow(text: string): Promise<Int16Array | null> {
    return this.#clips.get(text) ?? (await this.#enqueue(text, true));
  }

  /** Returns the clip if it is in memory. */
  getLoaded(text: string): Int16Array | null {
    return this.#clips.get(text) ?? null;
  }

  /** Length in milliseconds; null until it has been rendered. */
  durationOf(text: string): number | null {
    return this.#durations.get(text) ?? null;
  }

  close(): void {
    this.#queue = [];
    this.#renderer.close();
  }

  #enqueue(text: string, urgent: boolean): Promise<Int16Array | null> {
    const waiting = this.#queue.findIndex((entry) => entry.text === text);
    if (urgent && waiting > 0) this.#queue.unshift(...this.#queue.splice(waiting, 1));
    const known = this.#jobs.get(text);
    if (known) return known;
    if (!urgent && this.#clips.has(text)) return Promise.resolve(null);
    const job = new Promise<void>((begin) => {
      const entry = { text, begin };
      if (urgent) this.#queue.unshift(entry);
      else this.#queue.push(entry);
      this.#startQueued();
    }).then(async () => {
      const samples = await this.#loadOrRender(text).catch((error: Error) => {
        this.#noticeOnce(`${this.#renderer.name} returned no speech (${error.message})`);
        return null;
      });
      this.#jobs.delete(text);
      this.#running--;
      this.#maxRunning = MAX_CONCURRENT_RENDERS;
      if (samples) this.#addToMemory(text, samples, urgent);
      this.#startQueued();
      return samples;
    });
    this.#jobs.set(text, job);
    return job;
  }

  #startQueued(): void {
    while (this.#running < this.#maxRunning && this.#queue.length > 0) {
      this.#running++;
      this.#queue.shift()?.begin();
    }
  }

  async #loadOrRender(text: string): Promise<Int16Array | null> {
    const { name: engine, version, voiceName, rate } = this.#renderer;
    const key: SpeechClipKey = { engine, version, voiceName, rate, text };
    const cached = await this.#cache.read(key);
    const clip = cached ?? (await this.#render(text));
    if (!clip || clip.samples.length === 0) return null;
    // Whoever is to hear it does not wait for the disk.
    if (!cached) this.#stored = Promise.all([this.#stored, this.#cache.write(key, clip)]);
    const { samples } = resample(clip, this.#sampleRate);
    const durationMs = (samples.length / this.#sampleRate) * 1000;
    this.#durations.set(text, durationMs);
    this.#hooks.onDuration(text, durationMs);
    return samples;
  }

  async #render(text: string): Promise<AudioClip | null> {
    if (this.#timeouts >= MAX_TIMEOUTS) return null;
    const result = await this.#renderer.render(text);
    if (result.ok) {
      this.#timeouts = 0;
      return trimAndLevelSpeech(parseWav(result.output));
    }
    if (result.timedOut) this.#timeouts++;
    this.#noticeOnce(`${this.#renderer.name} ${result.why}`);
    if (this.#timeouts === MAX_TIMEOUTS)
      this.#noticeOnce(`${this.#renderer.name} does not respond: nothing more is spoken`);
    return null;
  }

  #noticeOnce(text: string): void {
    if (this.#noticesSent.has(text)) return;
    this.#noticesSent.add(text);
    this.#hooks.onNotice(text);
  }

  /** Keeps a clip in memory. Rendering ahead stops adding when memory is full; an urgent clip evicts the oldest. */
  #addToMemory(text: string, samples: Int16Array, urgent: boolean): void {
    if (!urgent && this.#bytes + samples.byteLength > MAX_MEMORY_BYTES) return;
    this.#clips.set(text, samples);
    this.#bytes += samples.byteLength;
    for (const [oldest, clip] of this.#clips) {
      if (this.#bytes <= MAX_MEMORY_BYTES || oldest === text) break;
      this.#clips.delete(oldest);
      this.#bytes -= clip.byteLength;
    }
  }
}
