/**
 * Writes to the terminal only the cells that changed.
 *
 * Ink composes a whole screen of lines; a line of big figures is long, and most of it stays as it is. Every write moves
 * the cursor to its place first: no line feed is ever sent, so nothing scrolls, whatever the terminal makes of a text.
 */
import { buildStyleChange, type Cells, INVERSE, NO_CELLS, parseCells } from "./cells.ts";

const CLEAR = "\x1b[0m\x1b[2J";
const RESET = "\x1b[0m";
const ERASE_TO_END = "\x1b[K";
/** A terminal that knows these shows what is between them at once. */
const SYNCHRONISED_UPDATE = ["\x1b[?2026h", "\x1b[?2026l"] as const;
/** A write shorter than this is seen at once anyway. */
const MIN_SYNCHRONISED_LENGTH = 200;
/** Unchanged cells between two changed ones that are cheaper to write again than to jump over. */
const MAX_REWRITTEN_GAP = 6;

interface DrawnLine {
  readonly text: string;
  /** null when not every character takes one cell for certain: then the line is written whole. */
  readonly cells: Cells | null;
}

const BLANK_LINE: DrawnLine = { text: "", cells: NO_CELLS };

/** Where a line changed: [from, to) in cells, near ones joined. */
function findChangedRanges(before: Cells, after: Cells): [number, number][] {
  const runs: [number, number][] = [];
  for (let x = 0; x < after.characters.length; x++) {
    if (before.characters[x] === after.characters[x] && before.styles[x] === after.styles[x]) continue;
    const last = runs.at(-1);
    if (last && x - last[1] < MAX_REWRITTEN_GAP) last[1] = x + 1;
    else runs.push([x, x + 1]);
  }
  return runs;
}

const moveCursorTo = (x: number, y: number) => `\x1b[${y + 1};${x + 1}H`;

export class Painter {
  readonly #write: (text: string) => void;
  /** What the terminal shows; null when that is not known. */
  #displayed: DrawnLine[] | null = null;
  #target: readonly string[] = [];
  #isPaused = true;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  /** Shows a screen of lines; while held, it is kept for later. */
  paint(output: string): void {
    this.#target = output.split("\n");
    this.flush();
  }

  /** The terminal is not ours: nothing is written until `go`. */
  pause(): void {
    this.#isPaused = true;
  }

  /** The terminal is ours, and what it shows is not known: everything is drawn anew. */
  resume(): void {
    this.#isPaused = false;
    this.invalidate();
    if (this.#target.length > 0) this.flush();
  }

  /** What the terminal shows is no longer known; the next write clears it first. */
  invalidate(): void {
    this.#displayed = null;
  }

  /** Brings the terminal up to what is wanted. */
  flush(): void {
    if (this.#isPaused) return;
    const clear = this.#displayed === null;
    const before = this.#displayed ?? [];
    const after = this.#target.map((text, y) =>
      before[y]?.text === text ? (before[y] as DrawnLine) : { text, cells: parseCells(text) },
    );
    this.#displayed = after;
    const pen: Pen = { output: clear ? CLEAR : "", style: "" };
    for (let y = 0; y < Math.max(before.length, after.length); y++) {
      const [old, now] = [before[y] ?? BLANK_LINE, after[y] ?? BLANK_LINE];
      if (old.text !== now.text) writeLineChanges(pen, y, old, now);
    }
    setStyle(pen, "");
    const { output } = pen;
    if (output === "") return;
    this.#write(
      output.length < MIN_SYNCHRONISED_LENGTH ? output : SYNCHRONISED_UPDATE[0] + output + SYNCHRONISED_UPDATE[1],
    );
  }
}

/** What is to be written, and the style that it ends in. */
interface Pen {
  output: string;
  style: string;
}

function setStyle(pen: Pen, style: string): void {
  if (style === pen.style) return;
  pen.output += buildStyleChange(pen.style, style);
  pen.style = style;
}

/** Turns one line into another. */
function writeLineChanges(pen: Pen, y: number, { cells: before }: DrawnLine, { text, cells: after }: DrawnLine): void {
  if (!before || !after) {
    setStyle(pen, "");
    pen.output += `${moveCursorTo(0, y)}${text}${RESET}${ERASE_TO_END}`;
    return;
  }
  for (const [from, to] of findChangedRanges(before, after)) {
    pen.output += moveCursorTo(from, y);
    for (let x = from; x < to; x++) {
      const [character, style] = [after.characters[x] ?? " ", after.styles[x] ?? ""];
      // A space without a style is written with the pen as it is, unless that would show.
      if (character !== " " || style !== "" || pen.style.includes(INVERSE)) setStyle(pen, style);
      pen.output += character;
    }
  }
  const length = after.characters.length;
  if (length >= before.characters.length) return;
  setStyle(pen, "");
  pen.output += moveCursorTo(length, y) + ERASE_TO_END;
}
