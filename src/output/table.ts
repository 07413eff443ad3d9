/** A table that fits a terminal: columns share what room there is, and what does not fit in its column goes on below. */
import type { Style } from "./style.ts";
import { loadTextMeasure, padText, type TextMeasure, wrapText } from "./text-width.ts";

export interface Column {
  readonly title: string;
  readonly align?: "right";
  /** Not made narrower than this, nor than its longest word, while there is another way. */
  readonly minWidth?: number;
  /** Names that are copied: broken only when there is no other way. */
  readonly noWrap?: true;
}

/** Between columns. */
export const COLUMN_GAP = "  ";

/** Below this a column says nothing, and the table is left wider than the terminal. */
const MIN_COLUMN_WIDTH = 4;

/** A word longer than this is broken rather than given a column of its own width. */
const MAX_WHOLE_WORD_WIDTH = 16;

/**
 * The lines of a table. Every row has a cell for every column.
 *
 * @param columns how many columns of the terminal there are; a table of many columns may need more than very few.
 */
export async function renderTable(
  header: readonly Column[],
  rows: readonly (readonly string[])[],
  columns: number,
  style: Style,
): Promise<readonly string[]> {
  const measure = await loadTextMeasure([...header.map((column) => column.title), ...rows.flat()]);
  const widths = fitColumnWidths(header, rows, columns, measure);
  const titles = header.map((column) => column.title);
  return [
    ...formatRow(titles, header, widths, measure).map(style.faint),
    ...rows.flatMap((row) => formatRow(row, header, widths, measure)),
  ];
}

/** The width of each column: as wide as its widest cell, the widest made narrower until all fit. */
function fitColumnWidths(
  header: readonly Column[],
  rows: readonly (readonly string[])[],
  columns: number,
  measure: TextMeasure,
): readonly number[] {
  const cells = (index: number) => [header[index]?.title ?? "", ...rows.map((row) => row[index] ?? "")];
  const widths = header.map((_, index) => Math.max(...cells(index).map(measure)));
  const least = header.map((column, index) => measureMinWidth(column, cells(index), measure));
  let over = widths.reduce((sum, width) => sum + width, 0) + COLUMN_GAP.length * (header.length - 1) - columns;
  // Words are broken only when there is no other way.
  for (const floors of [least, least.map((floor) => Math.min(floor, MIN_COLUMN_WIDTH))]) {
    while (over > 0) {
      const room = widths.map((width, index) => (width > (floors[index] ?? 0) ? width : 0));
      const widest = Math.max(...room);
      if (widest === 0) break;
      widths[room.indexOf(widest)] = widest - 1;
      over -= 1;
    }
  }
  return widths;
}

/** How narrow a column of these cells, its title among them, can be made before words are broken. */
export function measureMinWidth(column: Column, cells: readonly string[], measure: TextMeasure): number {
  const widest = Math.max(...cells.map(measure));
  if (column.noWrap) return widest;
  const words = cells.flatMap((cell) => cell.split(/(?<=-)|\s/));
  const longest = Math.min(MAX_WHOLE_WORD_WIDTH, Math.max(...words.map(measure)));
  return Math.min(widest, Math.max(column.minWidth ?? 0, longest));
}

function formatRow(
  cells: readonly string[],
  header: readonly Column[],
  widths: readonly number[],
  measure: TextMeasure,
): readonly string[] {
  const wrapped = cells.map((cell, index) => wrapText(cell, Math.max(1, widths[index] ?? 1), measure));
  const height = Math.max(...wrapped.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((cell, index) => {
        const text = cell[line] ?? "";
        const width = widths[index] ?? 0;
        return header[index]?.align === "right"
          ? " ".repeat(Math.max(0, width - measure(text))) + text
          : padText(text, width, measure);
      })
      .join(COLUMN_GAP)
      .trimEnd(),
  );
}
