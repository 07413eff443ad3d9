/** The sound process at work: orders come in, cues wait for their moments, and an outlet makes them heard. */

import type { Machine } from "../../system/programs.ts";
import { toneMaker } from "../mixing/tone.ts";
import { soundNotes } from "../notes.ts";
import { sinksOf } from "../sinks/find.ts";
import { SAMPLE_RATE } from "../sinks/types.ts";
import { SpeechCache } from "../speech/cache.ts";
import { findVoice, voiceWords } from "../speech/find.ts";
import { Speech } from "../speech/speech.ts";
import type { LiveVoice } from "../speech/types.ts";
import type { ScheduledCue, SoundStatus } from "../types.ts";
import { Outlet, type OutletHooks } from "./outlet.ts";
import type { Order, Report, StationOptions } from "./protocol.ts";
import { CueQueue, STALE_MS, type Waiting } from "./queue.ts";

/** How often it is looked whether all has been heard, when someone waits for that. */
const IDLE_CHECK_MS = 40;

export class Station {
  readonly #machine: Machine;
  readonly #tell: (report: Report) => void;
  readonly #queue: CueQueue;
  readonly #toneSamples = toneMaker(SAMPLE_RATE);
  #outlet: Outlet | null = null;
  #speech: Speech | null = null;
  #live: LiveVoice | null = null;
  #options: StationOptions | null = null;
  #opened = false;
  #closed = false;
  #voiceNotes: readonly string[] = [];
  #status: SoundStatus = { sink: null, voice: null, speaks: false, sinks: [], voices: [], notes: [] };
  #voiceFound: Promise<void> | null = null;

  constructor(machine: Machine, tell: (report: Report) => void) {
    this.#machine = machine;
    this.#tell = tell;
    this.#queue = new CueQueue(SAMPLE_RATE, () => machine.clock.monotonicMs());
  }

  receive(order: Order): void {
    switch (order.type) {
      case "open":
        void this.#open(order.options);
        return;
      case "schedule":
        for (const cue of order.cues) this.#schedule(cue);
        this.#outlet?.output?.wake();
        return;
      case "drop":
        this.#drop(order.fromEpochMs);
        return;
      case "prepare":
        void this.#prepare(order.texts, order.ticket);
        return;
      case "idle":
        this.#whenIdle(order.ticket);
        return;
      case "close":
        this.close();
    }
  }

