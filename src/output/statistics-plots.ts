/** Every figure of the weeks as a plot: amounts as bars, answers as lines. */
import type { WeekTotal } from "../journal/statistics/types.ts";
import { MAX_PLOTTED_WEEKS, renderWeekPlot } from "./week-plot.ts";

/** Lines of the bars without their axis: half of the highest figure has a line of its own. */
const BAR_ROWS = 7;
/** A row each. */
const SCORE_TICKS = [0, 2, 4, 6, 8, 10];

export interface TitledPlot {
  readonly title: string;
  /** None when there is nothing to show. */
  readonly lines: readonly string[];
}

/** @param columns the room that each plot has. */
export function renderWeekPlots(weeks: readonly WeekTotal[], columns: number): readonly TitledPlot[] {
  return [
    { title: "Sessions a week", lines: renderBarPlot(weeks, ({ sessions }) => sessions, columns) },
    { title: "Minutes a week", lines: renderBarPlot(weeks, ({ minutes }) => minutes, columns) },
    {
      title: "Minutes under tension a week",
      lines: renderBarPlot(weeks, ({ tensionSeconds }) => tensionSeconds / 60, columns),
    },
    {
      title: "Effort by week (0 nothing at all, 10 as hard as it can be)",
      lines: renderScorePlot(weeks, "effort", columns),
    },
    {
      title: "Tightness by week (0 none, 10 as bad as it can be)",
      lines: renderScorePlot(weeks, "tightness", columns),
    },
    { title: "Tightness on the left by week", lines: renderScorePlot(weeks, "tightnessLeft", columns) },
    { title: "Tightness on the right by week", lines: renderScorePlot(weeks, "tightnessRight", columns) },
  ];
}

/** A bar a week, up to a round figure that none passes. */
function renderBarPlot(
  weeks: readonly WeekTotal[],
  figureOf: (week: WeekTotal) => number,
  columns: number,
): readonly string[] {
  const figures = weeks.slice(-MAX_PLOTTED_WEEKS).map((week) => ({ week: week.week, value: figureOf(week) }));
  const most = Math.max(0, ...figures.map(({ value }) => value));
  if (most === 0) return [];
  const step = most > 100 ? 50 : most > 10 ? 10 : 2;
  const to = Math.ceil(most / step) * step;
  return renderWeekPlot(figures, { from: 0, to, ticks: [0, to / 2, to], rows: BAR_ROWS, columns, mode: "bar" });
}

function renderScorePlot(
  weeks: readonly WeekTotal[],
  field: "effort" | "tightness" | "tightnessLeft" | "tightnessRight",
  columns: number,
): readonly string[] {
  const figures = weeks.map((week) => ({ week: week.week, value: week[field] }));
  const rows = SCORE_TICKS.length;
  return renderWeekPlot(figures, { from: 0, to: 10, ticks: SCORE_TICKS, rows, columns, mode: "line" });
}
