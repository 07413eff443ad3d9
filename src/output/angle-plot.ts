/** The angles of tests over time: a point for each, with the band within which a measurement can err. */
import { formatDate } from "../calendar.ts";
import type { Style } from "./style.ts";

export interface AnglePoint {
  /** The local day of the test (see calendar.ts). */
  readonly day: number;
  readonly degrees: number;
}

interface AnglePlotOptions {
  readonly columns: number;
  /** Lines of the plot without its axis. */
  readonly rows: number;
  /** The range of degrees; it grows if a point lies outside. */
  readonly from: number;
  readonly to: number;
  /** Degrees on either side of a point that are no change. */
  readonly errorDegrees: number;
  /** Today, a local day: dates of other years show theirs. */
  readonly today: number;
}

const AXIS_COLUMNS = 7;
const MAX_WIDTH = 56;

/** Renders the plot; nothing without points. Points of one column stand in the row of the latest. */
export function renderAnglePlot(
  points: readonly AnglePoint[],
  options: AnglePlotOptions,
  style: Style,
): readonly string[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const { rows, errorDegrees, today } = options;
  const degrees = points.map((point) => point.degrees);
  const to = Math.max(options.to, ...degrees);
  const step = (to - Math.min(options.from, ...degrees)) / (rows - 1);
  const rowOf = (value: number) => Math.min(rows - 1, Math.max(0, Math.round((to - value) / step)));
  const width = Math.max(8, Math.min(MAX_WIDTH, options.columns - AXIS_COLUMNS));
  const span = last.day - first.day;
  // A single test stands at the left, below its date.
  const columnOf = (day: number) => 1 + (span === 0 ? 0 : Math.round(((day - first.day) / span) * (width - 3)));
  const cells = Array.from({ length: rows }, () => new Array<string>(width).fill(" "));
  for (const { day, degrees: value } of points) {
    const column = columnOf(day);
    for (let row = 0; row < rows; row++) {
      const line = cells[row];
      if (line) line[column] = row >= rowOf(value + errorDegrees) && row <= rowOf(value - errorDegrees) ? "┊" : " ";
    }
    const line = cells[rowOf(value)];
    if (line) line[column] = "●";
  }
  const labels = new Map([to, to - step * (rows - 1), last.degrees].map((value) => [rowOf(value), value]));
  const lines = cells.map((line, row) => {
    const label = labels.get(row);
    const axis = `${label === undefined ? "" : `${Math.round(label)}°`}`.padStart(AXIS_COLUMNS - 2);
    const drawn = line.join("").trimEnd();
    return style.faint(`${axis} ${label === undefined ? "│" : "┤"}`) + drawn.replaceAll("●", style.filled("●"));
  });
  const dates = span === 0 ? [first] : [first, last];
  const texts = dates.map(({ day }) => formatDate(day, today));
  const gap = width - texts.join("").length;
  const names = texts.length > 1 && gap > 0 ? texts.join(" ".repeat(gap)) : (texts.at(-1) ?? "");
  return [...lines, style.faint(`${" ".repeat(AXIS_COLUMNS)}${names}`)];
}
