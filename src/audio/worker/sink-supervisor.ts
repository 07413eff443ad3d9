/**
 * Keeps sound coming out: tries the sinks in order, trusts none before it has proven itself, and starts it again when it
 * dies. What waits in the source waits on, so nothing is lost but what was due meanwhile.
 */
import type { Clock } from "../../clock.ts";
import type { Sink } from "../sinks/types.ts";
import type { BackendAttempt } from "../types.ts";
import { type SoundPlayer, type SoundSource, StreamPlayer } from "./stream-player.ts";
import { TimedPlayer } from "./timed-player.ts";

/** A sink that lives this long while it is fed can be trusted: players without a device end within 21 ms. */
export const PROBATION_MS = 350;
/** Waits before a sink that died is tried again. */
const BACKOFF_MS = [250, 500, 1000, 2000] as const;
const MAX_BACKOFF_MS = 3000;
/** From this try on the other sinks are tried too; sooner, one might seize the device from a server that restarts. */
const RETRIES_BEFORE_FALLBACK = 7;

export interface SinkSupervisorHooks {
  /** Which sink is in use, and how the others fared; also whenever that changes. */
  readonly onChange: (used: string | null, attempts: readonly BackendAttempt[]) => void;
  readonly onNotice: (text: string) => void;
  readonly ringBell: (() => void) | null;
}

export class SinkSupervisor {
  readonly #sinks: readonly Sink[];
  readonly #source: SoundSource;
  readonly #clock: Clock;
  readonly #hooks: SinkSupervisorHooks;
  readonly #gain: number;
  #player: SoundPlayer | null = null;
  #closed = false;
  #cancelWait: () => void = () => {};

  /** @param gain loudness of everything, 0 to 1 */
  constructor(sinks: readonly Sink[], source: SoundSource, clock: Clock, hooks: SinkSupervisorHooks, gain = 1) {
    this.#sinks = sinks.filter((sink) => sink.kind !== "bell" || hooks.ringBell !== null);
    this.#source = source;
    this.#clock = clock;
    this.#hooks = hooks;
    this.#gain = gain;
  }

  get player(): SoundPlayer | null {
    return this.#player;
  }

  /** Tries the sinks in order until one stays. */
  async open(): Promise<void> {
    await this.#openFirstWorking(this.#sinks);
  }

  close(): void {
    this.#closed = true;
    this.#cancelWait();
    this.#player?.close();
    this.#player = null;
  }

  async #openFirstWorking(sinks: readonly Sink[]): Promise<boolean> {
    const attempts: BackendAttempt[] = [];
    let used: Sink | null = null;
    for (const sink of sinks) {
      if (this.#closed) return false;
      const missing = sink.unavailableReason();
      if (missing !== null) {
        attempts.push({ name: sink.name, state: "missing", why: missing });
      } else if (used) {
        attempts.push({ name: sink.name, state: "spare", why: `${used.name} is used` });
      } else {
        const why = await this.#tryOpen(sink);
        if (why === null) used = sink;
        attempts.push({ name: sink.name, state: why === null ? "used" : "failed", why: why ?? "" });
      }
    }
    if (!this.#closed) this.#hooks.onChange(used?.name ?? null, attempts);
    return used !== null;
  }

  /** Opens a sink and waits for its proof; null when it stays, otherwise why it does not. */
  async #tryOpen(sink: Sink): Promise<string | null> {
    let output: SoundPlayer;
    try {
      output =
        sink.kind === "stream"
          ? new StreamPlayer(sink, this.#source, this.#clock, this.#gain)
          : new TimedPlayer(sink, this.#source, this.#clock, this.#gain, this.#hooks.ringBell ?? (() => {}));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    this.#player = output;
    const why = await Promise.race([output.ended, this.#wait(sink.kind === "bell" ? 0 : PROBATION_MS)]);
    if (why !== null || this.#closed) {
      output.close();
      this.#player = null;
      return why ?? "closed";
    }
    void output.ended.then((reason) => this.#handleEnd(sink, output, reason));
    return null;
  }

  #wait(ms: number): Promise<null> {
    return new Promise((resolve) => {
      this.#cancelWait = this.#clock.callAt(this.#clock.monotonicMs() + ms, () => resolve(null));
    });
  }

  #handleEnd(sink: Sink, output: SoundPlayer, why: string): void {
    output.close();
    if (this.#closed || this.#player !== output) return;
    this.#player = null;
    this.#hooks.onNotice(`Sound stopped (${sink.name} ${why}); it is tried again`);
    void this.#restart(sink);
  }

  async #restart(sink: Sink): Promise<void> {
    for (let round = 0; !this.#closed; round++) {
      await this.#wait(BACKOFF_MS[round] ?? MAX_BACKOFF_MS);
      if (this.#closed) return;
      const others =
        round < RETRIES_BEFORE_FALLBACK ? [] : this.#sinks.filter((other) => other !== sink && other.kind !== "bell");
      if (
        round < RETRIES_BEFORE_FALLBACK
          ? (await this.#tryOpen(sink)) === null
          : await this.#openFirstWorking([sink, ...others])
      ) {
        this.#hooks.onNotice("Sound is back");
        return;
      }
    }
  }
}
