/** Angles over time as plots. */
import { expect, test } from "vitest";
import { parseDay } from "../../src/calendar.ts";
import { renderAnglePlot } from "../../src/output/angle-plot.ts";

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
