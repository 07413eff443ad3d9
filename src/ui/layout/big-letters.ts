/** Big words: capital letters and signs five half-cells high, made larger by whole steps. */
import { packHalfCells } from "./big-digits.ts";

/** Rows from top to bottom; a mark is a half-cell. */
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
  "/": "...# ..#. ..#. .#.. .#..",
  "'": "# # . . .",
  ".": ". . . . #",
  ",": ".. .. .. .# #.",
};

/** Signs that stand before a word: what the body does, seen from far away. */
const SYMBOL_PATTERNS: Readonly<Record<string, string>> = {
  up: "...#... ..###.. .#####. ####### .......",
  down: "....... ####### .#####. ..###.. ...#...",
  square: "##### ##### ##### ##### #####",
  frame: "##### #...# #...# #...# #####",
  disc: ".###. ##### ##### ##### .###.",
  ring: ".###. #...# #...# #...# .###.",
  diamond: "..#.. .###. ##### .###. ..#..",
  lozenge: "..#.. .#.#. #...# .#.#. ..#..",
  waves: ".##...## #..###.. ........ .##...## #..###..",
  loop: "....... .##.##. #..#..# .##.##. .......",
  chevrons: "#..#... .#..#.. ..#..#. .#..#.. #..#...",
  arrows: "..#...#.. .##...##. ###...### .##...##. ..#...#..",
  dots: "....... ....... #..#..# ....... .......",
  tick: "......# .....#. #...#.. .#.#... ..#....",
  bars: "##.##.. ##.##.. ##.##.. ##.##.. ##.##..",
};

export type SymbolName =
  | "up"
  | "down"
  | "square"
  | "frame"
  | "disc"
  | "ring"
  | "diamond"
  | "lozenge"
  | "waves"
  | "loop"
  | "chevrons"
  | "arrows"
  | "dots"
  | "tick"
  | "bars";

/** Half-cells in the height of a letter, before it is made larger. */
const LETTER_HEIGHT = 5;
const MAX_SCALE = 4;

/** Lines that big letters take when made `scale` times as large. */
export function letterRows(scale: number): number {
  return Math.ceil((LETTER_HEIGHT * scale) / 2);
}

/** A word in big letters, with a sign before it if there is one; null when it has a character that has no big form. */
export function renderBigText(word: string, scale: number, sign?: SymbolName): string[] | null {
  const glyphs = Array.from(word.toUpperCase(), (character) => LETTER_PATTERNS[character]);
  if (glyphs.length === 0 || glyphs.some((glyph) => glyph === undefined)) return null;
  const patterns = (glyphs as string[]).map((glyph) => glyph.split(" "));
  const rows = Array.from({ length: LETTER_HEIGHT }, (_, y) => patterns.map((pattern) => pattern[y]).join("."));
  const signRows = sign ? (SYMBOL_PATTERNS[sign] ?? "").split(" ") : [];
  return packHalfCells(scaleUp(sign ? rows.map((row, y) => `${signRows[y]}...${row}`) : rows, scale));
}

/** The word as large as `rows` and `columns` allow; null when it has no big form or does not fit. */
export function fitBigText(word: string, rows: number, columns: number, sign?: SymbolName): string[] | null {
  for (let scale = MAX_SCALE; scale >= 1; scale--) {
    if (letterRows(scale) > rows) continue;
    const big = renderBigText(word, scale, sign);
    if (!big || (big[0]?.length ?? 0) <= columns) return big;
  }
  return null;
}

function scaleUp(rows: readonly string[], scale: number): boolean[][] {
  return rows.flatMap((row) => {
    const cells = Array.from(row).flatMap((mark) => new Array<boolean>(scale).fill(mark === "#"));
    return new Array<boolean[]>(scale).fill(cells);
  });
}

/** An arrow head that points to a side, at most `rows` lines high; its tip is at that side. */
export function renderArrow(side: "left" | "right", rows: number): string[] {
  const height = rows * 2 - 1;
  const tip = (height - 1) / 2;
  const columns = tip + 1;
  return packHalfCells(
    Array.from({ length: height }, (_, y) =>
      Array.from({ length: columns }, (_, x) => (side === "left" ? x : tip - x) >= Math.abs(y - tip)),
    ),
  );
}
