/** A figure over the weeks as a plot: lines where answers were given, gaps where none was. */
import { plot } from "simple-ascii-chart";
import { monthNameOf, parseDay, toCalendarDate } from "../calendar.ts";

export interface WeekValue {
  /** Its Monday, "2026-11-16". */
  readonly week: string;
  readonly value: number | null;
}

export interface WeekPlotOptions {
  /** The range of the figure. */
  readonly from: number;
  readonly to: number;
  /** Figures at the axis. */
  readonly ticks: readonly number[];
  /** Lines of the plot without its axis. */
  readonly rows: number;
  readonly columns: number;
  readonly mode: "line" | "bar";
}

/** Weeks that are shown at most: a year. */
export const MAX_PLOTTED_WEEKS = 53;

/** Columns that the axis and its figures take. */
const WEEK_AXIS_COLUMNS = 6;

/** The lines of a plot of the latest weeks; none when there is nothing to show. */
export function renderWeekPlot(figures: readonly WeekValue[], options: WeekPlotOptions): readonly string[] {
  const { from, to, rows, columns, mode } = options;
  const most = Math.max(4, Math.min(MAX_PLOTTED_WEEKS, columns - WEEK_AXIS_COLUMNS));
  const shown = dropLeadingEmptyWeeks(figures.slice(-most));
  if (shown.length === 0) return [];
  // As many columns for each week as there is room for, so that every week stands on its own.
  const each = Math.max(1, Math.min(4, Math.floor((columns - WEEK_AXIS_COLUMNS) / shown.length)));
  // A bar of nothing would still be a line of blocks.
  const seen = (value: number | null): value is number => value !== null && (mode === "line" || value > 0);
  // A bar is drawn a row higher than its figure: bars are given in rows, so that one row less can be asked for.
  const row = mode === "line" ? 1 : (to - from) / (rows - 1);
  const inRows = (value: number) => (mode === "line" ? value : Math.round((value - from) / row));
  const drawn = (value: number) => (mode === "line" ? value : Math.max(0, inRows(value) - 1));
  const points = shown.flatMap(({ value }, index) => (seen(value) ? [[index, drawn(value)] as [number, number]] : []));
  const text = plot(mode === "line" ? splitAtGaps(points) : [points], {
    width: Math.max(2, (shown.length - 1) * each + 1),
    height: rows,
    yRange: mode === "line" ? [from, to] : [0, rows - 1],
    mode,
    customXAxisTicks: placeMonthTicks(shown, each),
    customYAxisTicks: options.ticks.map(inRows),
    formatter: (value, { axis }) =>
      axis === "x"
        ? monthNameOfWeek(shown[Math.round(value)]?.week)
        : mode === "line"
          ? value
          : Math.round(from + value * row),
  });
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && line.trim() !== "\u25B2");
}

/** Without the weeks before the first answer. */
function dropLeadingEmptyWeeks(figures: readonly WeekValue[]): readonly WeekValue[] {
  const first = figures.findIndex(({ value }) => value !== null);
  return first < 0 ? [] : figures.slice(first);
}

/** Points in weeks that follow one another, as lines of their own: a line does not run across a gap. */
function splitAtGaps(points: readonly [number, number][]): [number, number][][] {
  const lines: [number, number][][] = [];
  for (const point of points) {
    const line = lines.at(-1);
    if (line && point[0] - (line.at(-1)?.[0] ?? 0) === 1) line.push(point);
    else lines.push([point]);
  }
  return lines;
}

/** The first week of each month, where its name has room. */
function placeMonthTicks(shown: readonly WeekValue[], each: number): number[] {
  const found: number[] = [];
  for (const [index, { week }] of shown.entries()) {
    const starts = index === 0 || monthNameOfWeek(week) !== monthNameOfWeek(shown[index - 1]?.week);
    const room = found.length === 0 || (index - (found.at(-1) ?? 0)) * each >= 5;
    if (starts && room) found.push(index);
  }
  return found;
}

function monthNameOfWeek(week: string | undefined): string {
  const day = week === undefined ? null : parseDay(week);
  return day === null ? "" : monthNameOf(toCalendarDate(day));
}
