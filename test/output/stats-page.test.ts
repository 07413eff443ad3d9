/** The page of statistics: no line is wider than the terminal, however much there is to count. */
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { DAY_MS, formatTimestamp, toLocalDay } from "../../src/calendar.ts";
import { summariseSessionFile } from "../../src/journal/session-summary.ts";
import { StatisticsAccumulator } from "../../src/journal/statistics/statistics.ts";
import { renderStatsPage } from "../../src/output/stats-page.ts";
import { PLAIN_STYLE } from "../../src/output/style.ts";
import { MORNING_MS, sessionOf } from "../support/example-sessions.ts";

const OPTIONS = { firstWeekday: 0, columns: 80, all: true };

/** Three years with a session a day, some of them left early. */
function years(): StatisticsAccumulator {
  const fold = new StatisticsAccumulator();
  const one = summariseSessionFile({ ...sessionOf(), effort: 5, tightness: 3, tightnessSide: "left" });
  for (let day = 0; day < 1100; day++) {
    const startedAt = formatTimestamp(MORNING_MS - day * DAY_MS);
    fold.add({ ...one, id: `day${day}`, startedAt, endedAt: startedAt, status: day % 3 ? "finished" : "partial" });
  }
  return fold;
}

test.each([42, 60, 80, 120, 200])("fits %d columns", async (columns) => {
  const today = toLocalDay(MORNING_MS, 60);
  const statistics = years().build(today, null);
  const lines = await renderStatsPage(statistics, statistics.days, { ...OPTIONS, today, columns }, PLAIN_STYLE);
  expect(lines[0]).toMatch(/^1100 sessions \(\d+ finished, \d+ partial\)$/);
  expect(lines.join(" ")).toContain("under tension");
  expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
});

/** The lines about left against right, after so many seconds of pigeon pose on either side. */
async function balanceAfter(left: number, right: number): Promise<readonly string[]> {
  const fold = new StatisticsAccumulator();
  const one = summariseSessionFile(sessionOf());
  fold.add({ ...one, blocks: one.blocks.slice(1).map((block) => ({ ...block, tension: { left, right } })) });
  const today = toLocalDay(MORNING_MS, 60);
  const lines = await renderStatsPage(fold.build(today, null), [], { ...OPTIONS, today }, PLAIN_STYLE);
  const from = lines.indexOf("Left against right");
  return lines.slice(from + 2, lines.indexOf("", from));
}

test("a side that was not done, or for less than a second, is no measure of how far the other is ahead", async () => {
  expect(await balanceAfter(134, 0)).toEqual([expect.stringMatching(/ left only$/)]);
  expect(await balanceAfter(0.4, 90)).toEqual([expect.stringMatching(/ right only$/)]);
  expect(await balanceAfter(120, 60)).toEqual([expect.stringMatching(/ left \+100 %$/)]);
});

test("seconds that round to none on either side are even, and draw no bar", async () => {
  const [line] = await balanceAfter(0.4, 0.3);
  expect(line).toMatch(/ even$/);
  expect(line).not.toContain("█");
});

test("a week's sessions and its time under tension have a picture each, beside its minutes", async () => {
  const today = toLocalDay(MORNING_MS, 60);
  const statistics = years().build(today, null);
  const lines = await renderStatsPage(statistics, statistics.days, { ...OPTIONS, today }, PLAIN_STYLE);
  const [titles, tops] = [
    ["Sessions a week", "Minutes a week", "Minutes under tension a week"],
    [8, 50, 40],
  ];
  for (const [index, title] of titles.entries()) {
    const from = lines.indexOf(title);
    expect(lines[from + 1]?.trim()).toMatch(new RegExp(`^${tops[index]}┤`));
    expect(lines.slice(from + 1, from + 8).join("")).toContain("█");
  }
});

test("without --all it is this week, the last twelve and the calendar of a year, and says where the rest is", async () => {
  const today = toLocalDay(MORNING_MS, 60);
  const statistics = years().build(today, null);
  const lines = await renderStatsPage(statistics, statistics.days, { ...OPTIONS, today, all: false }, PLAIN_STYLE);
  expect(lines.slice(4, 11)).toMatchInlineSnapshot(`
    [
      "This week, minutes a day        The last 12 weeks, minutes a week",
      "   6                             43  43  43  43  43  43  43  43  43  43  43",
      "  ███                           ███ ███ ███ ███ ███ ███ ███ ███ ███ ███ ███",
      "  ███                           ███ ███ ███ ███ ███ ███ ███ ███ ███ ███ ███",
      "  ███                           ███ ███ ███ ███ ███ ███ ███ ███ ███ ███ ███  6",
      "  ███                           ███ ███ ███ ███ ███ ███ ███ ███ ███ ███ ███ ▅▅▅",
      "  Mon Tue Wed Thu Fri Sat Sun   Aug  24  31 Sep  14  21  28 Oct  12  19  26 Nov",
    ]
  `);
  expect(lines.length).toBeLessThanOrEqual(24);
  expect(lines.at(-1)).toBe("By exercise, muscle and side, and week by week: unwind stats --all");
});

test("in the narrowest terminal no line is broken, and the days of the week are said in words", async () => {
  const today = toLocalDay(MORNING_MS, 60);
  const statistics = years().build(today, null);
  const lines = await renderStatsPage(
    statistics,
    statistics.days,
    { ...OPTIONS, today, all: false, columns: 20 },
    PLAIN_STYLE,
  );
  expect(lines).toContain("  Mon 6");
  expect(lines).toContain("  Oct  19  26 Nov");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20);
});

test("in a narrow terminal the charts stand below each other, and a week begins where it should", async () => {
  const today = toLocalDay(MORNING_MS, 60);
  const statistics = years().build(today, null);
  const narrow = { ...OPTIONS, today, all: false, columns: 60, firstWeekday: 6 };
  const lines = await renderStatsPage(statistics, statistics.days, narrow, PLAIN_STYLE);
  expect(lines).toContain("  Sun Mon Tue Wed Thu Fri Sat");
  expect(lines.indexOf("The last 12 weeks, minutes a week")).toBeGreaterThan(lines.indexOf("This week, minutes a day"));
});
