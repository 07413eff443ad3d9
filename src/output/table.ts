/** Tables that fit the terminal: columns share the width and long cells wrap; bars take the width that is left. */
import type { Style } from "./style.ts";
import { loadTextMeasure, padText, type TextMeasure, wrapText } from "./text-width.ts";

export interface Column {
  readonly title: string;
  readonly align?: "right";
  /** The minimum width, and that of the longest word, unless there is no other way. */
  readonly minWidth?: number;
  /** For names that people copy: wrapped only as a last resort. */
  readonly noWrap?: true;
}

/** Between columns. */
const COLUMN_GAP = "  ";

/** A narrower column is unreadable; the table then exceeds the terminal. */
const MIN_COLUMN_WIDTH = 4;

/** A word longer than this is broken rather than given a column of its own width. */
const MAX_WHOLE_WORD_WIDTH = 16;

/**
 * Renders a table. Every row has a cell for every column.
 *
 * @param maxWidth the width of the terminal; a table with many columns may need more.
 */
export async function renderTable(
  header: readonly Column[],
  rows: readonly (readonly string[])[],
  maxWidth: number,
  style: Style,
): Promise<readonly string[]> {
  const measure = await loadTextMeasure([...header.map((column) => column.title), ...rows.flat()]);
  const widths = fitColumnWidths(header, rows, maxWidth, measure);
  const titles = header.map((column) => column.title);
  return [
    ...formatRow(titles, header, widths, measure).map(style.faint),
    ...rows.flatMap((row) => formatRow(row, header, widths, measure)),
  ];
}

/** Column widths: the widest cell of each, with the widest column reduced until all fit. */
function fitColumnWidths(
  header: readonly Column[],
  rows: readonly (readonly string[])[],
  maxWidth: number,
  measure: TextMeasure,
): readonly number[] {
  const cells = (index: number) => [header[index]?.title ?? "", ...rows.map((row) => row[index] ?? "")];
  const widths = header.map((_, index) => Math.max(...cells(index).map(measure)));
  const least = header.map((column, index) => measureMinWidth(column, cells(index), measure));
  let over = widths.reduce((sum, width) => sum + width, 0) + COLUMN_GAP.length * (header.length - 1) - maxWidth;
  // Break words only if there is no other way.
  for (const floors of [least, least.map((floor) => Math.min(floor, MIN_COLUMN_WIDTH))]) {
    while (over > 0) {
      const reducible = widths.map((width, index) => (width > (floors[index] ?? 0) ? width : 0));
      const widest = Math.max(...reducible);
      if (widest === 0) break;
      widths[reducible.indexOf(widest)] = widest - 1;
      over -= 1;
    }
  }
  return widths;
}

/** The minimum width of a column with these cells, its title among them, before words must break. */
function measureMinWidth(column: Column, cells: readonly string[], measure: TextMeasure): number {
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

/** A column of text or numbers. */
interface TextColumn extends Column {
  readonly cells: readonly string[];
  /** Dropped when space is short, the last such column first. */
  readonly spare?: true;
}

/** A column of bars. */
interface BarColumn {
  /** Lengths relative to the longest bar, 0 to 1. */
  readonly shares: readonly number[];
}

export type BarTableColumn = TextColumn | BarColumn;

/** Maximum columns for all bars together; more would not be clearer. */
const MAX_BAR_COLUMNS = 20;
/** Shorter bars are not readable. */
const MIN_BAR_COLUMNS = 4;

/** Renders a table with bars. All bars of a column share one scale. Empty if there are no rows. */
export async function renderBarTable(
  columns: readonly BarTableColumn[],
  maxWidth: number,
  style: Style,
): Promise<readonly string[]> {
  const measure = await loadTextMeasure(columns.flatMap((column) => ("cells" in column ? column.cells : [])));
  const kept = dropSpareColumns(columns, maxWidth, measure);
  const bars = kept.filter((column) => !("cells" in column)).length;
  const each = Math.min(
    Math.floor(MAX_BAR_COLUMNS / bars),
    Math.floor((maxWidth - measureRequiredWidth(kept, measure)) / bars) - COLUMN_GAP.length,
  );
  const shown = each < MIN_BAR_COLUMNS ? kept.filter((column) => "cells" in column) : kept;
  const header = shown.map((column): Column => ("cells" in column ? column : { title: "", noWrap: true }));
  const cells = shown.map((column) =>
    "cells" in column ? column.cells : column.shares.map((share) => drawBar(share, each)),
  );
  const rows = (cells[0] ?? []).map((_, row) => cells.map((column) => column[row] ?? ""));
  return rows.length === 0 ? [] : renderTable(header, rows, maxWidth, style);
}

/** Drops spare columns until the rest fits. */
function dropSpareColumns(
  columns: readonly BarTableColumn[],
  maxWidth: number,
  measure: TextMeasure,
): readonly BarTableColumn[] {
  const spare = columns.findLast((column) => "spare" in column);
  if (!spare || measureRequiredWidth(columns, measure) <= maxWidth) return columns;
  const fewer = columns.filter((column) => column !== spare);
  return dropSpareColumns(fewer, maxWidth, measure);
}

/** The width that text columns need: in full, or their longest word for columns with a minimum width. */
function measureRequiredWidth(columns: readonly BarTableColumn[], measure: TextMeasure): number {
  const widths = columns.flatMap((column) => {
    if (!("cells" in column)) return [];
    const texts = [column.title, ...column.cells];
    return column.minWidth === undefined ? Math.max(...texts.map(measure)) : measureMinWidth(column, texts, measure);
  });
  return widths.reduce((sum, width) => sum + width, 0) + COLUMN_GAP.length * (widths.length - 1);
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

function drawBar(share: number, columns: number): string {
  const eighths = Math.round(share * columns * 8);
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}
