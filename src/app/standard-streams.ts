/** Standard input, output and error of this process. Each is opened on first use: Node takes about 3 ms per stream. */
import { fstatSync, statSync, writeSync } from "node:fs";
import { type CharacterChoice, convertText, resolveCharacterSet } from "../text/characters.ts";

/** As `node:os` names it, which takes half a millisecond to load. */
const NULL_DEVICE = process.platform === "win32" ? "\\\\.\\nul" : "/dev/null";

/** Called when writing fails: the reader is gone, or the disk is full. */
type WriteErrorHandler = (error: NodeJS.ErrnoException) => void;

/** The streams of the process for a `ShellEnvironment`. Its functions can be passed on unbound. */
export class StandardStreams {
  readonly #failed: WriteErrorHandler;
  readonly #watched = new Set<NodeJS.WriteStream>();
  #stdoutUsed = false;
  #characters: CharacterChoice = "auto";
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

  /** Whether standard output is a terminal. */
  get writesToTerminal(): boolean {
    return isMaybeTerminal(1) && this.stdout.isTTY === true;
  }

  /** Columns of the terminal, or 80. */
  get columns(): number {
    return (isMaybeTerminal(1) && this.stdout.columns) || 80;
  }

  /** Whether standard output may be coloured. */
  get colour(): boolean {
    return this.writesToTerminal && this.stdout.hasColors() && !process.env["NO_COLOR"];
  }

  /** Follows the person's choice of characters instead of the locale. Only terminals are affected. */
  readonly setCharacters = (choice: CharacterChoice): void => {
    this.#characters = choice;
  };

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
      const shown = this.#convert(text, fd);
      if (!direct) return void stream().write(shown);
      let rest = Buffer.from(shown);
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

  /** The text in characters that the terminal can show; files and other programs get it as it is. */
  #convert(text: string, fd: 1 | 2): string {
    const set = resolveCharacterSet(this.#characters, process.env);
    return set === "full" || !isMaybeTerminal(fd) ? text : convertText(text, set);
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
function isMaybeTerminal(fd: 1 | 2): boolean {
  try {
    const output = fstatSync(fd);
    return output.isCharacterDevice() && output.rdev !== statSync(NULL_DEVICE).rdev;
  } catch {
    return false;
  }
}
