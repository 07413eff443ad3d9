/** Stopping and going on: a screen is given to the shell before the process stops, and taken again when it is ours. */

interface JobScreen {
  isActive(): boolean;
  /** Gives the terminal back. */
  leave(): void;
  /** Draws no more, and leaves the terminal as it is. */
  abandon(): void;
  /** Takes the terminal again. */
  take(): void;
  /** Draws everything anew: a shell has used the terminal meanwhile. */
  redraw(): void;
}

export interface JobControlOptions {
  /** Called before the process is suspended, by a key or from outside. */
  readonly onSuspend: () => void;
  /** Whether the terminal is ours; always, if not given. */
  readonly isForeground?: () => boolean;
  /** In milliseconds; needed with `isForeground`. */
  readonly wait?: (ms: number) => Promise<void>;
}

/**
 * Signals that end the process at once, and that can be caught. SIGIOT is another name of SIGABRT; Ink listens to both and
 * would end the process as if nothing had happened, whichever is told first.
 */
const FATAL_SIGNALS = ["SIGQUIT", "SIGABRT", "SIGIOT", "SIGUSR2", "SIGALRM", "SIGXCPU"] as const;

/** How long what came together with going on in the background, such as SIGTERM, has to be heard. */
const BACKGROUND_GRACE_MS = 100;

export class JobControl {
  readonly #screen: JobScreen;
  readonly #options: JobControlOptions;
  readonly #giveBackAll: () => void;
  #isListening = false;

  /** @param giveBackAll gives back every terminal, before a signal ends the process. */
  constructor(screen: JobScreen, options: JobControlOptions, giveBackAll: () => void) {
    this.#screen = screen;
    this.#options = options;
    this.#giveBackAll = giveBackAll;
  }

  isForeground(): boolean {
    return this.#options.isForeground?.() ?? true;
  }

  listen(): void {
    this.#isListening = true;
    process.on("SIGCONT", this.#handleSigcont);
    process.on("SIGTSTP", this.#handleSigtstp);
    if (process.platform !== "win32")
      for (const signal of FATAL_SIGNALS) process.prependListener(signal, this.#endBySignal);
  }

  unlisten(): void {
    this.#isListening = false;
    process.off("SIGCONT", this.#handleSigcont);
    process.off("SIGTSTP", this.#handleSigtstp);
    for (const signal of FATAL_SIGNALS) process.off(signal, this.#endBySignal);
  }

  /** Suspends the whole foreground group, as Ctrl-Z would outside raw mode; a parent such as npm stops with it. */
  suspend = (): void => this.#suspendProcess(0);

  /** Asked from outside to stop: only this process was told. */
  #handleSigtstp = (): void => this.#suspendProcess(process.pid);

  #suspendProcess(target: number): void {
    if (process.platform === "win32") return;
    this.#options.onSuspend();
    this.#screen.leave();
    // Without a listener the signal does what it does by default. The kernel stops the process inside `kill`, which
    // returns when it goes on; at once where nobody could ever continue it.
    process.off("SIGTSTP", this.#handleSigtstp);
    process.kill(target, "SIGTSTP");
    process.on("SIGTSTP", this.#handleSigtstp);
    this.#retake();
  }

  /** Takes the terminal again. One that went on in the background (bg) leaves the screen to the shell, and waits. */
  #retake(): void {
    if (this.isForeground()) this.#screen.take();
    else void this.#stopInBackground();
  }

  /** Stops as the system stops whoever uses a terminal that is not theirs, until the shell puts us in front. */
  async #stopInBackground(): Promise<void> {
    await this.#options.wait?.(BACKGROUND_GRACE_MS);
    if (!this.#isListening || this.#screen.isActive()) return;
    if (!this.isForeground()) process.kill(0, "SIGTTOU");
    this.#retake();
  }

  /** Stopped without being asked (SIGSTOP) and going on: a shell has used the terminal meanwhile. */
  #handleSigcont = (): void => {
    if (!this.#screen.isActive()) return;
    if (this.isForeground()) {
      this.#screen.redraw();
      return;
    }
    this.#options.onSuspend();
    this.#screen.abandon();
    void this.#stopInBackground();
  };

  /** Gives the terminal back, and ends as the signal would have ended the process. */
  #endBySignal = (signal: NodeJS.Signals): void => {
    this.#giveBackAll();
    for (const name of FATAL_SIGNALS) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  };
}
