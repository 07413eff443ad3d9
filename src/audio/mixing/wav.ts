/** Reads and writes WAV. */

/** One channel of 16-bit samples. */
export interface AudioClip {
  readonly samples: Int16Array;
  readonly sampleRate: number;
}

const HEADER_BYTES = 44;

/** The most sample bytes a WAV file can hold: its sizes are 32-bit and include most of the header. */
export const MAX_WAV_DATA_BYTES = 2 ** 32 - 1 - (HEADER_BYTES - 8);

/**
 * Reads the samples of a WAV file and mixes its channels into one. Trusts the number of bytes over the sizes in the header,
 * because a program that streams its output cannot know them.
 *
 * @throws {Error} if it is not a 16-bit linear PCM WAV
 */
export function parseWav(bytes: Uint8Array): AudioClip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 12 || readTag(bytes, 0) !== "RIFF" || readTag(bytes, 8) !== "WAVE")
    throw new Error("not a WAV file");
  let format: { channels: number; sampleRate: number } | null = null;
  let at = 12;
  while (at + 8 <= bytes.byteLength) {
    const name = readTag(bytes, at);
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (name === "fmt ") format = parseFormatChunk(view, body);
    if (name === "data") {
      if (!format) throw new Error("a WAV file without a format");
      const length = Math.min(size, bytes.byteLength - body);
      return { samples: readSamples(view, body, length, format.channels), sampleRate: format.sampleRate };
    }
    at = body + size + (size % 2);
  }
  throw new Error("a WAV file without samples");
}

/** Encodes a mono WAV file. */
export function encodeWav(clip: AudioClip): Buffer {
  const data = toLittleEndianBytes(clip.samples);
  return Buffer.concat([buildWavHeader(data.byteLength, clip.sampleRate), data]);
}

/** The header of a mono 16-bit WAV file. @param dataBytes {@link MAX_WAV_DATA_BYTES} at most */
export function buildWavHeader(dataBytes: number, sampleRate: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + dataBytes, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(dataBytes, 40);
  return header;
}

/** Samples as little-endian bytes. */
export function toLittleEndianBytes(samples: Int16Array): Buffer {
  const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  return IS_LITTLE_ENDIAN ? bytes : Buffer.from(bytes).swap16();
}

const IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

function readTag(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function parseFormatChunk(view: DataView, at: number): { channels: number; sampleRate: number } {
  if (at + 16 > view.byteLength) throw new Error("a WAV file that is cut short");
  const kind = view.getUint16(at, true);
  const channels = view.getUint16(at + 2, true);
  const sampleRate = view.getUint32(at + 4, true);
  const bits = view.getUint16(at + 14, true);
  // 1 is linear PCM; 0xFFFE means "see the extension", which our speech engines use only for linear PCM.
  if ((kind !== 1 && kind !== 0xfffe) || bits !== 16) throw new Error(`a WAV file of ${bits} bits, kind ${kind}`);
  if (channels < 1 || channels > 8) throw new Error(`a WAV file of ${channels} channels`);
  if (sampleRate < 4000 || sampleRate > 384_000) throw new Error(`a WAV file of ${sampleRate} samples a second`);
  return { channels, sampleRate };
}

function readSamples(view: DataView, at: number, length: number, channels: number): Int16Array {
  const frames = Math.floor(length / (2 * channels));
  const samples = new Int16Array(frames);
  for (let frame = 0; frame < frames; frame++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      sum += view.getInt16(at + 2 * (frame * channels + channel), true);
    samples[frame] = Math.round(sum / channels);
  }
  return samples;
}
