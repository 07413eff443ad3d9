/** What was done, summed up. */
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { summariseSession, timeUnderTensionMs } from "../../src/player/summarise-session.ts";
import { BOTH, exercise, hold, OPEN, routine, stroke, tempo } from "../support/content.ts";
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

const summarise = (...events: Parameters<typeof play>[1]) =>
  summariseSession(plan, play(plan, [at(0, "start"), ...events]).state);

describe("a session done to its end", () => {
  it("counts sets, repetitions of what has repetitions, and time", () => {
    expect(summarise(at(1000, "tick"))).toMatchObject({
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
    expect(summarise(at(1000, "tick")).muscles).toEqual([
      { name: "psoas", ms: 3 * 7000 + 2 * 27_000 },
      { name: "glutes", ms: 30_000 },
      { name: "abdominals", ms: 3 * 7000 },
    ]);
  });
});

describe("a session left early", () => {
  it("counts the tension of what was done and names the sets that were not", () => {
    // Ready 10 s, one repetition and four seconds of the next, then on; ready 10 s, quit.
    const summary = summarise(at(10 + 8 + 4, "skip"), at(40, "quit"));
    expect(summary).toMatchObject({ finished: false, setsCompleted: 0, reps: 1 });
    expect(summary.skipped).toEqual(["March, set 1 of 1", "Release, set 1 of 1", "Rest pose, set 1 of 1"]);
    // Seven seconds of the first repetition, four of the second; then 8 s of the release, of which 7 were a contraction.
    expect(summary.muscles).toEqual([
      { name: "psoas", ms: 7000 + 4000 + 7000 },
      { name: "abdominals", ms: 7000 + 4000 },
    ]);
  });
});

describe("time under tension", () => {
  it("counts a hold that was made longer in full", () => {
    const toTheHold = [1, 2, 3, 4, 5].map((second) => at(second, "skip"));
    expect(summarise(...toTheHold, at(6, "extend"), at(100, "tick")).muscles).toEqual([
      { name: "glutes", ms: 40_000 },
      { name: "psoas", ms: 2000 },
      { name: "abdominals", ms: 1000 },
    ]);
  });

  it("is none in a single long stroke of rest, however long it is", () => {
    const lying = exercise({ pattern: { type: "strokes", strokes: [stroke("relax", 60)] } });
    const { routine: made, exercises } = routine(lying);
    const [, set] = compilePlan(made, exercises).steps;
    expect(set && timeUnderTensionMs(set, 60_000)).toBe(0);
  });

  it("is none in a test that waits for the person", () => {
    const { routine: made, exercises } = routine(exercise({ pattern: OPEN }));
    const [, set] = compilePlan(made, exercises).steps;
    expect(set && timeUnderTensionMs(set, 60_000)).toBe(0);
  });

  it("names a muscle from one second on, and muscles of the same time by the alphabet", () => {
    expect(summarise(at(10.999, "quit")).muscles).toEqual([]);
    expect(summarise(at(11, "quit")).muscles.map(({ name }) => name)).toEqual(["abdominals", "psoas"]);
  });
});

describe("what a session consists of", () => {
  it("is its sets: time to get ready is session time, not time worked", () => {
    expect(summarise(at(4, "skip"), at(12, "quit"))).toMatchObject({ workedMs: 8000, sessionMs: 12_000, reps: 1 });
  });

  it("counts no repetition of a single hold", () => {
    const toTheHold = [1, 2, 3, 4, 5].map((second) => at(second, "skip"));
    expect(summarise(...toTheHold, at(100, "tick"))).toMatchObject({ setsCompleted: 1, reps: 0 });
  });
});
