/** The page of `unwind stats`: totals, the last weeks, the year, and with `--all` exercises, muscles, sides and answers. */
import { formatDay, monthNameOf, toCalendarDate, weekStartOf } from "../calendar.ts";
import type { DayTotal, Statistics, Streak } from "../journal/statistics/types.ts";
import { formatDuration } from "../text/duration.ts";
import { formatCount } from "../text/sentence.ts";
import { CHART_CELL_COLUMNS, formatValue, renderColumnChart } from "./column-chart.ts";
import { renderHeatMap, WEEKDAY_NAMES } from "./heat-map.ts";
import { renderWeekPlots } from "./plots.ts";
import { exerciseColumns, muscleColumns, sideColumns } from "./stats-tables.ts";
import type { Style } from "./style.ts";
import { type BarTableColumn, renderBarTable } from "./table.ts";
import { loadTextMeasure, wrapText } from "./text-width.ts";

/** More width would not be clearer. */
const MAX_STATS_COLUMNS = 120;
const INDENT = "  ";

interface StatsPageOptions {
  /** Today, a local day, and the weekday on which weeks begin, 0 for Monday. */
  readonly today: number;
  readonly firstWeekday: number;
  readonly columns: number;
  readonly howOften?: readonly string[];
  /** Whether exercises, muscles, sides and the course of a year are shown, too. */
  readonly all: boolean;
}

/**
 * Renders the lines of the page.
 *
 * @param days all days with training: weeks and calendar always show all, whatever period the rest covers.
 */
export async function renderStatsPage(
  statistics: Statistics,
  days: readonly DayTotal[],
  { today, firstWeekday, columns, all, howOften = [] }: StatsPageOptions,
  style: Style,
): Promise<readonly string[]> {
  const width = Math.max(MIN_STATS_COLUMNS, Math.min(columns, MAX_STATS_COLUMNS)) - INDENT.length;
  const facts = [describeTotals(statistics), describeStreak(statistics.streak), ...howOften];
  const measure = await loadTextMeasure(facts);
  const bars = async (columns: readonly BarTableColumn[]) =>
    colourFilledGlyphs(await renderBarTable(columns, width, style), style);
  const sections: (readonly [title: string, lines: readonly string[]])[] = [
    [describeSessions(statistics), facts.flatMap((fact) => wrapText(fact, width, measure))],
    ...renderRecentWeeks(days, today, firstWeekday, width, style),
    ["The last year, minutes a day", renderHeatMap(days, today, width, style, firstWeekday)],
    ...(all
      ? ([
          ["Time under tension by exercise", await bars(exerciseColumns(statistics))],
          ["Time under tension by muscle", await bars(muscleColumns(statistics))],
          ["Left against right", await bars(sideColumns(statistics))],
          ...renderWeekPlots(statistics.weeks, Math.max(MIN_PLOT_COLUMNS, width)).map(
            ([title, lines]) => [title, colourFilledGlyphs(lines, style)] as const,
          ),
        ] as const)
      : []),
  ];
  const page = sections
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines], index) => [
      ...(index === 0 ? [] : [""]),
      ...wrapText(title, columns, measure).map(style.heading),
      ...lines.map((line) => (INDENT + line).trimEnd()),
    ]);
  return all ? page : [...page, "", ...wrapText(MORE, columns, measure).map(style.faint)];
}

const MORE = "By exercise, muscle and side, and week by week: unwind stats --all";

/** A narrower terminal breaks what is wider; plots over the weeks need more. */
const MIN_STATS_COLUMNS = 20;
const MIN_PLOT_COLUMNS = 38;
/** Height of the charts, in lines without values and names. */
const CHART_ROWS = 4;
const RECENT_WEEKS = 12;
const THIS_WEEK = "This week, minutes a day";

/** This week by days, and the last twelve; side by side where there is room, and the days in words where there is little. */
function renderRecentWeeks(
  days: readonly DayTotal[],
  today: number,
  firstWeekday: number,
  width: number,
  style: Style,
): readonly (readonly [string, readonly string[]])[] {
  const minutesOf = new Map(days.map(({ date, minutes }) => [date, minutes]));
  const sum = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => minutesOf.get(formatDay(from + index)) ?? 0).reduce((a, b) => a + b, 0);
  const first = weekStartOf(today, firstWeekday);
  const week = WEEKDAY_NAMES.map((_, index) => ({
    label: WEEKDAY_NAMES[(index + firstWeekday) % 7] ?? "",
    value: sum(first + index, 1),
  }));
  const count = Math.min(RECENT_WEEKS, Math.floor(width / CHART_CELL_COLUMNS));
  const lastWeeks = `The last ${count} weeks, minutes a week`;
  const weeks = Array.from({ length: count }, (_, index) => {
    const from = first - (count - 1 - index) * 7;
    const { day, month } = toCalendarDate(from);
    const isNewMonth = index === 0 || month !== toCalendarDate(from - 7).month;
    return { label: isNewMonth ? monthNameOf(toCalendarDate(from)) : String(day), value: sum(from, 7) };
  });
  const weekColumns = week.length * CHART_CELL_COLUMNS;
  const left =
    weekColumns > width
      ? week.filter(({ value }) => value > 0).map(({ label, value }) => `${label} ${formatValue(value)}`)
      : renderColumnChart(week, CHART_ROWS, style);
  const right = renderColumnChart(weeks, CHART_ROWS, style);
  const leftColumns = weekColumns + INDENT.length;
  if (leftColumns + weeks.length * CHART_CELL_COLUMNS > width) {
    return [
      [THIS_WEEK, left],
      [lastWeeks, right],
    ];
  }
  const title = THIS_WEEK.padEnd(INDENT.length + leftColumns) + lastWeeks;
  return [[title, left.map((line, row) => line + INDENT + (right[row] ?? ""))]];
}

function describeSessions({ sessions, finished, partial, unfinished }: Statistics): string {
  const kinds = [
    `${finished} finished`,
    ...(partial ? [`${partial} partial`] : []),
    ...(unfinished ? [`${unfinished} unfinished`] : []),
  ];
  return `${formatCount(sessions, "session")} (${kinds.join(", ")})`;
}

function describeTotals({ minutes, sets, tensionSeconds, liftedKg }: Statistics): string {
  const facts = [
    formatDuration(minutes * 60_000),
    formatCount(sets, "set"),
    `${formatDuration(tensionSeconds * 1000)} under tension`,
  ];
  return [...facts, ...(liftedKg === undefined ? [] : [`${formatKilograms(liftedKg)} lifted`])].join(" · ");
}

/** 840 → "840 kg", 12_340 → "12.3 t". */
function formatKilograms(kg: number): string {
  return kg < 10_000 ? `${Math.round(kg)} kg` : `${(kg / 1000).toFixed(1)} t`;
}

function describeStreak({ unit, goal, present, longest }: Streak): string {
  const each = goal === null ? "" : ` with ${goal} or more days of training`;
  return `Streak: ${formatCount(present, unit)} in a row${each} now, ${formatCount(longest, unit)} the longest`;
}

/** Block and plot characters, as escapes that every loader of the program understands. */
const FILLED_GLYPHS = /[\u2588-\u258F\u2501\u2503\u250F\u2513\u2517\u251B]+/g;

/** Colours bars and plot lines; they are laid out without colours. */
function colourFilledGlyphs(lines: readonly string[], style: Style): string[] {
  return lines.map((line) => line.replace(FILLED_GLYPHS, (full) => style.filled(full)));
}
