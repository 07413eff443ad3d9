/**
 * A terminal for the end-to-end tests: a real pseudo-terminal with a plain interactive shell in it, and an emulator that
 * knows what a person would see.
 *
 * Programs are started by typing their command at the shell's prompt, so that what they leave behind is what a person
 * would find: whether the shell can be used after, what the terminal's modes are, what stands on the screen.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type IPty, spawn } from "@lydell/node-pty";
import headless from "@xterm/headless";
import { countLitCells, readScreen, readScrollback } from "./emulator.ts";
import { modesLeft, titlesKept } from "./modes.ts";
import { environment, PROGRAM, temporaryFolder } from "./program.ts";

export const PROMPT = "ready> ";

/** Far longer than anything takes here on a machine that does nothing else. */
const PATIENCE_MS = 10_000;

/** Where a screen is whole: behind an update that the terminal shows at once, and behind a title. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences begin with one
const AFTER_A_SCREEN = /(?<=\x1b\[\?2026l|\x07)/;

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  /**
   * `sh` changes no modes of the terminal by itself, so that what a program leaves is seen. `bash` sets them right when
   * a program was stopped without having been asked, as the shells do that people use.
   */
  readonly shell?: "sh" | "bash";
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What the terminal says of its background when it is asked, as "rgb:ffff/ffff/ffff"; nothing unless given. */
  readonly background?: string;
  /** How long the terminal takes to answer. */
  readonly answerAfterMs?: number;
}

/** Opens a terminal with a shell at its prompt. Close it with `using`. */
export async function openTerminal(options: TerminalOptions = {}): Promise<Terminal> {
  const terminal = new Terminal(options);
  await terminal.waitFor(PROMPT.trim());
  return terminal;
}

export class Terminal {
  /** Every byte that was sent to the terminal. */
  output = "";
  /** The title of the window. */
  title = "";
  readonly folder = temporaryFolder();
  readonly #pty: IPty;
  readonly #emulator: headless.Terminal;
  readonly #listeners = new Set<() => void>();
  /** What was sent and is not shown yet. */
  readonly #arrived: string[] = [];
  #isShowing = false;
  #commands = 0;
  #questions = 0;

