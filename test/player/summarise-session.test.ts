/** What was done, summed up. */
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { summariseSession } from "../../src/player/summarise-session.ts";
import { BOTH, exercise, hold, routine, stroke, tempo } from "../support/content.ts";
import { at, play } from "../support/playing.ts";

const march = { ...exercise({ id: "march", pattern: tempo(3, 1, 3, 1), reps: 3 }), targets: ["psoas", "abdominals"] };
const release = {
  ...exercise({
    id: "release",
    sides: BOTH,
    reps: 2,
    pattern: { type: "strokes", strokes: [stroke("contract", 7), stroke("relax", 3), stroke("stretch", 20)] },
  }),
  targets: ["psoas"],
};
const rest = { ...exercise({ id: "rest-pose", pattern: hold(30) }), targets: ["glutes"] };
const made = routine(march, release, rest);
const plan = compilePlan(made.routine, made.exercises);

describe("a session done to its end", () => {
  const summary = summariseSession(plan, play(plan, [at(0, "start"), at(1000, "tick")]).state);

  it("counts sets, repetitions of what has repetitions, and time", () => {
    expect(summary).toMatchObject({
      finished: true,
      setsCompleted: 3,
      setsPlanned: 3,
      reps: 5,
      workedMs: 24_000 + 60_000 + 30_000,
      sessionMs: plan.totalMs,
      skipped: [],
    });
  });

  it("gives every muscle its time under tension, without the strokes in which it rests", () => {
    expect(summary.muscles).toEqual([
      { name: "psoas", ms: 3 * 7000 + 2 * 27_000 },
      { name: "glutes", ms: 30_000 },
      { name: "abdominals", ms: 3 * 7000 },
    ]);
  });
});

describe("a session left early", () => {
  it("counts the tension of what was done and names the sets that were not", () => {
    // Ready 10 s, one repetition and four seconds of the next, then on; ready 10 s, quit.
    const { state } = play(plan, [at(0, "start"), at(10 + 8 + 4, "skip"), at(40, "quit")]);
    const summary = summariseSession(plan, state);
    expect(summary).toMatchObject({ finished: false, setsCompleted: 0, reps: 1 });
    expect(summary.skipped).toEqual(["March, set 1 of 1", "Release, set 1 of 1", "Rest pose, set 1 of 1"]);
    // Seven seconds of the first repetition, four of the second; then 8 s of the release, of which 7 were a contraction.
    expect(summary.muscles).toEqual([
      { name: "psoas", ms: 7000 + 4000 + 7000 },
      { name: "abdominals", ms: 7000 + 4000 },
    ]);
  });
});

it("a hold that was made longer counts in full", () => {
  const { state } = play(plan, [
    at(0, "start"),
    at(1, "skip"),
    at(2, "skip"),
    at(3, "skip"),
    at(4, "skip"),
    at(5, "skip"),
    at(6, "extend"),
    at(100, "tick"),
  ]);
  expect(summariseSession(plan, state).muscles).toEqual(
    [
      { name: "glutes", ms: 40_000 },
      { name: "abdominals", ms: 1000 },
      { name: "psoas", ms: 2000 },
    ].sort((a, b) => b.ms - a.ms),
  );
});
