/** Scores at their edges: rounds with holds, a cap reached to the second, long workouts, sets on one side. */
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/plan/types.ts";
import { computeScores, isScored } from "../../src/player/score.ts";
import { compareScores, formatScore, type ScoreFigures } from "../../src/player/score-text.ts";
import type { PlayerEvent } from "../../src/player/types.ts";
import { forTime } from "../support/clocked-plans.ts";
import { doing, group, paced, work } from "../support/groups.ts";
import { at, play } from "../support/playing.ts";
import { plank, planOf, pull } from "./walk.ts";

const scoresOf = (plan: Plan, ...events: PlayerEvent[]) =>
  computeScores(plan, play(plan, [at(0, "start"), ...events]).state);

describe("a round with a hold", () => {
  const plan = planOf([pull, plank], group({ rounds: null, cap: 60 }, doing("plank"), doing("pull-up")));

  it("counts the hold as a set, not as a repetition", () => {
    // Ready 10 s, plank to 30 s, then pulls until the cap at 70 s.
    const [score] = scoresOf(plan, at(75, "tick"));
    expect(score).toMatchObject({ workout: "1:00: 20 s Plank, 5 Pull up", rounds: 0, reps: 0, sets: 1, end: "done" });
    expect(score && formatScore(score)).toBe("0 rounds + 1 set");
  });
});

describe("the cap", () => {
  it("has not ended a workout whose last set is done as it strikes", () => {
    const events = [10, 20, 30].map((second) => at(second, "done"));
    expect(scoresOf(forTime(2, 60), ...events, at(60, "done"))[0]).toMatchObject({ ms: 60_000, end: "cap", rounds: 1 });
    expect(scoresOf(forTime(2, 61), ...events, at(60, "done"))[0]).toMatchObject({
      ms: 60_000,
      end: "done",
      rounds: 2,
    });
  });

  it("has not ended one of which a set was left out, nor one that is whole as it strikes", () => {
    const events = [at(10, "done"), at(20, "skip"), at(30, "done"), at(40, "done")];
    expect(scoresOf(forTime(2, 600), ...events)[0]).toMatchObject({ end: "done", setsLeft: 1, rounds: 1, ms: 40_000 });
    const whole = planOf([plank], group({ rounds: 1, countUp: true, cap: 20 }, doing("plank")));
    expect(scoresOf(whole, at(40, "tick"))[0]).toMatchObject({ end: "done", ms: 20_000, rounds: 1 });
  });

  it("is no part of a workout without one, however long it takes", () => {
    const done = [10, 20, 30, 4000].map((second) => at(second, "done"));
    expect(scoresOf(forTime(2), ...done)[0]).toMatchObject({ workout: "2 × 5 Pull, 2 × 10 Push", end: "done" });
    expect(scoresOf(forTime(2), at(5000, "tick"))[0]).toMatchObject({ ms: 5_000_000, end: "stopped", setsLeft: 4 });
  });
});

describe("the name of a workout", () => {
  it("is no longer than a line of a session file", () => {
    const many = Array.from({ length: 12 }, (_, index) => paced(`an-exercise-with-a-long-name-${index}`, 5));
    const plan = planOf(many, group({ rounds: 1, countUp: true }, ...many.map(({ id }) => doing(id))));
    const [score] = scoresOf(plan, at(10, "tick"), at(20, "quit"));
    expect(score?.workout).toHaveLength(300);
    expect(score?.workout).toMatch(/^5 An exercise with a long name 0, 5 An exercise with a long name 1, /);
  });

  it("names each different dose, and one that is alike once", () => {
    const twice = [{ reps: 5 }, { reps: 7 }, { reps: 5 }];
    const plan = planOf([pull], group({ rounds: twice, countUp: true }, doing("pull-up")));
    expect(scoresOf(plan, at(20, "done"))[0]?.workout).toBe("5-7-5 Pull up");
    const same = planOf([pull], group({ rounds: 3, countUp: true }, doing("pull-up")));
    expect(scoresOf(same, at(20, "done"))[0]?.workout).toBe("3 × 5 Pull up");
  });
});

describe("a group without a score beside one that has", () => {
  it("is left out of the scores, and of the name of the other", () => {
    const plan = planOf(
      [pull, plank, work("hang", 15)],
      group({ rounds: 2 }, doing("hang")),
      group({ rounds: 2, countUp: true }, doing("pull-up"), doing("plank")),
    );
    const scores = scoresOf(
      plan,
      at(1000, "tick"),
      at(1010, "done"),
      at(1050, "tick"),
      at(1060, "done"),
      at(1090, "tick"),
    );
    expect(scores).toEqual([
      {
        ...{ group: 1, name: null, workout: "2 × 5 Pull up, 2 × 20 s Plank", kind: "time", rounds: 2 },
        ...{ reps: 0, sets: 0, setsLeft: 0, ms: 1080_000 - 50_000, end: "done" },
      },
    ]);
    expect(plan.groups?.map(isScored)).toEqual([false, true]);
  });
});

describe("compared", () => {
  const figures = (change: Partial<ScoreFigures>): ScoreFigures => ({
    ...{ kind: "time", rounds: 3, reps: 0, sets: 0, setsLeft: 0, ms: 60_000, end: "done" },
    ...change,
  });

  it.each([
    [{ end: "stopped" }, {}, ""],
    [{}, { end: "stopped" }, ""],
    [{ setsLeft: 1 }, { setsLeft: 0 }, ""],
    [{ ms: 61_000 }, {}, "0:01 slower"],
    [{ ms: 59_000 }, {}, "0:01 faster"],
  ] as const)("%o with %o", (now, before, text) => {
    expect(compareScores(figures(now), figures(before))).toBe(text);
  });
});
