/** What looking back looks like: totals, a calendar, tables with bars, and every figure over time as a plot. */
import type { DayTotal, Statistics } from "../journal/statistics-types.ts";
import type { Streak } from "../journal/streaks.ts";
import { heatMap } from "./heat-map.ts";
import type { Style } from "./style.ts";
import { type Column, table } from "./table.ts";
import { weekPlots } from "./week-plots.ts";
import { measureFor, wrap } from "./width.ts";

/** Wider than this nothing gets clearer. */
const WIDEST = 120;
const INDENT = "  ";
const BAR = 20;

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

async function exercises({ exercises }: Statistics, room: number, style: Style): Promise<readonly string[]> {
  const most = Math.max(...exercises.map((total) => total.tensionSeconds));
  const header: Column[] = [
    { title: "exercise", least: 14 },
    { title: "sessions", align: "right" },
    { title: "sets", align: "right" },
    { title: "reps", align: "right" },
    { title: "tension", align: "right" },
    { title: "", least: BAR },
  ];
  const rows = exercises.map((total) => [
    total.name,
    String(total.sessions),
    String(total.sets),
    String(total.reps),
    lengthText(total.tensionSeconds),
    bar(total.tensionSeconds, most),
  ]);
  return rows.length === 0 ? [] : painted(await table(header, rows, room, style), style);
}

async function muscles({ muscles }: Statistics, room: number, style: Style): Promise<readonly string[]> {
  const most = muscles[0]?.tensionSeconds ?? 0;
  const header: Column[] = [
    { title: "muscle", least: 14 },
    { title: "tension", align: "right" },
    { title: "", least: BAR },
  ];
  const rows = muscles.map((total) => [
    total.muscle,
    lengthText(total.tensionSeconds),
    bar(total.tensionSeconds, most),
  ]);
  return rows.length === 0 ? [] : painted(await table(header, rows, room, style), style);
}

/** For exercises that work sides: both as bars of one scale, and which is ahead. */
async function sides({ exercises }: Statistics, room: number, style: Style): Promise<readonly string[]> {
  const sided = exercises.filter((total) => total.left + total.right > 0);
  const most = Math.max(...sided.flatMap((total) => [total.left, total.right]));
  const header: Column[] = [
    { title: "exercise", least: 14 },
    { title: "left", align: "right" },
    { title: "", least: BAR / 2 },
    { title: "right", align: "right" },
    { title: "", least: BAR / 2 },
    { title: "balance" },
  ];
  const rows = sided.map(({ name, left, right }) => [
    name,
    lengthText(left),
    bar(left, most, BAR / 2),
    lengthText(right),
    bar(right, most, BAR / 2),
    balance(left, right),
  ]);
  return rows.length === 0 ? [] : painted(await table(header, rows, room, style), style);
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

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

function bar(value: number, most: number, width = BAR): string {
  const eighths = most >= LEAST_SECONDS ? Math.round((value / most) * width * 8) : 0;
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
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
