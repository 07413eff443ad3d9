/** Standard input, output and error of this process. Each is opened on first use: Node takes about 3 ms per stream. */
import { fstatSync, statSync, writeSync } from "node:fs";
import { devNull } from "node:os";

/** Called when writing fails: the reader is gone, or the disk is full. */
type WriteErrorHandler = (error: NodeJS.ErrnoException) => void;

/** The streams of the process for a `ShellEnvironment`. Its functions can be passed on unbound. */
export class StandardStreams {
  readonly #failed: WriteErrorHandler;
  readonly #watched = new Set<NodeJS.WriteStream>();
  #stdoutUsed = false;
  /** Text for standard output. */
  readonly write: (text: string) => void;
  /** A line for standard error. */
  readonly error: (line: string) => void;

  constructor(failed: WriteErrorHandler) {
    this.#failed = failed;
    const write = this.#writer(1, () => this.stdout);
    const writeError = this.#writer(2, () => this.stderr);
    this.write = write;
    this.error = (line) => writeError(`${line}\n`);
  }

  get stdin(): NodeJS.ReadStream {
    return process.stdin;
  }

  get stdout(): NodeJS.WriteStream {
    this.#stdoutUsed = true;
    return this.#watch(process.stdout);
  }

  get stderr(): NodeJS.WriteStream {
    return this.#watch(process.stderr);
  }

  /** Columns of the terminal, or 80. */
  get columns(): number {
    return (isStdoutMaybeTerminal() && this.stdout.columns) || 80;
  }

  /** Whether standard output may be coloured. */
  get colour(): boolean {
    return isStdoutMaybeTerminal() && this.stdout.isTTY === true && this.stdout.hasColors() && !process.env["NO_COLOR"];
  }

  /** Calls `then` once everything written has been flushed and failures have been reported. */
  drain(then: () => void): void {
    // Touching the stream here would open it if it was never used.
    if (this.#stdoutUsed) process.stdout.write("", () => queueMicrotask(then));
    else then();
  }

  /**
   * Writes synchronously, bypassing Node's stream. If the reader is too slow, the rest and all later output go through
   * the stream.
   */
  #writer(fd: 1 | 2, stream: () => NodeJS.WriteStream): (text: string) => void {
    // On Windows only the stream can write Unicode to a console.
    let direct = process.platform !== "win32";
    return (text) => {
      if (!direct) return void stream().write(text);
      let rest = Buffer.from(text);
      try {
        while (rest.length > 0) rest = rest.subarray(writeSync(fd, rest));
      } catch (cause) {
        const error = cause as NodeJS.ErrnoException;
        if (error.code !== "EAGAIN") return this.#failed(error);
        direct = false;
        stream().write(rest);
      }
    };
  }

  #watch(stream: NodeJS.WriteStream): NodeJS.WriteStream {
    if (!this.#watched.has(stream)) {
      this.#watched.add(stream);
      stream.on("error", this.#failed);
    }
    return stream;
  }
}

/** False for pipes, files and the null device, without opening the stream; for other devices only the stream can tell. */
function isStdoutMaybeTerminal(): boolean {
  try {
    const output = fstatSync(1);
    return output.isCharacterDevice() && output.rdev !== statSync(devNull).rdev;
  } catch {
    return false;
  }
}
