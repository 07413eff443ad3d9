/** An angle over time as a plot: a point for each test, joined in between. */
import { plot } from "simple-ascii-chart";
import { monthNameOf, toCalendarDate } from "../calendar.ts";

export interface AnglePoint {
  /** The local day of the test (see calendar.ts). */
  readonly day: number;
  readonly degrees: number;
}

export interface AnglePlotOptions {
  readonly columns: number;
  /** Lines of the plot without its axis. */
  readonly rows: number;
  /** The range that is always shown, wider where a point needs it. */
  readonly from: number;
  readonly to: number;
  /** What to hold the points against. */
  readonly ticks: readonly number[];
}

/** Columns that the axis and its figures take. */
const ANGLE_AXIS_COLUMNS = 7;

/** The lines of a plot; none without points. */
export function renderAnglePlot(points: readonly AnglePoint[], options: AnglePlotOptions): readonly string[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const degrees = points.map((point) => point.degrees);
  const width = Math.max(8, Math.min(56, options.columns - ANGLE_AXIS_COLUMNS));
  const span = last.day - first.day;
  // What was found last stands on for a little, so that it is seen.
  const drawn = [...points, { day: last.day + Math.max(1, Math.round(span / 16)), degrees: last.degrees }];
  const text = plot(
    drawn.map(({ day, degrees: value }) => [day - first.day, value] as [number, number]),
    {
      width,
      height: options.rows,
      yRange: [Math.min(options.from, ...degrees), Math.max(options.to, ...degrees)],
      customXAxisTicks: span === 0 ? [0] : [0, span],
      customYAxisTicks: [...options.ticks],
      formatter: (value, { axis }) => (axis === "x" ? formatDayAndMonth(first.day + Math.round(value)) : `${value}°`),
    },
  );
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && !/^\s*▲$/.test(line));
}

function formatDayAndMonth(day: number): string {
  const date = toCalendarDate(day);
  return `${date.day} ${monthNameOf(date)}`;
}
