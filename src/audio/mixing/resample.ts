/** Resamples a clip with a windowed sinc: speech at 22 050 Hz joins a mix at 48 000 Hz. */
import type { AudioClip } from "./wav.ts";

/** Input samples on either side, counted at the lower rate, that contribute to one output sample. */
const KERNEL_REACH = 10;

/** Returns the clip at another sample rate, or the same object if it already has that rate. */
export function resample(clip: AudioClip, sampleRate: number): AudioClip {
  if (clip.sampleRate === sampleRate) return clip;
  const common = greatestCommonDivisor(clip.sampleRate, sampleRate);
  const up = sampleRate / common;
  const down = clip.sampleRate / common;
  const reach = Math.ceil(KERNEL_REACH * Math.max(1, down / up));
  const taps = getKernel(up, down, reach);
  const source = clip.samples;
  const samples = new Int16Array(Math.ceil((source.length * up) / down));
  const width = 2 * reach;
  for (let index = 0; index < samples.length; index++) {
    const position = index * down;
    const first = Math.floor(position / up) - reach + 1;
    const offset = (position % up) * width;
    let sum = 0;
    for (let tap = 0; tap < width; tap++) sum += (source[first + tap] ?? 0) * (taps[offset + tap] as number);
    samples[index] = Math.max(-32768, Math.min(32767, Math.round(sum)));
  }
  return { samples, sampleRate };
}

const kernelCache = new Map<string, Float64Array>();

/** One row of taps for each of the `up` positions of an output sample between two input samples. */
function getKernel(up: number, down: number, reach: number): Float64Array {
  const key = `${up}/${down}`;
  const known = kernelCache.get(key);
  if (known) return known;
  // When downsampling, remove what the lower rate cannot represent, or it would alias.
  const cutoff = Math.min(1, up / down) * 0.96;
  const width = 2 * reach;
  const taps = new Float64Array(up * width);
  for (let phase = 0; phase < up; phase++) {
    let sum = 0;
    for (let tap = 0; tap < width; tap++) {
      const distance = tap - reach + 1 - phase / up;
      const value = sinc(distance * cutoff) * blackmanWindow(distance / reach);
      taps[phase * width + tap] = value;
      sum += value;
    }
    for (let tap = 0; tap < width; tap++) taps[phase * width + tap] = (taps[phase * width + tap] as number) / sum;
  }
  kernelCache.set(key, taps);
  return taps;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Blackman's window over -1 to 1. */
function blackmanWindow(x: number): number {
  if (Math.abs(x) >= 1) return 0;
  return 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
