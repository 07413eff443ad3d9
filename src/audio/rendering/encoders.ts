/** Samples to the bytes of a file: MP3 and Ogg Vorbis by their reference encoders in WebAssembly, WAV by hand. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createEncoder } from "wasm-media-encoders";
import { UserError } from "../../errors.ts";
import { MOST_WAV_BYTES, sampleBytes, wavHeader } from "../mixing/wav.ts";

export const FORMATS = ["mp3", "ogg", "wav"] as const;
export type Format = (typeof FORMATS)[number];

/** Samples a second of every file: speech and tones have nothing above 11 kHz, and it halves the work. */
export const FILE_RATE = 24_000;

export interface Encoder {
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
export async function openEncoder(format: Format, durationMs: number): Promise<Encoder> {
  if (format === "wav") return wavEncoder(durationMs);
  return format === "mp3" ? mp3Encoder(durationMs) : oggEncoder();
}

function wavEncoder(durationMs: number): Encoder {
  const dataBytes = Math.round((durationMs * FILE_RATE) / 1000) * 2;
  if (dataBytes > MOST_WAV_BYTES) {
    throw new UserError("this session is too long for a WAV file", { hint: "take .mp3 or .ogg" });
  }
  let header: Buffer | null = wavHeader(dataBytes, FILE_RATE);
  const withHeader = (bytes: Buffer) => {
    const all = header ? Buffer.concat([header, bytes]) : bytes;
    header = null;
    return all;
  };
  return {
    leadSamples: 0,
    encode: (samples) => withHeader(sampleBytes(samples)),
    finish: () => withHeader(Buffer.alloc(0)),
  };
}

/** 576 samples of the encoder and 529 of any decoder, as LAME's own notes on gapless playing give them. */
const MP3_DELAY = 1105;
/** At 24 000 samples a second and 48 kbit/s, every frame is as long as every other, in time and in bytes. */
const MP3_KBITS = 48;
const MP3_FRAME_SAMPLES = 576;
const MP3_FRAME_BYTES = (MP3_FRAME_SAMPLES / 8) * ((MP3_KBITS * 1000) / FILE_RATE);

async function mp3Encoder(durationMs: number): Promise<Encoder> {
  const encoder = await createEncoder("audio/mpeg", await wasm("mp3"));
  encoder.configure({ sampleRate: FILE_RATE, outputSampleRate: FILE_RATE, channels: 1, bitrate: MP3_KBITS });
  let bytesLeft = Math.round((durationMs * FILE_RATE) / 1000 / MP3_FRAME_SAMPLES) * MP3_FRAME_BYTES;
  const cut = (bytes: Uint8Array) => {
    const kept = bytes.slice(0, bytesLeft);
    bytesLeft -= kept.length;
    return kept;
  };
  return {
    leadSamples: MP3_DELAY,
    encode: (samples) => cut(encoder.encode([floats(samples)])),
    finish() {
      // Pushes out what the encoder still holds; what is too much is cut at a frame, so that the length is the session's.
      const pushed = cut(encoder.encode([new Float32Array(4 * MP3_FRAME_SAMPLES + MP3_DELAY)]));
      return Buffer.concat([pushed, cut(encoder.finalize())]);
    },
  };
}

async function oggEncoder(): Promise<Encoder> {
  const encoder = await createEncoder("audio/ogg", await wasm("ogg"));
  encoder.configure({ sampleRate: FILE_RATE, channels: 1, vbrQuality: 3 });
  return {
    leadSamples: 0,
    encode: (samples) => encoder.encode([floats(samples)]).slice(),
    finish: () => encoder.finalize().slice(),
  };
}

function floats(samples: Int16Array): Float32Array {
  return Float32Array.from(samples, (sample) => sample / 32768);
}

/** The encoder proper: a file beside the built program, which may be replaced by another build of it; or the package's. */
async function wasm(name: "mp3" | "ogg"): Promise<Uint8Array> {
  try {
    return await readFile(new URL(`./${name}.wasm`, import.meta.url));
  } catch {
    return await readFile(createRequire(import.meta.url).resolve(`wasm-media-encoders/wasm/${name}`));
  }
}
