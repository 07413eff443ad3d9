/**
 * Writes only the changed cells to the terminal.
 *
 * Ink composes whole screens of lines; a line of big digits is long, and most of it stays the same. Every write positions
 * the cursor first and no line feed is ever sent, so nothing scrolls, however the terminal measures the text.
 */
import { buildStyleChange, type Cells, changesGround, NO_CELLS, parseCells } from "./cells.ts";
import type { TerminalSize } from "./layout.ts";

const CLEAR = "\x1b[0m\x1b[2J";
const RESET = "\x1b[0m";
const ERASE_TO_END = "\x1b[K";
/** Synchronised update: a terminal that supports it shows everything in between at once. */
const SYNCHRONISED_UPDATE = ["\x1b[?2026h", "\x1b[?2026l"] as const;
/** Shorter writes do not need a synchronised update. */
const MIN_SYNCHRONISED_LENGTH = 200;
/** Rewriting this many unchanged cells is cheaper than moving the cursor over them. */
const MAX_REWRITTEN_GAP = 6;

/** What is done to every line of the terminal before it is shown. */
export type ScreenEffect = (line: string, columns: number) => string;

interface DrawnLine {
  /** Before an effect, and after it. */
  readonly source: string;
  readonly text: string;
  /** Null if some character may not take exactly one cell: the line is then rewritten as a whole. */
  readonly cells: Cells | null;
}

const BLANK_LINE: DrawnLine = { source: "", text: "", cells: NO_CELLS };

function cropCells(cells: Cells | null, columns: number): Cells | null {
  if (cells === null || cells.characters.length <= columns) return cells;
  return { characters: cells.characters.slice(0, columns), styles: cells.styles.slice(0, columns) };
}

/** The changed ranges of a line as [from, to) in cells; nearby ranges are merged. */
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
  readonly #size: () => TerminalSize;
  /** What the terminal currently shows; null if unknown. */
  #displayed: DrawnLine[] | null = null;
  #target: readonly string[] = [];
  #effect: ScreenEffect | null = null;
  /** The effect of what is displayed. */
  #displayedEffect: ScreenEffect | null = null;
  #isPaused = true;

  /** @param size of the terminal at present. */
  constructor(write: (text: string) => void, size: () => TerminalSize) {
    this.#write = write;
    this.#size = size;
  }

  /** Shows a screen of lines; while paused, it is kept until `resume`. */
  paint(output: string): void {
    this.#target = output.split("\n");
    this.flush();
  }

  /** Shows the screen changed by an effect, such as a flash of all of it, until that is taken away again. */
  setEffect(effect: ScreenEffect | null): void {
    if (effect === this.#effect) return;
    this.#effect = effect;
    this.flush();
  }

  /** Stops writing until `resume`: the terminal belongs to another program. */
  pause(): void {
    this.#isPaused = true;
  }

  /** Starts writing again and redraws everything, because what the terminal shows is unknown. */
  resume(): void {
    this.#isPaused = false;
    this.invalidate();
    if (this.#target.length > 0) this.flush();
  }

  /** Marks the terminal's contents as unknown; the next write clears the screen first. */
  invalidate(): void {
    this.#displayed = null;
  }

  /** Brings the terminal up to date. */
  flush(): void {
    if (this.#isPaused) return;
    const clear = this.#displayed === null;
    const before = this.#displayed ?? [];
    const after = this.#prepareLines(before);
    this.#displayed = after;
    this.#displayedEffect = this.#effect;
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

  /** The lines to show; those that are shown already are taken over. */
  #prepareLines(before: readonly DrawnLine[]): DrawnLine[] {
    const effect = this.#effect;
    const isSameEffect = effect === this.#displayedEffect;
    // After a resize what was drawn for another size may be longer. What lies beyond an edge would be taken for shown, and
    // erased later: at the edge itself, where the cursor stops.
    const { columns, rows } = this.#size();
    return Array.from({ length: effect ? rows : Math.min(rows, this.#target.length) }, (_, y) => {
      const source = this.#target[y] ?? "";
      const known = before[y];
      if (known && known.source === source && isSameEffect) return known;
      const text = effect ? effect(source, columns) : source;
      return known?.text === text
        ? { ...known, source }
        : { source, text, cells: cropCells(parseCells(text), columns) };
    });
  }
}

/** The output so far, and the style at its end. */
interface Pen {
  output: string;
  style: string;
}

function setStyle(pen: Pen, style: string): void {
  if (style === pen.style) return;
  pen.output += buildStyleChange(pen.style, style);
  pen.style = style;
}

/** Writes the difference between two lines. */
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
      // A space looks the same in any style that leaves its ground alone, so it needs no style change.
      if (character !== " " || style !== "" || changesGround(pen.style)) setStyle(pen, style);
      pen.output += character;
    }
  }
  const length = after.characters.length;
  if (length >= before.characters.length) return;
  setStyle(pen, "");
  pen.output += moveCursorTo(length, y) + ERASE_TO_END;
}
