import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, formatDay, formatTimestamp, parseDay, toLocalDay } from "../../../src/calendar.ts";
import { type SessionSummary, summariseSessionFile, sumTension } from "../../../src/journal/session-summary.ts";
import { StatisticsAccumulator } from "../../../src/journal/statistics/statistics.ts";
import { computeStreak } from "../../../src/journal/statistics/streaks.ts";
import { MORNING_MS, sessionOf } from "../../support/example-sessions.ts";

const day = (text: string) => parseDay(text) as number;
const TODAY = day("2026-11-22");
const whole = summariseSessionFile(sessionOf());
const on = (text: string, change: Partial<SessionSummary> = {}): SessionSummary => ({
  ...whole,
  startedAt: `${text}T06:30:00.000Z`,
  ...change,
});
const stats = (sessions: readonly SessionSummary[], today = TODAY, goal: number | null = null) => {
  const fold = new StatisticsAccumulator();
  for (const session of sessions) fold.add(session);
  return fold.build(today, goal);
};

describe("time under tension", () => {
  test("is counted by exercise and by muscle, an exercise's time for each of its muscles", () => {
    const { exercises, muscles, tensionSeconds } = stats([whole, whole]);
    // A march set: 4 repetitions of 7 s under tension, the second at the bottom not counted; a pigeon pose: 4 × 55 s.
    expect(exercises.map(({ exercise, tensionSeconds }) => [exercise, tensionSeconds])).toEqual([
      ["pigeon", 440],
      ["march", 112],
    ]);
    expect(muscles.map(({ muscle, tensionSeconds }) => [muscle, tensionSeconds])).toEqual([
      ["glutes", 440],
      ["core", 112],
      ["psoas", 112],
    ]);
    expect(tensionSeconds).toBe(552);
  });

  test("is told for left and right, repetitions that alternate included", () => {
    const { exercises } = stats([whole]);
    expect(exercises[0]).toMatchObject({ exercise: "pigeon", left: 110, right: 110, both: 0, sets: 4 });
    expect(exercises[1]).toMatchObject({ exercise: "march", left: 28, right: 28, both: 0, sets: 2, reps: 8 });
  });

  test("of a set that was cut short only what was done counts", () => {
    const cut = summariseSessionFile(
      sessionOf((session, clock) => {
        session.send({ type: "start" });
        clock.advance(10_000 + 4000);
        session.send({ type: "skip" });
        session.send({ type: "quit" });
      }),
    );
    expect(cut.status).toBe("partial");
    expect(cut.blocks.map(({ completed, tension }) => [completed, sumTension(tension)])[0]).toEqual([0, 4]);
  });
});

