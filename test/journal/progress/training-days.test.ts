/** Whether it is time for a routine again, by how many days a week it is to be done. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseDay, toLocalDay } from "../../../src/calendar.ts";
import {
  assessWeek,
  averageDaysAWeek,
  explainWeek,
  TrainingDays,
} from "../../../src/journal/progress/training-days.ts";
import { MORNING_MS } from "../../support/example-sessions.ts";
import { LUNGE, sessionOn } from "../../support/training-stories.ts";

/** Monday 16 November 2026 and the days after it. */
const MONDAY = parseDay("2026-11-16") ?? 0;
const STRENGTH = { days: { from: 2, to: 3 }, between: 1 };
const STRETCHING = { days: { from: 2, to: 7 }, between: 0 };

const week = (frequency: typeof STRENGTH, done: readonly number[], today: number) => {
  const standing = assessWeek(frequency, new Set(done.map((day) => MONDAY + day)), MONDAY + today, 0);
  return `${standing.next} ${standing.nextDay - MONDAY}: ${explainWeek(frequency, standing, MONDAY + today)}`;
};

describe("strength work on two or three days with a day between", () => {
  it.each([
    [[], 0, "due 0: Done on 0 days this week: 2 to go."],
    [[], 6, "due 6: Done on 0 days this week: room for 1 more."],
    [[0], 0, "rest 2: Done on 1 day this week: leave a day between, next on 18 Nov."],
    [[0], 1, "rest 2: Done on 1 day this week: leave a day between, next tomorrow."],
    [[0], 2, "due 2: Done on 1 day this week: 1 more to go."],
    [[0, 2], 4, "optional 4: Done on 2 days this week: enough; one more is fine."],
    [[0, 2, 4], 4, "enough 7: Done on 3 days this week: enough for this week, next on 23 Nov."],
    [[1, 3, 6], 6, "enough 8: Done on 3 days this week: enough for this week, next on 24 Nov."],
    // Last week's Sunday leaves Monday free.
    [[-1], 0, "rest 1: Done on 0 days this week: leave a day between, next tomorrow."],
    // A session dated later does not count.
    [[5], 1, "due 1: Done on 0 days this week: 2 to go."],
  ])("done on days %j stands on day %i at %s", (done, today, text) => {
    expect(week(STRENGTH, done, today)).toBe(text);
  });
});

test("stretching is done once a day, on as many days as one likes", () => {
  expect(week(STRETCHING, [0], 0)).toBe("rest 1: Done on 1 day this week: today's is done, next tomorrow.");
  expect(week(STRETCHING, [0, 1, 2], 3)).toBe("optional 3: Done on 3 days this week: enough; one more is fine.");
});

test("a person who follows it does it as often as it says, and never on two days without a rest", () => {
  const followed = fc.record({
    from: fc.integer({ min: 1, max: 7 }),
    more: fc.integer({ min: 0, max: 6 }),
    between: fc.integer({ min: 0, max: 6 }),
    firstWeekday: fc.integer({ min: 0, max: 6 }),
  });
  fc.assert(
    fc.property(followed, ({ from, more, between, firstWeekday }) => {
      const days = { from, to: Math.min(7, from + more) };
      fc.pre(days.to * (between + 1) <= 7);
      const done = new Set<number>();
      for (let today = MONDAY + firstWeekday; today < MONDAY + firstWeekday + 70; today++) {
        const standing = assessWeek({ days, between }, done, today, firstWeekday);
        expect(standing.nextDay).toBeGreaterThanOrEqual(today);
        const isTime = standing.next === "due" || standing.next === "optional";
        expect(isTime).toBe(standing.nextDay === today);
        if (isTime) done.add(today);
      }
      for (let start = MONDAY + firstWeekday; start < MONDAY + firstWeekday + 70; start += 7) {
        const inWeek = [...done].filter((day) => day >= start && day < start + 7).length;
        expect(inWeek).toBeGreaterThanOrEqual(days.from);
        expect(inWeek).toBeLessThanOrEqual(days.to);
      }
      const sorted = [...done].toSorted((a, b) => a - b);
      for (const [index, day] of sorted.slice(1).entries()) expect(day - (sorted[index] ?? 0)).toBeGreaterThan(between);
    }),
  );
});

describe("the days on which a routine was done", () => {
  test("are those on which a set of it was started", () => {
    const trained = new TrainingDays();
    for (const day of [0, 0, 3]) trained.add(sessionOn(LUNGE, { day }));
    trained.add(sessionOn(LUNGE, { day: 5, completed: 0 }));
    trained.add({ ...sessionOn(LUNGE, { day: 6 }), routine: "evening" });
    const first = toLocalDay(MORNING_MS, 60);
    expect([...trained.of("morning")]).toEqual([first, first + 3]);
    expect([...trained.of("never")]).toEqual([]);
    expect(trained.doneBetween(first + 3, first + 5)).toEqual(["morning"]);
    expect(trained.doneBetween(first + 4, first + 6)).toEqual(["evening"]);
  });

  it.each([
    [[0], 0, 1],
    [[0, 2, 4], 4, 3],
    [[0, 2, 7, 9], 13, 2],
    [[0, 7, 14, 21], 27, 1],
    // Only four weeks count.
    [[0, 1, 2, 3, 30], 34, 0.3],
    [[0], 28, 0],
    [[], 5, 0],
  ])("%j come on day %i to %d a week", (done, today, average) => {
    expect(averageDaysAWeek(new Set(done), today).daysAWeek).toBe(average);
  });

  test.each([
    [[0, 2], 13, 0],
    [[0], 27, null],
    [[2], 27, 2],
    [[0, 30], 34, null],
  ])("%j on day %i are counted since day %j, or over four weeks", (done, today, since) => {
    expect(averageDaysAWeek(new Set(done), today).sinceDay).toBe(since);
  });
});
