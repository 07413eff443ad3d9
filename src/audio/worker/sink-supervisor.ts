/**
 * Keeps sound playing: tries the sinks in order, trusts one only after a probation, and restarts it when it dies. Queued
 * cues stay queued meanwhile, so only what was due during the gap is lost.
 */
import type { Clock } from "../../clock.ts";
import { describeError } from "../../errors.ts";
import { openFirst } from "../open-first.ts";
import type { Sink, SinkCandidate } from "../sinks/types.ts";
import type { BackendAttempt } from "../types.ts";
import type { CueQueue } from "./cue-queue.ts";
import { type SoundPlayer, StreamPlayer } from "./stream-player.ts";
import { TimedPlayer } from "./timed-player.ts";

/** A sink that survives this long while being fed is trusted: playback programs without a device exit within 21 ms. */
export const PROBATION_MS = 350;
/** Sound has to last this long before "Sound is back": without a device some programs keep starting and ending. */
export const LASTING_MS = 5000;
/** A dead sink is tried again after this delay, then after twice as long each time; whoever comes back to a headset waits no longer than the last. */
const FIRST_RETRY_MS = 250;
const MAX_RETRY_MS = 15_000;
/**
 * From this retry on the other sinks are tried too; earlier, one of them might grab the device from a sound server that is
 * restarting.
 */
const RETRIES_BEFORE_FALLBACK = 5;

export interface SinkSupervisorHooks {
  /** Called with the sink in use and the result of every attempt, whenever they change. */
  readonly onChange: (used: string | null, attempts: readonly BackendAttempt[]) => void;
  readonly onNotice: (text: string) => void;
  readonly ringBell: (() => void) | null;
}

export class SinkSupervisor {
  readonly #sinks: readonly SinkCandidate[];
  readonly #queue: CueQueue;
  readonly #clock: Clock;
  readonly #hooks: SinkSupervisorHooks;
  readonly #gain: number;
  #player: SoundPlayer | null = null;
  #closed = false;
  /** Whether "Sound stopped" was shown. It is shown once, and not again before "Sound is back". */
  #isStopTold = false;
  /** How often a sink was tried again since sound last lasted. */
  #retries = 0;
  #cancelWait: () => void = () => {};
  #cancelTelling: () => void = () => {};

  /** @param gain volume of everything, 0 to 1 */
  constructor(sinks: readonly SinkCandidate[], queue: CueQueue, clock: Clock, hooks: SinkSupervisorHooks, gain = 1) {
    this.#sinks = sinks.filter((sink) => sink.kind !== "bell" || hooks.ringBell !== null);
    this.#queue = queue;
    this.#clock = clock;
    this.#hooks = hooks;
    this.#gain = gain;
  }

  get player(): SoundPlayer | null {
    return this.#player;
  }

  /** Tries the sinks in order until one works. */
  async open(): Promise<void> {
    await this.#openFirstWorking(this.#sinks);
  }

  close(): void {
    this.#closed = true;
    this.#cancelWait();
    this.#cancelTelling();
    this.#player?.close();
    this.#player = null;
  }

  async #openFirstWorking(sinks: readonly SinkCandidate[]): Promise<boolean> {
    const { used, attempts } = await openFirst<Sink, Sink>(sinks, async (sink) => (await this.#tryOpen(sink)) ?? sink);
    if (!this.#closed) this.#hooks.onChange(used, attempts);
    return used !== null;
  }

  /** Opens a sink and waits out its probation; returns null when it works, otherwise the reason why not. */
  async #tryOpen(sink: Sink): Promise<string | null> {
    if (this.#closed) return "closed";
    let player: SoundPlayer;
    try {
      player = this.#createPlayer(sink);
    } catch (error) {
      return describeError(error);
    }
    this.#player = player;
    const why = await Promise.race([player.ended, this.#wait(sink.kind === "bell" ? 0 : PROBATION_MS)]);
    if (why !== null || this.#closed) {
      player.close();
      this.#player = null;
      return why ?? "closed";
    }
    void player.ended.then((reason) => this.#handleEnd(sink, player, reason));
    return null;
  }

  #createPlayer(sink: Sink): SoundPlayer {
    if (sink.kind === "stream") return new StreamPlayer(sink, this.#queue, this.#clock, this.#gain);
    return new TimedPlayer(sink, this.#queue, this.#clock, this.#gain, this.#hooks.ringBell ?? (() => {}));
  }

  #wait(ms: number): Promise<null> {
    return new Promise((resolve) => {
      this.#cancelWait = this.#clock.callAt(this.#clock.monotonicMs() + ms, () => resolve(null));
    });
  }

  #handleEnd(sink: Sink, player: SoundPlayer, why: string): void {
    player.close();
    if (this.#closed || this.#player !== player) return;
    this.#player = null;
    if (!this.#isStopTold) this.#hooks.onNotice(`Sound stopped (${sink.name} ${why}); trying again`);
    this.#isStopTold = true;
    void this.#restart(sink);
  }

  #tellOnceItLasts(player: SoundPlayer | null): void {
    this.#cancelTelling = this.#clock.callAt(this.#clock.monotonicMs() + LASTING_MS, () => {
      if (this.#closed || this.#player !== player) return;
      this.#isStopTold = false;
      this.#retries = 0;
      this.#hooks.onNotice("Sound is back");
    });
  }

  async #restart(sink: Sink): Promise<void> {
    const others = this.#sinks.filter((other) => other !== sink && other.kind !== "bell");
    for (;;) {
      const retry = this.#retries++;
      await this.#wait(Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** retry));
      if (this.#closed) return;
      const works =
        retry < RETRIES_BEFORE_FALLBACK
          ? (await this.#tryOpen(sink)) === null
          : await this.#openFirstWorking([sink, ...others]);
      if (works) {
        this.#tellOnceItLasts(this.#player);
        return;
      }
    }
  }
}
