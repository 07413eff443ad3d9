/**
 * Takes the terminal and gives it back: alternate screen, cursor, raw mode, line wrap, title; also while the process is
 * suspended, and at its end, however that comes.
 */
import { JobControl, type JobControlOptions } from "./job-control.ts";
import type { TerminalSize } from "./layout.ts";
import { Painter } from "./painter.ts";
import { TerminalInput } from "./terminal-input.ts";
import { TerminalStreams } from "./terminal-streams.ts";
import type { ThemeName } from "./theme.ts";

/** Alternate screen, no cursor, and no wrapping at the right edge: a text wider than thought breaks no line. */
const ENTER_SCREEN = "\x1b[?1049h\x1b[?25l\x1b[?7l";
const LEAVE_SCREEN = "\x1b[?2026l\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l";

/**
 * The window's title is put on the terminal's stack and taken back from there. A terminal that has no such stack is left
 * with an empty title, which most show as their own, rather than with ours.
 */
const PUSH_TITLE = "\x1b[22;2t";
const POP_TITLE = "\x1b]2;\x07\x1b[23;2t";

export interface TerminalOptions extends JobControlOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** The window's title may be changed. */
  readonly allowTitle?: boolean;
  /** Turns a text into the characters that the terminal can show. */
  readonly convert?: (text: string) => string;
}

/** Every terminal that is taken at present. */
const acquiredTerminals = new Set<Terminal>();

/** Gives back every terminal that is taken; does no harm when there is none, or twice. */
export function restoreTerminals(): void {
  for (const terminal of acquiredTerminals) terminal.release();
}

export class Terminal {
  readonly painter: Painter;
  readonly #input: TerminalInput;
  readonly #convert: (text: string) => string;
  readonly #streams: TerminalStreams;
  readonly #jobs: JobControl;
  readonly #allowTitle: boolean;
  readonly #resizeListeners = new Set<() => void>();
  #size: TerminalSize;
  #title = "";
  #isActive = false;

  constructor(options: TerminalOptions) {
    const { stdin, stdout, allowTitle = false, convert = (text) => text } = options;
    // What has gone is drawn no more.
    this.#streams = new TerminalStreams(stdin, stdout, () => this.painter.pause());
    this.#jobs = new JobControl(
      {
        isActive: () => this.#isActive,
        leave: () => this.#leaveScreen(),
        abandon: () => this.#abandonScreen(),
        take: () => this.#retakeScreen(),
        redraw: () => this.#redrawScreen(),
      },
      options,
      restoreTerminals,
    );
    this.#allowTitle = allowTitle;
    this.#size = this.#streams.measureSize();
    this.#convert = convert;
    this.#input = new TerminalInput(stdin);
    this.painter = new Painter(this.#streams.write, this.size);
  }

  /** What the person types. */
  get input(): NodeJS.ReadStream {
    return this.#input.stream;
  }

  /** Shows a screen of lines. */
  show = (screen: string): void => this.painter.paint(this.#convert(screen));

  /** Asks what the background looks like; the answer may never come. */
  askBackground(onAnswer: (theme: ThemeName) => void): void {
    this.#input.ask(this.#streams.write, onAnswer);
  }

  /** Takes in what the terminal still has to answer, so that the shell does not get it; nothing while it is another's. */
  async settle(wait: ((ms: number) => Promise<void>) | undefined): Promise<void> {
    if (wait && this.#isActive && !this.#streams.isClosed && this.#jobs.isForeground()) await this.#input.settle(wait);
  }

  size = (): TerminalSize => this.#size;

  /** Called when the size has become another; returns how to leave. */
  onResize = (listener: () => void): (() => void) => {
    this.#resizeListeners.add(listener);
    return () => this.#resizeListeners.delete(listener);
  };

  /** Gives the window a title, until the terminal is given back. Plain text without controls. */
  setTitle = (text: string): void => {
    const title = this.#convert(text);
    if (title === this.#title || !this.#allowTitle) return;
    this.#title = title;
    if (this.#isActive) this.#writeTitle();
  };

  /** Sends a sequence that shows nothing on the screen; nothing while the terminal is not ours. */
  sendSequence = (sequence: string): void => {
    if (this.#isActive) this.#streams.write(sequence);
  };

  /** Takes the terminal, until `giveBack`. */
  acquire(): void {
    acquiredTerminals.add(this);
    // Before anything is drawn: a key that is pressed at the first sight of the screen is already ours.
    this.#streams.setRawMode(true);
    this.#enterScreen();
    this.#streams.listen(this.#handleResize);
    process.on("exit", restoreTerminals);
    process.on("uncaughtExceptionMonitor", restoreTerminals);
    this.#jobs.listen();
  }

  /** Gives the terminal back as it was found. What is written goes out before this returns. */
  release(): void {
    if (!acquiredTerminals.delete(this)) return;
    this.#leaveScreen();
    this.#streams.unlisten(this.#handleResize);
    this.#jobs.unlisten();
    if (acquiredTerminals.size > 0) return;
    process.off("exit", restoreTerminals);
    process.off("uncaughtExceptionMonitor", restoreTerminals);
  }

  /** Suspends the process, and its whole group. */
  suspend = (): void => this.#jobs.suspend();

  #retakeScreen(): void {
    // Before a byte is written: who is in the background after all is stopped by it.
    this.#streams.setRawMode(true);
    this.#enterScreen();
    this.#requestSizeUpdate();
  }

  #redrawScreen(): void {
    this.#streams.setRawMode(false);
    this.#streams.setRawMode(true);
    this.painter.resume();
    this.#writeTitle();
    this.#requestSizeUpdate();
  }

  #enterScreen(): void {
    if (this.#isActive) return;
    this.#isActive = true;
    this.#streams.write(this.#allowTitle ? PUSH_TITLE + ENTER_SCREEN : ENTER_SCREEN);
    this.#writeTitle();
    this.painter.resume();
  }

  #leaveScreen(): void {
    if (!this.#isActive) return;
    this.#abandonScreen();
    if (!this.#jobs.isForeground()) return;
    this.#streams.write(this.#allowTitle ? LEAVE_SCREEN + POP_TITLE : LEAVE_SCREEN);
    this.#streams.setRawMode(false);
  }

  /** Draws no more, and leaves the terminal as it is. */
  #abandonScreen(): void {
    this.#isActive = false;
    this.painter.pause();
  }

  #writeTitle(): void {
    if (this.#title !== "") this.#streams.write(`\x1b]2;${this.#title}\x07`);
  }

  /** The size may have changed while the process was stopped: Node looks again when it is told so. */
  #requestSizeUpdate(): void {
    process.kill(process.pid, "SIGWINCH");
  }

  #handleResize = (): void => {
    this.#size = this.#streams.measureSize();
    this.painter.invalidate();
    for (const listener of this.#resizeListeners) listener();
    // When the new size shows the very same lines, nobody else draws them.
    queueMicrotask(() => queueMicrotask(() => this.painter.flush()));
  };
}
