/** A table of figures with bars beside them: the bars share the room that the figures leave, so that they never break. */
import type { Style } from "./style.ts";
import { type Column, GAP, leastWidth, table } from "./table.ts";
import { type Measure, measureFor } from "./width.ts";

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
const MOST_BARS = 20;
/** A shorter bar says nothing. */
const LEAST_BAR = 4;

/** The lines of the table; a bar stands for the same in all of its column. Without cells there are none. */
export async function barTable(
  columns: readonly (TextColumn | BarColumn)[],
  room: number,
  style: Style,
): Promise<readonly string[]> {
  const measure = await measureFor(columns.flatMap((column) => ("cells" in column ? column.cells : [])));
  const kept = affordable(columns, room, measure);
  const bars = kept.filter((column) => !("cells" in column)).length;
  const each = Math.min(Math.floor(MOST_BARS / bars), Math.floor((room - need(kept, measure)) / bars) - GAP.length);
  const shown = each < LEAST_BAR ? kept.filter((column) => "cells" in column) : kept;
  const header = shown.map((column): Column => ("cells" in column ? column : { title: "", whole: true }));
  const cells = shown.map((column) =>
    "cells" in column ? column.cells : column.shares.map((share) => bar(share, each)),
  );
  const rows = (cells[0] ?? []).map((_, row) => cells.map((column) => column[row] ?? ""));
  return rows.length === 0 ? [] : table(header, rows, room, style);
}

/** Without as many of the spare columns as the room calls for. */
function affordable(
  columns: readonly (TextColumn | BarColumn)[],
  room: number,
  measure: Measure,
): readonly (TextColumn | BarColumn)[] {
  const spare = columns.findLast((column) => "spare" in column);
  if (!spare || need(columns, measure) <= room) return columns;
  return affordable(
    columns.filter((column) => column !== spare),
    room,
    measure,
  );
}

/** What words and figures need: their whole width; where a column says how narrow it may be, its longest word. */
function need(columns: readonly (TextColumn | BarColumn)[], measure: Measure): number {
  const widths = columns.flatMap((column) => {
    if (!("cells" in column)) return [];
    const texts = [column.title, ...column.cells];
    return column.least === undefined ? Math.max(...texts.map(measure)) : leastWidth(column, texts, measure);
  });
  return widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

function bar(share: number, columns: number): string {
  const eighths = Math.round(share * columns * 8);
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}
