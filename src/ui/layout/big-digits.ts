/**
 * The big figures: strokes drawn at any height, in half-cells, so that they grow with the terminal.
 *
 * A half-cell (the upper or lower half of a character) is about as wide as it is high, so figures are drawn on a grid
 * of half-cells and then packed two to a character with the half-block glyphs.
 */

/** Which strokes a figure has: top, upper left, upper right, middle, lower left, lower right, bottom. */
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

/** The least height at which figures can be told apart. */
export const MIN_DIGIT_ROWS = 3;

interface DigitShape {
  readonly height: number;
  readonly width: number;
  /** Thickness of a lying stroke in half-cells, and of a standing one in columns. */
  readonly barRows: number;
  readonly stemColumns: number;
}

/** Proportions of a figure that is `rows` characters high. */
function computeDigitShape(rows: number): DigitShape {
  const thick = Math.max(1, Math.round((rows * 2) / 7.5));
  // The middle stroke lies in the middle only when what is left above and below it is even.
  const height = (rows * 2 - thick) % 2 === 0 ? rows * 2 : rows * 2 - 1;
  const wide = rows < 5 ? thick : thick + (rows < 10 ? 0 : 1);
  return { height, barRows: thick, stemColumns: wide, width: Math.max(3, Math.round(height * 0.62)) };
}

type HalfCellGrid = boolean[][];

function fillRectangle(grid: HalfCellGrid, x: number, y: number, width: number, height: number): void {
  for (let row = y; row < y + height; row++) {
    for (let column = x; column < x + width; column++) {
      const cells = grid[row];
      if (cells && column >= 0 && column < cells.length) cells[column] = true;
    }
  }
}

function drawDigitOne(grid: HalfCellGrid, x: number, { width, height, barRows, stemColumns }: DigitShape): void {
  const stem = x + Math.floor((width - stemColumns) / 2);
  fillRectangle(grid, stem, 0, stemColumns, height);
  fillRectangle(
    grid,
    stem - Math.max(1, Math.floor(width / 4)),
    barRows > 1 ? 1 : 0,
    Math.max(1, Math.floor(width / 4)),
    barRows,
  );
  fillRectangle(grid, x, height - barRows, width, barRows);
}

function drawDigit(grid: HalfCellGrid, x: number, figure: string, shape: DigitShape): void {
  const { width, height, barRows, stemColumns } = shape;
  const strokes = SEGMENTS[figure] ?? "";
  const half = (height - barRows) / 2;
  const right = x + width - stemColumns;
  if (strokes.includes("a")) fillRectangle(grid, x, 0, width, barRows);
  if (strokes.includes("b")) fillRectangle(grid, x, 0, stemColumns, half + barRows);
  if (strokes.includes("c")) fillRectangle(grid, right, 0, stemColumns, half + barRows);
  if (strokes.includes("d")) fillRectangle(grid, x, half, width, barRows);
  if (strokes.includes("e")) fillRectangle(grid, x, half, stemColumns, half + barRows);
  if (strokes.includes("f")) fillRectangle(grid, right, half, stemColumns, half + barRows);
  if (strokes.includes("g")) fillRectangle(grid, x, height - barRows, width, barRows);
}

function drawColon(grid: HalfCellGrid, x: number, { height, barRows, stemColumns }: DigitShape): void {
  const third = Math.floor((height - barRows) / 3.4);
  fillRectangle(grid, x, third, stemColumns, barRows);
  fillRectangle(grid, x, height - barRows - third, stemColumns, barRows);
}

/** Columns that a text of figures and colons takes at a height of `rows`. */
export function digitsWidth(text: string, rows: number): number {
  const { width, stemColumns } = computeDigitShape(rows);
  const widths = Array.from(text, (character) => (character === ":" ? stemColumns : width));
  return widths.reduce((sum, one) => sum + one, 0) + Math.max(0, widths.length - 1) * digitGap(rows);
}

function digitGap(rows: number): number {
  return Math.max(1, Math.round(computeDigitShape(rows).width / 4.5));
}

/** The text in big figures, `rows` lines high, every line as wide as `digitsWidth` says. */
export function renderBigDigits(text: string, rows: number): string[] {
  const shape = computeDigitShape(rows);
  const columns = digitsWidth(text, rows);
  const grid: HalfCellGrid = Array.from({ length: rows * 2 }, () => new Array<boolean>(columns).fill(false));
  let x = 0;
  for (const character of text) {
    if (character === ":") drawColon(grid, x, shape);
    else if (character === "1") drawDigitOne(grid, x, shape);
    else drawDigit(grid, x, character, shape);
    x += (character === ":" ? shape.stemColumns : shape.width) + digitGap(rows);
  }
  return packHalfCells(grid);
}

/** A grid of half-cells as lines of characters. */
export function packHalfCells(grid: readonly (readonly boolean[])[]): string[] {
  const lines: string[] = [];
  for (let y = 0; y < grid.length; y += 2) {
    const [upper, lower] = [grid[y] ?? [], grid[y + 1] ?? []];
    lines.push(Array.from(upper, (top, x) => (top ? (lower[x] ? "█" : "▀") : lower[x] ? "▄" : " ")).join(""));
  }
  return lines;
}

/** The tallest figures of at most `rows` that fit into `columns`; 0 when none do. */
export function fitDigitRows(text: string, rows: number, columns: number): number {
  for (let height = rows; height >= MIN_DIGIT_ROWS; height--) if (digitsWidth(text, height) <= columns) return height;
  return 0;
}