  constructor({ columns = 80, rows = 24, shell = "sh", env = {}, background, answerAfterMs = 0 }: TerminalOptions) {
    this.#emulator = new headless.Terminal({
      cols: columns,
      rows,
      scrollback: 1000,
      allowProposedApi: true,
      windowOptions: { pushTitle: true, popTitle: true },
    });
    this.#emulator.onTitleChange((title) => {
      this.title = title;
    });
    this.#pty = spawn(shell, shell === "sh" ? ["-i"] : ["--norc", "--noprofile", "--noediting", "-i"], {
      name: env["TERM"] ?? "xterm-256color",
      cols: columns,
      rows,
      cwd: this.folder,
      env: environment({ PS1: PROMPT, UNWIND_HOME: this.folder, ...env }),
    });
    this.#pty.onData((data) => {
      // A test that is read late sees every screen all the same, in order.
      this.#arrived.push(...data.split(AFTER_A_SCREEN));
      if (!this.#isShowing) void this.#showArrived();
    });
    // What a program asks of a terminal (where is the cursor?) is answered, and at once unless the test says otherwise:
    // what is pressed at the sight of a screen comes behind the answer to what was asked before it.
    const answer = (text: string) => {
      if (answerAfterMs === 0) this.#pty.write(text);
      else setTimeout(() => this.#pty.write(text), answerAfterMs);
    };
    this.#emulator.onData(answer);
    this.#emulator.parser.registerOscHandler(11, (data) => {
      if (background && data === "?") answer(`\x1b]11;${background}\x1b\\`);
      return true;
    });
  }

  /** Shows what has arrived, one screen after the other, and lets those that wait look at each before the next one comes. */
  async #showArrived(): Promise<void> {
    this.#isShowing = true;
    for (let part = this.#arrived.shift(); part !== undefined; part = this.#arrived.shift()) {
      this.output += part;
      await new Promise<void>((resolve) => this.#emulator.write(part, resolve));
      for (const listener of this.#listeners) listener();
      await new Promise(setImmediate);
    }
    this.#isShowing = false;
  }

  /** Types `unwind` with these arguments at the prompt; `after` goes behind them (a pipe, a redirection). */
  run(args: string, after = ""): void {
    this.start(`${process.execPath} ${PROGRAM} ${args}`, after);
  }

  /** Types a command at the prompt; when it ends its exit code is printed. */
  start(command: string, after = ""): void {
    const n = ++this.#commands;
    // The process has the number of the shell that starts it.
    const program = `sh -c 'echo $$ > pid; exec "$@"' sh ${command} ${after}`;
    this.press(`stty -g > before; ${program}; echo "exit-${n}: $?"; stty -g > after\r`);
  }

  /** Types `fg`: the program that was stopped goes on. */
  foreground(): void {
    const n = ++this.#commands;
    this.press(`fg; echo "exit-${n}: $?"; stty -g > after\r`);
  }

  /** Keys, for the shell or for what runs in it; `\r` is Enter. */
  press(keys: string): void {
    this.#pty.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.#pty.resize(columns, rows);
    this.#emulator.resize(columns, rows);
  }

  /** Closes the terminal's window: its programs are hung up. */
  hangUp(): void {
    this.#pty.kill("SIGHUP");
  }

  /** The program that was started last. */
  pid(): number {
    return Number(readFileSync(join(this.folder, "pid"), "utf8"));
  }

  signal(name: NodeJS.Signals): void {
    process.kill(this.pid(), name);
  }

  /** What is seen: one string a row, without the blanks at its end. */
  screen(): string[] {
    return readScreen(this.#emulator);
  }

  /** How many cells are lit: text and ground have changed places. */
  lit(): number {
    return countLitCells(this.#emulator);
  }

  /** The shell's own screen with all that was scrolled away; also while a program shows another. */
  scrollback(): string[] {
    return readScrollback(this.#emulator);
  }

  /** Waits until the screen shows `wanted`; the screen as it then is. */
  waitFor(wanted: string | RegExp): Promise<string[]> {
    return this.waitUntil((screen) => {
      const text = screen.join("\n");
      return typeof wanted === "string" ? text.includes(wanted) : wanted.test(text);
    }, `the screen shows ${wanted}`);
  }

  waitUntil(condition: (screen: string[]) => boolean, what: string): Promise<string[]> {
    return new Promise((resolve, reject) => {
      const look = () => {
        // Half of a screen is none.
        if (this.#emulator.modes.synchronizedOutputMode) return;
        const screen = this.screen();
        if (!condition(screen)) return;
        leave();
        resolve(screen);
      };
      const deadline = setTimeout(() => {
        leave();
        const tail = JSON.stringify(this.output.slice(-600));
        reject(
          new Error(`waited in vain until ${what}; the screen:\n${this.screen().join("\n")}\nlast bytes: ${tail}`),
        );
      }, PATIENCE_MS);
      // What a condition asks about may change without a byte being sent.
      const poll = setInterval(look, 50);
      const leave = () => {
        clearTimeout(deadline);
        clearInterval(poll);
        this.#listeners.delete(look);
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** Waits until the program that was started last has ended; its exit code. */
  async exit(): Promise<number> {
    const told = new RegExp(`^exit-${this.#commands}: (\\d+)$`, "m");
    // A program that left the alternate screen open has its end told there.
    const find = () => told.exec([...this.scrollback(), ...this.screen()].join("\n"))?.[1];
    await this.waitUntil(() => find() !== undefined, "it has ended");
    const code = Number(find());
    await this.waitUntil((screen) => screen.findLast((line) => line !== "") === PROMPT.trim(), "the prompt is back");
    return code;
  }

  /** What the terminal lacks of what it was before: empty when it was given back whole. */
  async givenBack(): Promise<string[]> {
    const missing: string[] = [];
    const { modes, buffer } = this.#emulator;
    if (buffer.active.type !== "normal") missing.push("the alternate screen is open");
    missing.push(...modesLeft(this.output));
    if (titlesKept(this.output) !== 0) missing.push("titles are left on the stack");
    if (modes.mouseTrackingMode !== "none") missing.push("the mouse is tracked");
    const file = (name: string) => readFileSync(join(this.folder, name), "utf8");
    if (file("before") === "" || file("before") !== file("after")) {
      return [...missing, "echo or line mode is not as it was"];
    }
    const n = ++this.#questions;
    this.press(`echo usable-${n}-$((40 + 2))\r`);
    // Typed before the shell is ready, its answer stands behind the prompt.
    await this.waitFor(new RegExp(`usable-${n}-42\\n${PROMPT.trim()}$`, "m"));
    if (!this.screen().some((line) => line.includes(`echo usable-${n}`))) missing.push("what is typed is not seen");
    return missing;
  }

  [Symbol.dispose](): void {
    this.#pty.kill("SIGKILL");
    this.#emulator.dispose();
  }
}
