/** What looking back looks like: totals, a calendar, tables with bars, and every figure over time as a plot. */

import type { DayTotal, Statistics, Streak } from "../journal/statistics/types.ts";
import { renderBarTable } from "./bar-table.ts";
import { renderHeatMap } from "./heat-map.ts";
import { renderWeekPlots } from "./statistics-plots.ts";
import type { Style } from "./style.ts";
import { loadTextMeasure, wrapText } from "./text-width.ts";

/** Wider than this nothing gets clearer. */
const MAX_STATS_COLUMNS = 120;
const INDENT = "  ";
/** Columns that a name has before it is broken between its words. */
const MIN_NAME_COLUMNS = 14;

/**
 * The lines of the page.
 *
 * @param days all days with training: the calendar shows a year, whatever time the rest is about.
 * @param today a local day.
 */
export async function renderStatsPage(
  statistics: Statistics,
  days: readonly DayTotal[],
  today: number,
  columns: number,
  style: Style,
): Promise<readonly string[]> {
  const room = Math.max(40, Math.min(columns, MAX_STATS_COLUMNS)) - INDENT.length;
  const facts = [describeTotals(statistics), describeStreak(statistics.streak)];
  const measure = await loadTextMeasure(facts);
  const sections: (readonly [title: string, lines: readonly string[]])[] = [
    [describeSessions(statistics), facts.flatMap((fact) => wrapText(fact, room, measure))],
    ["The last year, minutes a day", renderHeatMap(days, today, room, style)],
    ["Time under tension by exercise", await renderExerciseTable(statistics, room, style)],
    ["Time under tension by muscle", await renderMuscleTable(statistics, room, style)],
    ["Left against right", await renderSideTable(statistics, room, style)],
    ...renderWeekPlots(statistics.weeks, room).map(
      ({ title, lines }) => [title, colourFilledGlyphs(lines, style)] as const,
    ),
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines], index) => [
      ...(index === 0 ? [] : [""]),
      ...wrapText(title, columns, measure).map(style.heading),
      ...lines.map((line) => (INDENT + line).trimEnd()),
    ]);
}

function describeSessions({ sessions, finished, partial, unfinished }: Statistics): string {
  const kinds = [
    `${finished} finished`,
    ...(partial ? [`${partial} partial`] : []),
    ...(unfinished ? [`${unfinished} unfinished`] : []),
  ];
  return `${sessions} ${sessions === 1 ? "session" : "sessions"} (${kinds.join(", ")})`;
}

function describeTotals({ minutes, sets, tensionSeconds }: Statistics): string {
  return [formatDuration(minutes * 60), `${sets} sets`, `${formatDuration(tensionSeconds)} under tension`].join(" · ");
}

function describeStreak({ unit, goal, present, longest }: Streak): string {
  const of = (count: number) => `${count} ${unit}${count === 1 ? "" : "s"}`;
  const each = goal === null ? "" : ` with ${goal} or more days of training`;
  return `Streak: ${of(present)} in a row${each} now, ${of(longest)} the longest`;
}

async function renderColouredBarTable(columns: Parameters<typeof renderBarTable>[0], room: number, style: Style) {
  return colourFilledGlyphs(await renderBarTable(columns, room, style), style);
}

function renderExerciseTable({ exercises: all }: Statistics, room: number, style: Style): Promise<readonly string[]> {
  const seconds = all.map((total) => total.tensionSeconds);
  return renderColouredBarTable(
    [
      { title: "exercise", minWidth: MIN_NAME_COLUMNS, cells: all.map(({ name }) => name) },
      { title: "sessions", align: "right", spare: true, cells: all.map(({ sessions }) => String(sessions)) },
      { title: "sets", align: "right", spare: true, cells: all.map(({ sets }) => String(sets)) },
      { title: "reps", align: "right", spare: true, cells: all.map(({ reps }) => String(reps)) },
      { title: "tension", align: "right", cells: seconds.map(formatDuration) },
      { shares: scaleToLongest(seconds, seconds) },
    ],
    room,
    style,
  );
}

function renderMuscleTable({ muscles: all }: Statistics, room: number, style: Style): Promise<readonly string[]> {
  const seconds = all.map((total) => total.tensionSeconds);
  return renderColouredBarTable(
    [
      { title: "muscle", minWidth: MIN_NAME_COLUMNS, cells: all.map(({ muscle }) => muscle) },
      { title: "tension", align: "right", cells: seconds.map(formatDuration) },
      { shares: scaleToLongest(seconds, seconds) },
    ],
    room,
    style,
  );
}

/** For exercises that work sides: both as bars of one scale, and which is ahead. */
function renderSideTable({ exercises: all }: Statistics, room: number, style: Style): Promise<readonly string[]> {
  const sided = all.filter((total) => total.left + total.right > 0);
  const left = sided.map((total) => total.left);
  const right = sided.map((total) => total.right);
  const both = [...left, ...right];
  return renderColouredBarTable(
    [
      { title: "exercise", minWidth: MIN_NAME_COLUMNS, cells: sided.map(({ name }) => name) },
      { title: "left", align: "right", cells: left.map(formatDuration) },
      { shares: scaleToLongest(left, both) },
      { title: "right", align: "right", cells: right.map(formatDuration) },
      { shares: scaleToLongest(right, both) },
      { title: "balance", cells: sided.map((total) => describeBalance(total.left, total.right)) },
    ],
    room,
    style,
  );
}

/** Less than this share of difference is no difference, and less than this time is nothing. */
const EVEN_SHARE = 0.02;
const MIN_SECONDS = 1;

function describeBalance(left: number, right: number): string {
  const [less, more] = [Math.min(left, right), Math.max(left, right)];
  const side = left > right ? "left" : "right";
  if (more < MIN_SECONDS || (more - less) / more < EVEN_SHARE) return "even";
  // Nothing, or as good as that, is no measure of how much more the other is.
  return less < MIN_SECONDS ? `${side} only` : `${side} +${Math.round((more / less - 1) * 100)} %`;
}

/** Each as a share of the most among all; none where that is nothing. */
function scaleToLongest(seconds: readonly number[], all: readonly number[]): readonly number[] {
  const most = Math.max(...all);
  return seconds.map((one) => (most < MIN_SECONDS ? 0 : one / most));
}

/** Blocks and the lines of a plot; written as escapes, which every way of loading the program understands. */
const FILLED_GLYPHS = /[\u2588-\u258F\u2501\u2503\u250F\u2513\u2517\u251B]+/g;

/** Bars and plotted lines in their colour; they are laid out without colours. */
function colourFilledGlyphs(lines: readonly string[], style: Style): string[] {
  return lines.map((line) => line.replace(FILLED_GLYPHS, (full) => style.filled(full)));
}

/** "45 s", "12 min", "3 h 05 min". */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}
