/** Scores: rounds and repetitions, or a time, from what was done; and how one compares with the last. */
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/plan/types.ts";
import { computeScores } from "../../src/player/score.ts";
import { compareScores, formatScore, type ScoreFigures } from "../../src/player/score-text.ts";
import { summariseSession } from "../../src/player/summarise-session.ts";
import type { PlayerEvent } from "../../src/player/types.ts";
import { asManyAsPossible, doOne, everyMinute, forTime, restFor } from "../support/clocked-plans.ts";
import { at, play } from "../support/playing.ts";

const scoresOf = (plan: Plan, ...events: PlayerEvent[]) =>
  computeScores(plan, play(plan, [at(0, "start"), ...events]).state);
const textsOf = (plan: Plan, ...events: PlayerEvent[]) => scoresOf(plan, ...events).map(formatScore);
/** Presses Enter every ten seconds. */
const doneUntil = (seconds: number) => Array.from({ length: seconds / 10 }, (_, index) => at(10 * (index + 1), "done"));

describe("as many rounds as possible", () => {
  const cindy = asManyAsPossible(120, [restFor(60), doOne("plank")]);

  it("count whole rounds, and the repetitions of the one that the cap cut off", () => {
    expect(scoresOf(cindy, ...doneUntil(100), at(105, "extend", -10), at(130, "tick"))).toEqual([
      {
        ...{ group: 0, name: null, kind: "rounds", workout: "2:00: 5 Pull, 10 Push, 15 Squat" },
        ...{ rounds: 3, reps: 5 + 9, sets: 1, setsLeft: 0, ms: 120_000, end: "done" },
      },
    ]);
    expect(textsOf(cindy, ...doneUntil(70), at(130, "tick"))).toEqual(["2 rounds + 5 reps"]);
    expect(textsOf(cindy, ...doneUntil(90), at(130, "tick"))).toEqual(["3 rounds"]);
    expect(textsOf(cindy, at(10, "done"), at(20, "done"), at(30, "done"), at(130, "tick"))).toEqual(["1 round"]);
  });

  it("do not count a round with a set that was skipped, but its repetitions", () => {
    expect(textsOf(cindy, at(10, "done"), at(11, "skip"), at(20, "done"), at(130, "tick"))).toEqual([
      "0 rounds + 20 reps",
    ]);
  });

  it("say how long it was when the person stopped before the cap, and nothing of what was not begun", () => {
    expect(textsOf(cindy, ...doneUntil(40), at(45, "quit"))).toEqual(["1 round + 5 reps in 0:45"]);
    expect(computeScores(cindy, { records: [], groupTimes: {}, atMs: 0 })).toEqual([]);
  });

  it("are planned as they were done: what nobody could reach is not left out", () => {
    const { state } = play(cindy, [at(0, "start"), ...doneUntil(100), at(400, "tick")]);
    expect(summariseSession(cindy, state)).toMatchObject({ setsCompleted: 11, setsPlanned: 11, skipped: [], reps: 95 });
  });
});

describe("a workout for time", () => {
  it("scores the time from its first set to the end of its last", () => {
    const fran = forTime(2, 600, [restFor(60)]);
    expect(scoresOf(fran, ...doneUntil(40), at(90, "tick"))).toEqual([
      {
        ...{ group: 0, name: null, kind: "time", workout: "10:00: 2 × 5 Pull, 2 × 10 Push" },
        ...{ rounds: 2, reps: 0, sets: 0, setsLeft: 0, ms: 40_000, end: "done" },
      },
    ]);
    expect(textsOf(forTime(2), ...doneUntil(40))).toEqual(["0:40"]);
  });

  it("does not count pauses, and says what was left out", () => {
    expect(textsOf(forTime(1), at(5, "pause"), at(100, "resume"), at(110, "skip"), at(120, "done"))).toEqual([
      "0:25, 1 set left out",
    ]);
  });

  it("that the cap ended says what was done", () => {
    expect(textsOf(forTime(5, 60), ...doneUntil(50), at(100, "tick"))).toEqual(["Cap at 1:00, 2 rounds + 5 reps"]);
  });

  it("that was left says how far it came", () => {
    expect(textsOf(forTime(5), ...doneUntil(30), at(32, "quit"))).toEqual(["Not finished, 1 round + 5 reps in 0:32"]);
  });
});

it("other groups have none", () => {
  expect(scoresOf(everyMinute(2, ["pull"]), at(200, "tick"))).toEqual([]);
});

describe("compared with the last time", () => {
  const rounds = (count: number, reps = 0, end: ScoreFigures["end"] = "done"): ScoreFigures => ({
    ...{ kind: "rounds", rounds: count, reps, sets: 0, setsLeft: 0, ms: 720_000, end },
  });
  const time = (seconds: number, end: ScoreFigures["end"] = "done", done = 3): ScoreFigures => ({
    ...{ kind: "time", rounds: done, reps: 0, sets: 0, setsLeft: 0, ms: seconds * 1000, end },
  });

  it.each([
    [rounds(7, 12), rounds(6, 20), "one round more"],
    [rounds(5), rounds(7), "2 rounds fewer"],
    [rounds(7, 12), rounds(7, 4), "8 reps more"],
    [rounds(7), rounds(7, 1), "one rep fewer"],
    [rounds(7, 1), rounds(7, 1), "the same"],
    [rounds(7), rounds(7, 1, "stopped"), ""],
    [time(512), time(533.2), "0:21 faster"],
    [time(512), time(500), "0:12 slower"],
    [time(512.2), time(511.8), "the same time"],
    [time(512), time(600, "cap", 2), "inside the cap this time"],
    [time(600, "cap", 2), time(512), "over the cap this time"],
    [time(600, "cap", 2), time(600, "cap", 1), "one round more"],
    [time(512), rounds(7), ""],
  ])("%o against %o", (now, before, text) => {
    expect(compareScores(now, before)).toBe(text);
  });
});
