/** The size classes of the screen: how many rows and columns each part gets, decided once from the terminal's size. */

/** The size of the terminal in characters. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

type SizeClass = "tiny" | "mini" | "small" | "medium" | "standard" | "large" | "huge";

/** The parts of the live screen that have so many rows in each class, in the order of the table below. */
const FIXED_ROWS = [
  "header",
  "headerGap",
  // What to do, in big letters from three rows on.
  "word",
  "wordGap",
  "strokeGap",
  "strokeLabels",
  "strokeBar",
  "textGap",
  "instructions",
  "bottomGap",
  "next",
  "timeline",
  "hints",
] as const;

/** Rows of the live screen's parts. `main` takes what the others leave: the digits, beside them side, count and figure. */
type LiveRows = Readonly<Record<(typeof FIXED_ROWS)[number] | "main", number>>;

export interface Layout {
  readonly sizeClass: SizeClass;
  readonly columns: number;
  /** One less than the terminal has: a full screen would scroll. */
  readonly rows: number;
  readonly margin: number;
  /** Columns between the margins. */
  readonly width: number;
  /** Columns of the left half, which belongs to the digits. */
  readonly leftColumns: number;
  readonly live: LiveRows;
  /** The most rows of big letters for side and count. */
  readonly bigRows: number;
  /** Where pages of text stand that are narrower than the screen. */
  readonly pageAlign: "flex-start" | "center";
  /** Whether questions stand in big letters. */
  readonly hasBigQuestions: boolean;
  /** Whether there is room for the moving figure. */
  readonly hasFigure: boolean;
}

/** A class, the least terminal that belongs to it, its margin, the rows of big letters, and the rows of all parts. */
type SizeClassRule = readonly [SizeClass, columns: number, rows: number, margin: number, big: number, fixed: string];

/** From the smallest to the largest; a later rule of the same class has more rows to share out. */
// biome-ignore format: a table is read by its columns
const RULES: readonly SizeClassRule[] = [
  ["tiny",       1,  1, 0, 0, "0 0 0 0  0 0 0  0 0  0 0 0 0"],
  ["mini",      16,  5, 0, 0, "0 0 1 0  0 0 0  0 0  0 0 0 0"],
  ["mini",      24,  8, 1, 0, "0 0 1 0  0 0 0  0 0  0 1 1 1"],
  ["small",     30, 10, 1, 3, "1 0 3 0  0 0 0  0 0  0 1 1 0"],
  ["medium",    48, 15, 2, 3, "1 0 3 0  0 1 1  0 1  0 1 1 1"],
  ["medium",    48, 19, 2, 3, "1 0 3 1  0 1 1  0 2  0 1 1 1"],
  ["standard",  76, 23, 2, 3, "1 1 3 1  0 1 1  0 3  1 1 1 1"],
  ["large",    100, 30, 4, 5, "1 1 5 1  1 1 1  0 3  1 1 1 1"],
  ["huge",     160, 48, 6, 8, "1 2 8 2  1 1 2  1 4  1 1 2 1"],
];

/** How the screen is shared out in a terminal of this size. It never depends on what is shown, so that nothing moves. */
export function layoutOf({ columns, rows }: TerminalSize): Layout {
  const rule = RULES.findLast(([, least, high]) => columns >= least && rows >= high) ?? (RULES[0] as SizeClassRule);
  const [sizeClass, , , margin, bigRows, fixed] = rule;
  const usableRows = Math.max(1, rows - 1);
  const width = columns - 2 * margin;
  const counts = fixed.split(/ +/).map(Number);
  const parts = FIXED_ROWS.map((part, index) => [part, counts[index] ?? 0] as const);
  const main = Math.max(0, usableRows - counts.reduce((sum, count) => sum + count, 0));
  return {
    sizeClass,
    columns,
    rows: usableRows,
    margin,
    width,
    leftColumns: Math.floor(width / 2),
    live: Object.fromEntries([...parts, ["main", main]]) as LiveRows,
    bigRows,
    pageAlign: sizeClass === "huge" ? "center" : "flex-start",
    hasBigQuestions: sizeClass === "large" || sizeClass === "huge",
    hasFigure: ["standard", "large", "huge"].includes(sizeClass) && columns >= 80 && rows >= 24,
  };
}

/** Columns of a page of text: no wider than reads well. */
export function pageColumns({ width }: Layout): number {
  return Math.max(1, Math.min(width, 84));
}
