/** What looking back looks like: totals, a calendar, tables with bars, and every figure over time as a plot. */
import type { DayTotal, Statistics } from "../journal/statistics/statistics-types.ts";
import type { Streak } from "../journal/statistics/streaks.ts";
import { barTable } from "./bar-table.ts";
import { heatMap } from "./heat-map.ts";
import type { Style } from "./style.ts";
import { weekPlots } from "./week-plots.ts";
import { measureFor, wrap } from "./width.ts";

/** Wider than this nothing gets clearer. */
const WIDEST = 120;
const INDENT = "  ";
/** Columns that a name has before it is broken between its words. */
const NAME = 14;

/**
 * The lines of the page.
 *
 * @param days all days with training: the calendar shows a year, whatever time the rest is about.
 * @param today a local day.
 */
export async function statsPage(
  statistics: Statistics,
  days: readonly DayTotal[],
  today: number,
  columns: number,
  style: Style,
): Promise<readonly string[]> {
  const room = Math.max(40, Math.min(columns, WIDEST)) - INDENT.length;
  const facts = [amountsText(statistics), streakText(statistics.streak)];
  const measure = await measureFor(facts);
  const sections: (readonly [title: string, lines: readonly string[]])[] = [
    [sessionsText(statistics), facts.flatMap((fact) => wrap(fact, room, measure))],
    ["The last year, minutes a day", heatMap(days, today, room, style)],
    ["Time under tension by exercise", await exercises(statistics, room, style)],
    ["Time under tension by muscle", await muscles(statistics, room, style)],
    ["Left against right", await sides(statistics, room, style)],
    ...weekPlots(statistics.weeks, room).map(({ title, lines }) => [title, painted(lines, style)] as const),
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines], index) => [
      ...(index === 0 ? [] : [""]),
      ...wrap(title, columns, measure).map(style.heading),
      ...lines.map((line) => (INDENT + line).trimEnd()),
    ]);
}

function sessionsText({ sessions, finished, partial, unfinished }: Statistics): string {
  const kinds = [
    `${finished} finished`,
    ...(partial ? [`${partial} partial`] : []),
    ...(unfinished ? [`${unfinished} unfinished`] : []),
  ];
  return `${sessions} ${sessions === 1 ? "session" : "sessions"} (${kinds.join(", ")})`;
}

function amountsText({ minutes, sets, tensionSeconds }: Statistics): string {
  return [lengthText(minutes * 60), `${sets} sets`, `${lengthText(tensionSeconds)} under tension`].join(" · ");
}

function streakText({ unit, goal, present, longest }: Streak): string {
  const of = (count: number) => `${count} ${unit}${count === 1 ? "" : "s"}`;
  const each = goal === null ? "" : ` with ${goal} or more days of training`;
  return `Streak: ${of(present)} in a row${each} now, ${of(longest)} the longest`;
}

async function paintedBars(columns: Parameters<typeof barTable>[0], room: number, style: Style) {
  return painted(await barTable(columns, room, style), style);
}

function exercises({ exercises: all }: Statistics, room: number, style: Style): Promise<readonly string[]> {
  const seconds = all.map((total) => total.tensionSeconds);
  return paintedBars(
    [
      { title: "exercise", least: NAME, cells: all.map(({ name }) => name) },
      { title: "sessions", align: "right", spare: true, cells: all.map(({ sessions }) => String(sessions)) },
      { title: "sets", align: "right", spare: true, cells: all.map(({ sets }) => String(sets)) },
      { title: "reps", align: "right", spare: true, cells: all.map(({ reps }) => String(reps)) },
      { title: "tension", align: "right", cells: seconds.map(lengthText) },
      { shares: shares(seconds, seconds) },
    ],
    room,
    style,
  );
}

function muscles({ muscles: all }: Statistics, room: number, style: Style): Promise<readonly string[]> {
  const seconds = all.map((total) => total.tensionSeconds);
  return paintedBars(
    [
      { title: "muscle", least: NAME, cells: all.map(({ muscle }) => muscle) },
      { title: "tension", align: "right", cells: seconds.map(lengthText) },
      { shares: shares(seconds, seconds) },
    ],
    room,
    style,
  );
}

/** For exercises that work sides: both as bars of one scale, and which is ahead. */
function sides({ exercises: all }: Statistics, room: number, style: Style): Promise<readonly string[]> {
  const sided = all.filter((total) => total.left + total.right > 0);
  const left = sided.map((total) => total.left);
  const right = sided.map((total) => total.right);
  const both = [...left, ...right];
  return paintedBars(
    [
      { title: "exercise", least: NAME, cells: sided.map(({ name }) => name) },
      { title: "left", align: "right", cells: left.map(lengthText) },
      { shares: shares(left, both) },
      { title: "right", align: "right", cells: right.map(lengthText) },
      { shares: shares(right, both) },
      { title: "balance", cells: sided.map((total) => balance(total.left, total.right)) },
    ],
    room,
    style,
  );
}

/** Less than this share of difference is no difference, and less than this time is nothing. */
const EVEN = 0.02;
const LEAST_SECONDS = 1;

function balance(left: number, right: number): string {
  const [less, more] = [Math.min(left, right), Math.max(left, right)];
  const side = left > right ? "left" : "right";
  if (more < LEAST_SECONDS || (more - less) / more < EVEN) return "even";
  // Nothing, or as good as that, is no measure of how much more the other is.
  return less < LEAST_SECONDS ? `${side} only` : `${side} +${Math.round((more / less - 1) * 100)} %`;
}

/** Each as a share of the most among all; none where that is nothing. */
function shares(seconds: readonly number[], all: readonly number[]): readonly number[] {
  const most = Math.max(...all);
  return seconds.map((one) => (most < LEAST_SECONDS ? 0 : one / most));
}

/** Blocks and the lines of a plot; written as escapes, which every way of loading the program understands. */
const FULL = /[\u2588-\u258F\u2501\u2503\u250F\u2513\u2517\u251B]+/g;

/** Bars and plotted lines in their colour; they are laid out without colours. */
function painted(lines: readonly string[], style: Style): string[] {
  return lines.map((line) => line.replace(FULL, (full) => style.full(full)));
}

/** "45 s", "12 min", "3 h 05 min". */
export function lengthText(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}
