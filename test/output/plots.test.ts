/** Answers and totals of weeks as plots. */
import { describe, expect, test } from "vitest";
import { formatDay, parseDay } from "../../src/calendar.ts";
import { renderWeekPlot } from "../../src/output/plots.ts";

describe("a value over the weeks", () => {
  const MONDAY = parseDay("2026-08-03") as number;
  const weeks = (values: readonly (number | null)[]) =>
    values.map((value, index) => ({ week: formatDay(MONDAY + index * 7), value }));
  const options = { to: 10, ticks: [0, 5, 10], rows: 6, columns: 76, mode: "line" as const };

  test("a line runs through weeks that follow one another, and not across a gap", () => {
    const lines = renderWeekPlot(weeks([2, 4, null, 4, 6]), options);
    expect(lines).toMatchInlineSnapshot(`
      [
        "10┤",
        "  │",
        " 5┤               ┏━",
        "  │   ┏━       ━━━┛",
        "  │━━━┛",
        " 0┤",
        "  └┬────────────────▶",
        " Aug",
      ]
    `);
  });

  test("a bar reaches the figure that it stands for, and none goes past the axis; the least of something is seen", () => {
    const bars = renderWeekPlot(weeks([1, 2, 3, 4, 0, 0.1]), {
      ...options,
      to: 4,
      ticks: [0, 2, 4],
      rows: 5,
      mode: "bar",
    });
    expect(bars).toMatchInlineSnapshot(`
      [
        "4┤            █",
        " │        █   █",
        "2┤    █   █   █",
        " │█   █   █   █       █",
        "0┤█   █   █   █       █",
        " └┬───────────────────┬▶",
        "Aug                 Sep",
      ]
    `);
  });

  test("weeks before the first answer are left out, and without any answer there is no plot", () => {
    expect(renderWeekPlot(weeks([null, null, 5]), options).at(-1)).toContain("Aug");
    expect(renderWeekPlot(weeks([null, null]), options)).toEqual([]);
    expect(renderWeekPlot([], options)).toEqual([]);
  });

  test("a year fits eighty columns, and every week has its own", () => {
    const year = weeks(Array.from({ length: 60 }, (_, index) => index % 11));
    for (const mode of ["line", "bar"] as const) {
      const lines = renderWeekPlot(year, { ...options, mode });
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76);
    }
  });

  test("the year stands where it begins, however narrow the plot, and no name runs into another", () => {
    const year = weeks(Array.from({ length: 60 }, () => 5));
    for (const columns of [59, 60, 76, 120]) {
      const axis = renderWeekPlot(year, { ...options, columns }).at(-1) ?? "";
      expect(axis.match(/\b\d{4}\b/g), axis).toEqual(["2027"]);
      expect(axis.trim(), axis).toMatch(/^([A-Z][a-z]{2}|2027)( +([A-Z][a-z]{2}|2027))*$/);
    }
    // A plot of one year needs none.
    expect(renderWeekPlot(weeks(Array.from({ length: 20 }, () => 5)), options).at(-1)).not.toMatch(/\d/);
  });
});
