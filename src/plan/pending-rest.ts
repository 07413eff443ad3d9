/** Rests that wait for what follows them, so that one that nothing follows is left out. */
import type { GroupClock } from "./clocks.ts";
import type { StepRound } from "./step-types.ts";

/** What is left of an interval after the work of a round. */
interface Filler {
  /** null where the work waits for the person: then the interval's end alone is known. */
  readonly durationMs: number | null;
  /** When the work ends, by what is known. */
  readonly atMs: number;
  /** What is left by the estimates and if the person is as quick as anyone can be; in milliseconds. */
  readonly estimatedMs: number;
  readonly leastMs: number;
  /** The clock of the interval, and all clocks of its round. */
  readonly clock: GroupClock;
  readonly clocks: readonly GroupClock[];
  readonly rounds: readonly StepRound[];
}

export interface Rest {
  readonly ms: number;
  readonly note: string | null;
  /** Whether a block that is left out follows: then the rests around it do not add up. */
  readonly isCut: boolean;
}

export class PendingRest {
  #rest: Rest | null = null;
  #filler: Filler | null = null;

  /** Takes both away. What is left of an interval comes before a rest behind it. */
  take(): { readonly filler: Filler | null; readonly rest: Rest | null } {
    const taken = { filler: this.#filler, rest: this.#rest };
    this.clear();
    return taken;
  }

  clear(): void {
    this.#rest = null;
    this.#filler = null;
  }

  /** Rests that meet become one. */
  add(ms: number, note: string | null = null): void {
    if (ms === 0) return;
    const before = this.#rest;
    const mergedMs = before?.isCut ? Math.max(before.ms, ms) : (before?.ms ?? 0) + ms;
    this.#rest = { ms: mergedMs, note: before?.note ?? note, isCut: false };
  }

  /** What is left of an interval takes the place of the rests at the end of its round. */
  fill(filler: Filler): void {
    this.clear();
    if (filler.durationMs !== 0) this.#filler = filler;
  }

  /** Leaves out what is left of an interval. */
  dropFiller(): void {
    this.#filler = null;
  }

  /** Passes a block that is left out. */
  cut(hasStarted: boolean): void {
    this.#rest = this.#rest && hasStarted ? { ...this.#rest, isCut: true } : null;
  }

  /** The rest alone, without what is left of an interval. */
  get restMs(): number {
    return this.#rest?.ms ?? 0;
  }
}
