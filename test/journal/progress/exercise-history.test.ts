/** What was done of each exercise, as the basis of proposals. */
import { describe, expect, test } from "vitest";
import { DAY_MS } from "../../../src/calendar.ts";
import { buildExerciseHistories } from "../../../src/journal/progress/exercise-history.ts";
import type { SessionSummary } from "../../../src/journal/session-summary.ts";
import { MORNING_MS } from "../../support/example-sessions.ts";
import { LUNGE, RAISE, sessionOn } from "../../support/training-stories.ts";

const historyOf = (sessions: readonly SessionSummary[], exercise = "lunge") =>
  buildExerciseHistories(sessions, "morning").get(exercise);

describe("the history of an exercise", () => {
  test("has its dose, its sets, and what was answered", () => {
    const session = sessionOn(RAISE, {
      day: 1,
      effort: 5,
      tightness: 2,
      pain: 1,
      skipReason: "no-time",
      completed: 2,
      early: 1,
    });
    const record = {
      exercise: "raise",
      session: "day1",
      atMs: MORNING_MS + DAY_MS,
      utcOffsetMinutes: 60,
      dose: { hold: null, reps: 12, eccentric: 3 },
      strokes: session.blocks[0]?.dose.strokes,
      sets: 3,
      setsCompleted: 2,
      setsDoneInFull: 1,
      skipReason: "no-time",
      effort: 5,
      pain: 1,
      tighterBy: null,
      painRoseBy: null,
      painfulInARow: 0,
    };
    expect(historyOf([session], "raise")).toEqual({ recent: [record], lastAnywhere: record, lastMovedAtMs: null });
  });

  test("has the last two sessions, earliest first", () => {
    const sessions = [1, 2, 3].map((day) => sessionOn(LUNGE, { day }));
    expect(historyOf(sessions)?.recent.map(({ session }) => session)).toEqual(["day2", "day3"]);
    expect(historyOf(sessions)?.lastAnywhere.session).toBe("day3");
  });

  test("of one done elsewhere only is what was done there", () => {
    const elsewhere = { ...sessionOn(LUNGE, { day: 1 }), routine: "desk-break" };
    expect(historyOf([elsewhere])?.recent.map(({ session }) => session)).toEqual(["day1"]);
  });

  test("leaves out sessions that are unfinished, and exercises that were not begun", () => {
    expect(historyOf([sessionOn(LUNGE, { day: 1, status: "unfinished" })])).toBeUndefined();
    expect(historyOf([sessionOn(LUNGE, { day: 1, completed: 0 })])).toBeUndefined();
    expect(historyOf([sessionOn(LUNGE, { day: 1, status: "partial" })])).toBeDefined();
  });

  test("counts all sets of one that occurs twice, with the dose of the first", () => {
    const one = sessionOn(LUNGE, { day: 1, hold: 30 });
    const other = sessionOn(LUNGE, { day: 1, hold: 50, early: 1 });
    const record = historyOf([{ ...one, blocks: [...one.blocks, ...other.blocks] }])?.lastAnywhere;
    expect(record).toMatchObject({
      dose: { hold: 30 },
      strokes: [{ seconds: 30 }],
      sets: 8,
      setsCompleted: 8,
      setsDoneInFull: 7,
    });
  });

  test("of one that was begun in its second place only is kept", () => {
    const skipped = sessionOn(LUNGE, { day: 1, completed: 0 });
    const done = sessionOn(LUNGE, { day: 1 });
    expect(historyOf([{ ...skipped, blocks: [...skipped.blocks, ...done.blocks] }])?.lastAnywhere).toMatchObject({
      sets: 8,
      setsDoneInFull: 4,
    });
  });

  test("knows when its dose last moved, up or down, in this routine", () => {
    const moved = (...holds: number[]) =>
      historyOf(holds.map((hold, index) => sessionOn(LUNGE, { day: index + 1, hold })))?.lastMovedAtMs;
    expect(moved(45, 45, 45)).toBeNull();
    expect(moved(45, 50, 50, 50)).toBe(MORNING_MS + 2 * DAY_MS);
    expect(moved(45, 50, 50, 45)).toBe(MORNING_MS + 4 * DAY_MS);
    const elsewhere = { ...sessionOn(LUNGE, { day: 2, hold: 30 }), routine: "desk-break" };
    expect(
      historyOf([sessionOn(LUNGE, { day: 1 }), elsewhere, sessionOn(LUNGE, { day: 3 })])?.lastMovedAtMs,
    ).toBeNull();
  });

  test("knows how pain has changed since it was last asked, and how often in a row it was above 3", () => {
    const pains = [4, null, 5, 3, 4, 0];
    const sessions = pains.map((pain, index) => sessionOn(LUNGE, { day: index + 1, pain }));
    const records = pains.map((_, index) => historyOf(sessions.slice(0, index + 1))?.lastAnywhere);
    expect(records.map((record) => record?.painRoseBy)).toEqual([null, null, 1, -2, 1, -4]);
    expect(records.map((record) => record?.painfulInARow)).toEqual([1, 1, 2, 0, 1, 0]);
  });

  test("knows how much tighter it was than when that was last asked", () => {
    const sessions = [
      sessionOn(LUNGE, { day: 1, tightness: 2 }),
      sessionOn(LUNGE, { day: 2 }),
      sessionOn(LUNGE, { day: 3, tightness: 6 }),
      sessionOn(LUNGE, { day: 4, tightness: 0 }),
      sessionOn(LUNGE, { day: 5, tightness: 1 }),
    ];
    const tighterBy = [1, 2, 3, 4, 5].map((count) => historyOf(sessions.slice(0, count))?.lastAnywhere.tighterBy);
    expect(tighterBy).toEqual([null, null, 4, -6, 1]);
  });

  test.each([
    ["a single hold has seconds", [{ phase: "hold", seconds: 40 }], 1, { hold: 40, reps: null, eccentric: null }],
    ["a hold that is repeated has both", [{ phase: "hold", seconds: 9 }], 5, { hold: 9, reps: 5, eccentric: null }],
    [
      "one stroke that lowers is a hold",
      [{ phase: "eccentric", seconds: 9 }],
      1,
      { hold: 9, reps: null, eccentric: null },
    ],
    [
      "strokes have repetitions and a lowering, even one repetition of them",
      [
        { phase: "concentric", seconds: 2 },
        { phase: "eccentric", seconds: 4 },
      ],
      1,
      { hold: null, reps: 1, eccentric: 4 },
    ],
    [
      "strokes without a lowering have repetitions",
      [
        { phase: "contract", seconds: 6 },
        { phase: "relax", seconds: 4 },
      ],
      3,
      { hold: null, reps: 3, eccentric: null },
    ],
    ["what waits for the person has its repetitions", [], 8, { hold: null, reps: 8, eccentric: null }],
  ])("%s", (_, strokes, reps, dose) => {
    const session = sessionOn(LUNGE, { day: 1 });
    const blocks = session.blocks.map((block) => ({ ...block, dose: { ...block.dose, strokes, reps } }));
    expect(historyOf([{ ...session, blocks }])?.lastAnywhere.dose).toEqual(dose);
  });
});
