/** Big words: capital letters and symbols five half-cells high, made larger by whole steps. */
import { packHalfCells } from "./big-digits.ts";

/** Rows from top to bottom; "#" is a filled half-cell. */
const LETTER_PATTERNS: Readonly<Record<string, string>> = {
  A: ".##. #..# #### #..# #..#",
  B: "###. #..# ###. #..# ###.",
  C: ".### #... #... #... .###",
  D: "###. #..# #..# #..# ###.",
  E: "#### #... ###. #... ####",
  F: "#### #... ###. #... #...",
  G: ".### #... #.## #..# .###",
  H: "#..# #..# #### #..# #..#",
  I: "# # # # #",
  J: "..## ...# ...# #..# .##.",
  K: "#..# #.#. ##.. #.#. #..#",
  L: "#... #... #... #... ####",
  M: "#...# ##.## #.#.# #...# #...#",
  N: "#..# ##.# #.## #..# #..#",
  O: ".##. #..# #..# #..# .##.",
  P: "###. #..# ###. #... #...",
  Q: ".##. #..# #..# #.#. .#.#",
  R: "###. #..# ###. #.#. #..#",
  S: ".### #... .##. ...# ###.",
  T: "##### ..#.. ..#.. ..#.. ..#..",
  U: "#..# #..# #..# #..# .##.",
  V: "#...# #...# .#.#. .#.#. ..#..",
  W: "#...# #...# #.#.# ##.## #...#",
  X: "#...# .#.#. ..#.. .#.#. #...#",
  Y: "#...# .#.#. ..#.. ..#.. ..#..",
  Z: "#### ...# .##. #... ####",
  "0": ".##. #..# #..# #..# .##.",
  "1": ".#. ##. .#. .#. ###",
  "2": "###. ...# .##. #... ####",
  "3": "###. ...# .##. ...# ###.",
  "4": "#..# #..# #### ...# ...#",
  "5": "#### #... ###. ...# ###.",
  "6": ".##. #... ###. #..# .##.",
  "7": "#### ...# ..#. .#.. .#..",
  "8": ".##. #..# .##. #..# .##.",
  "9": ".##. #..# .### ...# .##.",
  " ": ".. .. .. .. ..",
  "-": "... ... ### ... ...",
  ":": ". # . # .",
  "/": "...# ..#. ..#. .#.. .#..",
  "'": "# # . . .",
  ".": ". . . . #",
  ",": ".. .. .. .# #.",
  "?": "###. ...# .##. .... .#..",
};

/** Symbols that stand before a word. */
const SYMBOL_PATTERNS = {
  up: "...#... ..###.. .#####. ####### .......",
  down: "....... ####### .#####. ..###.. ...#...",
  inward: "#.....# ##...## ###.### ##...## #.....#",
  outward: "..#...#.. .##...##. ###...### .##...##. ..#...#..",
  waves: ".##...## #..###.. ........ .##...## #..###..",
  loop: "....... .##.##. #..#..# .##.##. .......",
  dots: "..... ..... ..... ..... #.#.#",
  bars: "##.## ##.## ##.## ##.## ##.##",
  left: "..# .## ### .## ..#",
  right: "#.. ##. ### ##. #..",
} as const;

export type SymbolName = keyof typeof SYMBOL_PATTERNS;

/** Half-cells in the height of a letter, before it is made larger. */
const LETTER_HEIGHT = 5;
const MAX_SCALE = 4;

/** The rows of half-cells of a text; null when a character has no big form. */
function patternOf(text: string): readonly string[] | null {
  const glyphs = Array.from(text.toUpperCase(), (character) => LETTER_PATTERNS[character]?.split(" "));
  if (glyphs.length === 0 || glyphs.includes(undefined)) return null;
  return Array.from({ length: LETTER_HEIGHT }, (_, y) => glyphs.map((glyph) => glyph?.[y]).join("."));
}

/** Rows that big letters of a scale take. */
function letterRows(scale: number): number {
  return Math.ceil((LETTER_HEIGHT * scale) / 2);
}

/** A big text with its symbol, before or after it. */
interface BigTextOptions {
  readonly symbol?: SymbolName | undefined;
  readonly symbolAfter?: boolean;
}

/** Columns of a text in big letters; 0 when it has no big form. */
export function bigTextColumns(text: string, scale: number, { symbol }: BigTextOptions = {}): number {
  const columns = patternOf(text)?.[0]?.length ?? 0;
  if (columns === 0) return 0;
  return (columns + (symbol ? SYMBOL_PATTERNS[symbol].indexOf(" ") + 2 : 0)) * scale;
}

/** The largest scale at which all texts fit; 0 when one does not even at the smallest, or has no big form. */
export function fitScale(
  texts: readonly { readonly text: string; readonly symbol?: SymbolName | undefined }[],
  rows: number,
  columns: number,
): number {
  for (let scale = MAX_SCALE; scale >= 1; scale--) {
    if (letterRows(scale) > rows) continue;
    const widths = texts.map(({ text, symbol }) => bigTextColumns(text, scale, { symbol }));
    if (widths.every((width) => width > 0 && width <= columns)) return scale;
  }
  return 0;
}

/** The text in big letters as rows of characters; null when it has a character that has no big form. */
export function renderBigText(
  text: string,
  scale: number,
  { symbol, symbolAfter = false }: BigTextOptions = {},
): string[] | null {
  const pattern = patternOf(text);
  if (!pattern || scale < 1) return null;
  const symbolRows = symbol ? SYMBOL_PATTERNS[symbol].split(" ") : [];
  const rows = pattern.map((row, y) => {
    if (!symbol) return row;
    return symbolAfter ? `${row}..${symbolRows[y]}` : `${symbolRows[y]}..${row}`;
  });
  return packHalfCells(scaleUp(rows, scale));
}

/** Words in as many lines of big letters as they need; null when they do not fit. @param most the largest scale. */
export function wrapBigText(text: string, rows: number, columns: number, most = MAX_SCALE): string[] | null {
  for (let scale = most; scale >= 1; scale--) {
    const lines: string[] = [];
    for (const word of text.split(" ").filter(Boolean)) {
      const last = lines.at(-1);
      if (last !== undefined && bigTextColumns(`${last} ${word}`, scale) <= columns)
        lines[lines.length - 1] += ` ${word}`;
      else lines.push(word);
    }
    const height = lines.length * (letterRows(scale) + 1) - 1;
    const drawn = lines.map((line) => (bigTextColumns(line, scale) <= columns ? renderBigText(line, scale) : null));
    if (lines.length === 0 || height > rows || drawn.includes(null)) continue;
    return drawn.flatMap((picture, index) => [...(index > 0 ? [""] : []), ...(picture ?? [])]);
  }
  return null;
}

function scaleUp(rows: readonly string[], scale: number): boolean[][] {
  return rows.flatMap((row) => {
    const cells = Array.from(row).flatMap((mark) => new Array<boolean>(scale).fill(mark === "#"));
    return new Array<boolean[]>(scale).fill(cells);
  });
}
