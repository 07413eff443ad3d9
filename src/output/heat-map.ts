/** A year of training as a calendar: a column a week, a row a weekday, the fuller the longer; told apart without colour. */
import { dateOf, mondayOf, monthName, parseDay } from "../calendar.ts";
import type { DayTotal } from "../journal/statistics/statistics-types.ts";
import type { Style } from "./style.ts";

const WEEKS = 53;
const LABEL = 4;
const ROWS = ["Mon", "", "Wed", "", "Fri", "", "Sun"];
const NOTHING = "·";

/** From so many minutes on a day looks so. */
const SHADES: readonly (readonly [fromMinutes: number, glyph: string])[] = [
  [40, "█"],
  [20, "▓"],
  [10, "▒"],
  [0, "░"],
];

/**
 * The lines of the calendar of the year up to `today`, in at most `columns` (a narrow terminal shows fewer weeks).
 *
 * @param days days with training.
 * @param today a local day.
 */
export function heatMap(days: readonly DayTotal[], today: number, columns: number, style: Style): readonly string[] {
  const cell = columns >= LABEL + WEEKS * 2 ? 2 : 1;
  const weeks = Math.max(1, Math.min(WEEKS, Math.floor((columns - LABEL) / cell)));
  const first = mondayOf(today) - (weeks - 1) * 7;
  const minutesOf = new Map(days.map((day) => [parseDay(day.date), day.minutes]));
  const rows = ROWS.map((label, weekday) => {
    const cells = Array.from({ length: weeks }, (_, week) => {
      const day = first + week * 7 + weekday;
      const glyph = day > today ? " " : glyphOf(minutesOf.get(day));
      return paint(glyph.padEnd(cell), glyph, style);
    });
    return style.faint(label.padEnd(LABEL)) + cells.join("");
  });
  return [
    style.faint(" ".repeat(LABEL) + months(first, weeks, cell)),
    ...rows.map((row) => row.trimEnd()),
    ...legend(columns - LABEL, style).map((line) => " ".repeat(LABEL) + line),
  ];
}

/** What the glyphs mean, in as many lines as it takes. */
function legend(columns: number, style: Style): string[] {
  const glyphs = [NOTHING, ...SHADES.map(([, glyph]) => glyph).reverse()];
  const words = ["none", "under 10 min", "10–19", "20–39", "40 and more"];
  const lines: { text: string; width: number }[] = [];
  for (const [index, glyph] of glyphs.entries()) {
    const entry = { text: `${paint(glyph, glyph, style)} ${words[index]}`, width: 2 + (words[index]?.length ?? 0) };
    const last = lines.at(-1);
    if (last && last.width + 2 + entry.width <= columns) {
      last.text += `  ${entry.text}`;
      last.width += 2 + entry.width;
    } else {
      lines.push(entry);
    }
  }
  return lines.map(({ text }) => text);
}

function glyphOf(minutes: number | undefined): string {
  if (minutes === undefined) return NOTHING;
  return SHADES.find(([from]) => minutes >= from)?.[1] ?? NOTHING;
}

function paint(text: string, glyph: string, style: Style): string {
  if (glyph === " ") return text;
  return glyph === NOTHING ? style.faint(text) : style.full(text);
}

/** The names of the months, each over the first week that begins in it, where there is room for it. */
function months(first: number, weeks: number, cell: number): string {
  let line = "";
  let before = dateOf(first - 7).month;
  for (let week = 0; week < weeks; week += 1) {
    const date = dateOf(first + week * 7);
    const at = week * cell;
    if (date.month !== before && line.length <= at && at + 3 <= weeks * cell) {
      line = `${line.padEnd(at)}${monthName(date)} `;
    }
    before = date.month;
  }
  return line.trimEnd();
}
