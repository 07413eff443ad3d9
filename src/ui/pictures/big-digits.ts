/**
 * The big digits: strokes drawn at any size, in half-cells, so that they grow with the terminal.
 *
 * A half-cell (the upper or lower half of a character) is about as wide as it is high.
 */

/** The strokes of each digit: top, upper left, upper right, middle, lower left, lower right, bottom. */
const SEGMENTS: Readonly<Record<string, string>> = {
  "0": "abcefg",
  "2": "acdeg",
  "3": "acdfg",
  "4": "bcdf",
  "5": "abdfg",
  "6": "abdefg",
  "7": "acf",
  "8": "abcdefg",
  "9": "abcdfg",
};

/** The least height at which digits can be told apart. */
export const MIN_DIGIT_ROWS = 3;

/** Width of a digit as a share of its height in half-cells: as drawn at first, and the widest that still reads well. */
const WIDTH_SHARE = 0.62;
const MAX_WIDTH_SHARE = 0.8;

/** The proportions of digits; lengths in half-cells, which are columns when they lie. */
export interface DigitShape {
  readonly rows: number;
  readonly height: number;
  readonly width: number;
  /** Thickness of a horizontal stroke, and of a vertical one. */
  readonly barRows: number;
  readonly stemColumns: number;
  readonly gap: number;
}

function createDigitShape(rows: number, width?: number): DigitShape {
  const barRows = Math.max(1, Math.round((rows * 2) / 7.5));
  // The middle stroke lies in the middle only when what is left above and below it is even.
  const height = (rows * 2 - barRows) % 2 === 0 ? rows * 2 : rows * 2 - 1;
  const stemColumns = rows < 5 ? barRows : barRows + (rows < 10 ? 0 : 1);
  const columns = width ?? Math.max(3, Math.round(height * WIDTH_SHARE));
  return { rows, height, barRows, stemColumns, width: columns, gap: Math.max(1, Math.round(columns / 4.5)) };
}

/** The largest digits of at most `rows` in which the text fits into `columns`; null when none do. */
export function fitDigitShape(text: string, rows: number, columns: number): DigitShape | null {
  for (let height = rows; height >= MIN_DIGIT_ROWS; height--) {
    const narrow = createDigitShape(height);
    if (digitsWidth(text, narrow) > columns) continue;
    for (let width = Math.round(narrow.height * MAX_WIDTH_SHARE); width > narrow.width; width--) {
      const wide = createDigitShape(height, width);
      if (digitsWidth(text, wide) <= columns) return wide;
    }
    return narrow;
  }
  return null;
}

/** The same, with a column left free on both sides where that can be: the last seconds stand in a field. */
export function fitDigits(text: string, rows: number, columns: number): DigitShape | null {
  return fitDigitShape(text, rows, columns - 2) ?? fitDigitShape(text, rows, columns);
}

/** Columns of the largest digits that fit; 0 when none do. */
export function fittingDigitsWidth(text: string, rows: number, columns: number): number {
  const shape = fitDigits(text, rows, columns);
  return shape ? digitsWidth(text, shape) : 0;
}

/** The same digits two rows lower, for a field with a row above and below them; null where they would be too low. */
export function lowerDigitShape({ rows, width }: DigitShape): DigitShape | null {
  return rows - 2 >= MIN_DIGIT_ROWS ? createDigitShape(rows - 2, width) : null;
}

/** Columns of a text of digits and colons. */
export function digitsWidth(text: string, shape: DigitShape): number {
  const widths = Array.from(text, (character) => (character === ":" ? shape.stemColumns : shape.width));
  return widths.reduce((sum, width) => sum + width, 0) + Math.max(0, widths.length - 1) * shape.gap;
}

/** The text in big digits, `shape.rows` lines that are all as wide as `digitsWidth` says. */
export function renderBigDigits(text: string, shape: DigitShape): string[] {
  const grid: boolean[][] = Array.from({ length: shape.rows * 2 }, () =>
    new Array<boolean>(digitsWidth(text, shape)).fill(false),
  );
  let x = 0;
  for (const character of text) {
    if (character === ":") drawColon(grid, x, shape);
    else if (character === "1") drawOne(grid, x, shape);
    else drawDigit(grid, x, SEGMENTS[character] ?? "", shape);
    x += (character === ":" ? shape.stemColumns : shape.width) + shape.gap;
  }
  return packHalfCells(grid);
}

/**
 * The text in digits of lines, three rows high. In ASCII the strokes of digits as low as that would run into one another:
 * a half-cell becomes a whole one. Never wider than `digitsWidth` of the lowest digits.
 */
export function renderLineDigits(text: string): string[] {
  const digits = Array.from(text, (character) => {
    if (character === ":") return [" ", ".", "."];
    const segments = SEGMENTS[character] ?? "cf";
    const line = (name: string, glyph: string) => (segments.includes(name) ? glyph : " ");
    return [
      ` ${line("a", "_")} `,
      line("b", "|") + line("d", "_") + line("c", "|"),
      line("e", "|") + line("g", "_") + line("f", "|"),
    ];
  });
  return Array.from({ length: MIN_DIGIT_ROWS }, (_, row) => digits.map((digit) => digit[row]).join(" "));
}

function fill(grid: boolean[][], x: number, y: number, width: number, height: number): void {
  for (const row of grid.slice(y, y + height)) row.fill(true, x, x + width);
}

function drawOne(grid: boolean[][], x: number, { width, height, barRows, stemColumns }: DigitShape): void {
  const stem = x + Math.floor((width - stemColumns) / 2);
  const flag = Math.max(1, Math.floor(width / 4));
  fill(grid, stem, 0, stemColumns, height);
  fill(grid, stem - flag, barRows > 1 ? 1 : 0, flag, barRows);
  fill(grid, x, height - barRows, width, barRows);
}

function drawDigit(grid: boolean[][], x: number, segments: string, shape: DigitShape): void {
  const { width, height, barRows, stemColumns } = shape;
  const half = (height - barRows) / 2;
  const right = x + width - stemColumns;
  if (segments.includes("a")) fill(grid, x, 0, width, barRows);
  if (segments.includes("b")) fill(grid, x, 0, stemColumns, half + barRows);
  if (segments.includes("c")) fill(grid, right, 0, stemColumns, half + barRows);
  if (segments.includes("d")) fill(grid, x, half, width, barRows);
  if (segments.includes("e")) fill(grid, x, half, stemColumns, half + barRows);
  if (segments.includes("f")) fill(grid, right, half, stemColumns, half + barRows);
  if (segments.includes("g")) fill(grid, x, height - barRows, width, barRows);
}

function drawColon(grid: boolean[][], x: number, { height, barRows, stemColumns }: DigitShape): void {
  const third = Math.floor((height - barRows) / 3.4);
  fill(grid, x, third, stemColumns, barRows);
  fill(grid, x, height - barRows - third, stemColumns, barRows);
}

/** A grid of half-cells as lines of characters: two to a character, one above the other, with the half-block glyphs. */
export function packHalfCells(grid: readonly (readonly boolean[])[]): string[] {
  const lines: string[] = [];
  for (let y = 0; y < grid.length; y += 2) {
    const [upper, lower] = [grid[y] ?? [], grid[y + 1] ?? []];
    lines.push(Array.from(upper, (top, x) => (top ? (lower[x] ? "█" : "▀") : lower[x] ? "▄" : " ")).join(""));
  }
  return lines;
}
