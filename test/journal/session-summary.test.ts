/** What a summary takes from a file; and what counts as training, for days, streaks, statistics and how often a routine was done. */
import { describe, expect, test } from "vitest";
import type { SessionFile } from "../../src/journal/session-format.ts";
import { correctEnd, countsAsTraining, summariseSessionFile } from "../../src/journal/session-summary.ts";
import { sessionOf as fileOf } from "../support/example-sessions.ts";
import { block, session, totals } from "./statistics/summaries.ts";

const BROKEN_OFF = { started: 1, completed: 0, completedInFull: 0, reps: 0, tension: {} };
const sessionOf = (...blocks: Parameters<typeof session>[1]) => session("2026-11-20", blocks);

describe("a session counts as training", () => {
  test.each([
    ["a set done in full, however short", block("squat", { seconds: 8, completedInFull: 1 }), true],
    ["half a minute of a set that was broken off", block("squat", { ...BROKEN_OFF, seconds: 30 }), true],
    ["less than that", block("squat", { ...BROKEN_OFF, seconds: 29.9 }), false],
    ["one second of a first set", block("squat", { ...BROKEN_OFF, seconds: 1 }), false],
    ["a set ended after a second", block("squat", { ...BROKEN_OFF, completed: 1, seconds: 1 }), false],
    ["a test alone", block("thomas-test", { kind: "assessment" }), false],
  ])("%s: %o", (_, done, counts) => {
    expect(countsAsTraining(sessionOf(done))).toBe(counts);
    expect(totals([sessionOf(done)])).toMatchObject({ sessions: counts ? 1 : 0, streak: { longest: counts ? 1 : 0 } });
  });

  test("by all of its exercises together", () => {
    const tried = [block("squat", { ...BROKEN_OFF, seconds: 16 }), block("lunge", { ...BROKEN_OFF, seconds: 14 })];
    expect(countsAsTraining(sessionOf(...tried))).toBe(true);
    expect(countsAsTraining(sessionOf(...tried.slice(1)))).toBe(false);
  });
});

test("a muscle that an exercise names twice is in its summary once", () => {
  const file = fileOf();
  const blocks = file.blocks.map((one) => ({ ...one, targets: ["psoas", "quads", "psoas"] }));
  const targets = summariseSessionFile({ ...file, blocks }).blocks.map((one) => one.targets);
  expect(targets).toEqual(blocks.map(() => ["psoas", "quads"]));
  expect(targets).not.toEqual([]);
});

describe("a session that ends before it starts, because the clock was set back", () => {
  const endOf = (change: Partial<SessionFile>) => correctEnd({ ...fileOf(), pauses: [], ...change }).endedAt;

  test.each<[what: string, change: Partial<SessionFile>, endedAt: string]>([
    ["ends after what was done", { activeSeconds: 90 }, "2026-11-02T06:31:30.000Z"],
    ["and in a rehearsal sooner", { activeSeconds: 90, speed: 10 }, "2026-11-02T06:30:09.000Z"],
    [
      "ends as it starts, where no calendar goes further",
      { startedAt: "9999-12-31T23:59:59.000Z" },
      "9999-12-31T23:59:59.000Z",
    ],
    ["or where it would never end", { speed: 1e-300 }, "2026-11-02T06:30:00.000Z"],
  ])("%s", (_, change, endedAt) => {
    expect(endOf({ startedAt: "2026-11-02T06:30:00.000Z", endedAt: "2026-11-02T06:00:00.000Z", ...change })).toBe(
      endedAt,
    );
  });
});
