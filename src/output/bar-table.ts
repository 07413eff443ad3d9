/** A table of figures with bars beside them: the bars share the room that the figures leave, so that they never break. */
import type { Style } from "./style.ts";
import { COLUMN_GAP, type Column, measureMinWidth, renderTable } from "./table.ts";
import { loadTextMeasure, type TextMeasure } from "./text-width.ts";

/** A column of words or figures. */
interface TextColumn extends Column {
  readonly cells: readonly string[];
  /** Left out, the last such column first, where the others have no room. */
  readonly spare?: true;
}

/** A column of bars. */
interface BarColumn {
  /** Shares of the longest bar, 0 to 1. */
  readonly shares: readonly number[];
}

/** Columns of all bars together; more make nothing clearer. */
const MAX_BAR_COLUMNS = 20;
/** A shorter bar says nothing. */
const MIN_BAR_COLUMNS = 4;

/** The lines of the table; a bar stands for the same in all of its column. Without cells there are none. */
export async function renderBarTable(
  columns: readonly (TextColumn | BarColumn)[],
  room: number,
  style: Style,
): Promise<readonly string[]> {
  const measure = await loadTextMeasure(columns.flatMap((column) => ("cells" in column ? column.cells : [])));
  const kept = dropSpareColumns(columns, room, measure);
  const bars = kept.filter((column) => !("cells" in column)).length;
  const each = Math.min(
    Math.floor(MAX_BAR_COLUMNS / bars),
    Math.floor((room - measureRequiredWidth(kept, measure)) / bars) - COLUMN_GAP.length,
  );
  const shown = each < MIN_BAR_COLUMNS ? kept.filter((column) => "cells" in column) : kept;
  const header = shown.map((column): Column => ("cells" in column ? column : { title: "", noWrap: true }));
  const cells = shown.map((column) =>
    "cells" in column ? column.cells : column.shares.map((share) => drawBar(share, each)),
  );
  const rows = (cells[0] ?? []).map((_, row) => cells.map((column) => column[row] ?? ""));
  return rows.length === 0 ? [] : renderTable(header, rows, room, style);
}

/** Without as many of the spare columns as the room calls for. */
function dropSpareColumns(
  columns: readonly (TextColumn | BarColumn)[],
  room: number,
  measure: TextMeasure,
): readonly (TextColumn | BarColumn)[] {
  const spare = columns.findLast((column) => "spare" in column);
  if (!spare || measureRequiredWidth(columns, measure) <= room) return columns;
  return dropSpareColumns(
    columns.filter((column) => column !== spare),
    room,
    measure,
  );
}

/** What words and figures need: their whole width; where a column says how narrow it may be, its longest word. */
function measureRequiredWidth(columns: readonly (TextColumn | BarColumn)[], measure: TextMeasure): number {
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
