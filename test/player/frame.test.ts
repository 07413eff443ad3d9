/** The frame: what a person is shown at a moment, in finished words and numbers. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { buildFrame, isSameFrame } from "../../src/player/frame.ts";
import { ALTERNATING, anyRoutine, block, each, exercise, hold, routine, tempo } from "../support/content.ts";
import { doing, group, paced, routineOf, work } from "../support/groups.ts";
import { anyEvents, at, play } from "../support/playing.ts";

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

describe("in a preparation", () => {
  it("says what comes, on which side, and how to get into it", () => {
    const frame = frameAt(10 + 28 + 60 + 28 + 4);
    expect(frame).toMatchObject({
      phase: "prepare",
      actionText: "GET READY",
      digits: "6",
      exercise: "Lunge",
      sideWord: "LEFT",
      sideMeaning: "Left knee on the floor",
      next: "Lunge, 45 s, left side",
    });
    expect(frame.instructions).toEqual(["Kneel.", "Lean forward.", "Breathe."]);
  });

  it("says the position of the block where that has one of its own, and the exercise's elsewhere", () => {
    const made = routine(march, lunge);
    const blocks = [block("lunge"), block("lunge", { position: "Sit on a chair." })];
    const sections = made.routine.sections.map((section) => ({ ...section, blocks }));
    const plan = compilePlan({ ...made.routine, sections }, made.exercises);
    expect(frameAt(1, plan).instructions).toEqual(["Kneel.", "Lean forward.", "Breathe."]);
    const seconds = (plan.steps.find((step) => step.block === 1)?.atMs ?? 0) / 1000;
    expect(frameAt(seconds + 1, plan).instructions).toEqual(["Sit on a chair.", "Lean forward.", "Breathe."]);
  });

  it("says which side begins where the sides take turns", () => {
    expect(frameAt(1)).toMatchObject({
      side: null,
      sideMeaning: "Left side first",
      next: "March, 2 sets of 4, tempo 3-0-3-1",
    });
    expect(frameAt(10 + 28 + 1)).toMatchObject({ actionText: "REST", sideMeaning: "Left side first" });
    const { routine: made, exercises } = routine(march);
    const right = compilePlan(made, exercises, PLAN_DEFAULTS, { firstSide: "right" });
    expect(frameAt(1, right).sideMeaning).toBe("Right side first");
    const only = compilePlan(made, exercises, PLAN_DEFAULTS, { side: "right" });
    expect(frameAt(1, only).sideMeaning).toBe("Right side only");
    expect(frameAt(1, planOf(exercise({}))).sideMeaning).toBe("");
  });

  it("leaves time to read, and a rest goes on where the preparation ended", () => {
    expect([0, 2.4, 2.5, 9.9].map((second) => frameAt(second).linesRead)).toEqual([0, 0, 1, 3]);
    expect(frameAt(11).linesRead).toBe(0);
    expect([10 + 28, 10 + 28 + 5].map((second) => frameAt(second).linesRead)).toEqual([4, 6]);
    expect(frameAt(10 + 28 + 60 + 28).linesRead).toBe(0);
  });
});

describe("in a set of repetitions", () => {
  it("counts the stroke down, names repetition and side, and turns to the next cue with each repetition", () => {
    expect(frameAt(10 + 7 + 4.5)).toMatchObject({
      phase: "eccentric",
      actionText: "LOWER",
      digits: "3",
      setText: "Set 1 of 2",
      repText: "Rep 2 of 4",
      sideWord: "RIGHT",
      sideMeaning: "Right knee lifts",
      strokeIndex: 2,
      fill: 0.5 / 3,
      instructions: ["Ribs down"],
      next: "Rest, 60 s",
    });
    expect(frameAt(11).strokes.map((stroke) => `${stroke.word} ${stroke.seconds}`)).toEqual([
      "LIFT 3",
      "HOLD 1",
      "LOWER 3",
    ]);
    expect(frameAt(11).instructions).toEqual(["Stay tall"]);
  });

  it("turns from one stroke to the next at the moment it is due", () => {
    expect(frameAt(12.999).actionText).toBe("LIFT");
    expect(frameAt(13).actionText).toBe("HOLD");
  });
});

describe("the place in the workout", () => {
  it("is that of the exercise, whatever its sets, and in a rest that of what comes", () => {
    expect(frameAt(1).placeText).toBe("Exercise 1 of 2");
    expect(frameAt(10 + 28 + 60 + 1).placeText).toBe("Exercise 1 of 2");
    expect(frameAt(10 + 28 + 60 + 28 + 1).placeText).toBe("Exercise 2 of 2");
  });

  it("is not named where there is one exercise", () => {
    expect(frameAt(1, planOf(march)).placeText).toBe("");
  });

  it("counts sets with doses of their own as one exercise, and a group once", () => {
    const [squat, pull, plank] = [paced("squat", 10), paced("pull", 5), work("plank", 20)];
    const made = routineOf(
      [squat, pull, plank],
      doing("squat", { ownSets: [{ reps: 5 }, { reps: 3 }] }),
      group({ rounds: 3 }, doing("pull"), doing("plank")),
      doing("pull"),
    );
    const plan = compilePlan(made.routine, made.exercises);
    const { state } = play(plan, [at(0, "start")]);
    const placeOf = (step: number) => buildFrame(plan, { ...state, step }).placeText;
    const places = plan.steps.flatMap(({ kind, exercise: id, index }) =>
      kind === "set" ? [`${id} ${placeOf(index)}`] : [],
    );
    const round = ["pull Exercise 1 of 2", "plank Exercise 2 of 2"];
    expect(places).toEqual([
      ...["squat Exercise 1 of 4", "squat Exercise 1 of 4"],
      ...[...round, ...round, ...round],
      "pull Exercise 4 of 4",
    ]);
  });
});

describe("in a rest", () => {
  it("says which set comes next", () => {
    expect(frameAt(10 + 28 + 15)).toMatchObject({ phase: "rest", digits: "45", next: "Set 2 of 2, 4 reps" });
  });
});

describe("in a pause", () => {
  it("shows how the exercise is done, in a set as well", () => {
    const { state } = play(evening, [at(0, "start"), at(12, "pause")]);
    expect(buildFrame(evening, state).instructions).toEqual(["Kneel.", "Lean forward.", "Breathe."]);
    expect(frameAt(12).instructions).toEqual(["Stay tall"]);
  });
});

describe("a block of one side", () => {
  it("names it once in what comes next", () => {
    const made = routine(lunge);
    const sections = made.routine.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => ({ ...block, side: "left" as const })),
    }));
    const plan = compilePlan({ ...made.routine, sections }, made.exercises);
    expect(frameAt(1, plan).next).toBe("Lunge, 45 s, left");
  });
});

describe("between the sides", () => {
  it("says which side comes next and what it means", () => {
    const frame = frameAt(10 + 28 + 60 + 28 + 10 + 45 + 1);
    expect(frame).toMatchObject({
      phase: "switch",
      actionText: "SWITCH SIDES",
      sideWord: "RIGHT",
      sideMeaning: "Right knee on the floor",
      next: "Right side, 45 s",
    });
  });
});

describe("two frames", () => {
  it("are the same while nothing that is shown has changed", () => {
    expect(isSameFrame(frameAt(14), frameAt(14))).toBe(true);
    const paused = play(evening, [at(0, "start"), at(14, "pause")]).state;
    expect(isSameFrame(buildFrame(evening, paused), buildFrame(evening, paused))).toBe(true);
  });

  it("differ as soon as a number, a word or a line does", () => {
    expect(isSameFrame(frameAt(14), frameAt(14.5))).toBe(false);
    const frame = frameAt(1);
    expect(isSameFrame(frame, { ...frame, next: "Done" })).toBe(false);
    expect(isSameFrame(frame, { ...frame, instructions: ["Kneel.", "Lean back.", "Breathe."] })).toBe(false);
    expect(isSameFrame(frame, { ...frame, instructions: frame.instructions.slice(0, 2) })).toBe(false);
    expect(isSameFrame(frame, { ...frame, instructions: [...frame.instructions, "Smile."] })).toBe(false);
    expect(isSameFrame(frame, { ...frame, instructions: [...frame.instructions] })).toBe(true);
  });
});

describe("a plan without steps", () => {
  it("cannot be played", () => {
    const nothing = { ...evening, steps: [] };
    expect(() => buildFrame(nothing, play(nothing, []).state)).toThrow("a plan without steps cannot be played");
  });
});

describe("any moment of any routine", () => {
  it("has figures that are whole, shares between nothing and all, and words for what to do", () => {
    fc.assert(
      fc.property(anyRoutine, anyEvents, (made, events) => {
        const plan = compilePlan(made.routine, made.exercises);
        const frame = buildFrame(plan, play(plan, events).state);
        expect(frame.actionText).not.toBe("");
        expect(frame.digits).toMatch(/^(\d+(:\d\d)?)?$/);
        for (const whole of [frame.seconds, frame.elapsedSeconds, frame.remainingSeconds]) {
          expect(Number.isInteger(whole) && whole >= 0).toBe(true);
        }
        for (const share of [frame.fill, frame.stepFill]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(frame.segments).toHaveLength(plan.steps.length);
      }),
    );
  });
});
