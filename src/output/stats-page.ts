/** What looking back looks like: totals, a calendar, tables with bars, and every figure over time as a plot. */
import type { Statistics, WeekTotal } from "../journal/statistics-types.ts";
import type { Streak } from "../journal/streaks.ts";
import { heatMap } from "./heat-map.ts";
import type { Style } from "./style.ts";
import { type Column, table } from "./table.ts";
import { weekPlot } from "./week-plot.ts";
import { measureFor, wrap } from "./width.ts";

/** Wider than this nothing gets clearer. */
const WIDEST = 120;
const INDENT = "  ";
const BAR = 20;
const BAR_ROWS = 8;
/** A row each. */
const SCORE_TICKS = [0, 2, 4, 6, 8, 10];

/** The lines of the page. @param today a local day. */
export async function statsPage(
  statistics: Statistics,
  today: number,
  columns: number,
  style: Style,
): Promise<readonly string[]> {
  const room = Math.max(40, Math.min(columns, WIDEST)) - INDENT.length;
  const facts = [amountsText(statistics), streakText(statistics.streak)];
  const measure = await measureFor(facts);
  const sections: (readonly [title: string, lines: readonly string[]])[] = [
    [sessionsText(statistics), facts.flatMap((fact) => wrap(fact, room, measure))],
    ["The last year, minutes a day", heatMap(statistics.days, today, room, style)],
    ["Time under tension by exercise", await exercises(statistics, room, style)],
    ["Time under tension by muscle", await muscles(statistics, room, style)],
    ["Left against right", await sides(statistics, room, style)],
    ["Minutes a week", painted(minutesPlot(statistics.weeks, room), style)],
    [
      "Effort by week (0 nothing at all, 10 as hard as it can be)",
      painted(scorePlot(statistics.weeks, "effort", room), style),
    ],
    [
      "Tightness by week (0 none, 10 as bad as it can be)",
      painted(scorePlot(statistics.weeks, "tightness", room), style),
    ],
    ["Tightness on the left by week", painted(scorePlot(statistics.weeks, "tightnessLeft", room), style)],
    ["Tightness on the right by week", painted(scorePlot(statistics.weeks, "tightnessRight", room), style)],
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

/** Less than this share of difference is no difference. */
const EVEN = 0.02;

function balance(left: number, right: number): string {
  const more = Math.max(left, right);
  const share = (more - Math.min(left, right)) / more;
  if (share < EVEN) return "even";
  return `${left > right ? "left" : "right"} +${Math.round((more / Math.max(1, Math.min(left, right)) - 1) * 100)} %`;
}

function scorePlot(
  weeks: readonly WeekTotal[],
  field: "effort" | "tightness" | "tightnessLeft" | "tightnessRight",
  room: number,
) {
  const figures = weeks.map((week) => ({ week: week.week, value: week[field] }));
  return weekPlot(figures, {
    from: 0,
    to: 10,
    ticks: SCORE_TICKS,
    rows: SCORE_TICKS.length,
    columns: room,
    mode: "line",
  });
}

function minutesPlot(weeks: readonly WeekTotal[], room: number): readonly string[] {
  const most = Math.max(0, ...weeks.slice(-53).map((week) => week.minutes));
  // A round figure above the highest bar.
  const step = most > 100 ? 50 : 10;
  const to = Math.max(step, Math.ceil((most + 1) / step) * step);
  const figures = weeks.map(({ week, minutes }) => ({ week, value: minutes }));
  return most === 0
    ? []
    : weekPlot(figures, { from: 0, to, ticks: [0, to / 2, to], rows: BAR_ROWS, columns: room, mode: "bar" });
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

function bar(value: number, most: number, width = BAR): string {
  const eighths = most > 0 ? Math.round((value / most) * width * 8) : 0;
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
