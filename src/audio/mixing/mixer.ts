/** Adds clips up at exact sample positions: the one place where sounds become a stream. Pure; knows no time but samples. */

/** Up to here sound passes as it is; above, it is bent so that it never clips. */
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

  /** @param gain loudness of everything, 0 to 1 */
  constructor(gain = 1) {
    this.#gain = gain;
  }

  /** The position of the next sample that {@link selectTextsToRead} gives. */
  get position(): number {
    return this.#position;
  }

  /** Whether there is nothing to hear from here on. */
  get isSilent(): boolean {
    return this.#placed.length === 0;
  }

  /**
   * Places a clip; one that would begin in the past begins now, whole.
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
      for (let here = Math.max(at, from); here < end; here++) {
        sum[here - from] = (sum[here - from] as number) + (samples[here - at] as number);
      }
    }
    this.#placed = this.#placed.filter(({ samples, at }) => at + samples.length > until);
    return Int16Array.from(sum, (value) => Math.round(softLimit(value * this.#gain)));
  }
}

/** Bends what is above the knee towards full scale, which it never reaches. */
function softLimit(value: number): number {
  const size = Math.abs(value);
  if (size <= LIMITER_KNEE) return value;
  const over = (size - LIMITER_KNEE) / LIMITER_HEADROOM;
  return Math.sign(value) * (LIMITER_KNEE + LIMITER_HEADROOM * (over / (1 + over)));
}
