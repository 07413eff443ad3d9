/**
 * An append-only file: text is handed to the operating system at once and flushed to disk soon after.
 *
 * What the system has survives the end of this process, even SIGKILL; what is on disk survives a power cut. The first is
 * done before `append` returns (microseconds); the second runs in the background, because it may take milliseconds and
 * steps must end on time.
 */
import { closeSync, fdatasync, fstatSync, fsyncSync, openSync, readSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder, makeFoldersPrivate } from "./folders.ts";
import { writeFileAtomically } from "./write.ts";

export class AppendOnlyFile {
  readonly path: string;
  #descriptor: number | null = null;
  /** Bytes not written yet. */
  #pending: Buffer = Buffer.alloc(0);
  #flushing = false;
  #needsFlush = false;
  /** The descriptor that waits for its last flush. */
  #closeAfterFlush: number | null = null;

  constructor(path: string) {
    this.path = path;
  }

  /**
   * Appends text. What cannot be written now is kept and retried before the next text: a full disk may have room again.
   * Nothing is written twice or lost.
   *
   * @throws the system's error if something could not be written.
   */
  append(text: string): void {
    this.#pending = Buffer.concat([this.#pending, Buffer.from(text)]);
    this.restore();
    this.#descriptor ??= this.#open();
    while (this.#pending.length > 0) {
      const written = writeSync(this.#descriptor, this.#pending);
      this.#pending = this.#pending.subarray(written);
    }
    this.#needsFlush = true;
    this.#flush();
  }

  #open(): number {
    const folder = dirname(this.path);
    makeFolder(folder);
    makeFoldersPrivate(folder, folder);
    return openSync(this.path, "a+", 0o600);
  }

  /**
   * Puts the file back where it was removed while open, its folder included: the system keeps the content of an open
   * file.
   *
   * @throws the system's error if it cannot be written there.
   */
  restore(): void {
    if (this.#descriptor === null || isFileAt(this.path, this.#descriptor)) return;
    writeFileAtomically(this.path, readWhole(this.#descriptor));
    this.#closeDescriptor(this.#descriptor);
    this.#descriptor = this.#open();
  }

  /** Flushes appended text, one flush at a time. */
  #flush(): void {
    if (this.#flushing || !this.#needsFlush || this.#descriptor === null) return;
    this.#flushing = true;
    this.#needsFlush = false;
    const descriptor = this.#descriptor;
    fdatasync(descriptor, () => {
      // A flush that fails is retried with the next line; the system already has the line.
      this.#flushing = false;
      if (this.#closeAfterFlush === descriptor) {
        closeSync(descriptor);
        this.#closeAfterFlush = null;
      }
      this.#flush();
    });
  }

  /** Flushes and closes. Never throws: write errors were reported before. */
  close(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = null;
    if (descriptor === null) return;
    try {
      fsyncSync(descriptor);
    } catch {
      // As far as the system could.
    }
    this.#closeDescriptor(descriptor);
  }

  #closeDescriptor(descriptor: number): void {
    // During a flush the descriptor must not be reused for another file.
    if (this.#flushing) this.#closeAfterFlush = descriptor;
    else closeSync(descriptor);
  }
}

/** Whether an open file can still be found under its path. */
function isFileAt(path: string, descriptor: number): boolean {
  try {
    const found = statSync(path, { bigint: true });
    const open = fstatSync(descriptor, { bigint: true });
    return found.ino === open.ino && found.dev === open.dev;
  } catch {
    return false;
  }
}

function readWhole(descriptor: number): string {
  const bytes = Buffer.alloc(fstatSync(descriptor).size);
  let length = 0;
  while (length < bytes.length) {
    const count = readSync(descriptor, bytes, length, bytes.length - length, length);
    if (count === 0) break;
    length += count;
  }
  return bytes.toString("utf8", 0, length);
}
