/** Values over time as plots: angles of tests, answers and totals of weeks. */
import { describe, expect, test } from "vitest";
import { formatDay, parseDay } from "../../src/calendar.ts";
import { renderAnglePlot, renderWeekPlot } from "../../src/output/plots.ts";

const day = (month: number, ofMonth: number) =>
  parseDay(`2026-${String(month).padStart(2, "0")}-${String(ofMonth).padStart(2, "0")}`) as number;
const OPTIONS = { columns: 50, rows: 9, from: -20, to: 20, ticks: [-10, 0, 10] };

test("a thigh that sinks over months draws a falling line between its dates", () => {
  const points = [
    { day: day(6, 1), degrees: 18 },
    { day: day(8, 10), degrees: 8 },
    { day: day(11, 1), degrees: -8 },
  ];
  expect(renderAnglePlot(points, OPTIONS).join("\n")).toMatchInlineSnapshot(`
    "    │━━━━━━━━━━━━━━━━━┓
        │                 ┃
     10°┤                 ┗━━━━━━━━━━━━━━━━━━━━┓
        │                                      ┃
      0°┤                                      ┃
        │                                      ┃
    -10°┤                                      ┗━━━━
        │
        │
        └┬──────────────────────────────────────┬───▶
     1 Jun                                  1 Nov"
  `);
});

test("one test is seen too, and none is nothing", () => {
  const one = renderAnglePlot([{ day: day(6, 1), degrees: 0 }], OPTIONS);
  expect(one.find((line) => line.includes("0°┤━"))).toBeDefined();
  expect(one.at(-1)).toMatch(/1 Jun/);
  expect(renderAnglePlot([], OPTIONS)).toEqual([]);
});

test("an angle out of the usual range still has its place, and every line fits", () => {
  for (const columns of [20, 40, 100]) {
    const lines = renderAnglePlot(
      [
        { day: 0, degrees: -55 },
        { day: 400, degrees: 80 },
      ],
      { ...OPTIONS, columns },
    );
    expect(lines.some((line) => line.includes("━"))).toBe(true);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns + 2);
  }
});

describe("a value over the weeks", () => {
  const MONDAY = parseDay("2026-08-03") as number;
  const weeks = (values: readonly (number | null)[]) =>
    values.map((value, index) => ({ week: formatDay(MONDAY + index * 7), value }));
  const options = { from: 0, to: 10, ticks: [0, 5, 10], rows: 6, columns: 76, mode: "line" as const };

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
});
