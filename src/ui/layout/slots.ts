/**
 * How the lines of the live screen are shared out. It depends on the size of the terminal alone, never on what is
 * shown, so that nothing moves while a person follows it.
 */

/** The size of the terminal in characters. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

export type Slot =
  /** What is done, which set and repetition. */
  | "header"
  /** What to do, in one or two words. */
  | "word"
  /** The big figures. */
  | "digits"
  /** How far the stroke or step has come; with two lines, the words of the strokes above. */
  | "beat"
  | "instructions"
  | "next"
  | "bar"
  | "times"
  | "hints"
  /** Empty lines: above the header, below it, below the word, below the figures, before what comes next. */
  | "gapAbove"
  | "gapTop"
  | "gapWord"
  | "gapDigits"
  | "gapNext";

export type SlotLines = Readonly<Record<Slot, number>>;

/** What gets the next line when there is one more, most important first. */
const ALLOCATION_ORDER: readonly (readonly [Slot, number])[] = [
  ["word", 1],
  ["digits", 3],
  ["header", 1],
  ["bar", 1],
  ["digits", 1],
  ["next", 1],
  ["digits", 1],
  ["instructions", 1],
  ["beat", 1],
  // 12 lines of 40: up to here.
  ["digits", 1],
  ["hints", 1],
  ["gapDigits", 1],
  ["times", 1],
  ["gapTop", 1],
  ["digits", 1],
  ["word", 2],
  ["gapNext", 1],
  ["gapWord", 1],
  ["digits", 1],
  ["instructions", 1],
  // 24 lines of 80: up to here.
  ["digits", 1],
  ["beat", 1],
  ["header", 2],
  ["digits", 1],
  ["instructions", 1],
  // 30 lines of 100: up to here.
  ["gapAbove", 1],
  ["gapNext", 1],
  ["gapTop", 1],
  ["digits", 1],
  ["gapWord", 1],
  ["instructions", 1],
  ["digits", 1],
  ["word", 2],
  ["digits", 1],
  // 40 lines of 120: up to here.
  ["gapDigits", 1],
  ["digits", 2],
  ["gapTop", 1],
  ["header", 2],
  ["gapNext", 1],
  ["digits", 2],
  ["gapWord", 1],
  ["gapDigits", 1],
  ["digits", 4],
  ["instructions", 1],
  ["word", 3],
];

const NO_SLOT_LINES: SlotLines = {
  header: 0,
  word: 0,
  digits: 0,
  beat: 0,
  instructions: 0,
  next: 0,
  bar: 0,
  times: 0,
  hints: 0,
  gapAbove: 0,
  gapTop: 0,
  gapWord: 0,
  gapDigits: 0,
  gapNext: 0,
};

/** The lines of each slot; together at most `lines`. */
export function allocateSlots(lines: number): SlotLines {
  const slots = { ...NO_SLOT_LINES };
  let left = lines;
  for (const [slot, more] of ALLOCATION_ORDER) {
    if (more > left) break;
    slots[slot] += more;
    left -= more;
  }
  return slots;
}

/** The lines that may be drawn: one less than the terminal has, or the terminal would scroll or flicker. */
export function usableLines(rows: number): number {
  return Math.max(1, rows - 1);
}

/** The columns that are left empty at each edge of a screen so wide. */
export function marginOf(columns: number): number {
  return columns < 30 ? 0 : columns < 60 ? 1 : columns < 100 ? 2 : 4;
}
