/** The size classes of the screen: how many rows and columns each part gets, decided once from the terminal's size. */

/** The size of the terminal in characters. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

export type SizeClass = "tiny" | "mini" | "small" | "medium" | "standard" | "large" | "huge";

/** Rows of the live screen's parts; `main` takes what the others leave. */
export interface LiveRows {
  readonly header: number;
  readonly headerGap: number;
  /** What to do, in big letters from three rows on. */
  readonly word: number;
  readonly wordGap: number;
  /** The big digits; beside them the side, the count and the figure. */
  readonly main: number;
  readonly strokeGap: number;
  readonly strokeLabels: number;
  readonly strokeBar: number;
  readonly textGap: number;
  readonly instructions: number;
  readonly bottomGap: number;
  readonly next: number;
  readonly timeline: number;
  readonly hints: number;
}

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
  /** Whether there is room for the moving figure. */
  readonly hasFigure: boolean;
}

interface SizeClassRule {
  readonly sizeClass: SizeClass;
  /** The least terminal that belongs to the class. */
  readonly columns: number;
  readonly rows: number;
  readonly margin: number;
  readonly bigRows: number;
  readonly live: Omit<LiveRows, "main">;
}

const NO_ROWS: Omit<LiveRows, "main"> = {
  header: 0,
  headerGap: 0,
  word: 0,
  wordGap: 0,
  strokeGap: 0,
  strokeLabels: 0,
  strokeBar: 0,
  textGap: 0,
  instructions: 0,
  bottomGap: 0,
  next: 0,
  timeline: 0,
  hints: 0,
};

/** From the smallest to the largest. */
const RULES: readonly SizeClassRule[] = [
  { sizeClass: "tiny", columns: 1, rows: 1, margin: 0, bigRows: 0, live: NO_ROWS },
  { sizeClass: "mini", columns: 16, rows: 5, margin: 0, bigRows: 0, live: { ...NO_ROWS, word: 1 } },
  {
    sizeClass: "mini",
    columns: 24,
    rows: 8,
    margin: 1,
    bigRows: 0,
    live: { ...NO_ROWS, word: 1, next: 1, timeline: 1, hints: 1 },
  },
  {
    sizeClass: "small",
    columns: 30,
    rows: 10,
    margin: 1,
    bigRows: 3,
    live: { ...NO_ROWS, header: 1, word: 3, next: 1, timeline: 1 },
  },
  {
    sizeClass: "medium",
    columns: 48,
    rows: 15,
    margin: 2,
    bigRows: 3,
    live: {
      ...NO_ROWS,
      header: 1,
      word: 3,
      strokeLabels: 1,
      strokeBar: 1,
      instructions: 1,
      next: 1,
      timeline: 1,
      hints: 1,
    },
  },
  {
    sizeClass: "medium",
    columns: 48,
    rows: 19,
    margin: 2,
    bigRows: 3,
    live: {
      ...NO_ROWS,
      header: 1,
      word: 3,
      wordGap: 1,
      strokeLabels: 1,
      strokeBar: 1,
      instructions: 2,
      next: 1,
      timeline: 1,
      hints: 1,
    },
  },
  {
    sizeClass: "standard",
    columns: 76,
    rows: 23,
    margin: 2,
    bigRows: 3,
    live: {
      ...NO_ROWS,
      header: 1,
      headerGap: 1,
      word: 3,
      wordGap: 1,
      strokeLabels: 1,
      strokeBar: 1,
      instructions: 3,
      bottomGap: 1,
      next: 1,
      timeline: 1,
      hints: 1,
    },
  },
  {
    sizeClass: "large",
    columns: 100,
    rows: 30,
    margin: 4,
    bigRows: 5,
    live: {
      ...NO_ROWS,
      header: 1,
      headerGap: 1,
      word: 5,
      wordGap: 1,
      strokeGap: 1,
      strokeLabels: 1,
      strokeBar: 1,
      instructions: 3,
      bottomGap: 1,
      next: 1,
      timeline: 1,
      hints: 1,
    },
  },
  {
    sizeClass: "huge",
    columns: 160,
    rows: 48,
    margin: 6,
    bigRows: 8,
    live: {
      header: 1,
      headerGap: 2,
      word: 8,
      wordGap: 2,
      strokeGap: 1,
      strokeLabels: 1,
      strokeBar: 2,
      textGap: 1,
      instructions: 4,
      bottomGap: 1,
      next: 1,
      timeline: 2,
      hints: 1,
    },
  },
];

/** How the screen is shared out in a terminal of this size. It never depends on what is shown, so that nothing moves. */
export function layoutOf({ columns, rows }: TerminalSize): Layout {
  const rule = RULES.findLast((one) => columns >= one.columns && rows >= one.rows) ?? (RULES[0] as SizeClassRule);
  const usableRows = Math.max(1, rows - 1);
  const width = columns - 2 * rule.margin;
  const fixed = Object.values(rule.live).reduce((sum, count) => sum + count, 0);
  const isAtLeastStandard = ["standard", "large", "huge"].includes(rule.sizeClass);
  return {
    sizeClass: rule.sizeClass,
    columns,
    rows: usableRows,
    margin: rule.margin,
    width,
    leftColumns: Math.floor(width / 2),
    live: { ...rule.live, main: Math.max(0, usableRows - fixed) },
    bigRows: rule.bigRows,
    hasFigure: isAtLeastStandard && columns >= 80 && rows >= 24,
  };
}

/** Columns of a page of text: no wider than reads well. */
export function pageColumns({ width }: Layout): number {
  return Math.max(1, Math.min(width, 84));
}
