/** Makes rendered speech fit for the mix: it begins with its first sound, ends with its last, and is as loud as the tones. */
import type { AudioClip } from "../mixing/wav.ts";

/** Quieter than this share of full scale is silence. */
const SILENCE_LEVEL = 0.008;
/** Kept before the first and after the last sound, so that no consonant is cut. */
const LEAD_MS = 3;
const TAIL_MS = 20;
const FADE_MS = 5;
/** Loudness (root mean square) of what is said, as a share of full scale, and the highest peak that it may have. */
const TARGET_LOUDNESS = 0.14;
const MAX_PEAK = 0.85;
/** A whisper is made louder by no more than this. */
const MAX_GAIN = 8;

/** The clip trimmed and levelled; without any sound it is empty. */
export function trimAndLevelSpeech(clip: AudioClip): AudioClip {
  const gain = computeLevelGain(clip.samples);
  const threshold = (SILENCE_LEVEL * 32767) / gain;
  const first = clip.samples.findIndex((sample) => Math.abs(sample) > threshold);
  const last = clip.samples.findLastIndex((sample) => Math.abs(sample) > threshold);
  if (first < 0) return { samples: new Int16Array(0), sampleRate: clip.sampleRate };
  const perMs = clip.sampleRate / 1000;
  const from = Math.max(0, first - Math.round(LEAD_MS * perMs));
  const to = Math.min(clip.samples.length, last + 1 + Math.round(TAIL_MS * perMs));
  const samples = clip.samples.slice(from, to);
  const fade = Math.max(1, Math.round(FADE_MS * perMs));
  for (let index = 0; index < samples.length; index++) {
    const share = Math.min(1, (samples.length - index) / fade);
    samples[index] = Math.round((samples[index] as number) * gain * share);
  }
  return { samples, sampleRate: clip.sampleRate };
}

/** How much louder or quieter the speech has to be; its pauses do not count. */
function computeLevelGain(samples: Int16Array): number {
  let peak = 1;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  let sum = 0;
  let count = 0;
  for (const sample of samples) {
    if (Math.abs(sample) < peak * 0.02) continue;
    sum += sample * sample;
    count++;
  }
  const loudness = Math.sqrt(sum / Math.max(1, count)) / 32767;
  return Math.min(TARGET_LOUDNESS / Math.max(loudness, 1e-6), (MAX_PEAK * 32767) / peak, MAX_GAIN);
}
