/** Plots of values over the weeks: totals as bars, answers as lines. */
import { plot } from "simple-ascii-chart";
import { monthNameOf, parseDay, toCalendarDate } from "../calendar.ts";
import type { WeekTotal } from "../journal/statistics/types.ts";

/** Height of bar plots without the axis; the midpoint has a row of its own. */
const BAR_ROWS = 7;
/** Axis labels of answers from 0 to 10: one row each. */
const SCORE_TICKS = [0, 2, 4, 6, 8, 10];

/** Weeks shown at most: one year. */
const MAX_PLOTTED_WEEKS = 53;

/** Columns taken by the axis and its labels. */
const WEEK_AXIS_COLUMNS = 6;

interface TitledPlot {
  readonly title: string;
  /** Empty if there is nothing to show. */
  readonly lines: readonly string[];
}

/** Plots all weekly statistics. @param columns the width of each plot. */
export function renderWeekPlots(weeks: readonly WeekTotal[], columns: number): readonly TitledPlot[] {
  return [
    { title: "Sessions a week", lines: renderBarPlot(weeks, ({ sessions }) => sessions, columns) },
    { title: "Minutes a week", lines: renderBarPlot(weeks, ({ minutes }) => minutes, columns) },
    {
      title: "Minutes under tension a week",
      lines: renderBarPlot(weeks, ({ tensionSeconds }) => tensionSeconds / 60, columns),
    },
    {
      title: "Effort by week (0 nothing at all, 10 as hard as it can be)",
      lines: renderScorePlot(weeks, "effort", columns),
    },
    {
      title: "Tightness by week (0 none, 10 as bad as it can be)",
      lines: renderScorePlot(weeks, "tightness", columns),
    },
    { title: "Pain by week (0 none, 10 as bad as it can be)", lines: renderScorePlot(weeks, "pain", columns) },
    { title: "Tightness on the left by week", lines: renderScorePlot(weeks, "tightnessLeft", columns) },
    { title: "Tightness on the right by week", lines: renderScorePlot(weeks, "tightnessRight", columns) },
  ];
}

/** One bar per week, scaled to a round maximum. */
function renderBarPlot(
  weeks: readonly WeekTotal[],
  measure: (week: WeekTotal) => number,
  columns: number,
): readonly string[] {
  const values = weeks.slice(-MAX_PLOTTED_WEEKS).map((week) => ({ week: week.week, value: measure(week) }));
  const most = Math.max(0, ...values.map(({ value }) => value));
  if (most === 0) return [];
  const step = most > 100 ? 50 : most > 10 ? 10 : 2;
  const to = Math.ceil(most / step) * step;
  return renderWeekPlot(values, { from: 0, to, ticks: [0, to / 2, to], rows: BAR_ROWS, columns, mode: "bar" });
}

function renderScorePlot(
  weeks: readonly WeekTotal[],
  field: "effort" | "tightness" | "tightnessLeft" | "tightnessRight" | "pain",
  columns: number,
): readonly string[] {
  const values = weeks.map((week) => ({ week: week.week, value: week[field] }));
  const rows = SCORE_TICKS.length;
  return renderWeekPlot(values, { from: 0, to: 10, ticks: SCORE_TICKS, rows, columns, mode: "line" });
}

interface WeekValue {
  /** Its first day, "2026-11-16". */
  readonly week: string;
  readonly value: number | null;
}

interface PlotOptions {
  readonly columns: number;
  /** Lines of the plot without its axis. */
  readonly rows: number;
  /** The range of values. */
  readonly from: number;
  readonly to: number;
  /** Axis labels. */
  readonly ticks: readonly number[];
}

interface WeekPlotOptions extends PlotOptions {
  readonly mode: "line" | "bar";
}

/** Plots the latest weeks: lines where there are answers, gaps where there are none. Empty if there is nothing to show. */
export function renderWeekPlot(values: readonly WeekValue[], options: WeekPlotOptions): readonly string[] {
  const { from, to, rows, columns, mode } = options;
  const most = Math.max(4, Math.min(MAX_PLOTTED_WEEKS, columns - WEEK_AXIS_COLUMNS));
  const shown = dropLeadingEmptyWeeks(values.slice(-most));
  if (shown.length === 0) return [];
  // As many columns per week as fit, so that every week is distinct.
  const each = Math.max(1, Math.min(4, Math.floor((columns - WEEK_AXIS_COLUMNS) / shown.length)));
  // A zero bar would still be drawn as a row of blocks.
  const seen = (value: number | null): value is number => value !== null && (mode === "line" || value > 0);
  // The library draws bars one row too high: scale to rows and subtract one.
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
      axis === "x" ? nameTick(shown, Math.round(value)) : mode === "line" ? value : Math.round(from + value * row),
  });
  return trimPlot(text);
}

/** The lines of a plot without the arrow at the top of its axis. */
function trimPlot(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && line.trim() !== "\u25B2");
}

/** Drops the weeks before the first answer. */
function dropLeadingEmptyWeeks(values: readonly WeekValue[]): readonly WeekValue[] {
  const first = values.findIndex(({ value }) => value !== null);
  return first < 0 ? [] : values.slice(first);
}

/** Splits the points into runs of consecutive weeks, so that no line crosses a gap. */
function splitAtGaps(points: readonly [number, number][]): [number, number][][] {
  const lines: [number, number][][] = [];
  for (const point of points) {
    const line = lines.at(-1);
    if (line && point[0] - (line.at(-1)?.[0] ?? 0) === 1) line.push(point);
    else lines.push([point]);
  }
  return lines;
}

/** The columns that the name of a month or a year takes. */
const TICK_COLUMNS = 5;

/** The first week of each month, if its name fits; that of a year comes before those beside it. */
function placeMonthTicks(shown: readonly WeekValue[], each: number): number[] {
  const starts = shown.flatMap((_, index) => (startsMonth(shown, index) ? [index] : []));
  const isNear = (index: number, other: number | undefined) =>
    other !== undefined && Math.abs(index - other) * each < TICK_COLUMNS;
  const years = starts.filter((index) => startsYear(shown, index));
  const found: number[] = [];
  for (const index of starts) {
    const isYear = years.includes(index);
    if (!isYear && years.some((year) => isNear(index, year))) continue;
    if (isYear || !isNear(index, found.at(-1))) found.push(index);
  }
  return found;
}

/** "Nov"; for January the year, so that the months on both sides of it are of a year that is known. */
function nameTick(shown: readonly WeekValue[], index: number): string {
  const date = dateOf(shown[index]);
  if (!date) return "";
  return startsYear(shown, index) ? String(date.year) : monthNameOf(date);
}

function startsMonth(shown: readonly WeekValue[], index: number): boolean {
  return index === 0 || dateOf(shown[index])?.month !== dateOf(shown[index - 1])?.month;
}

/** Whether a year begins within the plot, not before it. */
function startsYear(shown: readonly WeekValue[], index: number): boolean {
  return index > 0 && dateOf(shown[index])?.year !== dateOf(shown[index - 1])?.year;
}

function dateOf(value: WeekValue | undefined) {
  const day = value && parseDay(value.week);
  return day === null || day === undefined ? null : toCalendarDate(day);
}
