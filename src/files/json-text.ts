/**
 * Reads JSON as people write it: with comments, and with a comma behind the last entry. Never deeper than the limit.
 *
 * JSON.parse does the work wherever it can. What it refuses is read again here, to allow what people may write and to
 * name the place of what they may not. The package that knows places takes 3 ms to load, and settings are read at every
 * start.
 */
import { LIMITS } from "../limits.ts";
import { quoteText } from "../text/safe-text.ts";

type JsonTextResult =
  | { readonly ok: true; readonly value: unknown }
  /** `offset` is the first character that cannot be. */
  | { readonly ok: false; readonly offset: number; readonly message: string };

/** What a text says. @param isAnyDepth whether it may be nested without limit, because what it says is checked for that. */
export function parseJsonText(text: string, isAnyDepth = false): JsonTextResult {
  try {
    const value: unknown = JSON.parse(text);
    if (isAnyDepth || !isDeeperThan(LIMITS.depth, value)) return { ok: true, value };
  } catch {
    // Read again, as below what is too deep: for what people may write, or for the place of the fault.
  }
  return new TolerantReader(text).read();
}

/** Whether lists and objects stand in each other more than so many levels deep. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}

export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Line and column of a character, both from 1. */
export function positionAt(text: string, offset: number): TextPosition {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** What is wrong at a place. */
class SyntaxFault extends Error {
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

const WORD = /[\w.+-]+|./suy;
const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const STRING_ESCAPE_OR_CONTROL = /\\(?:["\\/bfnrt]|u[\da-f]{4})|(\\.?|[\0-\x1f])/gis;

class TolerantReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): JsonTextResult {
    try {
      const value = this.#readValue();
      if (this.#peek() !== "") this.#fail("expected nothing more");
      return { ok: true, value };
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
      return { ok: false, offset: error.offset, message: error.message };
    }
  }

  #readValue(): unknown {
    const next = this.#peek();
    if (next === "{") return this.#readObject();
    if (next === "[") return this.#readList();
    if (next === '"') return this.#readString();
    const word = this.#wordAt(this.#at);
    if (!LITERAL.test(word)) this.#fail(describeBadValue(word));
    this.#at += word.length;
    return JSON.parse(word);
  }

  #readObject(): unknown {
    const entries: [string, unknown][] = [];
    this.#readEntries("}", () => {
      if (this.#peek() !== '"') this.#fail("expected a name in double quotes (is there a comma too many before it?)");
      const name = this.#readString();
      if (this.#peek() !== ":") this.#fail("expected a colon");
      this.#at += 1;
      entries.push([name, this.#readValue()]);
    });
    return Object.fromEntries(entries);
  }

  #readList(): unknown[] {
    const entries: unknown[] = [];
    this.#readEntries("]", () => entries.push(this.#readValue()));
    return entries;
  }

  /** Everything between a bracket and the one that closes it, a comma behind the last entry included. */
  #readEntries(closing: "}" | "]", readEntry: () => void): void {
    this.#depth += 1;
    if (this.#depth > LIMITS.depth) {
      throw new SyntaxFault(this.#at, `nested too deeply; expected at most ${LIMITS.depth} levels`);
    }
    this.#at += 1;
    const peekBeforeEnd = () => {
      const next = this.#peek();
      if (next === "") this.#fail(`expected a closing ${closing}`);
      return next;
    };
    while (peekBeforeEnd() !== closing) {
      readEntry();
      const next = peekBeforeEnd();
      if (next !== "," && next !== closing) this.#fail("expected a comma");
      if (next === ",") this.#at += 1;
    }
    this.#at += 1;
    this.#depth -= 1;
  }

  #readString(): string {
    const from = this.#at;
    const end = endOfString(this.#text, from);
    const source = this.#text.slice(from, end + 1);
    const bad = [...source.matchAll(STRING_ESCAPE_OR_CONTROL)].find(([, wrong]) => wrong !== undefined);
    if (end >= this.#text.length || bad?.[0] === "\n" || bad?.[0] === "\r") this.#fail("expected a closing quote");
    if (bad) {
      this.#at += bad.index;
      this.#fail(describeBadCharacter(bad[0]));
    }
    this.#at = end + 1;
    return JSON.parse(source) as string;
  }

  /** The next character that is neither space nor comment; empty at the end of the text. */
  #peek(): string {
    for (;;) {
      const next = this.#text[this.#at] ?? "";
      if (next === "/" && this.#text[this.#at + 1] === "/") this.#at = endOf(this.#text, "\n", this.#at) + 1;
      else if (next === "/" && this.#text[this.#at + 1] === "*") this.#skipBlockComment();
      else if (next !== "" && " \t\r\n".includes(next)) this.#at += 1;
      else return next;
    }
  }

  #skipBlockComment(): void {
    const end = endOf(this.#text, "*/", this.#at);
    if (end >= this.#text.length) this.#fail("expected the end of the comment, */");
    this.#at = end + 1;
  }

  #wordAt(offset: number): string {
    WORD.lastIndex = offset;
    return WORD.exec(this.#text)?.[0] ?? "";
  }

  #fail(expected: string): never {
    const found = this.#at < this.#text.length ? `, found ${quoteText(this.#wordAt(this.#at))}` : "";
    throw new SyntaxFault(this.#at, `not JSON: ${expected}${found}`);
  }
}

/** The closing quote of the string that begins at a quote, or the length of a text that has none. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text[before - 1] === "\\") before -= 1;
    // Backslashes stand for themselves in pairs; one that is left over belongs to the quote.
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}

/** Where the next `sign` ends that follows the start of a comment. */
function endOf(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from + 2);
  return found < 0 ? text.length : found + sign.length - 1;
}

function describeBadValue(word: string): string {
  if (/^[-+.]?\d/.test(word)) return "expected a number such as 30 or 2.5";
  if (/^[,}\]:]$/.test(word)) return "expected a value (is there a comma too many before it?)";
  return "expected a value: text in double quotes, a number, a list or an object";
}

function describeBadCharacter(found: string): string {
  if (found.startsWith("\\u")) return "expected \\u with four figures";
  if (found.startsWith("\\")) return 'expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u after the backslash';
  return "expected no control characters in text";
}
