/** Mixes clips at exact sample positions into one stream. Pure; the only time it knows is samples. */

/** Samples up to here pass unchanged; above it they are compressed so that they never clip. */
const LIMITER_KNEE = 24_000;
const LIMITER_HEADROOM = 32_767 - LIMITER_KNEE;

interface PlacedSamples {
  readonly samples: Int16Array;
  readonly at: number;
}

export class Mixer {
  readonly #gain: number;
  #placed: PlacedSamples[] = [];
  #position = 0;

  /** @param gain volume of everything, 0 to 1 */
  constructor(gain = 1) {
    this.#gain = gain;
  }

  /** The position of the next sample that {@link read} returns. */
  get position(): number {
    return this.#position;
  }

  /** Whether nothing is left to be heard. */
  get isSilent(): boolean {
    return this.#placed.length === 0;
  }

  /**
   * Adds a clip; one that should have begun in the past begins now, in full.
   * @returns the position at which it begins
   */
  add(samples: Int16Array, at: number): number {
    const start = Math.max(this.#position, Math.round(at));
    if (samples.length > 0) this.#placed.push({ samples, at: start });
    return start;
  }

  /** The next `count` samples. */
  read(count: number): Int16Array {
    const from = this.#position;
    const until = from + count;
    this.#position = until;
    if (this.isSilent) return new Int16Array(count);
    const sum = new Float64Array(count);
    for (const { samples, at } of this.#placed) {
      const end = Math.min(at + samples.length, until);
      for (let index = Math.max(at, from); index < end; index++) {
        sum[index - from] = (sum[index - from] as number) + (samples[index - at] as number);
      }
    }
    this.#placed = this.#placed.filter(({ samples, at }) => at + samples.length > until);
    return Int16Array.from(sum, (value) => Math.round(softLimit(value * this.#gain)));
  }
}

/** Compresses what exceeds the knee towards full scale, without ever reaching it. */
function softLimit(value: number): number {
  const size = Math.abs(value);
  if (size <= LIMITER_KNEE) return value;
  const over = (size - LIMITER_KNEE) / LIMITER_HEADROOM;
  return Math.sign(value) * (LIMITER_KNEE + LIMITER_HEADROOM * (over / (1 + over)));
}
