/**
 * When which sample is heard: a line from monotonic time to positions in the stream, kept true by what the player says.
 *
 * A player tells now and then which sample is heard. Such a word reaches us late more often than not, and now and then
 * the player itself guesses a little early. So an early reading of the last seconds, but not the earliest, is the best
 * one, and the line follows the drift between the sound card's clock and ours.
 */

const WINDOW_MS = 5000;
/** This share of the readings may have been too early. */
const EARLY_OUTLIER_SHARE = 0.2;
/** Readings in a row that agree on another place: the stream stood still (or jumped), and the line follows at once. */
const JUMP_READINGS = 20;
const JUMP_MS = 8;

export class SampleClock {
  readonly #perMs: number;
  /** Monotonic time at which sample 0 was, or would have been, heard. */
  #zeroMs: number;
  #readings: { atMs: number; zeroMs: number }[] = [];

  /** @param startMs the monotonic time at which sample 0 is taken to be heard, until the player says otherwise */
  constructor(sampleRate: number, startMs: number) {
    this.#perMs = sampleRate / 1000;
    this.#zeroMs = startMs;
  }

  /** The position heard at a monotonic time; a fraction of a sample is left as it is. */
  positionAt(monotonicMs: number): number {
    return (monotonicMs - this.#zeroMs) * this.#perMs;
  }

  /** Moves the line so that `position` is heard at `monotonicMs`, and forgets what was read. */
  anchor(position: number, monotonicMs: number): void {
    this.#zeroMs = monotonicMs - position / this.#perMs;
    this.#readings = [];
  }

  /** The player says that `position` is heard now. */
  observe(position: number, monotonicMs: number): void {
    const zeroMs = monotonicMs - position / this.#perMs;
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
