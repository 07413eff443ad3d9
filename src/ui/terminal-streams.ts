/** The two streams of a terminal: written to, set raw and measured until the terminal has gone. */
import type { TerminalSize } from "./layout.ts";

/** When the window of the terminal was closed, nothing can be shown, and nothing more is tried. */
export class TerminalStreams {
  readonly #stdin: NodeJS.ReadStream;
  readonly #stdout: NodeJS.WriteStream;
  readonly #onClosed: () => void;
  #isClosed = false;

  /** @param onClosed called when the terminal has gone. */
  constructor(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream, onClosed: () => void) {
    this.#stdin = stdin;
    this.#stdout = stdout;
    this.#onClosed = onClosed;
  }

  /** Whether the terminal has gone. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  measureSize(): TerminalSize {
    return { columns: Math.max(1, this.#stdout.columns || 80), rows: Math.max(1, this.#stdout.rows || 24) };
  }

  /** Hears of another size until `unlisten`, and of the end of the terminal for good. */
  listen(onResize: () => void): void {
    this.#stdout.on("resize", onResize);
    this.#stdout.on("error", this.#handleClosed);
    this.#stdin.on("error", this.#handleClosed);
  }

  unlisten(onResize: () => void): void {
    this.#stdout.off("resize", onResize);
  }

  setRawMode(raw: boolean): void {
    if (this.#isClosed || !this.#stdin.isTTY) return;
    try {
      this.#stdin.setRawMode(raw);
    } catch {
      this.#isClosed = true;
    }
  }

  /** Terminals are written to synchronously, so what is written is out when the process ends. */
  write = (text: string): void => {
    if (this.#isClosed) return;
    try {
      this.#stdout.write(text);
    } catch {
      this.#handleClosed();
    }
  };

  #handleClosed = (): void => {
    this.#isClosed = true;
    this.#onClosed();
  };
}
