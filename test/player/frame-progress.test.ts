/** What a frame says of time: where a step waits, what is done and left, and the bars. */
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { buildFrame } from "../../src/player/frame.ts";
import { ALTERNATING, each, exercise, hold, OPEN, routine, tempo } from "../support/content.ts";
import { at, play } from "../support/playing.ts";

const planOf = (...exercises: ReturnType<typeof exercise>[]) => {
  const made = routine(...exercises);
  return compilePlan(made.routine, made.exercises);
};

const march = exercise({ id: "march", sides: ALTERNATING, pattern: tempo(3, 1, 3), sets: 2, reps: 4, rest: 60 });
const lunge = exercise({ id: "lunge", sides: each("one-side-first"), pattern: hold(45) });
const evening = planOf(march, lunge);

/** The frame so many seconds after the start. */
const frameAt = (seconds: number, plan = evening) =>
  buildFrame(plan, play(plan, [at(0, "start"), at(seconds, "tick")]).state);

describe("in a step that waits", () => {
  it("counts up and shows how the test is done", () => {
    const plan = planOf(exercise({ pattern: OPEN }));
    expect(frameAt(10 + 75, plan)).toMatchObject({
      phase: "open",
      actionText: "YOUR TURN",
      digits: "",
      seconds: 75,
      instructions: ["Kneel.", "Lean forward.", "Breathe."],
      next: "Done",
      stretchable: false,
    });
    expect([10, 15].map((second) => frameAt(second, plan).linesRead)).toEqual([0, 2]);
    expect(frameAt(1, plan).next).toBe("Lunge, as long as you need");
  });

  it("is said to wait, in what comes next, wherever it is named", () => {
    const test = exercise({ id: "test", pattern: OPEN, sides: each("set-by-set") });
    const plan = planOf(lunge, test);
    const nexts = plan.steps.map((step) => buildFrame(plan, { ...play(plan, []).state, step: step.index }).next);
    expect(nexts).toEqual([
      "Lunge, 45 s, left side",
      "Switch sides, then right",
      "Right side, 45 s",
      "Test, as long as you need, left side",
      "Test, as long as you need, left side",
      "Switch sides, then right",
      "Right side, as long as you need",
      "Done",
    ]);
  });
});

describe("time done and time left", () => {
  it("adds up to the whole, and what is left turns over with the figures", () => {
    const totalSeconds = evening.totalMs / 1000;
    expect(frameAt(0)).toMatchObject({ elapsedSeconds: 0, remainingSeconds: totalSeconds });
    expect(frameAt(20)).toMatchObject({ elapsedSeconds: 20, remainingSeconds: totalSeconds - 20 });
    expect(frameAt(totalSeconds)).toMatchObject({ phase: "finished", actionText: "DONE", remainingSeconds: 0 });
  });

  it("grows with a step that is extended", () => {
    const { state } = play(evening, [at(0, "start"), at(40, "extend"), at(41, "tick")]);
    expect(buildFrame(evening, state)).toMatchObject({
      digits: "1:07",
      remainingSeconds: evening.totalMs / 1000 - 41 + 10,
    });
  });
});

describe("the last moment", () => {
  it("is a whole bar, with nothing left to count", () => {
    const { state } = play(evening, [at(0, "start"), at(1000, "tick")]);
    const frame = buildFrame(evening, state);
    expect(frame).toMatchObject({ phase: "finished", digits: "0", seconds: 0, fill: 1, stepFill: 1, next: "Done" });
    expect(frame).toMatchObject({ exercise: "Lunge", sideWord: "RIGHT", elapsedSeconds: evening.totalMs / 1000 });
  });
});

describe("the progress bar", () => {
  it("has every step at its planned length, and one that waits for the person at half a minute", () => {
    const plan = planOf(exercise({ pattern: OPEN }), exercise({ id: "hold", pattern: hold(40) }));
    expect(frameAt(0, plan).segments).toEqual([
      { kind: "prepare", weight: 10_000 },
      { kind: "set", weight: 30_000 },
      { kind: "prepare", weight: 10_000 },
      { kind: "set", weight: 40_000 },
    ]);
  });

  it("shows how much of the step and of the stroke has passed", () => {
    expect(frameAt(5)).toMatchObject({ fill: 0.5, fillSeconds: 10, stepFill: 0.5 });
    expect(frameAt(10 + 7)).toMatchObject({ fill: 0, fillSeconds: 3, stepFill: 0.25 });
    expect(frameAt(90, planOf(exercise({ pattern: OPEN })))).toMatchObject({ fill: 0, fillSeconds: 0, stepFill: 0 });
  });
});
