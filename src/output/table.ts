/**
 * Tables that fit the terminal: columns share the width, long cells wrap between words, spare columns go, and where not
 * even that helps every row becomes a paragraph of its own. Bars take the width that is left.
 */
import type { Style } from "./style.ts";
import { joinInLines, loadTextMeasure, padText, type TextMeasure, wrapText } from "./text-width.ts";

export interface Column {
  readonly title: string;
  readonly align?: "right";
  /** The minimum width of a column that wraps; it never gets less than its longest word. */
  readonly minWidth?: number;
  /** For names that people copy: never wrapped. */
  readonly noWrap?: true;
  /** Dropped when space is short, the last such column first. */
  readonly spare?: true;
  /** Whether its cells say what they are without the title. */
  readonly selfEvident?: true;
  /** Whether the title is the unit of its cells. */
  readonly titleIsUnit?: true;
}

/** Between columns. */
const COLUMN_GAP = "  ";

/** A word longer than this is broken rather than given a column of its own width. */
const MAX_WHOLE_WORD_WIDTH = 16;

/** What stands in a cell that has nothing to say. */
const EMPTY_CELLS: ReadonlySet<string> = new Set(["", "–"]);

/**
 * Renders a table. Every row has a cell for every column.
 *
 * @param maxWidth the width of the terminal.
 */
export async function renderTable(
  header: readonly Column[],
  rows: readonly (readonly string[])[],
  maxWidth: number,
  style: Style,
): Promise<readonly string[]> {
  const columns = header.map((column, index) => ({ ...column, cells: rows.map((row) => row[index] ?? "") }));
  return renderColumns(columns, maxWidth, style);
}

type FilledColumn = Column & { readonly cells: readonly string[] };

async function renderColumns(
  columns: readonly FilledColumn[],
  maxWidth: number,
  style: Style,
): Promise<readonly string[]> {
  const measure = await loadTextMeasure(columns.flatMap(({ title, cells }) => [title, ...cells]));
  const rows = [...(columns[0]?.cells.keys() ?? [])];
  const shown = dropSpareColumns(columns, maxWidth, measure);
  const least = shown.map((column) => measureMinWidth(column, measure));
  if (sumWidths(least) > maxWidth)
    return rows.flatMap((row) => formatParagraph(columns, row, maxWidth, measure, style));
  const widths = fitColumnWidths(shown, least, maxWidth, measure);
  const formatLine = (cells: readonly string[]) => formatRow(cells, shown, widths, measure);
  return [
    ...formatLine(shown.map(({ title }) => title)).map(style.faint),
    ...rows.flatMap((row) => formatLine(shown.map(({ cells }) => cells[row] ?? ""))),
  ];
}

/** A row as text: its first cell, and below it the others with their titles. */
function formatParagraph(
  [first, ...others]: readonly FilledColumn[],
  row: number,
  maxWidth: number,
  measure: TextMeasure,
  style: Style,
): readonly string[] {
  const parts = others.flatMap(({ title, selfEvident, titleIsUnit, cells }) => {
    const cell = cells[row] ?? "";
    if (EMPTY_CELLS.has(cell)) return [];
    return [selfEvident ? cell : titleIsUnit ? `${cell} ${title}` : `${title} ${cell}`];
  });
  const lines = joinInLines(parts, " · ", Math.max(1, maxWidth - COLUMN_GAP.length), measure);
  const name = wrapText(first?.cells[row] ?? "", maxWidth, measure);
  return [...name.map(style.strong), ...lines.map((line) => COLUMN_GAP + line)];
}

function sumWidths(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + COLUMN_GAP.length * Math.max(0, widths.length - 1);
}

/** Column widths: the widest cell of each, with the widest column reduced until all fit. */
function fitColumnWidths(
  columns: readonly FilledColumn[],
  least: readonly number[],
  maxWidth: number,
  measure: TextMeasure,
): readonly number[] {
  const widths = columns.map(({ title, cells }) => Math.max(...[title, ...cells].map(measure)));
  for (let over = sumWidths(widths) - maxWidth; over > 0; over -= 1) {
    const reducible = widths.map((width, index) => (width > (least[index] ?? 0) ? width : 0));
    const widest = Math.max(...reducible);
    if (widest === 0) break;
    widths[reducible.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** The minimum width of a column before words must break. */
function measureMinWidth({ title, cells, noWrap, minWidth = 0 }: FilledColumn, measure: TextMeasure): number {
  const texts = [title, ...cells];
  const widest = Math.max(...texts.map(measure));
  if (noWrap) return widest;
  const words = texts.flatMap((text) => text.split(/(?<=-)|\s/));
  const longest = Math.min(MAX_WHOLE_WORD_WIDTH, Math.max(...words.map(measure)));
  return Math.min(widest, Math.max(minWidth, longest));
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

/** A column of bars. */
interface BarColumn {
  /** Lengths relative to the longest bar, 0 to 1. */
  readonly shares: readonly number[];
}

export type BarTableColumn = FilledColumn | BarColumn;

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
  const filled = shown.map((column): FilledColumn => {
    if ("cells" in column) return column;
    return { title: "", noWrap: true, cells: column.shares.map((share) => drawBar(share, each)) };
  });
  return filled[0]?.cells.length ? renderColumns(filled, maxWidth, style) : [];
}

/** Drops spare columns until the rest fits. */
function dropSpareColumns<T extends BarTableColumn>(
  columns: readonly T[],
  maxWidth: number,
  measure: TextMeasure,
): readonly T[] {
  const spare = columns.findLast((column) => "spare" in column);
  if (!spare || measureRequiredWidth(columns, measure) <= maxWidth) return columns;
  const others = columns.filter((column) => column !== spare);
  return dropSpareColumns(others, maxWidth, measure);
}

/** The width that text columns need: in full, or their longest word for columns with a minimum width. */
function measureRequiredWidth(columns: readonly BarTableColumn[], measure: TextMeasure): number {
  const widths = columns.flatMap((column) => {
    if (!("cells" in column)) return [];
    return measureMinWidth(column.minWidth === undefined ? { ...column, noWrap: true } : column, measure);
  });
  return sumWidths(widths);
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

function drawBar(share: number, columns: number): string {
  const eighths = Math.round(share * columns * 8);
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}
