/** Adds clips up at exact sample positions: the one place where sounds become a stream. Pure; knows no time but samples. */

/** A drop fades over this long, so that it does not click. */
const FADE_MS = 5;
/** Up to here sound passes as it is; above, it is bent so that it never clips. */
const KNEE = 24_000;
const ROOM = 32_767 - KNEE;

interface Voice {
  readonly samples: Int16Array;
  readonly at: number;
}

export class Mixer {
  readonly sampleRate: number;
  #voices: Voice[] = [];
  /** Samples given out so far: the position of the next one. */
  #position = 0;
  #gain = 1;
  #targetGain = 1;
  #muted = false;
  /** Samples left of a fade to silence, after which every voice is dropped. */
  #fadeLeft = 0;
  readonly #fadeLength: number;

  constructor(sampleRate: number) {
    this.sampleRate = sampleRate;
    this.#fadeLength = Math.max(1, Math.round((FADE_MS * sampleRate) / 1000));
  }

  /** The position of the next sample that {@link read} gives. */
  get position(): number {
    return this.#position;
  }

  /** Whether there is nothing to hear from here on. */
  get silent(): boolean {
    return this.#voices.length === 0;
  }

  /** Loudness of everything, 0 to 1; it is reached within a few milliseconds. */
  setGain(gain: number): void {
    this.#targetGain = Math.max(0, Math.min(1, gain));
  }

  mute(on: boolean): void {
    this.#muted = on;
  }

  /**
   * Places a clip; one that would begin in the past begins now, whole.
   * @returns the position at which it begins
   */
  add(samples: Int16Array, at: number): number {
    // A drop that is still fading must not take what comes after it along.
    const start = Math.max(this.#position + this.#fadeLeft, Math.round(at));
    if (samples.length > 0) this.#voices.push({ samples, at: start });
    return start;
  }

  /** Drops everything: what sounds fades out within {@link FADE_MS}. */
  drop(): void {
    const sounding = this.#voices.filter((voice) => voice.at < this.#position);
    this.#voices = sounding;
    this.#fadeLeft = sounding.length > 0 ? this.#fadeLength : 0;
  }

  /** The next `count` samples. */
  read(count: number): Int16Array {
    if (this.silent) {
      this.#position += count;
      this.#gain = this.#muted ? 0 : this.#targetGain;
      return new Int16Array(count);
    }
    const sum = new Float64Array(count);
    const until = this.#position + count;
    const fadeUntil = this.#position + this.#fadeLeft;
    const fading = this.#fadeLeft > 0;
    for (const voice of this.#voices) {
      const old = fading && voice.at < this.#position;
      const from = Math.max(voice.at, this.#position);
      const to = Math.min(voice.at + voice.samples.length, until, old ? fadeUntil : until);
      for (let at = from; at < to; at++) {
        const share = old ? (fadeUntil - at) / this.#fadeLength : 1;
        const index = at - this.#position;
        sum[index] = (sum[index] as number) + share * (voice.samples[at - voice.at] as number);
      }
    }
    this.#finish(until, fading && fadeUntil <= until);
    return this.#level(sum);
  }

  #finish(until: number, faded: boolean): void {
    const before = this.#position;
    this.#voices = this.#voices.filter(
      (voice) => voice.at + voice.samples.length > until && !(faded && voice.at < before),
    );
    this.#fadeLeft = faded ? 0 : Math.max(0, this.#fadeLeft - (until - before));
    this.#position = until;
  }

  #level(sum: Float64Array): Int16Array {
    const out = new Int16Array(sum.length);
    const target = this.#muted ? 0 : this.#targetGain;
    const step = 1 / this.#fadeLength;
    for (let index = 0; index < sum.length; index++) {
      if (this.#gain !== target) {
        const way = target - this.#gain;
        this.#gain = Math.abs(way) <= step ? target : this.#gain + Math.sign(way) * step;
      }
      out[index] = Math.round(limit((sum[index] as number) * this.#gain));
    }
    return out;
  }
}

/** Bends what is above the knee towards full scale, which it never reaches. */
function limit(value: number): number {
  const size = Math.abs(value);
  if (size <= KNEE) return value;
  const over = (size - KNEE) / ROOM;
  return Math.sign(value) * (KNEE + ROOM * (over / (1 + over)));
}
