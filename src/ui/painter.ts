/**
 * Writes to the terminal only the cells that changed.
 *
 * Ink composes a whole screen of lines; a line of big figures is long, and most of it stays as it is. Every write moves
 * the cursor to its place first: no line feed is ever sent, so nothing scrolls, whatever the terminal makes of a text.
 */
import {
  ansiCodesToString,
  diffAnsiCodes,
  type StyledChar,
  styledCharsFromTokens,
  tokenize,
} from "@alcalzone/ansi-tokenize";
import { width } from "./layout/fit-text.ts";

const CLEAR = "\x1b[0m\x1b[2J";
const RESET = "\x1b[0m";
const ERASE_TO_END = "\x1b[K";
/** A terminal that knows these shows what is between them at once. */
const TOGETHER = ["\x1b[?2026h", "\x1b[?2026l"] as const;
/** A write shorter than this is seen at once anyway. */
const TOGETHER_FROM_BYTES = 200;
/** Unchanged cells between two changed ones that are cheaper to write again than to jump over. */
const JUMP_CELLS = 6;

interface Drawn {
  readonly text: string;
  readonly cells: readonly StyledChar[];
  /** Whether every character takes one cell for certain; if not, the line is written whole. */
  readonly simple: boolean;
}

const BLANK: Drawn = { text: "", cells: [], simple: true };

function drawn(text: string): Drawn {
  const cells = styledCharsFromTokens(tokenize(text));
  return { text, cells, simple: cells.every(({ value }) => value.length === 1 && width(value) === 1) };
}

function sameCell(a: StyledChar | undefined, b: StyledChar | undefined): boolean {
  if (a?.value !== b?.value || a?.styles.length !== b?.styles.length) return false;
  return a?.styles.every((style, index) => style.code === b?.styles[index]?.code) ?? true;
}

/** Where a line changed: [from, to) in cells, near ones joined. */
function changes(before: Drawn, after: Drawn): [number, number][] {
  const runs: [number, number][] = [];
  for (let x = 0; x < after.cells.length; x++) {
    if (sameCell(before.cells[x], after.cells[x])) continue;
    const last = runs.at(-1);
    if (last && x - last[1] < JUMP_CELLS) last[1] = x + 1;
    else runs.push([x, x + 1]);
  }
  return runs;
}

const goTo = (x: number, y: number) => `\x1b[${y + 1};${x + 1}H`;

export class Painter {
  readonly #write: (text: string) => void;
  /** What the terminal shows; null when that is not known. */
  #shown: Drawn[] | null = null;
  #wanted: readonly string[] = [];
  #held = true;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  /** Shows a screen of lines; while held, it is kept for later. */
  paint(output: string): void {
    this.#wanted = output.split("\n");
    this.refresh();
  }

  /** The terminal is not ours: nothing is written until `go`. */
  hold(): void {
    this.#held = true;
  }

  /** The terminal is ours, and what it shows is not known: everything is drawn anew. */
  go(): void {
    this.#held = false;
    this.forget();
    if (this.#wanted.length > 0) this.refresh();
  }

  /** What the terminal shows is no longer known; the next write clears it first. */
  forget(): void {
    this.#shown = null;
  }

  /** Brings the terminal up to what is wanted. */
  refresh(): void {
    if (this.#held) return;
    const clear = this.#shown === null;
    const before = this.#shown ?? [];
    const after = this.#wanted.map((text, y) => (before[y]?.text === text ? (before[y] as Drawn) : drawn(text)));
    this.#shown = after;
    let out = clear ? CLEAR : "";
    for (let y = 0; y < Math.max(before.length, after.length); y++) {
      const [old, now] = [before[y] ?? BLANK, after[y] ?? BLANK];
      if (old !== now) out += lineChange(y, old, now);
    }
    if (out === "") return;
    this.#write(out.length < TOGETHER_FROM_BYTES ? out : TOGETHER[0] + out + TOGETHER[1]);
  }
}

/** What turns one line into another. Styles are set and taken back inside it. */
function lineChange(y: number, before: Drawn, after: Drawn): string {
  if (!before.simple || !after.simple) return `${goTo(0, y)}${after.text}${RESET}${ERASE_TO_END}`;
  let out = "";
  let styles: StyledChar["styles"] = [];
  for (const [from, to] of changes(before, after)) {
    out += goTo(from, y);
    for (const { value, styles: own } of after.cells.slice(from, to)) {
      if (own !== styles) out += ansiCodesToString(diffAnsiCodes(styles, own));
      out += value;
      styles = own;
    }
  }
  if (styles.length > 0) out += RESET;
  if (after.cells.length < before.cells.length) out += goTo(after.cells.length, y) + ERASE_TO_END;
  return out;
}
