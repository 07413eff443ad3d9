/**
 * What the terminal sends, without its answers to our own question: what its background looks like.
 *
 * The question (OSC 11) is followed by one that every terminal answers (DA1), so that it is known when no answer is to
 * be expected any more. Until then answers are kept from the keys, and from the shell that gets the terminal next.
 */
import type { ThemeName } from "./theme.ts";

const ASK_BACKGROUND = "\x1b]11;?\x1b\\\x1b[c";
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals answer with control characters
const BACKGROUND_ANSWER = /\x1b\]11;([^\x07\x1b]*)(?:\x07|\x1b\\)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals answer with control characters
const LAST_ANSWER = /\x1b\[\?[\d;]*c/;
/** The beginning of either answer at the end of what has come so far. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals answer with control characters
const UNFINISHED_ANSWER = /\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]*\x1b?)?)?)?|\[(?:\?[\d;]*)?)$/;

/** The longest that the end of a screen waits for answers: those of a slow connection take as long. */
const MAX_WAIT_MS = 300;

export class TerminalInput {
  readonly #stdin: NodeJS.ReadStream;
  #unfinished = "";
  #isAnswered = true;
  #onBackground: (theme: ThemeName) => void = () => {};
  #onAnswered = () => {};

  constructor(stdin: NodeJS.ReadStream) {
    this.#stdin = stdin;
  }

  /** Asks about the background; nothing waits for the answer. */
  ask(write: (text: string) => void, onBackground: (theme: ThemeName) => void): void {
    this.#isAnswered = false;
    this.#onBackground = onBackground;
    write(ASK_BACKGROUND);
  }

  /** What Ink takes for the input stream. */
  get stream(): NodeJS.ReadStream {
    const stdin = this.#stdin;
    const stream = {
      isTTY: stdin.isTTY,
      read: this.#read,
      // The terminal is set before Ink comes and after it has gone, and never while it is another program's.
      setRawMode: () => stream,
      setEncoding: (encoding: BufferEncoding) => stdin.setEncoding(encoding),
      ref: () => stdin.ref(),
      unref: () => stdin.unref(),
      addListener: (name: string, listener: () => void) => stdin.addListener(name, listener),
      removeListener: (name: string, listener: () => void) => stdin.removeListener(name, listener),
    };
    // Ink uses of the stream only what stands here.
    return stream as unknown as NodeJS.ReadStream;
  }

  /** Waits a moment for answers that have not come yet, while the terminal is still ours. @param wait in milliseconds. */
  async settle(wait: (ms: number) => Promise<void>): Promise<void> {
    if (this.#isAnswered) return;
    const answered = new Promise<void>((resolve) => {
      this.#onAnswered = resolve;
    });
    const readAll = () => {
      while (this.#read() !== null);
    };
    this.#stdin.setEncoding("utf8");
    this.#stdin.addListener("readable", readAll);
    readAll();
    await Promise.race([answered, wait(MAX_WAIT_MS)]);
    this.#stdin.removeListener("readable", readAll);
    this.#isAnswered = true;
  }

  /** The next input of the person; "" for input that was an answer only, null for none. */
  #read = (): string | null => {
    const chunk = this.#stdin.read() as string | Buffer | null;
    if (chunk === null || this.#isAnswered) return chunk === null ? null : String(chunk);
    let text = this.#unfinished + String(chunk);
    text = text.replace(BACKGROUND_ANSWER, (_, colour: string) => {
      const theme = themeOfBackground(colour);
      if (theme) this.#onBackground(theme);
      return "";
    });
    const rest = text.replace(LAST_ANSWER, "");
    if (rest !== text) {
      this.#isAnswered = true;
      this.#unfinished = "";
      this.#onAnswered();
      return rest;
    }
    this.#unfinished = UNFINISHED_ANSWER.exec(text)?.[0] ?? "";
    return text.slice(0, text.length - this.#unfinished.length);
  };
}

/** The theme for a background as terminals name it: "rgb:ffff/ffff/ffff", one to four hexadecimal digits a part. */
export function themeOfBackground(colour: string): ThemeName | null {
  const parts = /^rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i.exec(colour)?.slice(1) ?? [];
  const [red, green, blue] = parts.map((part) => Number.parseInt(part, 16) / (16 ** part.length - 1));
  if (red === undefined || green === undefined || blue === undefined) return null;
  // How bright the eye takes it (ITU-R BT.601).
  return 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 ? "light" : "dark";
}
