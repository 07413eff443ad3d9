/**
 * Writes to the terminal only the cells that changed.
 *
 * Ink composes a whole screen of lines; a line of big figures is long, and most of it stays as it is. Every write moves
 * the cursor to its place first: no line feed is ever sent, so nothing scrolls, whatever the terminal makes of a text.
 */
import { type Cells, cellsOf, INVERSE, NO_CELLS, restyle } from "./cells.ts";

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
  /** null when not every character takes one cell for certain: then the line is written whole. */
  readonly cells: Cells | null;
}

const BLANK: Drawn = { text: "", cells: NO_CELLS };

/** Where a line changed: [from, to) in cells, near ones joined. */
function changes(before: Cells, after: Cells): [number, number][] {
  const runs: [number, number][] = [];
  for (let x = 0; x < after.characters.length; x++) {
    if (before.characters[x] === after.characters[x] && before.styles[x] === after.styles[x]) continue;
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
    const after = this.#wanted.map((text, y) =>
      before[y]?.text === text ? (before[y] as Drawn) : { text, cells: cellsOf(text) },
    );
    this.#shown = after;
    const pen: Pen = { out: clear ? CLEAR : "", style: "" };
    for (let y = 0; y < Math.max(before.length, after.length); y++) {
      const [old, now] = [before[y] ?? BLANK, after[y] ?? BLANK];
      if (old.text !== now.text) changeLine(pen, y, old, now);
    }
    setStyle(pen, "");
    const { out } = pen;
    if (out === "") return;
    this.#write(out.length < TOGETHER_FROM_BYTES ? out : TOGETHER[0] + out + TOGETHER[1]);
  }
}

/** What is to be written, and the style that it ends in. */
interface Pen {
  out: string;
  style: string;
}

function setStyle(pen: Pen, style: string): void {
  if (style === pen.style) return;
  pen.out += restyle(pen.style, style);
  pen.style = style;
}

/** Turns one line into another. */
function changeLine(pen: Pen, y: number, { cells: before }: Drawn, { text, cells: after }: Drawn): void {
  if (!before || !after) {
    setStyle(pen, "");
    pen.out += `${goTo(0, y)}${text}${RESET}${ERASE_TO_END}`;
    return;
  }
  for (const [from, to] of changes(before, after)) {
    pen.out += goTo(from, y);
    for (let x = from; x < to; x++) {
      const [character, style] = [after.characters[x] ?? " ", after.styles[x] ?? ""];
      // A space without a style is written with the pen as it is, unless that would show.
      if (character !== " " || style !== "" || pen.style.includes(INVERSE)) setStyle(pen, style);
      pen.out += character;
    }
  }
  const length = after.characters.length;
  if (length >= before.characters.length) return;
  setStyle(pen, "");
  pen.out += goTo(length, y) + ERASE_TO_END;
}
