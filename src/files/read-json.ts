/** Reads JSON from files and standard input safely: within bounds of size and depth, in the encodings of editors. */
import { createReadStream, statSync } from "node:fs";
import { LIMITS } from "../limits.ts";
import { parseJsonText, positionAt } from "./json-text.ts";
import { decodeText, describeReadError, describeSizeLimit, openPipe, UnreadableFileError } from "./read-text.ts";

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

type JsonReadResult =
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
export function parseJsonBytes(file: string, bytes: Buffer): JsonReadResult {
  if (bytes.length > LIMITS.fileBytes) {
    return { ok: false, fault: createFileFault(file, describeSizeLimit(LIMITS.fileBytes)) };
  }
  const decoded = decodeText(bytes);
  const { text } = decoded;
  if (!decoded.ok) return failAtOffset(file, text, decoded);
  if (text.trim() === "")
    return { ok: false, fault: createFileFault(file, "empty; expected an exercise or a routine") };
  const parsed = parseJsonText(text);
  return parsed.ok ? { ok: true, source: { file, text, value: parsed.value } } : failAtOffset(file, text, parsed);
}

/** A fault of a file as a whole. */
export function createFileFault(file: string, message: string): FileFault {
  return { file, line: null, column: null, path: "", message };
}

function failAtOffset(file: string, text: string, { offset, message }: { offset: number; message: string }) {
  return { ok: false, fault: { file, ...positionAt(text, offset), path: "", message } } as const;
}

async function readFileBytes(file: string): Promise<Buffer> {
  const found = statSync(file);
  if (found.isDirectory()) throw new UnreadableFileError("a folder; name the files in it");
  return readStreamBytes(found.isFIFO() ? await openPipe(file) : createReadStream(file));
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