describe("streaks", () => {
  test("count days in a row; today may still come", () => {
    const days = ["2026-11-10", "2026-11-11", "2026-11-12", "2026-11-20", "2026-11-21"].map(day);
    expect(computeStreak(days, TODAY, null)).toEqual({ unit: "day", goal: null, present: 2, longest: 3 });
    expect(computeStreak([...days, TODAY], TODAY, null)).toMatchObject({ present: 3, longest: 3 });
    expect(computeStreak(days, TODAY + 1, null)).toMatchObject({ present: 0, longest: 3 });
    expect(computeStreak([], TODAY, null)).toMatchObject({ present: 0, longest: 0 });
  });

  test("a day counts in the person's local time at its start, wherever that was", () => {
    const late = on("2026-11-20", { startedAt: "2026-11-20T23:30:00.000Z", utcOffsetMinutes: 60 });
    const west = on("2026-11-23", { startedAt: "2026-11-23T03:00:00.000Z", utcOffsetMinutes: -300 });
    expect(stats([late, west]).days.map(({ date }) => date)).toEqual(["2026-11-21", "2026-11-22"]);
    expect(stats([late, west]).streak.present).toBe(2);
  });

  test("with a goal a week counts when it has as many days of training; this week breaks none while it lasts", () => {
    // Mondays: 2 November, 9 November, 16 November. 22 November is a Sunday.
    const days = ["2026-11-02", "2026-11-04", "2026-11-06", "2026-11-09", "2026-11-12", "2026-11-15", "2026-11-16"].map(
      day,
    );
    expect(computeStreak(days, TODAY, 3)).toEqual({ unit: "week", goal: 3, present: 2, longest: 2 });
    expect(computeStreak([...days, TODAY - 1, TODAY], TODAY, 3)).toMatchObject({ present: 3, longest: 3 });
    expect(computeStreak(days, TODAY + 1, 3)).toMatchObject({ present: 0, longest: 2 });
  });

  test("days to come count for neither, and days come in any order", () => {
    const days = [TODAY + 2, TODAY, TODAY + 1, TODAY - 1];
    expect(computeStreak(days, TODAY, null)).toMatchObject({ present: 2, longest: 2 });
  });

  test("a day without training ends one, and a week without its goal", () => {
    expect(computeStreak([TODAY - 2], TODAY, null)).toMatchObject({ present: 0, longest: 1 });
    expect(computeStreak([TODAY - 1], TODAY, null)).toMatchObject({ present: 1, longest: 1 });
    const monday = day("2026-11-16");
    expect(computeStreak([monday - 14, monday - 7], TODAY, 1)).toMatchObject({ present: 2, longest: 2 });
    expect(computeStreak([monday - 14], TODAY, 1)).toMatchObject({ present: 0, longest: 1 });
    expect(computeStreak([monday - 7, monday - 6], TODAY, 3)).toMatchObject({ present: 0, longest: 0 });
  });

  test("twice on one day is one day", () => {
    expect(computeStreak([TODAY, TODAY, TODAY - 1], TODAY, null)).toMatchObject({ present: 2, longest: 2 });
    expect(computeStreak([TODAY, TODAY, TODAY], TODAY, 2)).toMatchObject({ present: 0, longest: 0 });
  });

  test("the longest is never shorter than the present one, whatever the days", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -60, max: 0 })), (ago) => {
        const { present, longest } = computeStreak(
          ago.map((days) => TODAY + days),
          TODAY,
          null,
        );
        expect(longest).toBeGreaterThanOrEqual(present);
        expect(longest).toBeLessThanOrEqual(new Set(ago).size);
      }),
    );
  });
});

describe("days and weeks", () => {
  test("weeks without training stand between those with, up to this one", () => {
    const { weeks } = stats([on("2026-11-02", { effort: 3, tightness: 5, tightnessSide: "left" }), on("2026-11-19")]);
    expect(
      weeks.map(({ week, sessions, effort, tightnessLeft, tightnessRight }) => [
        week,
        sessions,
        effort,
        tightnessLeft,
        tightnessRight,
      ]),
    ).toEqual([
      ["2026-11-02", 1, 3, 5, null],
      ["2026-11-09", 0, null, null, null],
      ["2026-11-16", 1, null, null, null],
    ]);
  });

  test("effort and tightness of a week are the means of what was answered", () => {
    const sessions = [
      on("2026-11-16", { effort: 2 }),
      on("2026-11-17", { effort: 5 }),
      on("2026-11-18", { effort: null }),
    ];
    expect(stats(sessions).weeks[0]?.effort).toBe(3.5);
  });

  test("a false start is no session", () => {
    const start = summariseSessionFile(
      sessionOf((session, clock) => {
        session.send({ type: "start" });
        clock.advance(5000);
        session.send({ type: "quit" });
      }),
    );
    expect(stats([start])).toMatchObject({ sessions: 0, days: [], weeks: [], streak: { longest: 0 } });
  });

  test("the order in which sessions are added changes nothing", () => {
    const sessions = Array.from({ length: 12 }, (_, index) =>
      on(formatDay(toLocalDay(MORNING_MS + index * 3 * DAY_MS, 0)), {
        effort: index % 5,
        startedAt: formatTimestamp(MORNING_MS + index * 3 * DAY_MS),
      }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(sessions, { minLength: 12 }), (shuffled) => {
        expect(stats(shuffled)).toEqual(stats(sessions));
      }),
      { numRuns: 20 },
    );
  });
});
