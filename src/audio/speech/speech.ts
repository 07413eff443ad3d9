/** Spoken lines as clips: rendered ahead, four at a time, the first lines first; kept on disk, and some in memory. */
import { resample } from "../mixing/resample.ts";
import { type Clip, parseWav } from "../mixing/wav.ts";
import type { ClipIdentity, SpeechCache } from "./cache.ts";
import { trimSpeech } from "./trim.ts";
import type { Renderer } from "./types.ts";

const AT_A_TIME = 4;
const MOST_BYTES = 32_000_000;
/** An engine that hung this often is asked no more: each time holds up what comes after it. */
const STRIKES = 2;

export interface SpeechHooks {
  /** The length of a line has become known. */
  readonly onDuration: (text: string, durationMs: number) => void;
  /** Something to tell the person. */
  readonly onNotice: (text: string) => void;
}

export class Speech {
  readonly #renderer: Renderer;
  readonly #cache: SpeechCache;
  readonly #sampleRate: number;
  readonly #hooks: SpeechHooks;
  readonly #clips = new Map<string, Int16Array>();
  readonly #durations = new Map<string, number>();
  readonly #jobs = new Map<string, Promise<Int16Array | null>>();
  #queue: { text: string; begin: () => void }[] = [];
  #running = 0;
  #bytes = 0;
  #strikes = 0;
  readonly #told = new Set<string>();

  constructor(renderer: Renderer, cache: SpeechCache, sampleRate: number, hooks: SpeechHooks) {
    this.#renderer = renderer;
    this.#cache = cache;
    this.#sampleRate = sampleRate;
    this.#hooks = hooks;
  }

  /** Renders what is not rendered yet, in this order, behind what waits already. */
  async prepare(texts: readonly string[]): Promise<void> {
    await Promise.all(texts.map((text) => this.#job(text, false)));
    await this.#cache.prune();
  }

  /** The clip, as soon as it can be had, ahead of everything that waits; null when the line cannot be said. */
  async clip(text: string): Promise<Int16Array | null> {
    return this.#clips.get(text) ?? (await this.#job(text, true));
  }

  /** The clip when it is at hand. */
  atHand(text: string): Int16Array | null {
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

  #job(text: string, urgent: boolean): Promise<Int16Array | null> {
    const waiting = this.#queue.findIndex((entry) => entry.text === text);
    if (urgent && waiting > 0) this.#queue.unshift(...this.#queue.splice(waiting, 1));
    const known = this.#jobs.get(text);
    if (known) return known;
    if (!urgent && this.#clips.has(text)) return Promise.resolve(null);
    const job = new Promise<void>((begin) => {
      const entry = { text, begin };
      if (urgent) this.#queue.unshift(entry);
      else this.#queue.push(entry);
      this.#next();
    }).then(async () => {
      const samples = await this.#make(text).catch((error: Error) => {
        this.#tell(`${this.#renderer.name} gave what is no speech (${error.message})`);
        return null;
      });
      this.#jobs.delete(text);
      this.#running--;
      if (samples) this.#keep(text, samples, urgent);
      this.#next();
      return samples;
    });
    this.#jobs.set(text, job);
    return job;
  }

  #next(): void {
    while (this.#running < AT_A_TIME && this.#queue.length > 0) {
      this.#running++;
      this.#queue.shift()?.begin();
    }
  }

  async #make(text: string): Promise<Int16Array | null> {
    const { name: engine, version, voiceName, rate } = this.#renderer;
    const identity: ClipIdentity = { engine, version, voiceName, rate, text };
    const kept = await this.#cache.read(identity);
    const clip = kept ?? (await this.#render(text));
    if (!clip || clip.samples.length === 0) return null;
    if (!kept) await this.#cache.write(identity, clip);
    const { samples } = resample(clip, this.#sampleRate);
    this.#durations.set(text, (samples.length / this.#sampleRate) * 1000);
    this.#hooks.onDuration(text, (samples.length / this.#sampleRate) * 1000);
    return samples;
  }

  async #render(text: string): Promise<Clip | null> {
    if (this.#strikes >= STRIKES) return null;
    const outcome = await this.#renderer.render(text);
    if (outcome.ok) {
      this.#strikes = 0;
      return trimSpeech(parseWav(outcome.output));
    }
    if (outcome.timedOut) this.#strikes++;
    this.#tell(`${this.#renderer.name} ${outcome.why}`);
    if (this.#strikes === STRIKES) this.#tell(`${this.#renderer.name} hangs: nothing more is spoken`);
    return null;
  }

  #tell(text: string): void {
    if (this.#told.has(text)) return;
    this.#told.add(text);
    this.#hooks.onNotice(text);
  }

  /** Keeps a clip at hand. Ahead of time there is room for the first lines; what is due now takes the oldest's place. */
  #keep(text: string, samples: Int16Array, urgent: boolean): void {
    if (!urgent && this.#bytes + samples.byteLength > MOST_BYTES) return;
    this.#clips.set(text, samples);
    this.#bytes += samples.byteLength;
    for (const [oldest, clip] of this.#clips) {
      if (this.#bytes <= MOST_BYTES || oldest === text) break;
      this.#clips.delete(oldest);
      this.#bytes -= clip.byteLength;
    }
  }
}
