/**
 * Maps monotonic time to the stream position being heard, kept accurate by what the playback program reports.
 *
 * Reports usually reach us late, and sometimes the program itself guesses slightly early. So the best reading is an early
 * one of the last seconds, but not the earliest; and the mapping follows the drift between the sound card's clock and
 * ours.
 */

const WINDOW_MS = 5000;
/** The share of readings that may be too early. */
const EARLY_OUTLIER_SHARE = 0.2;
/**
 * When this many consecutive readings agree on another position, the stream stalled or jumped, and the mapping follows at
 * once.
 */
const JUMP_READINGS = 20;
const JUMP_MS = 8;

export class SampleClock {
  readonly #samplesPerMs: number;
  /** Monotonic time at which sample 0 was, or would have been, heard. */
  #zeroMs: number;
  #readings: { atMs: number; zeroMs: number }[] = [];

  /** @param startMs monotonic time at which sample 0 is assumed to be heard, until the program reports otherwise */
  constructor(sampleRate: number, startMs: number) {
    this.#samplesPerMs = sampleRate / 1000;
    this.#zeroMs = startMs;
  }

  /** The position heard at a monotonic time, not rounded. */
  positionAt(monotonicMs: number): number {
    return (monotonicMs - this.#zeroMs) * this.#samplesPerMs;
  }

  /** Sets the mapping so that `position` is heard at `monotonicMs`, and forgets all readings. */
  anchor(position: number, monotonicMs: number): void {
    this.#zeroMs = monotonicMs - position / this.#samplesPerMs;
    this.#readings = [];
  }

  /** Records a report that `position` is being heard now. */
  observe(position: number, monotonicMs: number): void {
    const zeroMs = monotonicMs - position / this.#samplesPerMs;
    this.#readings.push({ atMs: monotonicMs, zeroMs });
    const latest = this.#readings.slice(-JUMP_READINGS);
    const latestZero = pickEarlyZeroMs(latest);
    if (latest.length === JUMP_READINGS && Math.abs(latestZero - pickEarlyZeroMs(this.#readings)) > JUMP_MS)
      this.#readings = latest;
    this.#readings = this.#readings.filter((reading) => reading.atMs > monotonicMs - WINDOW_MS);
    this.#zeroMs = pickEarlyZeroMs(this.#readings);
  }
}

function pickEarlyZeroMs(readings: readonly { zeroMs: number }[]): number {
  const sorted = readings.map((reading) => reading.zeroMs).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * EARLY_OUTLIER_SHARE)] ?? 0;
}
