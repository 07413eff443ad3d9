/** Columns side by side, each with its value above and its name below. */
import { expect, test } from "vitest";
import { renderColumnChart } from "../../src/output/column-chart.ts";
import { PLAIN_STYLE } from "../../src/output/style.ts";

const WEEK = [12, 0, 30, 5, 0.4, 0, 100].map((value, index) => ({
  label: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][index] ?? "",
  value,
}));

test("a week has a column for every day of training, and the least of them is seen", () => {
  expect(renderColumnChart(WEEK, 5, PLAIN_STYLE).map((line) => line.trimEnd())).toMatchInlineSnapshot(`
    [
      "                        100",
      "                        ███",
      "                        ███",
      "         30             ███",
      " 12     ▄▄▄  5   <1     ███",
      "▅▅▅     ███ ▂▂▂ ▁▁▁     ███",
      "Mon Tue Wed Thu Fri Sat Sun",
    ]
  `);
});

test("a week without training is its days alone", () => {
  const lines = renderColumnChart(
    WEEK.map((day) => ({ ...day, value: 0 })),
    5,
    PLAIN_STYLE,
  );
  expect(lines.slice(0, -1).join("").trim()).toBe("");
  expect(lines.at(-1)).toBe("Mon Tue Wed Thu Fri Sat Sun ");
});

test("every line of a chart has the same width, so that charts can stand side by side", () => {
  const widths = new Set(renderColumnChart(WEEK, 5, PLAIN_STYLE).map((line) => line.length));
  expect([...widths]).toEqual([28]);
});
