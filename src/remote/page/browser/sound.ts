/** Plays the session's cues on this device: tones by the page's audio clock, lines by the browser's own voice. */
import { type CuePlayback, startCuePlayback } from "../../../audio/cue-playback.ts";
import { createToneCache } from "../../../audio/mixing/synthesise-tone.ts";
import type { ScheduledCue, SoundEngine } from "../../../audio/types.ts";
import { DEFAULT_SPEECH_RATE } from "../../../audio/types.ts";
import type { Clock } from "../../../clock.ts";
import { estimateSpeechMs } from "../../../cues/estimate-speech.ts";
import { ENGLISH } from "../../../cues/language/en.ts";
import type { ToneName } from "../../../cues/tones.ts";
import type { SharedSession } from "../../protocol.ts";
import type { MirrorSession } from "../mirror-session.ts";

type PlayingEngine = Pick<SoundEngine, "schedule" | "drop" | "prepare" | "durationOf">;

/** A cue that can still be cancelled or cut off. */
interface PendingCue {
  readonly dueEpochMs: number;
  readonly stop: () => void;
}

class BrowserEngine implements PlayingEngine {
  readonly #context = new AudioContext();
  readonly #clock: Clock;
  readonly #rate: number;
  readonly #volume: number;
  readonly #toneOf: (name: ToneName) => Int16Array;
  #pending: readonly PendingCue[] = [];
  /** What was scheduled so far, for those who want to see that it is. */
  scheduled = 0;

  constructor(clock: Clock, { rate, volume }: SharedSession) {
    this.#clock = clock;
    this.#rate = rate;
    this.#volume = volume / 100;
    this.#toneOf = createToneCache(this.#context.sampleRate);
  }

  /** Browsers let sound begin only after the person has pressed something. */
  resume(): Promise<void> {
    return this.#context.resume();
  }

  schedule(cues: readonly ScheduledCue[]): void {
    const nowMs = this.#clock.epochMs();
    this.#pending = this.#pending.filter(({ dueEpochMs }) => dueEpochMs > nowMs - 10_000);
    for (const { cue, dueEpochMs, endByEpochMs } of cues) {
      const waitMs = Math.max(0, dueEpochMs - nowMs);
      const stop = cue.kind === "tone" ? this.#playTone(cue.name, waitMs) : this.#speak(cue.text, waitMs, endByEpochMs);
      this.#pending = [...this.#pending, { dueEpochMs, stop }];
      this.scheduled++;
    }
  }

  drop(fromEpochMs?: number): void {
    const isDropped = ({ dueEpochMs }: PendingCue) => fromEpochMs === undefined || dueEpochMs >= fromEpochMs;
    for (const pending of this.#pending.filter(isDropped)) pending.stop();
    this.#pending = this.#pending.filter((pending) => !isDropped(pending));
    if (fromEpochMs === undefined) speechSynthesis.cancel();
  }

  prepare(): Promise<void> {
    return Promise.resolve();
  }

  durationOf(): null {
    return null;
  }

  #playTone(name: ToneName, waitMs: number): () => void {
    const samples = this.#toneOf(name);
    const buffer = this.#context.createBuffer(1, samples.length, this.#context.sampleRate);
    buffer.getChannelData(0).set(Float32Array.from(samples, (sample) => sample / 32_768));
    const source = this.#context.createBufferSource();
    const gain = this.#context.createGain();
    gain.gain.value = this.#volume;
    source.buffer = buffer;
    source.connect(gain).connect(this.#context.destination);
    source.start(this.#context.currentTime + waitMs / 1000);
    return () => source.stop();
  }

  #speak(text: string, waitMs: number, endByEpochMs: number | undefined): () => void {
    return this.#clock.callAt(this.#clock.monotonicMs() + waitMs, () => {
      // A page that was asleep has missed it.
      if (endByEpochMs !== undefined && this.#clock.epochMs() > endByEpochMs) return;
      const line = new SpeechSynthesisUtterance(text);
      line.lang = "en";
      line.rate = this.#rate / DEFAULT_SPEECH_RATE;
      line.volume = this.#volume;
      speechSynthesis.speak(line);
    });
  }
}

/** The sound of this page, off until somebody asks for it. */
export class PageSound {
  #engine: BrowserEngine | null = null;
  #playback: CuePlayback | null = null;
  #isOn = false;

  get isOn(): boolean {
    return this.#isOn;
  }

  /** How many cues were scheduled so far. */
  get scheduled(): number {
    return this.#engine?.scheduled ?? 0;
  }

  /** Switches it; call it from a press, or the browser stays silent. */
  async toggle(session: MirrorSession, shared: SharedSession, clock: Clock): Promise<boolean> {
    this.#isOn = !this.#isOn;
    if (this.#playback) session.commandSound({ type: "mute" });
    else this.#start(session, shared, clock);
    await this.#engine?.resume();
    return this.#isOn;
  }

  #start(session: MirrorSession, shared: SharedSession, clock: Clock): void {
    const engine = new BrowserEngine(clock, shared);
    this.#engine = engine;
    const { cues, rate } = shared;
    // Who asks for sound here wants to hear it, whatever is off at the terminal.
    const isSilent = cues.sound === "off" && cues.voice === "off";
    this.#playback = startCuePlayback({
      session,
      engine: shared.speed === 1 ? engine : null,
      settings: { ...cues, ...(isSilent && { sound: "on", voice: "full" }), muted: false, language: ENGLISH },
      estimateMs: (text) => estimateSpeechMs(text, rate),
    });
  }
}
