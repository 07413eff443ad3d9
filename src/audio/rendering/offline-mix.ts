/** Mixes a whole session without playing it, block by block, so that an hour needs no more memory than a second. */
import { Mixer } from "../mixing/mixer.ts";

/** A sound with its place, fetched when the mix gets there. */
export interface TimedSound {
  readonly atMs: number;
  /** Its samples at the mix's rate; null when it cannot be made. */
  readonly loadSamples: () => Promise<Int16Array | null> | Int16Array | null;
}

export interface MixOptions {
  readonly sampleRate: number;
  readonly durationMs: number;
  /** 0 to 1. */
  readonly gain: number;
  /** Everything stands this much earlier, what would begin before the start begins with it; for an encoder that adds it again. */
  readonly leadSamples?: number;
}

const BLOCK_MS = 1000;

/**
 * The samples of a session, in blocks; together exactly as long as `durationMs` less the lead.
 * @param sounds in any order
 */
export async function* mixToPcm(sounds: readonly TimedSound[], options: MixOptions): AsyncGenerator<Int16Array> {
  const { sampleRate, durationMs, gain, leadSamples = 0 } = options;
  const perMs = sampleRate / 1000;
  const total = Math.max(0, Math.round(durationMs * perMs) - leadSamples);
  const waiting = [...sounds].sort((a, b) => a.atMs - b.atMs);
  const mixer = new Mixer(gain);
  let next = 0;
  while (mixer.position < total) {
    const count = Math.min(Math.round(BLOCK_MS * perMs), total - mixer.position);
    for (; next < waiting.length; next++) {
      const sound = waiting[next];
      const at = (sound?.atMs ?? 0) * perMs - leadSamples;
      if (at >= mixer.position + count) break;
      const samples = await sound?.loadSamples();
      if (samples) mixer.add(samples, at);
    }
    yield mixer.read(count);
  }
}
