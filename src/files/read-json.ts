/** Reads JSON from files and standard input safely: size, encoding and depth are checked before anything is parsed. */
import { isUtf8 } from "node:buffer";
import { open } from "node:fs/promises";
import { LIMITS } from "../limits.ts";

/** One thing that is wrong in one file. Lines and columns count from 1; null where the file could not be read at all. */
export interface FileFault {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  /** "dose.sets", "steps[2]"; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

/** A JSON file as read: its name for messages, its text without a byte order mark, and what the text says. */
export interface JsonSource {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
}

export type JsonReadResult =
  | { readonly ok: true; readonly source: JsonSource }
  | { readonly ok: false; readonly fault: FileFault };

/** What standard input is called in messages. */
export const STANDARD_INPUT_NAME = "standard input";

/**
 * Reads a file, or standard input for `-`. Never reads more than the limit, whatever the file says of its size; a
 * pipe is read like a file.
 */
export async function readJson(
  file: string,
  input: AsyncIterable<Uint8Array> = process.stdin,
): Promise<JsonReadResult> {
  const name = file === "-" ? STANDARD_INPUT_NAME : file;
  let bytes: Buffer;
  try {
    bytes = file === "-" ? await readStreamBytes(input) : await readFileBytes(file);
  } catch (error) {
    return { ok: false, fault: createFileFault(name, describeReadError(error)) };
  }
  return parseJsonBytes(name, bytes);
}

/** What a file says, from its bytes. */
export async function parseJsonBytes(file: string, bytes: Buffer): Promise<JsonReadResult> {
  if (bytes.length > LIMITS.fileBytes) return { ok: false, fault: createFileFault(file, TOO_LARGE_MESSAGE) };
  if (!isUtf8(bytes)) return failWithEncodingFault(file, bytes);
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  if (text.trim() === "")
    return { ok: false, fault: createFileFault(file, "empty; expected an exercise or a routine") };
  const tooDeep = findExcessiveNesting(text);
  if (tooDeep !== null) {
    return failAtOffset(file, text, tooDeep, `nested too deeply; expected at most ${LIMITS.depth} levels`);
  }
  try {
    return { ok: true, source: { file, text, value: JSON.parse(text) as unknown } };
  } catch {
    const { findSyntaxFault, parseCommentedJson } = await import("./json-location.ts");
    const value = parseCommentedJson(text);
    if (value !== undefined) return { ok: true, source: { file, text, value } };
    const { offset, message } = findSyntaxFault(text);
    return failAtOffset(file, text, offset, message);
  }
}

const TOO_LARGE_MESSAGE = `too large; expected at most ${LIMITS.fileBytes / 1000} KB`;

/** A fault of a file as a whole. */
export function createFileFault(file: string, message: string): FileFault {
  return { file, line: null, column: null, path: "", message };
}

async function failAtOffset(file: string, text: string, offset: number, message: string): Promise<JsonReadResult> {
  const { positionAt } = await import("./json-location.ts");
  return { ok: false, fault: { file, ...positionAt(text, offset), path: "", message } };
}

/** Where the first bracket stands that opens one level too many; null when none does. Knows strings and comments, no more. */
function findExcessiveNesting(text: string): number | null {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') {
      index += 1;
      while (index < text.length && text[index] !== '"') index += text[index] === "\\" ? 2 : 1;
    } else if (character === "/" && text[index + 1] === "/") {
      index = endOf(text, "\n", index);
    } else if (character === "/" && text[index + 1] === "*") {
      index = endOf(text, "*/", index);
    } else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > LIMITS.depth) return index;
    } else if (character === "}" || character === "]") {
      depth -= 1;
    }
  }
  return null;
}

/** Where the next `sign` ends that follows the start of a comment. */
function endOf(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from + 2);
  return found < 0 ? text.length : found + sign.length - 1;
}

async function failWithEncodingFault(file: string, bytes: Buffer): Promise<JsonReadResult> {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return { ok: false, fault: createFileFault(file, "written as UTF-16; expected UTF-8") };
  const text = bytes.toString("utf8");
  return failAtOffset(file, text, Math.max(0, text.indexOf("\uFFFD")), "not UTF-8 text; expected UTF-8");
}

async function readFileBytes(file: string): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new UnreadableFileError("a folder; name the files in it");
    if (stat.isFile() && stat.size > LIMITS.fileBytes) throw new UnreadableFileError(TOO_LARGE_MESSAGE);
    const buffer = Buffer.alloc(LIMITS.fileBytes + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
      length += bytesRead;
      if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length);
    }
  } finally {
    await handle.close();
  }
}

async function readStreamBytes(input: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LIMITS.fileBytes) break;
  }
  return Buffer.concat(chunks);
}

/** A file that was reached and will not be read, with the reason in words. */
class UnreadableFileError extends Error {}

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

/** Why a file could not be read, in words. */
export function describeReadError(error: unknown): string {
  if (error instanceof UnreadableFileError) return error.message;
  if (!(error instanceof Error) || !("code" in error)) throw error;
  return READ_ERROR_REASONS[String(error.code)] ?? `cannot be read (${String(error.code)})`;
}
