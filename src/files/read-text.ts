/** Reads text files: only regular ones, of a size that can be, in the encodings that editors write. */
import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

/**
 * The text of a file.
 *
 * @param maxBytes a longer file is refused before anything is read.
 * @throws UnreadableFileError, or the system's error, for {@link describeReadError} to put into words.
 */
export function readTextFile(path: string, maxBytes: number): string {
  // Node reads plain UTF-8 several times as fast as bytes that are decoded afterwards.
  const text = readOpened(path, maxBytes, (descriptor) => readFileSync(descriptor, "utf8"));
  if (!mayBeMisread(text)) return text;
  const decoded = decodeText(readRegularFile(path, maxBytes));
  if (decoded.ok) return decoded.text;
  throw new MisencodedFileError(decoded.message);
}

/** Whether a text that was read as UTF-8 has a mark, or signs of another encoding. */
function mayBeMisread(text: string): boolean {
  return text.charCodeAt(0) === 0 || text.charCodeAt(1) === 0 || text.startsWith("\uFEFF") || text.includes("\uFFFD");
}

/** The bytes of a file; otherwise like {@link readTextFile}. */
export function readRegularFile(path: string, maxBytes: number): Buffer {
  return readOpened(path, maxBytes, (descriptor) => readFileSync(descriptor));
}

function readOpened<T>(path: string, maxBytes: number, read: (descriptor: number) => T): T {
  // Without O_NONBLOCK, opening a pipe waits for someone who writes to it.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw new UnreadableFileError("a folder");
    if (!stat.isFile()) throw new UnreadableFileError("not a regular file");
    if (stat.size > maxBytes) throw new UnreadableFileError(describeSizeLimit(maxBytes));
    return read(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * What comes through a pipe that has a name. Opened like a file it would wait for somebody who writes inside the system,
 * where no signal ends the program.
 */
export async function openPipe(path: string): Promise<AsyncIterable<Uint8Array>> {
  const { Socket } = await import("node:net");
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}

export function describeSizeLimit(maxBytes: number): string {
  return `too large; expected at most ${maxBytes / 1000} KB`;
}

type DecodedText =
  | { readonly ok: true; readonly text: string }
  /** `offset` is that of the first wrong character in `text`. */
  | { readonly ok: false; readonly offset: number; readonly text: string; readonly message: string };

/**
 * The text of a file without its byte order mark: UTF-8, or UTF-16 as some editors write it.
 *
 * Our files begin with a character of ASCII. UTF-16 makes two bytes of it, and one of them is zero; no text in UTF-8
 * begins with a zero.
 */
export function decodeText(bytes: Buffer): DecodedText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return decodeUtf16(bytes);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined)) {
    return decodeUtf16(bytes.length % 2 === 0 ? Buffer.from(bytes).swap16() : bytes);
  }
  const text = removeByteOrderMark(bytes.toString("utf8"));
  if (isUtf8(bytes)) return { ok: true, text };
  return { ok: false, text, offset: Math.max(0, text.indexOf("\uFFFD")), message: "not UTF-8 text; expected UTF-8" };
}

/** @param bytes the lower byte first. */
function decodeUtf16(bytes: Buffer): DecodedText {
  const text = removeByteOrderMark(bytes.toString("utf16le"));
  const offset = text.search(/\p{Cs}/u);
  if (bytes.length % 2 === 0 && offset < 0) return { ok: true, text };
  return { ok: false, text, offset: offset < 0 ? text.length : offset, message: "not UTF-16 text; expected UTF-8" };
}

function removeByteOrderMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** A file that was reached and will not be read, with the reason in words. */
export class UnreadableFileError extends Error {}

/** A file that was read and is not text: it is damaged. */
export class MisencodedFileError extends UnreadableFileError {}

const READ_ERROR_REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EACCES: "may not be read: permission denied",
  EPERM: "may not be read: permission denied",
  EISDIR: "a folder; name the files in it",
  ELOOP: "a link that leads back to itself",
  ENAMETOOLONG: "a name too long for a file",
  ENXIO: "not a file that can be read",
  ERR_INVALID_ARG_VALUE: "not a name that a file can have",
};

/** Why a file could not be read, in words. @throws what is no failure to read. */
export function describeReadError(error: unknown): string {
  if (error instanceof UnreadableFileError) return error.message;
  if (!(error instanceof Error) || !("code" in error)) throw error;
  return READ_ERROR_REASONS[String(error.code)] ?? `cannot be read (${String(error.code)})`;
}
