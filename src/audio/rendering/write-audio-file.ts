/** Mixes a whole session into a file, block by block, so that an hour needs no more memory than a second. */
import { open, rename, rm } from "node:fs/promises";
import { EXIT_CODES, UserError } from "../../errors.ts";
import { Mixer } from "../mixing/mixer.ts";
import { type AudioEncoder, FILE_SAMPLE_RATE } from "./encoders.ts";

/** A sound with its start time, loaded when the mix reaches it. */
export interface TimedSound {
  readonly atMs: number;
  /** Its samples at the mix's sample rate; null when it cannot be rendered. */
  readonly loadSamples: () => Promise<Int16Array | null> | Int16Array | null;
}

interface MixOptions {
  readonly sampleRate: number;
  readonly durationMs: number;
  /**
   * Shifts everything earlier by this much (sounds that would start before the beginning start with it); makes up for an
   * encoder's delay.
   */
  readonly leadSamples?: number;
}

export interface AudioFileJob {
  readonly outputPath: string;
  readonly durationMs: number;
  /** Called with progress from 0 to 1, about once for every second of the session. */
  readonly onProgress?: (share: number) => void;
  /** Aborted when the program is told to stop. */
  readonly signal: AbortSignal;
}

const BLOCK_MS = 1000;

/**
 * Mixes a session at full scale (whoever plays the file sets their own volume) and yields it in blocks; together they are
 * exactly as long as `durationMs` minus the lead.
 *
 * @param sounds in any order
 */
export async function* mixToPcm(sounds: readonly TimedSound[], options: MixOptions): AsyncGenerator<Int16Array> {
  const { sampleRate, durationMs, leadSamples = 0 } = options;
  const samplesPerMs = sampleRate / 1000;
  const total = Math.max(0, Math.round(durationMs * samplesPerMs) - leadSamples);
  const upcoming = [...sounds].sort((a, b) => a.atMs - b.atMs);
  const mixer = new Mixer();
  let next = 0;
  while (mixer.position < total) {
    const count = Math.min(Math.round(BLOCK_MS * samplesPerMs), total - mixer.position);
    for (; next < upcoming.length; next++) {
      const sound = upcoming[next];
      const at = (sound?.atMs ?? 0) * samplesPerMs - leadSamples;
      if (at >= mixer.position + count) break;
      const samples = await sound?.loadSamples();
      if (samples) mixer.add(samples, at);
    }
    yield mixer.read(count);
  }
}

/**
 * Writes the file; an existing file is replaced only once the new one is complete.
 *
 * @param createSounds called after the file has been opened, so that no work is done for a file that cannot be written
 * @returns its size in bytes; null when the program was told to stop: no partial file is left then.
 * @throws {UserError} when the file cannot be written
 */
export async function writeAudioFile(
  { outputPath, durationMs, onProgress, signal }: AudioFileJob,
  encoder: AudioEncoder,
  createSounds: () => Promise<readonly TimedSound[]>,
): Promise<number | null> {
  const partialPath = `${outputPath}.part`;
  try {
    const file = await open(partialPath, "w");
    let bytes = 0;
    let done = 0;
    try {
      const write = async (part: Uint8Array) => {
        bytes += part.byteLength;
        if (part.byteLength > 0) await file.writeFile(part);
      };
      await write(encoder.header);
      const mix = { sampleRate: FILE_SAMPLE_RATE, durationMs, leadSamples: encoder.leadSamples };
      for await (const block of mixToPcm(await createSounds(), mix)) {
        if (signal.aborted) break;
        await write(encoder.encode(block));
        done += block.length;
        onProgress?.(Math.min(1, (done * 1000) / FILE_SAMPLE_RATE / durationMs));
      }
      await write(encoder.finish());
    } finally {
      await file.close();
    }
    if (signal.aborted) {
      await rm(partialPath, { force: true });
      return null;
    }
    await rename(partialPath, outputPath);
    return bytes;
  } catch (error) {
    await rm(partialPath, { force: true }).catch(() => {});
    const code = (error as NodeJS.ErrnoException).code;
    if (!code) throw error;
    throw new UserError(`${outputPath} cannot be written (${code})`, { exitCode: EXIT_CODES.cannotWrite });
  }
}
