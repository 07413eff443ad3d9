/** Encodes samples: MP3 and Ogg Vorbis with their reference encoders in WebAssembly, WAV by hand. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { ID3Writer } from "browser-id3-writer";
import { createEncoder } from "wasm-media-encoders";
import { UserError } from "../../errors.ts";
import { buildWavHeader, MAX_WAV_DATA_BYTES, toLittleEndianBytes } from "../mixing/wav.ts";

export const AUDIO_FORMATS = ["mp3", "ogg", "wav"] as const;
export type AudioFormat = (typeof AUDIO_FORMATS)[number];

/** The sample rate of every file: speech and tones have nothing above 11 kHz, and this halves the work. */
export const FILE_SAMPLE_RATE = 24_000;

/** A place to skip to. */
export interface Chapter {
  readonly atMs: number;
  readonly title: string;
}

export interface AudioEncoder {
  /** Bytes before the first sample. */
  readonly header: Uint8Array;
  /** The encoder's delay, which a decoder plays as silence before the first sample. */
  readonly leadSamples: number;
  /** Returns bytes to write now, possibly none. */
  encode(samples: Int16Array): Uint8Array;
  finish(): Uint8Array;
}

const NO_BYTES = new Uint8Array(0);

/** What a file is about; MP3 and WAV files are exactly `durationMs` long, and MP3 files have chapters. */
export interface AudioFileFacts {
  readonly title: string;
  readonly chapters: readonly Chapter[];
  readonly durationMs: number;
}

/** @throws {UserError} when it is too long for the format */
export async function openEncoder(format: AudioFormat, facts: AudioFileFacts): Promise<AudioEncoder> {
  if (format === "wav") return createWavEncoder(facts.durationMs);
  return format === "mp3" ? createMp3Encoder(facts) : createOggEncoder();
}

function createWavEncoder(durationMs: number): AudioEncoder {
  const dataBytes = Math.round((durationMs * FILE_SAMPLE_RATE) / 1000) * 2;
  if (dataBytes > MAX_WAV_DATA_BYTES) {
    throw new UserError("this session is too long for a WAV file", { hint: "take .mp3 or .ogg" });
  }
  return {
    header: buildWavHeader(dataBytes, FILE_SAMPLE_RATE),
    leadSamples: 0,
    encode: toLittleEndianBytes,
    finish: () => NO_BYTES,
  };
}

/** 576 samples of encoder delay and 529 of decoder delay, from LAME's notes on gapless playback. */
const MP3_DELAY_SAMPLES = 1105;
/** At 24 000 samples a second and 48 kbit/s all frames have the same length, in time and in bytes. */
const MP3_KBPS = 48;
const MP3_FRAME_SAMPLES = 576;
const MP3_FRAME_BYTES = (MP3_FRAME_SAMPLES / 8) * ((MP3_KBPS * 1000) / FILE_SAMPLE_RATE);

async function createMp3Encoder(facts: AudioFileFacts): Promise<AudioEncoder> {
  const encoder = await createEncoder("audio/mpeg", await loadWasm("mp3"));
  encoder.configure({
    sampleRate: FILE_SAMPLE_RATE,
    outputSampleRate: FILE_SAMPLE_RATE,
    channels: 1,
    bitrate: MP3_KBPS,
  });
  let bytesLeft = Math.round((facts.durationMs * FILE_SAMPLE_RATE) / 1000 / MP3_FRAME_SAMPLES) * MP3_FRAME_BYTES;
  const cut = (bytes: Uint8Array) => {
    const kept = bytes.slice(0, bytesLeft);
    bytesLeft -= kept.length;
    return kept;
  };
  return {
    header: buildId3Tag(facts),
    leadSamples: MP3_DELAY_SAMPLES,
    encode: (samples) => cut(encoder.encode([toFloat32(samples)])),
    finish() {
      // Flushes what the encoder still holds and cuts the excess at a frame boundary, so that the file is as long as the
      // session.
      const pushed = cut(encoder.encode([new Float32Array(4 * MP3_FRAME_SAMPLES + MP3_DELAY_SAMPLES)]));
      return Buffer.concat([pushed, cut(encoder.finalize())]);
    },
  };
}

/** The table of contents stores its length in one byte. */
const MAX_CHAPTERS = 255;

/** The tag before the audio of an MP3: its chapters let a phone skip from exercise to exercise. */
function buildId3Tag({ title, chapters, durationMs }: AudioFileFacts): Uint8Array {
  const writer = new ID3Writer(new ArrayBuffer(0));
  writer.setFrame("TIT2", title).setFrame("TALB", "unwind").setFrame("TLEN", Math.round(durationMs));
  const marked = chapters.slice(0, MAX_CHAPTERS);
  for (const [index, { atMs, title: name }] of marked.entries()) {
    writer.setFrame("CHAP", {
      id: `chapter${index}`,
      startTime: Math.round(atMs),
      endTime: Math.round(marked[index + 1]?.atMs ?? durationMs),
      subFrames: { TIT2: name },
    });
  }
  if (marked.length > 0) {
    const childElementIds = marked.map((_, index) => `chapter${index}`);
    writer.setFrame("CTOC", { id: "contents", ordered: true, topLevel: true, childElementIds });
  }
  return new Uint8Array(writer.addTag());
}

async function createOggEncoder(): Promise<AudioEncoder> {
  const encoder = await createEncoder("audio/ogg", await loadWasm("ogg"));
  encoder.configure({ sampleRate: FILE_SAMPLE_RATE, channels: 1, vbrQuality: 3 });
  return {
    header: NO_BYTES,
    leadSamples: 0,
    encode: (samples) => encoder.encode([toFloat32(samples)]).slice(),
    finish: () => encoder.finalize().slice(),
  };
}

function toFloat32(samples: Int16Array): Float32Array {
  return Float32Array.from(samples, (sample) => sample / 32768);
}

/**
 * Loads the encoder: from the file next to the built program, which users may replace with their own build of it, or from
 * the package.
 */
async function loadWasm(name: "mp3" | "ogg"): Promise<Uint8Array> {
  try {
    return await readFile(new URL(`./${name}.wasm`, import.meta.url));
  } catch {
    return await readFile(createRequire(import.meta.url).resolve(`wasm-media-encoders/wasm/${name}`));
  }
}
