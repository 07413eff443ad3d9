/** Spoken lines as clips: rendered ahead, four at a time, the first lines first; kept on disk, and some in memory. */
import { resample } from "../mixing/resample.ts";
import { type AudioClip, parseWav } from "../mixing/wav.ts";
import type { SpeechCache, SpeechClipKey } from "./speech-cache.ts";
import { trimAndLevelSpeech } from "./trim-and-level.ts";
import type { SpeechRenderer } from "./types.ts";

const MAX_CONCURRENT_RENDERS = 4;
const MAX_MEMORY_BYTES = 32_000_000;
/** An engine that hung this often is asked no more: each time holds up what comes after it. */
const MAX_TIMEOUTS = 2;

export interface SpeechClipsHooks {
  /** The length of a line has become known. */
  readonly onDuration: (text: string, durationMs: number) => void;
  /** Something to tell the person. */
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
  #queue: { text: string; begin: () => void }[] = [];
  #running = 0;
  #bytes = 0;
  #timeouts = 0;
  readonly #noticesSent = new Set<string>();

  constructor(renderer: SpeechRenderer, cache: SpeechCache, sampleRate: number, hooks: SpeechClipsHooks) {
    this.#renderer = renderer;
    this.#cache = cache;
    this.#sampleRate = sampleRate;
    this.#hooks = hooks;
  }

  /** Renders what is not rendered yet, in this order, behind what waits already. */
  async prepare(texts: readonly string[]): Promise<void> {
    await Promise.all(texts.map((text) => this.#enqueue(text, false)));
    await this.#cache.prune();
  }

  /** The clip, as soon as it can be had, ahead of everything that waits; null when the line cannot be said. */
  async loadNow(text: string): Promise<Int16Array | null> {
    return this.#clips.get(text) ?? (await this.#enqueue(text, true));
  }

  /** The clip when it is at hand. */
  getLoaded(text: string): Int16Array | null {
    return this.#clips.get(text) ?? null;
  }

  /** Milliseconds; null until it was rendered. */
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
        this.#noticeOnce(`${this.#renderer.name} gave what is no speech (${error.message})`);
        return null;
      });
      this.#jobs.delete(text);
      this.#running--;
      if (samples) this.#addToMemory(text, samples, urgent);
      this.#startQueued();
      return samples;
    });
    this.#jobs.set(text, job);
    return job;
  }

  #startQueued(): void {
    while (this.#running < MAX_CONCURRENT_RENDERS && this.#queue.length > 0) {
      this.#running++;
      this.#queue.shift()?.begin();
    }
  }

  async #loadOrRender(text: string): Promise<Int16Array | null> {
    const { name: engine, version, voiceName, rate } = this.#renderer;
    const identity: SpeechClipKey = { engine, version, voiceName, rate, text };
    const kept = await this.#cache.read(identity);
    const clip = kept ?? (await this.#render(text));
    if (!clip || clip.samples.length === 0) return null;
    if (!kept) await this.#cache.write(identity, clip);
    const { samples } = resample(clip, this.#sampleRate);
    this.#durations.set(text, (samples.length / this.#sampleRate) * 1000);
    this.#hooks.onDuration(text, (samples.length / this.#sampleRate) * 1000);
    return samples;
  }

  async #render(text: string): Promise<AudioClip | null> {
    if (this.#timeouts >= MAX_TIMEOUTS) return null;
    const outcome = await this.#renderer.render(text);
    if (outcome.ok) {
      this.#timeouts = 0;
      return trimAndLevelSpeech(parseWav(outcome.output));
    }
    if (outcome.timedOut) this.#timeouts++;
    this.#noticeOnce(`${this.#renderer.name} ${outcome.why}`);
    if (this.#timeouts === MAX_TIMEOUTS) this.#noticeOnce(`${this.#renderer.name} hangs: nothing more is spoken`);
    return null;
  }

  #noticeOnce(text: string): void {
    if (this.#noticesSent.has(text)) return;
    this.#noticesSent.add(text);
    this.#hooks.onNotice(text);
  }

  /** Keeps a clip at hand. Ahead of time there is room for the first lines; what is due now takes the oldest's place. */
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
