/** The calendar of a year of training. */
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { loadStyle } from "../../src/app/style.ts";
import { formatDay, parseDay } from "../../src/calendar.ts";
import { renderHeatMap } from "../../src/output/heat-map.ts";
import { PLAIN_STYLE } from "../../src/output/style.ts";

const TODAY = parseDay("2026-11-19") as number;
const day = (ago: number, minutes: number) => ({ date: formatDay(TODAY - ago), sessions: 1, minutes });

describe("the calendar of a year", () => {
  test("a fuller day looks fuller, without any colour; days to come are empty", () => {
    const days = [day(0, 45), day(1, 25), day(2, 12), day(3, 5)];
    const lines = renderHeatMap(days, TODAY, 80, PLAIN_STYLE);
    expect(lines.slice(1, 8).map((line) => line.slice(55))).toEqual(["∙░", "∙▒", "∙▓", "∙█", "∙", "∙", "∙"]);
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
    const style = await loadStyle({ colour: true });
    const coloured = renderHeatMap([day(3, 20)], TODAY, 80, style).join("\n");
    expect(coloured).toContain("\u001b[");
    expect(stripVTControlCharacters(coloured).replace(/ +$/gm, "")).toBe(
      renderHeatMap([day(3, 20)], TODAY, 80, PLAIN_STYLE)
        .join("\n")
        .replace(/ +$/gm, ""),
    );
  });
});
