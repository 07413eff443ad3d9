/** The angles of tests as points with the band in which a measurement can err. */
import { expect, test } from "vitest";
import { parseDay } from "../../src/calendar.ts";
import { renderAnglePlot } from "../../src/output/angle-plot.ts";
import { PLAIN_STYLE } from "../../src/output/style.ts";

const day = (text: string) => parseDay(text) as number;
const OPTIONS = { columns: 50, rows: 9, from: -20, to: 20, errorDegrees: 7, today: day("2026-11-22") };

test("a thigh that sinks over months is a row of points between its dates, each with its band", () => {
  const points = [
    { day: day("2026-06-01"), degrees: 18 },
    { day: day("2026-08-10"), degrees: 8 },
    { day: day("2026-11-01"), degrees: -8 },
  ];
  expect(renderAnglePlot(points, OPTIONS, PLAIN_STYLE).join("\n")).toMatchInlineSnapshot(`
    "  20° ┤ ●
          │ ┊                 ┊
          │ ┊                 ●
          │                   ┊
          │                   ┊                     ┊
          │                                         ┊
      -8° ┤                                         ●
          │                                         ┊
     -20° ┤
           1 Jun                                 1 Nov"
  `);
});

test("one test is a point with its band, and no line; none is nothing", () => {
  const one = renderAnglePlot([{ day: day("2025-06-01"), degrees: 0 }], OPTIONS, PLAIN_STYLE);
  expect(one.join("").match(/●/g)).toHaveLength(1);
  expect(one.join("")).not.toMatch(/[━─┏┓┗┛]/);
  expect(one.filter((line) => /┊/.test(line))).toHaveLength(2);
  expect(one.at(-1)).toMatch(/^ +1 Jun 2025$/);
  expect(renderAnglePlot([], OPTIONS, PLAIN_STYLE)).toEqual([]);
});

test("an angle out of the usual range still has its place, and every line fits", () => {
  for (const columns of [20, 40, 100]) {
    const points = [
      { day: 0, degrees: -55 },
      { day: 400, degrees: 80 },
    ];
    const lines = renderAnglePlot(points, { ...OPTIONS, columns }, PLAIN_STYLE);
    expect(lines.join("").match(/●/g)).toHaveLength(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(Math.max(15, columns));
  }
});
