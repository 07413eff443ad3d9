/** The words of a frame that depend on the exercise: its strokes, its cues, and what comes next. */
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { buildFrame } from "../../src/player/frame.ts";
import { ALTERNATING, each, exercise, hold, routine, stroke, tempo } from "../support/content.ts";
import { doing, planOf as planWith, rest } from "../support/groups.ts";
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

describe("the notes of a coach", () => {
  const items = [doing("a", { ownSets: [{ note: "Slow" }] }), rest(20, "Drink"), doing("b", { note: "Both feet" })];
  const noted = planWith([exercise({ id: "a" }), exercise({ id: "b" })], items);

  it("stand before what the exercise says, in a set and in a rest", () => {
    expect(frameAt(5, noted).instructions[0]).toBe("Slow");
    expect(frameAt(15, noted).instructions).toEqual(["Slow", "Stay tall"]);
    expect(frameAt(45, noted).instructions.slice(0, 3)).toEqual(["Drink", "Both feet", "Kneel."]);
    expect(frameAt(65, noted).instructions).toEqual(["Stay tall"]);
  });
});
