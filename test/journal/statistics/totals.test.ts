/** Totals of a few sessions that are worked out by hand, to the last field. */
import { describe, expect, test } from "vitest";
import { parseDay } from "../../../src/calendar.ts";
import type { BlockSummary, SessionSummary } from "../../../src/journal/session-summary.ts";
import { StatisticsAccumulator } from "../../../src/journal/statistics/statistics.ts";

const TODAY = parseDay("2026-11-22") as number;

function block(exercise: string, change: Partial<BlockSummary> = {}): BlockSummary {
  return {
    exercise,
    name: exercise.toUpperCase(),
    kind: "stretch",
    targets: ["psoas"],
    dose: { sets: 2, reps: 1, restSeconds: 15, strokes: [], text: "" },
    sets: 2,
    started: 2,
    completed: 2,
    completedInFull: 2,
    reps: 2,
    seconds: 60,
    tension: { both: 50 },
    ...change,
  };
}

function session(day: string, blocks: readonly BlockSummary[], change: Partial<SessionSummary> = {}): SessionSummary {
  return {
    id: day,
    routine: "morning",
    title: "Morning",
    level: "standard",
    status: "finished",
    startedAt: `${day}T06:30:00.000Z`,
    endedAt: `${day}T06:40:00.000Z`,
    utcOffsetMinutes: 60,
    activeSeconds: 90,
    effort: null,
    tightness: null,
    tightnessSide: null,
    pain: null,
    skipReason: null,
    notes: [],
    blocks,
    ...change,
  };
}

function totals(sessions: readonly SessionSummary[], goal: number | null = null) {
  const accumulator = new StatisticsAccumulator();
  for (const one of sessions) accumulator.add(one);
  return accumulator.build(TODAY, goal);
}

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

describe("an exercise", () => {
  test("that occurs twice in a session is one session, and the sum of its sets", () => {
    const { exercises } = totals([session("2026-11-20", [block("plank"), block("plank", { completed: 1 })])]);
    expect(exercises).toMatchObject([{ sessions: 1, sets: 3, tensionSeconds: 100 }]);
  });

  test("none of whose sets was begun is left out", () => {
    const { exercises, muscles } = totals([
      session("2026-11-20", [block("plank"), block("lunge", { started: 0, targets: ["quads"] })]),
    ]);
    expect(exercises.map(({ exercise }) => exercise)).toEqual(["plank"]);
    expect(muscles.map(({ muscle }) => muscle)).toEqual(["psoas"]);
  });

  test("that was given a new name has the latest", () => {
    const named = (day: string, name: string) => session(day, [block("plank", { name })]);
    expect(totals([named("2026-11-18", "Plank"), named("2026-11-20", "Front plank")]).exercises).toMatchObject([
      { exercise: "plank", name: "Front plank", sessions: 2 },
    ]);
  });

  test("comes before one with less time under tension; equal ones by name", () => {
    const seconds = { c: 10, b: 10, a: 5, d: 20 };
    const blocks = Object.entries(seconds).map(([name, both]) => block(name, { targets: [name], tension: { both } }));
    const { exercises, muscles } = totals([session("2026-11-20", blocks)]);
    expect(exercises.map(({ exercise }) => exercise)).toEqual(["d", "b", "c", "a"]);
    expect(muscles.map(({ muscle }) => muscle)).toEqual(["d", "b", "c", "a"]);
  });
});

describe("a muscle", () => {
  test("named twice by an exercise is counted once", () => {
    const { muscles } = totals([session("2026-11-20", [block("plank", { targets: ["psoas", "psoas"] })])]);
    expect(muscles).toMatchObject([{ muscle: "psoas", tensionSeconds: 50 }]);
  });

  test("without time under tension is left out", () => {
    const { muscles } = totals([
      session("2026-11-20", [block("test", { targets: ["quads"], tension: {} }), block("plank")]),
    ]);
    expect(muscles.map(({ muscle }) => muscle)).toEqual(["psoas"]);
  });
});

describe("tightness of a week", () => {
  const week = (...sides: readonly SessionSummary["tightnessSide"][]) =>
    totals(
      sides.map((tightnessSide, index) =>
        session("2026-11-20", [block("plank")], { tightness: 2 + 3 * index, tightnessSide }),
      ),
    ).weeks[0];

  test("on both sides counts left and right", () => {
    expect(week("both")).toMatchObject({ tightness: 2, tightnessLeft: 2, tightnessRight: 2 });
    expect(week("both", "right")).toMatchObject({ tightness: 3.5, tightnessLeft: 2, tightnessRight: 3.5 });
    expect(week("left", "both")).toMatchObject({ tightness: 3.5, tightnessLeft: 3.5, tightnessRight: 5 });
  });

  test("on no side that was named counts for neither", () => {
    expect(week(null)).toMatchObject({ tightness: 2, tightnessLeft: null, tightnessRight: null });
  });

  test("is a mean to one decimal", () => {
    expect(week(null, null, null)?.tightness).toBe(5);
    expect(
      totals([1, 2, 2].map((tightness) => session("2026-11-20", [block("plank")], { tightness }))).weeks[0]?.tightness,
    ).toBe(1.7);
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
