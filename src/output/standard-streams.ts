/** Standard input, output and error of this process, each opened when it is used: Node takes some 3 ms for each. */
import { fstatSync, statSync, writeSync } from "node:fs";
import { devNull } from "node:os";

/** Told when nothing more can be written: the reader left, the disk is full. */
export type WriteErrorHandler = (error: NodeJS.ErrnoException) => void;

/** What a `Shell` is given of the process's streams. Its functions may be passed on alone. */
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

  /** Calls `then` when all that was written has arrived, and what failed has been told. */
  drain(then: () => void): void {
    // Asked for while nobody has used it, the stream would only now be opened.
    if (this.#stdoutUsed) process.stdout.write("", () => queueMicrotask(then));
    else then();
  }

  /** Writes at once, past Node's stream. What a slow reader does not take, and what follows it, goes through the stream. */
  #writer(fd: 1 | 2, stream: () => NodeJS.WriteStream): (text: string) => void {
    // On Windows only the stream knows how to write Unicode to a console.
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

/** No for a pipe, a file or what is thrown away, without opening the stream; of other devices only the stream knows. */
function isStdoutMaybeTerminal(): boolean {
  try {
    const output = fstatSync(1);
    return output.isCharacterDevice() && output.rdev !== statSync(devNull).rdev;
  } catch {
    return false;
  }
}
