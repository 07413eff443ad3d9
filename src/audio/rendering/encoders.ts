/** Samples to the bytes of a file: MP3 and Ogg Vorbis by their reference encoders in WebAssembly, WAV by hand. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createEncoder } from "wasm-media-encoders";
import { UserError } from "../../errors.ts";
import { buildWavHeader, MAX_WAV_DATA_BYTES, toLittleEndianBytes } from "../mixing/wav.ts";

export const AUDIO_FORMATS = ["mp3", "ogg", "wav"] as const;
export type AudioFormat = (typeof AUDIO_FORMATS)[number];

/** Samples a second of every file: speech and tones have nothing above 11 kHz, and it halves the work. */
export const FILE_SAMPLE_RATE = 24_000;

export interface AudioEncoder {
  /** The encoder's own delay, which a decoder gives back as silence before the first sample. */
  readonly leadSamples: number;
  /** Bytes to write now, maybe none. */
  encode(samples: Int16Array): Uint8Array;
  finish(): Uint8Array;
}

/**
 * @param durationMs length of the whole file; MP3 and WAV are made to it
 * @throws {UserError} when the format has no room for it
 */
export async function openEncoder(format: AudioFormat, durationMs: number): Promise<AudioEncoder> {
  if (format === "wav") return createWavEncoder(durationMs);
  return format === "mp3" ? createMp3Encoder(durationMs) : createOggEncoder();
}

function createWavEncoder(durationMs: number): AudioEncoder {
  const dataBytes = Math.round((durationMs * FILE_SAMPLE_RATE) / 1000) * 2;
  if (dataBytes > MAX_WAV_DATA_BYTES) {
    throw new UserError("this session is too long for a WAV file", { hint: "take .mp3 or .ogg" });
  }
  let header: Buffer | null = buildWavHeader(dataBytes, FILE_SAMPLE_RATE);
  const withHeader = (bytes: Buffer) => {
    const all = header ? Buffer.concat([header, bytes]) : bytes;
    header = null;
    return all;
  };
  return {
    leadSamples: 0,
    encode: (samples) => withHeader(toLittleEndianBytes(samples)),
    finish: () => withHeader(Buffer.alloc(0)),
  };
}

/** 576 samples of the encoder and 529 of any decoder, as LAME's own notes on gapless playing give them. */
const MP3_DELAY_SAMPLES = 1105;
/** At 24 000 samples a second and 48 kbit/s, every frame is as long as every other, in time and in bytes. */
const MP3_KBPS = 48;
const MP3_FRAME_SAMPLES = 576;
const MP3_FRAME_BYTES = (MP3_FRAME_SAMPLES / 8) * ((MP3_KBPS * 1000) / FILE_SAMPLE_RATE);

async function createMp3Encoder(durationMs: number): Promise<AudioEncoder> {
  const encoder = await createEncoder("audio/mpeg", await loadWasm("mp3"));
  encoder.configure({
    sampleRate: FILE_SAMPLE_RATE,
    outputSampleRate: FILE_SAMPLE_RATE,
    channels: 1,
    bitrate: MP3_KBPS,
  });
  let bytesLeft = Math.round((durationMs * FILE_SAMPLE_RATE) / 1000 / MP3_FRAME_SAMPLES) * MP3_FRAME_BYTES;
  const cut = (bytes: Uint8Array) => {
    const kept = bytes.slice(0, bytesLeft);
    bytesLeft -= kept.length;
    return kept;
  };
  return {
    leadSamples: MP3_DELAY_SAMPLES,
    encode: (samples) => cut(encoder.encode([toFloat32(samples)])),
    finish() {
      // Pushes out what the encoder still holds; what is too much is cut at a frame, so that the length is the session's.
      const pushed = cut(encoder.encode([new Float32Array(4 * MP3_FRAME_SAMPLES + MP3_DELAY_SAMPLES)]));
      return Buffer.concat([pushed, cut(encoder.finalize())]);
    },
  };
}

async function createOggEncoder(): Promise<AudioEncoder> {
  const encoder = await createEncoder("audio/ogg", await loadWasm("ogg"));
  encoder.configure({ sampleRate: FILE_SAMPLE_RATE, channels: 1, vbrQuality: 3 });
  return {
    leadSamples: 0,
    encode: (samples) => encoder.encode([toFloat32(samples)]).slice(),
    finish: () => encoder.finalize().slice(),
  };
}

function toFloat32(samples: Int16Array): Float32Array {
  return Float32Array.from(samples, (sample) => sample / 32768);
}

/** The encoder proper: a file beside the built program, which may be replaced by another build of it; or the package's. */
async function loadWasm(name: "mp3" | "ogg"): Promise<Uint8Array> {
  try {
    return await readFile(new URL(`./${name}.wasm`, import.meta.url));
  } catch {
    return await readFile(createRequire(import.meta.url).resolve(`wasm-media-encoders/wasm/${name}`));
  }
}
