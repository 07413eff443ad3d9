/** The page of statistics: no line is wider than the terminal, however much there is to count. */
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { DAY_MS, localDay, momentText } from "../../src/journal/calendar.ts";
import { StatisticsFold } from "../../src/journal/statistics.ts";
import { summaryOf } from "../../src/journal/summary.ts";
import { statsPage } from "../../src/output/stats-page.ts";
import { styleFor } from "../../src/output/style.ts";
import { MORNING_MS, sessionOf } from "../journal/a-session.ts";

/** Three years with a session a day, some of them left early. */
function years(): StatisticsFold {
  const fold = new StatisticsFold();
  const one = summaryOf({ ...sessionOf(), effort: 5, tightness: 3, tightnessSide: "left" });
  for (let day = 0; day < 1100; day++) {
    const startedAt = momentText(MORNING_MS - day * DAY_MS);
    fold.add({ ...one, id: `day${day}`, startedAt, endedAt: startedAt, status: day % 3 ? "finished" : "partial" });
  }
  return fold;
}

test.each([42, 60, 80, 120, 200])("fits %d columns", async (columns) => {
  const today = localDay(MORNING_MS, 60);
  const lines = await statsPage(years().result(today, null), today, columns, await styleFor(false));
  expect(lines[0]).toMatch(/^1100 sessions \(\d+ finished, \d+ partial\)$/);
  expect(lines.join(" ")).toContain("under tension");
  expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
});
