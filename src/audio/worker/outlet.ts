/**
 * Keeps sound coming out: tries the sinks in order, trusts none before it has proven itself, and starts it again when it
 * dies. What waits in the source waits on, so nothing is lost but what was due meanwhile.
 */
import type { Clock } from "../../clock.ts";
import type { Sink } from "../sinks/types.ts";
import type { Attempt } from "../types.ts";
import { type Output, type Source, StreamOutput } from "./output.ts";
import { TimedOutput } from "./timed-output.ts";

/** A sink that lives this long while it is fed can be trusted: players without a device end within 21 ms. */
export const PROOF_MS = 350;
/** Waits before a sink that died is tried again. */
const BACKOFF_MS = [250, 500, 1000, 2000] as const;
const LONGEST_BACKOFF_MS = 3000;
/** From this try on the other sinks are tried too; sooner, one might seize the device from a server that restarts. */
const PATIENCE = 7;

export interface OutletHooks {
  /** Which sink is in use, and how the others fared; also whenever that changes. */
  readonly onChange: (used: string | null, attempts: readonly Attempt[]) => void;
  readonly onNotice: (text: string) => void;
  readonly ring: (() => void) | null;
}

export class Outlet {
  readonly #sinks: readonly Sink[];
  readonly #source: Source;
  readonly #clock: Clock;
  readonly #hooks: OutletHooks;
  readonly #gain: number;
  #output: Output | null = null;
  #closed = false;
  #callOff: () => void = () => {};

  /** @param gain loudness of everything, 0 to 1 */
  constructor(sinks: readonly Sink[], source: Source, clock: Clock, hooks: OutletHooks, gain = 1) {
    this.#sinks = sinks.filter((sink) => sink.kind !== "bell" || hooks.ring !== null);
    this.#source = source;
    this.#clock = clock;
    this.#hooks = hooks;
    this.#gain = gain;
  }

  get output(): Output | null {
    return this.#output;
  }

  /** Tries the sinks in order until one stays. */
  async open(): Promise<void> {
    await this.#tryAll(this.#sinks);
  }

  close(): void {
    this.#closed = true;
    this.#callOff();
    this.#output?.close();
    this.#output = null;
  }

  async #tryAll(sinks: readonly Sink[]): Promise<boolean> {
    const attempts: Attempt[] = [];
    let used: Sink | null = null;
    for (const sink of sinks) {
      if (this.#closed) return false;
      const missing = sink.missing();
      if (missing !== null) {
        attempts.push({ name: sink.name, state: "missing", why: missing });
      } else if (used) {
        attempts.push({ name: sink.name, state: "spare", why: `${used.name} is used` });
      } else {
        const why = await this.#try(sink);
        if (why === null) used = sink;
        attempts.push({ name: sink.name, state: why === null ? "used" : "failed", why: why ?? "" });
      }
    }
    if (!this.#closed) this.#hooks.onChange(used?.name ?? null, attempts);
    return used !== null;
  }

  /** Opens a sink and waits for its proof; null when it stays, otherwise why it does not. */
  async #try(sink: Sink): Promise<string | null> {
    let output: Output;
    try {
      output =
        sink.kind === "stream"
          ? new StreamOutput(sink, this.#source, this.#clock, this.#gain)
          : new TimedOutput(sink, this.#source, this.#clock, this.#gain, this.#hooks.ring ?? (() => {}));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    this.#output = output;
    const why = await Promise.race([output.ended, this.#wait(sink.kind === "bell" ? 0 : PROOF_MS)]);
    if (why !== null || this.#closed) {
      output.close();
      this.#output = null;
      return why ?? "closed";
    }
    void output.ended.then((reason) => this.#died(sink, output, reason));
    return null;
  }

  #wait(ms: number): Promise<null> {
    return new Promise((resolve) => {
      this.#callOff = this.#clock.at(this.#clock.monotonicMs() + ms, () => resolve(null));
    });
  }

  #died(sink: Sink, output: Output, why: string): void {
    output.close();
    if (this.#closed || this.#output !== output) return;
    this.#output = null;
    this.#hooks.onNotice(`Sound stopped (${sink.name} ${why}); it is tried again`);
    void this.#revive(sink);
  }

  async #revive(sink: Sink): Promise<void> {
    for (let round = 0; !this.#closed; round++) {
      await this.#wait(BACKOFF_MS[round] ?? LONGEST_BACKOFF_MS);
      if (this.#closed) return;
      const others = round < PATIENCE ? [] : this.#sinks.filter((other) => other !== sink && other.kind !== "bell");
      if (round < PATIENCE ? (await this.#try(sink)) === null : await this.#tryAll([sink, ...others])) {
        this.#hooks.onNotice("Sound is back");
        return;
      }
    }
  }
}
