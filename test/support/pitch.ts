/** Finds pitches and onsets in samples, so that tests hear what a person would. */

/** How strong a frequency is in a stretch of samples, by Goertzel's algorithm under a Hann window. */
export function strength(samples: Int16Array, hz: number, sampleRate: number): number {
  return strengthIn(windowed(samples), hz, sampleRate);
}

/** The strongest frequency between 200 and 2000 Hz, to 2 Hz. */
export function pitchOf(samples: Int16Array, sampleRate: number): number {
  const shaped = windowed(samples);
  let best = 0;
  let most = 0;
  for (let hz = 200; hz <= 2000; hz += 2) {
    const here = strengthIn(shaped, hz, sampleRate);
    if (here > most) [best, most] = [hz, here];
  }
  return best;
}

const windowed = (samples: Int16Array) =>
  Float64Array.from(
    samples,
    (sample, index) => sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * index) / (samples.length - 1))),
  );

function strengthIn(shaped: Float64Array, hz: number, sampleRate: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / sampleRate);
  let last = 0;
  let before = 0;
  for (let index = 0; index < shaped.length; index++) {
    const now = (shaped[index] as number) + turn * last - before;
    before = last;
    last = now;
  }
  return Math.sqrt(Math.max(0, last * last + before * before - turn * last * before)) / shaped.length;
}

/** The 85 ms in the middle of a sound. */
export function middle(samples: Int16Array, sampleRate: number): Int16Array {
  const length = Math.min(samples.length, Math.round(0.085 * sampleRate));
  const start = (samples.length - length) >> 1;
  return samples.subarray(start, start + length);
}

/** Where the sound first rises above what can be heard; -1 when it never does. */
export function onsetOf(samples: Int16Array): number {
  return samples.findIndex((sample) => Math.abs(sample) >= 200);
}
