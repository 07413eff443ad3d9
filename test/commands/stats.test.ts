/** `unwind stats`, as a user calls it. */
import { describe, expect, test } from "vitest";
import { formatDay, toLocalDay } from "../../src/calendar.ts";
import { giveFreshHome, given, json, unwind } from "../support/run-unwind.ts";

giveFreshHome();

describe("unwind stats", () => {
  test("has all of it as JSON, and as a page of at most eighty columns", async () => {
    given("newer123", 2, { effort: 5, tightness: 3, tightnessSide: "left" });
    given("older123", 24 * 20, { effort: 2 });
    const stats = await json("stats");
    expect(stats).toMatchObject({
      sessions: 2,
      finished: 2,
      sets: 12,
      tensionSeconds: 552,
      streak: { unit: "day", longest: 1 },
    });
    expect(stats.muscles[0]).toMatchObject({ muscle: "glutes", left: 220, right: 220 });
    expect(await json("stats", "--goal", "2")).toMatchObject({ streak: { unit: "week", goal: 2, longest: 0 } });
    const { out } = await unwind("stats", "--all");
    for (const title of [
      "The last year",
      "by muscle",
      "Left against right",
      "Minutes a week",
      "under tension a week",
      "Effort by week",
      "Tightness by week",
    ]) {
      expect(out).toContain(title);
    }
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(out).not.toContain("\u001b");
  });

  test("a look at one week cuts neither the days in a row nor the calendar of the year", async () => {
    for (let day = 0; day < 12; day += 1) given(`days${String(day).padStart(4, "0")}`, 25 + 24 * day);
    const whole = await json("stats");
    const week = await json("stats", "--since", "5d");
    expect(whole.streak).toMatchObject({ longest: 12 });
    expect(week.streak).toEqual(whole.streak);
    expect(week.sessions).toBeLessThan(whole.sessions);
    expect(week.days.length).toBe(week.sessions);
    const calendar = async (...words: string[]) =>
      (await unwind("stats", "--all", ...words)).out.split("The last year")[1]?.split("Time under tension")[0];
    expect(await calendar("--since", "5d")).toBe(await calendar());
  });
});

describe("unwind stats of some days", () => {
  const dayAgo = (days: number) => formatDay(toLocalDay(Date.now(), 0) - days);

  test("ends with the last of them, its weeks too", async () => {
    for (const days of [1, 30, 60]) given(`days00${days}`.padEnd(8, "0"), 24 * days);
    const dates = async (...words: string[]) =>
      (await json("stats", ...words)).days.map((day: { date: string }) => day.date);
    expect(await dates("--until", "20d")).toEqual([dayAgo(60), dayAgo(30)]);
    expect(await dates("--since", "40d", "--until", "20d")).toEqual([dayAgo(30)]);
    const { weeks, streak } = await json("stats", "--until", "30d");
    expect(weeks.at(-1).sessions).toBe(1);
    expect(streak).toEqual((await json("stats")).streak);
  });

  test("that hold no session are told so, and days that end before they begin are refused", async () => {
    given("days0000", 24);
    expect(await unwind("stats", "--until", "9d")).toMatchObject({ code: 0, error: "no session in that time\n" });
    expect(await unwind("stats", "--since", "1d", "--until", "3d")).toMatchObject({
      code: 2,
      error: expect.stringContaining("--until 3d is before --since 1d"),
    });
  });

  test("begins where the day of the session began, as the history does", async () => {
    given("east1111", 24 * 20, { startedAt: `${dayAgo(20)}T22:30:00.000Z`, utcOffsetMinutes: 120 });
    expect(await json("history", "--since", dayAgo(19))).toHaveLength(1);
    expect((await json("stats", "--since", dayAgo(19))).sessions).toBe(1);
    expect((await json("stats", "--until", dayAgo(20))).sessions).toBe(0);
  });
});

describe("unwind stats of routines that say how often", () => {
  test("sets what was done against what is advised, for the last four weeks", async () => {
    for (const [index, days] of [0, 2, 4, 40].entries()) {
      given(`often00${index}`, 24 * days + 1, { routine: index === 3 ? "hip-strength" : "psoas-program" });
    }
    given("other001", 30, { routine: "kneeling-lunge" });
    const { routines } = await json("stats");
    expect(routines).toMatchObject([{ routine: "psoas-program", days: { from: 2, to: 3 }, daysAWeek: 3 }]);
    const { out } = await unwind("stats");
    expect(out).toMatch(/Psoas program: 3 days a week since \d+ \w+, \d this week; advised: 2–3 days a\s+week\n/);
  });
});
