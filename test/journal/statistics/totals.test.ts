/** Totals of a few sessions that are worked out by hand, to the last field; days and weeks. */
import { describe, expect, test } from "vitest";
import { block, session, totals } from "./summaries.ts";

test("everything about two sessions of one week and one of the next but one", () => {
  const lunge = { targets: ["psoas", "quads"], tension: { left: 20.1, right: 10.2 }, reps: 3, seconds: 40.3 };
  const sessions = [
    session("2026-11-02", [block("lunge", lunge), block("plank")], {
      effort: 4,
      tightness: 6,
      tightnessSide: "left",
      pain: 2,
    }),
    session("2026-11-04", [block("lunge", { ...lunge, completed: 1 })], {
      status: "partial",
      activeSeconds: 126,
      effort: 5,
      tightness: 3,
      tightnessSide: "right",
      pain: 5,
    }),
    session("2026-11-16", [block("plank")], { status: "unfinished" }),
  ];
  expect(totals(sessions)).toEqual({
    sessions: 3,
    finished: 1,
    partial: 1,
    unfinished: 1,
    minutes: 5.1,
    sets: 7,
    tensionSeconds: 160.6,
    streak: { unit: "day", goal: null, present: 0, longest: 1 },
    exercises: [
      {
        exercise: "plank",
        name: "PLANK",
        sessions: 2,
        sets: 4,
        reps: 4,
        seconds: 120,
        tensionSeconds: 100,
        left: 0,
        right: 0,
        both: 100,
      },
      {
        exercise: "lunge",
        name: "LUNGE",
        sessions: 2,
        sets: 3,
        reps: 6,
        seconds: 80.6,
        tensionSeconds: 60.6,
        left: 40.2,
        right: 20.4,
        both: 0,
      },
    ],
    muscles: [
      { muscle: "psoas", tensionSeconds: 160.6, left: 40.2, right: 20.4, both: 100 },
      { muscle: "quads", tensionSeconds: 60.6, left: 40.2, right: 20.4, both: 0 },
    ],
    days: [
      { date: "2026-11-02", sessions: 1, minutes: 1.5 },
      { date: "2026-11-04", sessions: 1, minutes: 2.1 },
      { date: "2026-11-16", sessions: 1, minutes: 1.5 },
    ],
    weeks: [
      {
        week: "2026-11-02",
        sessions: 2,
        minutes: 3.6,
        tensionSeconds: 110.6,
        effort: 4.5,
        tightness: 4.5,
        tightnessLeft: 6,
        tightnessRight: 3,
        pain: 3.5,
      },
      {
        week: "2026-11-09",
        sessions: 0,
        minutes: 0,
        tensionSeconds: 0,
        effort: null,
        tightness: null,
        tightnessLeft: null,
        tightnessRight: null,
        pain: null,
      },
      {
        week: "2026-11-16",
        sessions: 1,
        minutes: 1.5,
        tensionSeconds: 50,
        effort: null,
        tightness: null,
        tightnessLeft: null,
        tightnessRight: null,
        pain: null,
      },
    ],
  });
});

test("nothing comes to nothing", () => {
  expect(totals([])).toMatchObject({
    sessions: 0,
    minutes: 0,
    sets: 0,
    exercises: [],
    muscles: [],
    days: [],
    weeks: [],
  });
});

describe("weeks", () => {
  test("go on to the last session, where that lies after today", () => {
    const { weeks } = totals([session("2026-11-20", [block("plank")]), session("2026-11-30", [block("plank")])]);
    expect(weeks.map(({ week }) => week)).toEqual(["2026-11-16", "2026-11-23", "2026-11-30"]);
  });

  test("with a goal make the streak", () => {
    const sessions = ["2026-11-10", "2026-11-12", "2026-11-17", "2026-11-19"].map((day) =>
      session(day, [block("plank")]),
    );
    expect(totals(sessions, 2).streak).toEqual({ unit: "week", goal: 2, present: 2, longest: 2 });
  });
});

test("days are in order whatever the order of the sessions, and a day of two sessions is one", () => {
  const days = ["2026-11-20", "2026-11-18", "2026-11-20"].map((day) => session(day, [block("plank")]));
  expect(totals(days).days).toEqual([
    { date: "2026-11-18", sessions: 1, minutes: 1.5 },
    { date: "2026-11-20", sessions: 2, minutes: 3 },
  ]);
});

test("what was lifted adds up over the sessions that lifted something, and is not named where there were none", () => {
  const lifting = [120.5, 80].map((liftedKg) => session("2026-11-20", [block("squat")], { liftedKg }));
  expect(totals([...lifting, session("2026-11-21", [block("plank")])]).liftedKg).toBe(200.5);
  expect(totals([session("2026-11-21", [block("plank")])])).not.toHaveProperty("liftedKg");
});

test("exercises of the same time under tension are in the order of their names", () => {
  for (const order of [
    ["b", "a", "c"],
    ["c", "b", "a"],
  ]) {
    const { exercises } = totals([
      session(
        "2026-11-20",
        order.map((id) => block(id)),
      ),
    ]);
    expect(exercises.map(({ name }) => name)).toEqual(["A", "B", "C"]);
  }
});