  /** Silence, and no player left. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#queue.clear();
    this.#outlet?.close();
    this.#speech?.close();
    this.#live?.close();
  }

  async #open(options: StationOptions): Promise<void> {
    this.#options = options;
    const hooks: OutletHooks = {
      onChange: (sink, sinks) => this.#report({ sink, sinks }),
      onNotice: (text) => this.#notice(text),
      ring: options.bell ? () => this.#tell({ type: "ring" }) : null,
    };
    const ways = sinksOf(this.#machine, options.sinkPreference);
    this.#outlet = new Outlet(ways, this.#queue, this.#machine.clock, hooks, gainOf(options.volume));
    await Promise.all([this.#outlet.open(), options.speech ? this.#voice() : null]);
    this.#opened = true;
    this.#report({}, true);
  }

  /** Settles when a voice was found, or found wanting: it is looked for once, by who needs it first. */
  #voice(): Promise<void> {
    this.#voiceFound ??= this.#findVoice();
    return this.#voiceFound;
  }

  async #findVoice(): Promise<void> {
    if (!this.#options) return;
    const { voiceName, rate, cacheDir } = this.#options;
    const { voice, attempts, notes } = await findVoice(this.#machine, { voiceName, rate });
    if (this.#closed) {
      voice?.close();
      return;
    }
    if (voice?.kind === "live") this.#live = voice;
    if (voice?.kind === "renders") {
      const now = () => this.#machine.clock.epochMs() / 1000;
      const cache = new SpeechCache(cacheDir, (text) => this.#notice(text), now);
      this.#speech = new Speech(voice, cache, SAMPLE_RATE, {
        onDuration: (text, durationMs) => this.#tell({ type: "duration", text, durationMs }),
        onNotice: (text) => this.#notice(text),
      });
    }
    this.#voiceNotes = notes;
    this.#report({ voice: voice ? voiceWords(voice) : null, voices: attempts }, this.#opened);
  }

  async #prepare(texts: readonly string[], ticket: number): Promise<void> {
    if (texts.length > 0) await this.#voice();
    if (!this.#closed) await this.#speech?.prepare([...new Set(texts)]);
    this.#tell({ type: "done", ticket });
  }

  #schedule({ cue, dueEpochMs, endByEpochMs }: ScheduledCue): void {
    const waiting: Waiting = {
      cue,
      dueMs: this.#monotonicMs(dueEpochMs),
      endByMs: endByEpochMs === undefined ? null : this.#monotonicMs(endByEpochMs),
      samples: cue.kind === "tone" ? this.#toneSamples(cue.name, cue.hz) : null,
    };
    this.#queue.add(waiting);
    if (cue.kind === "speech") void this.#voiced(waiting, cue.text ?? "");
  }

  /** Finds the speech for a cue that waits already; without any the cue goes. */
  async #voiced(waiting: Waiting, text: string): Promise<void> {
    waiting.samples = this.#speech?.atHand(text) ?? null;
    if (waiting.samples) return;
    await this.#voice();
    // Meanwhile it may have been taken back.
    if (!this.#queue.has(waiting)) return;
    if (this.#live) {
      this.#speakLive(this.#live, waiting, text);
      return;
    }
    waiting.samples = (await this.#speech?.clip(text)) ?? null;
    if (!waiting.samples) this.#queue.remove(waiting);
    else this.#outlet?.output?.wake();
  }

  #speakLive(live: LiveVoice, waiting: Waiting, text: string): void {
    const { clock } = this.#machine;
    clock.at(waiting.dueMs, () => {
      if (!this.#queue.has(waiting)) return;
      this.#queue.remove(waiting);
      if (clock.monotonicMs() - waiting.dueMs <= STALE_MS) live.speak(text);
    });
  }

  #drop(fromEpochMs: number | undefined): void {
    const fromMs = fromEpochMs === undefined ? undefined : this.#monotonicMs(fromEpochMs);
    this.#queue.clear(fromMs);
    this.#outlet?.output?.drop(fromMs);
    if (fromMs === undefined) this.#live?.stop();
  }

  #monotonicMs(epochMs: number): number {
    return epochMs - this.#machine.clock.epochMs(0);
  }

  #whenIdle(ticket: number): void {
    const { clock } = this.#machine;
    const nowMs = clock.monotonicMs();
    this.#queue.expire();
    const sounds = nowMs <= (this.#outlet?.output?.busyUntilMs() ?? 0) || this.#live?.speaks() === true;
    if (this.#closed || (this.#queue.empty && !sounds)) this.#tell({ type: "done", ticket });
    else clock.at(nowMs + IDLE_CHECK_MS, () => this.#whenIdle(ticket));
  }

  #notice(text: string): void {
    this.#tell({ type: "notice", text });
  }

  #report(change: Partial<SoundStatus>, settled = false): void {
    const status = { ...this.#status, ...change };
    const { sink, sinks } = status;
    const speaks = this.#live !== null || (this.#speech !== null && sink !== null && sink !== "bell");
    const notes = [...soundNotes(this.#machine, sink, sinks, this.#options?.sinkPreference), ...this.#voiceNotes];
    this.#status = { ...status, speaks, notes };
    this.#tell({ type: "status", status: this.#status, settled });
  }
}

/** Loudness as the ear takes it: half the volume is a quarter of the size. */
function gainOf(volume: number): number {
  return (Math.max(0, Math.min(100, volume)) / 100) ** 2;
}
