/** Reads a line from left to right: numbers, times, words and signs, and says at which column something is wrong. */
import { UserError } from "../../errors.ts";
import { parseDuration } from "../../text/duration.ts";
import { canFollowFigure, DISTANCE, LONG_TIME, NUMBER, SPOKEN_TIME, TIME } from "./figure-patterns.ts";

/** A line that cannot be read. The message shows the line with a mark below the place. */
export class LineError extends UserError {
  /** From 1. */
  readonly column: number;
  /** What is wrong, without the place. */
  readonly what: string;

  /** @param repaired the line as it was probably meant. */
  constructor(line: string, at: number, what: string, repaired?: string) {
    const start = Math.max(0, at - 60);
    const shown = line.slice(start, start + 100).replaceAll("\n", " ");
    const suggestion = repaired === undefined ? "" : `\n  did you mean: ${repaired}`;
    super(`column ${at + 1}: ${what}\n  ${shown}\n  ${" ".repeat(at - start)}^${suggestion}`);
    this.column = at + 1;
    this.what = what;
  }
}

/** A number as it is written before a name: repetitions, or seconds when it has a unit. */
export type Figure =
  | { readonly unit: "reps"; readonly value: number }
  | { readonly unit: "seconds"; readonly value: number };

/** A word of a name: letters first, then letters, digits and what stands inside words. */
const WORD = /[\p{L}][\p{L}\p{N}'’&+.]*(?:-[\p{L}\p{N}][\p{L}\p{N}'’&+.]*)*/uy;
export class Scanner {
  readonly line: string;
  /** Where which field was said. */
  readonly notes: { readonly field: string; readonly at: number }[] = [];
  #at = 0;

  constructor(line: string) {
    this.line = line;
    this.#skipSpace();
  }

  /** The place of what comes next, from 0. */
  get at(): number {
    return this.#at;
  }

  set at(place: number) {
    this.#at = place;
    this.#skipSpace();
  }

  get isAtEnd(): boolean {
    return this.#at >= this.line.length;
  }

  fail(what: string, at = this.#at): never {
    throw new LineError(this.line, at, what);
  }

  /** Keeps where a field of the JSON is said, for faults that are found in it later. */
  note(field: string, at: number): void {
    this.notes.push({ field, at });
  }

  /** Whether these words come next. */
  isNext(text: string): boolean {
    const place = this.#at;
    const found = this.take(text);
    this.#at = place;
    return found;
  }

  /** Whether a word comes next that a figure follows, as in "cap 60s": otherwise it belongs to a name. */
  isNextWithFigure(word: string): boolean {
    return this.isNext(word) && /^\s*\d/u.test(this.line.slice(this.#at + word.length));
  }

  /** Whether a pattern, which begins with "^", fits what comes next. */
  matches(pattern: RegExp): boolean {
    return pattern.test(this.line.slice(this.#at));
  }

  /** What comes next, for a message: the end, or the word. */
  describeNext(): string {
    if (this.isAtEnd) return "the line ends";
    const word = /^(?:[\p{L}\p{N}-]+|.)/u.exec(this.line.slice(this.#at))?.[0] ?? "";
    return `found "${word}"`;
  }

  /** Takes a sign or, whatever its case, a whole word; false when something else comes next. */
  take(text: string): boolean {
    const end = this.#at + text.length;
    if (this.line.slice(this.#at, end).toLowerCase() !== text) return false;
    if (/\p{L}$/u.test(text) && /^[\p{L}\p{N}-]/u.test(this.line.slice(end))) return false;
    this.at = end;
    return true;
  }

  /** The first of several words or signs that comes next. */
  takeOneOf<T extends string>(texts: readonly T[]): T | null {
    return texts.find((text) => this.take(text)) ?? null;
  }

  expect(text: string): void {
    if (!this.take(text)) this.fail(`expected "${text}", ${this.describeNext()}`);
  }

  /** A time with its unit or as on a clock, or as one of these patterns, in seconds; null when none comes next. */
  takeTime(patterns = [LONG_TIME, TIME]): number | null {
    for (const pattern of patterns) {
      const text = this.#match(pattern);
      const ms = text === null ? null : parseDuration(text.replaceAll(/(?<=\d)-/g, " "));
      if (ms === null || text === null) continue;
      this.at = this.#at + text.length;
      return ms / 1000;
    }
    return null;
  }

  /** A time after a word such as "rest", in seconds. @param bareSeconds how many seconds a bare number counts. */
  expectTime(what: string, bareSeconds = 1): number {
    const seconds = this.takeTime() ?? this.takeNumber(bareSeconds);
    const example = bareSeconds === 1 ? "30s or 1m30s" : "12m";
    return seconds ?? this.fail(`expected a time for ${what}, such as ${example}, ${this.describeNext()}`);
  }

  /** A whole number, times `factor`; null when none comes next. */
  takeNumber(factor = 1): number | null {
    const text = this.#match(NUMBER);
    if (text === null) return null;
    this.at = this.#at + text.length;
    return Number(text) * factor;
  }

  /** A number of repetitions or a time; null when none comes next. */
  takeFigure(): Figure | null {
    const { at } = this;
    const seconds = this.takeTime([LONG_TIME, SPOKEN_TIME, TIME]);
    if (seconds !== null) return { unit: "seconds", value: seconds };
    const distance = this.#match(DISTANCE);
    if (distance !== null) {
      this.fail(`no distances or calories: write how long, such as 10m run, or 1 "run ${distance}" for one that waits`);
    }
    const value = this.takeNumber();
    if (value === null) return null;
    if (/^\.\d/.test(this.line.slice(this.at))) this.fail("expected a whole number, or a time such as 2.5s", at);
    // "1e9", "30sc", but "10reps" and "3x"
    const [, said, behind] = /^(\d+)(\p{L}.*)/su.exec(this.line.slice(at)) ?? [];
    if (said && behind && canFollowFigure(behind)) {
      this.fail(`expected a space or a unit, such as s or m, behind ${said}`, at + said.length);
    }
    return { unit: "reps", value };
  }

  /** A word of a name; null when none comes next. */
  takeWord(): string | null {
    const text = this.#match(WORD);
    if (text !== null) this.at = this.#at + text.length;
    return text;
  }

  /** Text in quotes; null when none comes next. */
  takeQuoted(): string | null {
    if (this.line[this.#at] !== '"') return null;
    const end = this.line.indexOf('"', this.#at + 1);
    if (end < 0) this.fail("the quotes are not closed");
    const text = this.line.slice(this.#at + 1, end).trim();
    if (text === "") this.fail("nothing stands between the quotes");
    this.at = end + 1;
    return text;
  }

  /** What stands up to a space, a comma or a parenthesis; null when nothing does. */
  takeChunk(): string | null {
    const text = /^[^\s,()]+/u.exec(this.line.slice(this.#at))?.[0] ?? null;
    if (text !== null) this.at = this.#at + text.length;
    return text;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.line)?.[0] ?? null;
  }

  #skipSpace(): void {
    while (/\s/u.test(this.line[this.#at] ?? "")) this.#at++;
  }
}
