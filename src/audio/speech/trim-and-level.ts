/** Prepares rendered speech for mixing: trims silence at both ends and matches its loudness to the tones. */
import type { AudioClip } from "../mixing/wav.ts";

/** Anything quieter than this share of full scale is silence. */
const SILENCE_LEVEL = 0.008;
/** Kept before the first and after the last sound, so that no consonant is cut off. */
const LEAD_MS = 3;
const TAIL_MS = 20;
const FADE_MS = 5;
/** Target loudness (root mean square) as a share of full scale, and the highest allowed peak. */
const TARGET_LOUDNESS = 0.14;
const MAX_PEAK = 0.85;
/** The most a quiet voice is amplified. */
const MAX_GAIN = 8;

/** Trims and levels the clip; a silent clip becomes empty. */
export function trimAndLevelSpeech(clip: AudioClip): AudioClip {
  const gain = computeLevelGain(clip.samples);
  const threshold = (SILENCE_LEVEL * 32767) / gain;
  const first = clip.samples.findIndex((sample) => Math.abs(sample) > threshold);
  const last = clip.samples.findLastIndex((sample) => Math.abs(sample) > threshold);
  if (first < 0) return { samples: new Int16Array(0), sampleRate: clip.sampleRate };
  const samplesPerMs = clip.sampleRate / 1000;
  const from = Math.max(0, first - Math.round(LEAD_MS * samplesPerMs));
  const to = Math.min(clip.samples.length, last + 1 + Math.round(TAIL_MS * samplesPerMs));
  const samples = clip.samples.slice(from, to);
  const fade = Math.max(1, Math.round(FADE_MS * samplesPerMs));
  for (let index = 0; index < samples.length; index++) {
    const share = Math.min(1, (samples.length - index) / fade);
    samples[index] = Math.round((samples[index] as number) * gain * share);
  }
  return { samples, sampleRate: clip.sampleRate };
}

/** The gain that brings speech to the target loudness; pauses do not count. */
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
