/** A small chart of columns with their values above and their names below, such as the days of a week. */
import type { Style } from "./style.ts";

interface ChartColumn {
  /** At most three characters. */
  readonly label: string;
  /** Zero leaves the place empty. */
  readonly value: number;
}

/** Columns of the terminal for each: three of the bar, one between. */
export const CHART_CELL_COLUMNS = 4;
const EIGHTHS = " ▁▂▃▄▅▆▇█";

/** Renders the chart, `rows` lines high without values and names; every line has the same width. */
export function renderColumnChart(columns: readonly ChartColumn[], rows: number, style: Style): readonly string[] {
  const most = Math.max(0, ...columns.map(({ value }) => value));
  // Even the least value is seen.
  const heights = columns.map(({ value }) => (value > 0 ? Math.max(1, Math.round((value / most) * rows * 8)) : 0));
  const lines = Array.from({ length: rows + 1 }, (_, line) => {
    const below = rows - line;
    return columns
      .map(({ value }, index) => {
        const height = heights[index] ?? 0;
        const isTop = height > 0 && Math.ceil(height / 8) === below;
        if (isTop) return style.strong(centre(formatValue(value)));
        const filled = Math.min(8, Math.max(0, height - below * 8));
        return `${style.filled((EIGHTHS[filled] ?? " ").repeat(CHART_CELL_COLUMNS - 1))} `;
      })
      .join("");
  });
  return [...lines, style.faint(columns.map(({ label }) => centre(label)).join(""))];
}

function centre(text: string): string {
  const width = CHART_CELL_COLUMNS - 1;
  return text.padStart(Math.ceil((width + text.length) / 2)).padEnd(width + 1);
}

/** A whole number; "<1" for less than one. */
export function formatValue(value: number): string {
  return value < 1 ? "<1" : String(Math.round(value));
}
