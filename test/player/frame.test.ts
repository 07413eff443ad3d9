/** The frame: what a person is shown at a moment, in finished words and numbers. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { buildFrame, isSameFrame } from "../../src/player/frame.ts";
import {
  ALTERNATING,
  anyRoutine,
  block,
  each,
  exercise,
  hold,
  OPEN,
  routine,
  stroke,
  tempo,
} from "../support/content.ts";
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
      next: "45 s, left side",
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
      next: "2 sets of 4, tempo 3-0-3-1",
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
    expect(frameAt(1, plan).next).toBe("45 s, left");
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
    expect(frameAt(1, plan).next).toBe("As long as you need");
  });

  it("is said to wait, in what comes next, wherever it is named", () => {
    const test = exercise({ id: "test", pattern: OPEN, sides: each("set-by-set") });
    const plan = planOf(lunge, test);
    const nexts = plan.steps.map((step) => buildFrame(plan, { ...play(plan, []).state, step: step.index }).next);
    expect(nexts).toEqual([
      "45 s, left side",
      "Switch sides, then right",
      "Right side, 45 s",
      "Test, as long as you need, left side",
      "As long as you need, left side",
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

describe("a fast stroke", () => {
  it("is called fast", () => {
    const jump = { type: "strokes", strokes: [stroke("concentric", 1, true), stroke("eccentric", 3)] } as const;
    const plan = planOf(exercise({ pattern: jump, reps: 5 }));
    expect([frameAt(10, plan).actionText, frameAt(11, plan).actionText]).toEqual(["FAST LIFT", "LOWER"]);
  });
});

describe("an exercise's cues", () => {
  it("take turns every ten seconds of a long hold", () => {
    const plan = planOf(exercise({ pattern: hold(45) }));
    const cues = [10, 19.999, 20, 30, 50].map((second) => frameAt(second, plan).instructions);
    expect(cues).toEqual([["Stay tall"], ["Stay tall"], ["Ribs down"], ["Stay tall"], ["Stay tall"]]);
  });

  it("give way to the stroke's own", () => {
    const press = { ...stroke("contract", 5), cue: "Press the knee down" };
    const plan = planOf(exercise({ pattern: { type: "strokes", strokes: [press, stroke("relax", 3)] }, reps: 2 }));
    expect([10, 15].map((second) => frameAt(second, plan).instructions)).toEqual([
      ["Press the knee down"],
      ["Stay tall"],
    ]);
  });

  it("are replaced by the first step where an exercise has none", () => {
    const plan = planOf({ ...exercise({ pattern: hold(45) }), cues: [] });
    expect(frameAt(12, plan).instructions).toEqual(["Lean forward."]);
  });

  it("come after what is special in this routine", () => {
    const made = routine(lunge);
    const sections = made.routine.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => ({ ...block, note: "Use a cushion." })),
    }));
    const plan = compilePlan({ ...made.routine, sections }, made.exercises);
    expect(frameAt(1, plan).instructions).toEqual(["Use a cushion.", "Kneel.", "Lean forward.", "Breathe."]);
    expect(frameAt(11, plan).instructions).toEqual(["Stay tall"]);
  });
});

describe("the length of what comes next", () => {
  it("is in seconds up to a minute, and as on a clock from there on", () => {
    const nextOf = (seconds: number) => {
      const plan = planOf(exercise({ pattern: hold(seconds), sets: 2, rest: 15 }));
      return frameAt(10 + seconds + 1, plan).next;
    };
    expect([nextOf(60), nextOf(61), nextOf(125), nextOf(2.5)]).toEqual([
      "Set 2 of 2, 60 s",
      "Set 2 of 2, 1:01",
      "Set 2 of 2, 2:05",
      "Set 2 of 2, 3 s",
    ]);
  });

  it("turns to minutes in the big digits at sixty seconds", () => {
    const plan = planOf(exercise({ pattern: hold(90) }));
    expect([10, 40, 40.001, 41].map((second) => frameAt(second, plan).digits)).toEqual(["1:30", "1:00", "1:00", "59"]);
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
