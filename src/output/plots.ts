/** Plots of values over the weeks: totals as bars, answers as lines. */
import { plot } from "simple-ascii-chart";
import { monthNameOf, parseDay, toCalendarDate } from "../calendar.ts";
import type { WeekTotal } from "../journal/statistics/types.ts";

/** Height of bar plots without the axis; the midpoint has a row of its own. */
const BAR_ROWS = 7;
/** Answers from 0 to 10: one row for each label. */
const SCORE_SCALE = { to: 10, ticks: [0, 2, 4, 6, 8, 10], rows: 6 };

/** Weeks shown at most: one year. */
const MAX_PLOTTED_WEEKS = 53;

/** Columns taken by the axis and its labels. */
const WEEK_AXIS_COLUMNS = 6;

/** What is plotted: totals as bars, answers as lines. */
const PLOTS: readonly (readonly [title: string, mode: "line" | "bar", measure: (week: WeekTotal) => number | null])[] =
  [
    ["Sessions a week", "bar", (week) => week.sessions],
    ["Minutes a week", "bar", (week) => week.minutes],
    ["Minutes under tension a week", "bar", (week) => week.tensionSeconds / 60],
    ["Effort by week (0 nothing at all, 10 as hard as it can be)", "line", (week) => week.effort],
    ["Tightness by week (0 none, 10 as bad as it can be)", "line", (week) => week.tightness],
    ["Pain by week (0 none, 10 as bad as it can be)", "line", (week) => week.pain],
    ["Tightness on the left by week", "line", (week) => week.tightnessLeft],
    ["Tightness on the right by week", "line", (week) => week.tightnessRight],
  ];

/** Plots all weekly statistics, each with its title; no lines where there is nothing to show. @param columns of each plot. */
export function renderWeekPlots(
  weeks: readonly WeekTotal[],
  columns: number,
): readonly (readonly [title: string, lines: readonly string[]])[] {
  return PLOTS.map(([title, mode, measure]) => {
    const values = weeks.slice(-MAX_PLOTTED_WEEKS).map((week) => ({ week: week.week, value: measure(week) }));
    const scale = mode === "line" ? SCORE_SCALE : createBarScale(values);
    return [title, scale ? renderWeekPlot(values, { ...scale, mode, columns }) : []];
  });
}

/** Up to a round maximum; null if there is nothing to show. */
function createBarScale(values: readonly WeekValue[]) {
  const most = Math.max(0, ...values.map(({ value }) => value ?? 0));
  const step = most > 100 ? 50 : most > 10 ? 10 : 2;
  const to = Math.ceil(most / step) * step;
  return most === 0 ? null : { to, ticks: [0, to / 2, to], rows: BAR_ROWS };
}

interface WeekValue {
  /** Its first day, "2026-11-16". */
  readonly week: string;
  readonly value: number | null;
}

interface WeekPlotOptions {
  readonly mode: "line" | "bar";
  readonly columns: number;
  /** Lines of the plot without its axis. */
  readonly rows: number;
  /** The highest value; the lowest is 0. */
  readonly to: number;
  /** Axis labels. */
  readonly ticks: readonly number[];
}

/** Plots the latest weeks: lines where there are answers, gaps where there are none. Empty if there is nothing to show. */
export function renderWeekPlot(values: readonly WeekValue[], options: WeekPlotOptions): readonly string[] {
  const { to, rows, columns, mode } = options;
  const most = Math.max(4, Math.min(MAX_PLOTTED_WEEKS, columns - WEEK_AXIS_COLUMNS));
  const shown = dropLeadingEmptyWeeks(values.slice(-most));
  if (shown.length === 0) return [];
  // As many columns per week as fit, so that every week is distinct.
  const each = Math.max(1, Math.min(4, Math.floor((columns - WEEK_AXIS_COLUMNS) / shown.length)));
  // A zero bar would still be drawn as a row of blocks.
  const seen = (value: number | null): value is number => value !== null && (mode === "line" || value > 0);
  // The library draws bars one row too high: scale to rows and subtract one.
  const row = mode === "line" ? 1 : to / (rows - 1);
  const inRows = (value: number) => (mode === "line" ? value : Math.round(value / row));
  const drawn = (value: number) => (mode === "line" ? value : Math.max(0, inRows(value) - 1));
  const points = shown.flatMap(({ value }, index) => (seen(value) ? [[index, drawn(value)] as [number, number]] : []));
  const text = plot(mode === "line" ? splitAtGaps(points) : [points], {
    width: Math.max(2, (shown.length - 1) * each + 1),
    height: rows,
    yRange: [0, mode === "line" ? to : rows - 1],
    mode,
    customXAxisTicks: placeMonthTicks(shown, each),
    customYAxisTicks: options.ticks.map(inRows),
    formatter: (value, { axis }) =>
      axis === "x" ? nameTick(shown, Math.round(value)) : mode === "line" ? value : Math.round(value * row),
  });
  // Without the arrow at the top of its axis.
  const lines = text.split("\n").map((line) => line.trimEnd());
  return lines.filter((line) => line !== "" && line.trim() !== "\u25B2");
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
