/**
 * Takes the terminal and gives it back: alternate screen, cursor, raw mode, line wrap, title; also while the process is
 * suspended, and at its end, however that comes.
 */
import { Painter } from "./painter.ts";

/** Alternate screen, no cursor, and no wrapping at the right edge: a text wider than thought breaks no line. */
const ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l";
const LEAVE = "\x1b[?2026l\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l";

/**
 * The window's title is put on the terminal's stack and taken back from there. A terminal that has no such stack is left
 * with an empty title, which most show as their own, rather than with ours.
 */
const KEEP_TITLE = "\x1b[22;2t";
const RETURN_TITLE = "\x1b]2;\x07\x1b[23;2t";

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

export interface TerminalOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Called before the process is suspended, by a key or from outside. */
  readonly onSuspend: () => void;
  /** The window's title may be changed. */
  readonly titled?: boolean;
}

/** Every terminal that is taken at present. */
const taken = new Set<Terminal>();

/** Gives back every terminal that is taken; does no harm when there is none, or twice. */
export function restoreTerminals(): void {
  for (const terminal of taken) terminal.giveBack();
}

export class Terminal {
  readonly painter: Painter;
  readonly #stdin: NodeJS.ReadStream;
  readonly #stdout: NodeJS.WriteStream;
  readonly #onSuspend: () => void;
  readonly #titled: boolean;
  readonly #resizeListeners = new Set<() => void>();
  #size: TerminalSize;
  #title = "";
  #entered = false;
  #dead = false;

  constructor({ stdin, stdout, onSuspend, titled = false }: TerminalOptions) {
    this.#stdin = stdin;
    this.#stdout = stdout;
    this.#onSuspend = onSuspend;
    this.#titled = titled;
    this.#size = this.#measured();
    this.painter = new Painter(this.#write);
  }

  size = (): TerminalSize => this.#size;

  /** Called when the size has become another; returns how to leave. */
  onResize = (listener: () => void): (() => void) => {
    this.#resizeListeners.add(listener);
    return () => this.#resizeListeners.delete(listener);
  };

  /** Gives the window a title, until the terminal is given back. Plain text without controls. */
  setTitle = (title: string): void => {
    if (title === this.#title || !this.#titled) return;
    this.#title = title;
    if (this.#entered) this.#showTitle();
  };

  /** Sends a sequence that shows nothing on the screen; nothing while the terminal is not ours. */
  signal = (sequence: string): void => {
    if (this.#entered) this.#write(sequence);
  };

  /** Takes the terminal, until `giveBack`. */
  take(): void {
    taken.add(this);
    // Before anything is drawn: a key that is pressed at the first sight of the screen is already ours.
    this.#setRaw(true);
    this.#enter();
    this.#stdout.on("resize", this.#resized);
    this.#stdout.on("error", this.#died);
    this.#stdin.on("error", this.#died);
    process.on("exit", restoreTerminals);
    process.on("uncaughtExceptionMonitor", restoreTerminals);
    process.on("SIGCONT", this.#continued);
    process.on("SIGTSTP", this.#stopped);
  }

  /** Gives the terminal back as it was found. What is written goes out before this returns. */
  giveBack(): void {
    if (!taken.delete(this)) return;
    this.#leave();
    this.#stdout.off("resize", this.#resized);
    process.off("SIGCONT", this.#continued);
    process.off("SIGTSTP", this.#stopped);
    if (taken.size > 0) return;
    process.off("exit", restoreTerminals);
    process.off("uncaughtExceptionMonitor", restoreTerminals);
  }

  /** Suspends the whole foreground group, as Ctrl-Z would outside raw mode; a parent such as npm stops with it. */
  suspend = (): void => this.#stop(0);

  /** Asked from outside to stop: only this process was told. */
  #stopped = (): void => this.#stop(process.pid);

  #stop(target: number): void {
    if (process.platform === "win32") return;
    this.#onSuspend();
    this.#leave();
    // Without a listener the signal does what it does by default. The kernel stops the process inside `kill`, which
    // returns when it goes on; at once where nobody could ever continue it.
    process.off("SIGTSTP", this.#stopped);
    process.kill(target, "SIGTSTP");
    process.on("SIGTSTP", this.#stopped);
    // Before a byte is written: what goes on in the background (bg) is stopped by it, and leaves the screen to the shell.
    this.#setRaw(true);
    this.#enter();
    this.#askSize();
  }

  /** Stopped without being asked (SIGSTOP) and going on: a shell has used the terminal meanwhile. */
  #continued = (): void => {
    if (!this.#entered) return;
    this.#setRaw(false);
    this.#setRaw(true);
    this.painter.go();
    this.#showTitle();
    this.#askSize();
  };

  #enter(): void {
    if (this.#entered) return;
    this.#entered = true;
    this.#write(this.#titled ? KEEP_TITLE + ENTER : ENTER);
    this.#showTitle();
    this.painter.go();
  }

  #leave(): void {
    if (!this.#entered) return;
    this.#entered = false;
    this.painter.hold();
    this.#write(this.#titled ? LEAVE + RETURN_TITLE : LEAVE);
    this.#setRaw(false);
  }

  #showTitle(): void {
    if (this.#title !== "") this.#write(`\x1b]2;${this.#title}\x07`);
  }

  #setRaw(raw: boolean): void {
    if (this.#dead || !this.#stdin.isTTY) return;
    try {
      this.#stdin.setRawMode(raw);
    } catch {
      this.#dead = true;
    }
  }

  /** The size may have changed while the process was stopped: Node looks again when it is told so. */
  #askSize(): void {
    process.kill(process.pid, "SIGWINCH");
  }

  #measured(): TerminalSize {
    return { columns: Math.max(1, this.#stdout.columns || 80), rows: Math.max(1, this.#stdout.rows || 24) };
  }

  #resized = (): void => {
    this.#size = this.#measured();
    this.painter.forget();
    for (const listener of this.#resizeListeners) listener();
    // When the new size shows the very same lines, nobody else draws them.
    queueMicrotask(() => queueMicrotask(() => this.painter.refresh()));
  };

  /** The terminal has gone (its window was closed): nothing can be shown, and nothing more is tried. */
  #died = (): void => {
    this.#dead = true;
    this.painter.hold();
  };

  /** Terminals are written to synchronously, so what is written is out when the process ends. */
  #write = (text: string): void => {
    if (this.#dead) return;
    try {
      this.#stdout.write(text);
    } catch {
      this.#died();
    }
  };
}
