/** Lines of a file or a stream that can be read from the start more than once; what is piped is stored for that. */
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { listFolder } from "./folders.ts";
import { describeReadError, describeSizeLimit, openPipe, readTextFile, UnreadableFileError } from "./read-text.ts";
import { MAX_RECORD_BYTES } from "./versioned-files.ts";
import { doesProcessExist } from "./write.ts";

/** The most that is taken from a pipe in the expected form: a hundred thousand sessions are half of it. */
const MAX_PIPED_BYTES = 2_000_000_000;

interface LineSource {
  /** @throws UnreadableFileError if it cannot be read. */
  lines(): AsyncGenerator<string>;
  /** Removes what was stored. */
  close(): void;
}

/** What is piped cannot be stored: the temporary folder cannot be used, or is full. */
export class TemporaryFolderError extends Error {}

/**
 * Opens a file, or what is piped (`-` for `input`).
 *
 * @param expectedStart how a text of any length begins; another one is of a size that memory can hold, or refused.
 * @throws UnreadableFileError if it cannot be read, TemporaryFolderError if it cannot be stored, and the signal's
 * reason when it is aborted.
 */
export async function openLineSource(
  file: string,
  input: () => AsyncIterable<Uint8Array>,
  expectedStart: string,
  signal: AbortSignal,
): Promise<LineSource> {
  const stat = file === "-" ? null : await named(() => statSync(file));
  if (stat?.isDirectory()) throw new UnreadableFileError("a folder; name the file in it");
  if (stat?.isFile()) return { lines: () => readLines(file), close: () => {} };
  if (stat && !stat.isFIFO()) throw new UnreadableFileError("not a regular file");
  const folder = makeTemporaryFolder();
  const close = () => rmSync(folder, { recursive: true, force: true });
  const path = join(folder, "piped");
  try {
    const source = stat ? await openPipe(file) : input();
    await pipeline(source, limitSize(expectedStart), createWriteStream(path, { flags: "wx", mode: 0o600 }), { signal });
    return { lines: () => readLines(path), close };
  } catch (error) {
    close();
    signal.throwIfAborted();
    throw describeFailure(error as NodeJS.ErrnoException);
  }
}

/** What is no failure to read is one to write. */
function describeFailure(error: NodeJS.ErrnoException): Error {
  if (error instanceof UnreadableFileError) return error;
  if (error.syscall === "read") return new UnreadableFileError(describeReadError(error));
  return new TemporaryFolderError(error.message);
}

const FOLDER_NAME = /^unwind-import-(\d+)-/;

/** Makes a folder for what is piped, and removes those of processes that were killed. */
function makeTemporaryFolder(): string {
  try {
    for (const name of listFolder(tmpdir(), () => {})) {
      const pid = FOLDER_NAME.exec(name)?.[1];
      if (pid !== undefined && !doesProcessExist(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true });
    }
  } catch {
    // Another person's.
  }
  try {
    return mkdtempSync(join(tmpdir(), `unwind-import-${process.pid}-`));
  } catch (error) {
    throw new TemporaryFolderError((error as Error).message);
  }
}

/** Lets through what is not too much. It fails with an UnreadableFileError. */
function limitSize(expectedStart: string): Transform {
  let length = 0;
  let start = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _, done) {
      length += chunk.length;
      if (start.length < expectedStart.length) start = Buffer.concat([start, chunk]).subarray(0, expectedStart.length);
      const most = expectedStart.startsWith(start.toString("latin1")) ? MAX_PIPED_BYTES : MAX_RECORD_BYTES;
      if (length > most) done(new UnreadableFileError(describeSizeLimit(most)));
      else done(null, chunk);
    },
  });
}

/** The same with the system's refusal to read in words. */
async function named<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof Error && "code" in error ? new UnreadableFileError(describeReadError(error)) : error;
  }
}

/** The lines of a file without their ends; UTF-16 and what an editor adds are read like everywhere. */
async function* readLines(path: string): AsyncGenerator<string> {
  const head = await named(() => readHead(path));
  if (head.includes(0) || head[0] === 0xfe || head[0] === 0xff) {
    yield* (await named(() => readTextFile(path, MAX_RECORD_BYTES))).split(/\r?\n/);
    return;
  }
  let pending: string[] = [];
  let length = 0;
  let isFirst = true;
  const chunks = createReadStream(path, "utf8")[Symbol.asyncIterator]();
  for (;;) {
    const { value: chunk, done } = await named(() => chunks.next());
    if (done) break;
    const text = isFirst ? (chunk as string).replace(/^\uFEFF/, "") : (chunk as string);
    isFirst = false;
    const [first = "", ...others] = text.split("\n");
    pending.push(first);
    length += first.length;
    for (const next of others) {
      yield pending.join("").replace(/\r$/, "");
      pending = [next];
      length = next.length;
    }
    if (length > MAX_RECORD_BYTES) throw new UnreadableFileError(`a line is ${describeSizeLimit(MAX_RECORD_BYTES)}`);
  }
  yield pending.join("");
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
