/** Stories of six weeks: tightness that stays, that fades, and weeks that say nothing. */
import { describe, expect, test } from "vitest";
import { findPersistentTightness } from "../../src/assess/persistence.ts";
import type { Assessment } from "../../src/assess/stored-record.ts";
import { type SideAnswers, UNTESTED_ANSWERS } from "../../src/assess/types.ts";
import { DAY_MS, formatTimestamp, parseTimestamp } from "../../src/calendar.ts";
import type { SessionSummary } from "../../src/journal/session-summary.ts";
import { answers, assessment, hurt } from "./answers-of.ts";

const NOW = parseTimestamp("2026-11-22T08:00:00.000Z") ?? 0;
const daysAgo = (days: number) => formatTimestamp(NOW - days * DAY_MS);

function session(days: number, tightness: number | null): SessionSummary {
  return {
    id: `s${days}`,
    routine: "psoas-release",
    title: "Psoas release",
    level: "standard",
    status: "finished",
    startedAt: daysAgo(days),
    endedAt: daysAgo(days),
    utcOffsetMinutes: 0,
    activeSeconds: 600,
    effort: null,
    tightness,
    tightnessSide: null,
    pain: null,
    skipReason: null,
    notes: [],
    blocks: [
      {
        exercise: "kneeling-lunge",
        name: "Kneeling lunge",
        kind: "stretch",
        targets: ["iliopsoas"],
        dose: { sets: 1, reps: 1, restSeconds: 0, strokes: [], text: "30 s" },
        sets: 2,
        started: 2,
        completed: 2,
        completedInFull: 2,
        reps: 2,
        seconds: 60,
        tension: {},
      },
    ],
  };
}

const hip = () => true;

/** Two sessions in each of six weeks: as tight as given in the first week and in the last. */
const sixWeeks = (first: number | null, last: number | null) =>
  [41, 39, 34, 32, 27, 25, 20, 18, 13, 11, 6, 2].map((days) => session(days, days > 35 ? first : last));

const looking = (sessions: readonly SessionSummary[], tests: readonly Assessment[] = [], works = hip) =>
  findPersistentTightness(sessions, tests, works, NOW);

test("six weeks in which it feels as tight as before: it persists", () => {
  expect(looking(sixWeeks(6, 6))).toEqual({
    sessions: 12,
    tightness: { first: 6, last: 6 },
    test: null,
  });
});

test("when it eases by a point it does not", () => {
  expect(looking(sixWeeks(6, 5))).toBeNull();
});

test("what was never tight does not persist", () => {
  expect(looking(sixWeeks(0, 0))).toBeNull();
});

test("a week with a single session breaks the six weeks: too little was done to expect a change", () => {
  expect(looking(sixWeeks(6, 6).filter(({ id }) => id !== "s18"))).toBeNull();
  expect(looking(sixWeeks(6, 6).filter(({ id }) => id !== "s2"))).toBeNull();
  expect(looking(sixWeeks(6, 6), [], () => false)).toBeNull();
});

test("three weeks are too short to say so", () => {
  expect(looking([session(20, 6), session(18, 6), ...sixWeeks(6, 6).slice(-4)])).toBeNull();
});

test("sessions without answers say nothing, unless the test does", () => {
  const silent = sixWeeks(null, null);
  const short = { left: answers({ thigh: "above" }) };
  const was = assessment(daysAgo(45), short);
  expect(looking(silent)).toBeNull();
  expect(looking(silent, [was, assessment(daysAgo(1), short)])).toMatchObject({ tightness: null, test: "same" });
  expect(looking(silent, [was, assessment(daysAgo(1))])).toBeNull();
  expect(looking(silent, [was])).toBeNull();
});

test("a test that is better ends it, even where it still feels tight", () => {
  const feels = sixWeeks(6, 6);
  const was = assessment(daysAgo(45), { left: answers({ thigh: "above", thighDegrees: 20 }) });
  const lower = assessment(daysAgo(1), { left: answers({ thigh: "above", thighDegrees: 12 }) });
  const same = assessment(daysAgo(1), { left: answers({ thigh: "above", thighDegrees: 13 }) });
  expect(looking(feels, [was, lower])).toBeNull();
  expect(looking(feels, [was, same])).toMatchObject({ test: "same" });
});

describe("a test is held against the one before side by side", () => {
  const feels = sixWeeks(6, 6);
  const silent = sixWeeks(null, null);
  const short = answers({ thigh: "above" });
  const was = assessment(daysAgo(45), { left: short, right: short });
  const now = (left: SideAnswers, right: SideAnswers) => assessment(daysAgo(1), { left, right });

  test("sides that hurt now have no short muscles, and are no better for it", () => {
    const hurting = now(hurt("hip"), hurt("hip"));
    expect(looking(feels, [was, hurting])).toMatchObject({ tightness: { first: 6, last: 6 }, test: null });
    expect(looking(silent, [was, hurting])).toBeNull();
    expect(looking(feels, [was, now(answers(), hurt("knee"))])).toMatchObject({ test: null });
  });

  test("one side tested again and found the same is the same, whatever became of the other", () => {
    expect(looking(silent, [was, now(short, UNTESTED_ANSWERS)])).toMatchObject({ test: "same" });
    expect(looking(silent, [was, now(UNTESTED_ANSWERS, short)])).toMatchObject({ test: "same" });
    expect(looking(feels, [was, now(short, hurt("both"))])).toMatchObject({ test: "same" });
  });

  test("one side tested again and longer is better", () => {
    expect(looking(feels, [was, now(answers(), UNTESTED_ANSWERS)])).toBeNull();
    expect(looking(feels, [was, now(answers(), short)])).toBeNull();
  });

  test("a side that hurt before says nothing now", () => {
    const before = assessment(daysAgo(45), { left: hurt("hip"), right: short });
    expect(looking(silent, [before, now(answers(), UNTESTED_ANSWERS)])).toBeNull();
    expect(looking(silent, [before, now(answers(), short)])).toMatchObject({ test: "same" });
  });
});
