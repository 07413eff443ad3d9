import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { formatDay, parseDay } from "../../src/calendar.ts";
import { renderHeatMap } from "../../src/output/heat-map.ts";
import { loadStyle, PLAIN_STYLE } from "../../src/output/style.ts";
import { renderWeekPlot } from "../../src/output/week-plot.ts";

const TODAY = parseDay("2026-11-19") as number;
const day = (ago: number, minutes: number) => ({ date: formatDay(TODAY - ago), sessions: 1, minutes });

describe("the calendar of a year", () => {
  test("a fuller day looks fuller, without any colour; days to come are empty", () => {
    const days = [day(0, 45), day(1, 25), day(2, 12), day(3, 5)];
    const lines = renderHeatMap(days, TODAY, 80, PLAIN_STYLE);
    expect(lines.slice(1, 8).map((line) => line.slice(55))).toEqual(["·░", "·▒", "·▓", "·█", "·", "·", "·"]);
    expect(lines.at(-1)).toContain("░ under 10 min");
  });

  test.each([
    [80, 57],
    [120, 110],
    [40, 40],
  ])("at %d columns it takes at most %d", (columns, most) => {
    const lines = renderHeatMap([day(3, 20)], TODAY, columns, PLAIN_STYLE).slice(0, 8);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(most);
  });

  test("the months stand over the weeks in which they begin", () => {
    const [months = ""] = renderHeatMap([], TODAY, 80, PLAIN_STYLE);
    expect(months).toBe("      Dec  Jan Feb Mar  Apr May Jun  Jul Aug  Sep Oct Nov");
  });

  test("with colours the letters stay the same", async () => {
    const style = await loadStyle(true);
    const coloured = renderHeatMap([day(3, 20)], TODAY, 80, style).join("\n");
    expect(coloured).toContain("\u001b[32m");
    expect(stripVTControlCharacters(coloured).replace(/ +$/gm, "")).toBe(
      renderHeatMap([day(3, 20)], TODAY, 80, PLAIN_STYLE)
        .join("\n")
        .replace(/ +$/gm, ""),
    );
  });
});

describe("a figure over the weeks", () => {
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
