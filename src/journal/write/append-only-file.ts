/**
 * A file that only grows: text is handed to the system at once and reaches the disk soon after.
 *
 * What the system has survives the end of this process, even by SIGKILL; what the disk has survives a power cut. The
 * first is done before `append` returns (some microseconds), the second without waiting (it may take milliseconds, and
 * a session's steps must end on time).
 */
import { closeSync, fdatasync, fsyncSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "../../files/make-folder.ts";

export class AppendOnlyFile {
  readonly path: string;
  #descriptor: number | null = null;
  /** Bytes that could not be written yet. */
  #waiting: Buffer = Buffer.alloc(0);
  #flushing = false;
  #dirty = false;
  #closing = false;

  constructor(path: string) {
    this.path = path;
  }

  /**
   * Adds text. What cannot be written now is kept and tried again before the next text: a disk that was full may have
   * room again, and nothing is written twice or left out.
   *
   * @throws the system's error when something could not be written.
   */
  append(text: string): void {
    this.#waiting = Buffer.concat([this.#waiting, Buffer.from(text)]);
    this.#descriptor ??= this.#open();
    while (this.#waiting.length > 0) {
      const written = writeSync(this.#descriptor, this.#waiting);
      this.#waiting = this.#waiting.subarray(written);
    }
    this.#dirty = true;
    this.#flush();
  }

  #open(): number {
    makeFolder(dirname(this.path));
    return openSync(this.path, "a", 0o600);
  }

  /** Brings to the disk what was appended, one flush at a time. */
  #flush(): void {
    if (this.#flushing || !this.#dirty || this.#descriptor === null) return;
    this.#flushing = true;
    this.#dirty = false;
    const descriptor = this.#descriptor;
    fdatasync(descriptor, () => {
      // A flush that fails is tried again with the next line; the line itself is with the system.
      this.#flushing = false;
      if (this.#closing) closeSync(descriptor);
      else this.#flush();
    });
  }

  /** Brings everything to the disk and lets the file go. Never throws: what could not be written was told before. */
  close(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = null;
    if (descriptor === null) return;
    try {
      fsyncSync(descriptor);
    } catch {
      // As far as the system could.
    }
    // While a flush is under way its number must not go to another file.
    if (this.#flushing) this.#closing = true;
    else closeSync(descriptor);
  }
}
