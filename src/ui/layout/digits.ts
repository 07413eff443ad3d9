/**
 * The big figures: strokes drawn at any height, in half-cells, so that they grow with the terminal.
 *
 * A half-cell (the upper or lower half of a character) is about as wide as it is high, so figures are drawn on a grid
 * of half-cells and then packed two to a character with the half-block glyphs.
 */

/** Which strokes a figure has: top, upper left, upper right, middle, lower left, lower right, bottom. */
const STROKES: Readonly<Record<string, string>> = {
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
export const LEAST_ROWS = 3;

interface Shape {
  readonly height: number;
  readonly width: number;
  /** Thickness of a lying stroke in half-cells, and of a standing one in columns. */
  readonly thick: number;
  readonly wide: number;
}

/** Proportions of a figure that is `rows` characters high. */
function shapeOf(rows: number): Shape {
  const thick = Math.max(1, Math.round((rows * 2) / 7.5));
  // The middle stroke lies in the middle only when what is left above and below it is even.
  const height = (rows * 2 - thick) % 2 === 0 ? rows * 2 : rows * 2 - 1;
  const wide = rows < 5 ? thick : thick + (rows < 10 ? 0 : 1);
  return { height, thick, wide, width: Math.max(3, Math.round(height * 0.62)) };
}

type Grid = boolean[][];

function fill(grid: Grid, x: number, y: number, width: number, height: number): void {
  for (let row = y; row < y + height; row++) {
    for (let column = x; column < x + width; column++) {
      const cells = grid[row];
      if (cells && column >= 0 && column < cells.length) cells[column] = true;
    }
  }
}

function drawOne(grid: Grid, x: number, { width, height, thick, wide }: Shape): void {
  const stem = x + Math.floor((width - wide) / 2);
  fill(grid, stem, 0, wide, height);
  fill(grid, stem - Math.max(1, Math.floor(width / 4)), thick > 1 ? 1 : 0, Math.max(1, Math.floor(width / 4)), thick);
  fill(grid, x, height - thick, width, thick);
}

function drawFigure(grid: Grid, x: number, figure: string, shape: Shape): void {
  const { width, height, thick, wide } = shape;
  const strokes = STROKES[figure] ?? "";
  const half = (height - thick) / 2;
  const right = x + width - wide;
  if (strokes.includes("a")) fill(grid, x, 0, width, thick);
  if (strokes.includes("b")) fill(grid, x, 0, wide, half + thick);
  if (strokes.includes("c")) fill(grid, right, 0, wide, half + thick);
  if (strokes.includes("d")) fill(grid, x, half, width, thick);
  if (strokes.includes("e")) fill(grid, x, half, wide, half + thick);
  if (strokes.includes("f")) fill(grid, right, half, wide, half + thick);
  if (strokes.includes("g")) fill(grid, x, height - thick, width, thick);
}

function drawColon(grid: Grid, x: number, { height, thick, wide }: Shape): void {
  const third = Math.floor((height - thick) / 3.4);
  fill(grid, x, third, wide, thick);
  fill(grid, x, height - thick - third, wide, thick);
}

/** Columns that a text of figures and colons takes at a height of `rows`. */
export function digitsWidth(text: string, rows: number): number {
  const { width, wide } = shapeOf(rows);
  const widths = Array.from(text, (character) => (character === ":" ? wide : width));
  return widths.reduce((sum, one) => sum + one, 0) + Math.max(0, widths.length - 1) * gapOf(rows);
}

function gapOf(rows: number): number {
  return Math.max(1, Math.round(shapeOf(rows).width / 4.5));
}

/** The text in big figures, `rows` lines high, every line as wide as `digitsWidth` says. */
export function bigDigits(text: string, rows: number): string[] {
  const shape = shapeOf(rows);
  const columns = digitsWidth(text, rows);
  const grid: Grid = Array.from({ length: rows * 2 }, () => new Array<boolean>(columns).fill(false));
  let x = 0;
  for (const character of text) {
    if (character === ":") drawColon(grid, x, shape);
    else if (character === "1") drawOne(grid, x, shape);
    else drawFigure(grid, x, character, shape);
    x += (character === ":" ? shape.wide : shape.width) + gapOf(rows);
  }
  return packed(grid);
}

/** A grid of half-cells as lines of characters. */
export function packed(grid: readonly (readonly boolean[])[]): string[] {
  const lines: string[] = [];
  for (let y = 0; y < grid.length; y += 2) {
    const [upper, lower] = [grid[y] ?? [], grid[y + 1] ?? []];
    lines.push(Array.from(upper, (top, x) => (top ? (lower[x] ? "█" : "▀") : lower[x] ? "▄" : " ")).join(""));
  }
  return lines;
}

/** The tallest figures of at most `rows` that fit into `columns`; 0 when none do. */
export function fittingRows(text: string, rows: number, columns: number): number {
  for (let height = rows; height >= LEAST_ROWS; height--) if (digitsWidth(text, height) <= columns) return height;
  return 0;
}
