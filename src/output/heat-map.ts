/**
 * A year of training as a calendar: one column per week, one row per weekday, darker glyphs for longer training. It can
 * be read without colour.
 */
import { formatDay, monthNameOf, toCalendarDate, weekStartOf } from "../calendar.ts";
import type { DayTotal } from "../journal/statistics/types.ts";
import type { Style } from "./style.ts";
import { joinInLines } from "./text-width.ts";

const CALENDAR_WEEKS = 53;
const DAY_LABEL_COLUMNS = 4;
export const WEEKDAY_NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/** Another dot than between words, which is a bar in ASCII. */
const EMPTY_GLYPH = "∙";
/** One glyph for every day where shades of a colour tell them apart. */
const SHADED_GLYPH = "■";

/** The glyph for a day with at least this many minutes, and what the legend says of it. */
const SHADES: readonly (readonly [fromMinutes: number, glyph: string, words: string])[] = [
  [40, "█", "40 and more"],
  [20, "▓", "20–39"],
  [10, "▒", "10–19"],
  [0, "░", "under 10 min"],
];

/**
 * Renders the year up to `today` in at most `columns`; a narrow terminal shows fewer weeks.
 *
 * @param days days with training.
 * @param today a local day.
 * @param firstWeekday the weekday of the first row, 0 for Monday.
 */
export function renderHeatMap(
  days: readonly DayTotal[],
  today: number,
  columns: number,
  style: Style,
  firstWeekday = 0,
): readonly string[] {
  const cell = columns >= DAY_LABEL_COLUMNS + CALENDAR_WEEKS * 2 ? 2 : 1;
  const weeks = Math.max(1, Math.min(CALENDAR_WEEKS, Math.floor((columns - DAY_LABEL_COLUMNS) / cell)));
  const first = weekStartOf(today, firstWeekday) - (weeks - 1) * 7;
  const minutesOf = new Map(days.map(({ date, minutes }) => [date, minutes]));
  const rows = WEEKDAY_NAMES.map((_, row) => {
    // Every other row is named.
    const label = row % 2 === 0 ? (WEEKDAY_NAMES[(row + firstWeekday) % 7] ?? "") : "";
    const cells = Array.from({ length: weeks }, (_, week) => {
      const day = first + week * 7 + row;
      const glyph = day > today ? " " : glyphOf(minutesOf.get(formatDay(day)));
      return styleGlyph(glyph.padEnd(cell), glyph, style);
    });
    return style.faint(label.padEnd(DAY_LABEL_COLUMNS)) + cells.join("");
  });
  return [
    style.faint(" ".repeat(DAY_LABEL_COLUMNS) + renderMonthNames(first, weeks, cell)),
    ...rows.map((row) => row.trimEnd()),
    ...renderLegend(columns - DAY_LABEL_COLUMNS, style).map((line) => " ".repeat(DAY_LABEL_COLUMNS) + line),
  ];
}

/** Explains the glyphs, on as many lines as needed. */
function renderLegend(columns: number, style: Style): string[] {
  const entries = [`${EMPTY_GLYPH} none`, ...SHADES.map(([, glyph, words]) => `${glyph} ${words}`).reverse()];
  return joinInLines(entries, "  ", columns, (text) => text.length).map((line) =>
    line.replace(/[∙░▒▓█]/g, (glyph) => styleGlyph(glyph, glyph, style)),
  );
}

function glyphOf(minutes: number | undefined): string {
  if (minutes === undefined) return EMPTY_GLYPH;
  return SHADES.find(([from]) => minutes >= from)?.[1] ?? EMPTY_GLYPH;
}

function styleGlyph(text: string, glyph: string, style: Style): string {
  if (glyph === " ") return text;
  if (glyph === EMPTY_GLYPH) return style.faint(text);
  const step = SHADES.length - SHADES.findIndex(([, shade]) => shade === glyph);
  return style.shade(style.hasShades ? text.replace(glyph, SHADED_GLYPH) : text, step);
}

/** Month names, each above its first full week, if it fits. */
function renderMonthNames(first: number, weeks: number, cell: number): string {
  let line = "";
  let before = toCalendarDate(first - 7).month;
  for (let week = 0; week < weeks; week += 1) {
    const date = toCalendarDate(first + week * 7);
    const at = week * cell;
    if (date.month !== before && line.length <= at && at + 3 <= weeks * cell) {
      line = `${line.padEnd(at)}${monthNameOf(date)} `;
    }
    before = date.month;
  }
  return line.trimEnd();
}
