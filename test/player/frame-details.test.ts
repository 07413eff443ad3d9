/** Details of the frame: what is empty, what is left out, and what comes next in less common places. */
import { describe, expect, it } from "vitest";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import type { Plan } from "../../src/plan/types.ts";
import { buildFrame } from "../../src/player/frame.ts";
import { summariseSession } from "../../src/player/summarise-session.ts";
import type { PlayerEvent } from "../../src/player/types.ts";
import { asManyAsPossible, everyMinute, forTime } from "../support/clocked-plans.ts";
import { ALTERNATING, exercise, figure, hold, routine, tempo } from "../support/content.ts";
import { doing, group, paced, rest } from "../support/groups.ts";
import { at, play } from "../support/playing.ts";
import { lunge, plank, planOf as planOfItems, pull, walk } from "./walk.ts";

const planOf = (...exercises: Exercise[]): Plan => {
  const made = routine(...exercises);
  return compilePlan(made.routine, made.exercises);
};
const stateAt = (plan: Plan, ...events: PlayerEvent[]) => play(plan, [at(0, "start"), ...events]).state;
const frameAt = (plan: Plan, ...events: PlayerEvent[]) => buildFrame(plan, stateAt(plan, ...events));

it("of a single hold has everything that there is, and nothing else", () => {
  const plan = planOf(exercise({ pattern: hold(30) }));
  expect(frameAt(plan, at(22, "tick"))).toEqual({
    ...{ status: "running", pauseReason: null, phase: "hold", actionText: "HOLD", kind: "set", stretchable: true },
    ...{ stepIndex: 1, digits: "18", seconds: 18, exercise: "Lunge", exerciseId: "lunge" },
    ...{ side: null, sideWord: "", sideMeaning: "", setText: "", repText: "", roundText: "", placeText: "" },
    ...{ doneText: "", clock: null, clockText: "", loadText: "", countText: "", cutSetText: "" },
    ...{ instructions: ["Ribs down"], linesRead: 0, next: "Done", strokes: [], strokeIndex: 0 },
    ...{ fill: 0.4, fillSeconds: 30, stepFill: 0.4, elapsedSeconds: 22, remainingSeconds: 18, leftText: "0:18 left" },
    segments: [
      { kind: "prepare", weight: 10_000 },
      { kind: "set", weight: 30_000 },
    ],
  });
});

describe("the strokes", () => {
  it("are those of a repetition in a set, and none in a rest or where there is one alone", () => {
    const march = planOf(exercise({ pattern: tempo(3, 1, 2), reps: 2, sets: 2, rest: 20 }));
    expect(frameAt(march, at(11, "tick")).strokes).toEqual([
      { phase: "concentric", word: "LIFT", seconds: 3 },
      { phase: "pause-top", word: "HOLD", seconds: 1 },
      { phase: "eccentric", word: "LOWER", seconds: 2 },
    ]);
    expect(frameAt(march, at(10 + 12 + 1, "tick"))).toMatchObject({ kind: "rest", strokes: [] });
    const two = planOf(exercise({ pattern: tempo(3, 0, 2), reps: 2 }));
    expect(frameAt(two, at(11, "tick")).strokes).toHaveLength(2);
    const pulses = planOf(exercise({ pattern: hold(5), reps: 3 }));
    expect(frameAt(pulses, at(16, "tick"))).toMatchObject({ strokes: [], repText: "Rep 2 of 3", countText: "2/3" });
  });

  it("of a single repetition are not counted", () => {
    const once = planOf(exercise({ pattern: tempo(3, 1, 3) }));
    expect(frameAt(once, at(11, "tick"))).toMatchObject({ repText: "", countText: "" });
  });
});

describe("what there is to read", () => {
  it("has no empty line where an exercise has no position", () => {
    expect(frameAt(planOf({ ...exercise(), position: "" })).instructions).toEqual(["Lean forward.", "Breathe."]);
  });

  it("goes from cue to cue with the repetitions", () => {
    const plan = planOf({ ...exercise({ pattern: tempo(1, 1, 1), reps: 4 }), cues: ["One", "Two", "Three"] });
    const cues = [10, 13, 16, 19].map((second) => frameAt(plan, at(second + 0.5, "tick")).instructions);
    expect(cues).toEqual([["One"], ["Two"], ["Three"], ["One"]]);
  });
});

describe("what comes next", () => {
  const nexts = (plan: Plan) => walk(plan).lines.map((line) => /then ([^|]*?)( \||$)/.exec(line)?.[1]);

  it("is named again where the same exercise is another block", () => {
    expect(nexts(planOfItems([plank], doing("plank"), doing("plank", { hold: figure(40) })))).toEqual([
      ...["Plank, 20 s", "Plank, 40 s", "Plank, 40 s", "Done"],
    ]);
  });

  it("has its load where that changes from set to set", () => {
    const ownSets = [{ load: "20 kg" }, { load: "22 kg" }, { load: "22 kg" }];
    expect(nexts(planOfItems([pull], doing("pull-up", { ownSets })))).toEqual([
      ...["Pull up, 5 reps, 20 kg", "Set 2 of 3, 5 reps, 22 kg", "Set 3 of 3, 5 reps", "Done"],
    ]);
  });

  it("is the first set of a pyramid, and not all that are like it", () => {
    const ownSets = [{ reps: 5 }, { reps: 8 }, { reps: 5 }];
    expect(nexts(planOfItems([plank, pull], doing("plank"), doing("pull-up", { ownSets })))[1]).toBe("Pull up, 5 reps");
  });

  it("says how many sets a round has of it, and a single repetition in the singular", () => {
    const one = paced("get-up", 1);
    const plan = planOfItems([one, plank], group({ rounds: 2 }, doing("plank", { sets: figure(2) }), doing("get-up")));
    expect(nexts(plan).slice(0, 4)).toEqual([
      ...["Plank, 2 sets of 20 s", "Set 2 of 2, 20 s", "Get up, 1 rep", "Plank, 2 sets of 20 s"],
    ]);
  });
});

it("says which side begins in front of a set, and not in another set before it", () => {
  const march = exercise({ id: "march", sides: ALTERNATING, pattern: tempo(3, 1, 3), reps: 2 });
  const plan = planOfItems(
    [plank, march],
    group({ rounds: 1 }, doing("plank"), doing("march")),
    rest(5),
    doing("march"),
  );
  expect(frameAt(plan, at(15, "tick"))).toMatchObject({ exercise: "Plank", sideMeaning: "" });
  expect(frameAt(plan, at(10 + 20 + 14 + 1, "tick"))).toMatchObject({ kind: "rest", sideMeaning: "Left side first" });
});

describe("how far a step has come", () => {
  it("is told by the step, except where as many rounds are done as possible", () => {
    expect(frameAt(everyMinute(2, ["plank"]), at(20, "tick")).stepFill).toBe(0.5);
    expect(frameAt(forTime(3, 600), at(60, "tick")).stepFill).toBe(0);
    expect(frameAt(asManyAsPossible(600), at(60, "tick")).stepFill).toBe(0.1);
  });
});

describe("skipping in rounds", () => {
  const plan = planOfItems(
    [pull, plank, lunge],
    group({ rounds: 2, rest: 30 }, doing("pull-up"), group({ rounds: 2 }, doing("plank"), doing("lunge"))),
  );

  it("an exercise leaves the round that it stands in, with the rounds inside", () => {
    // In the first set: the rest before the second round follows.
    const state = stateAt(plan, at(10, "tick"), at(12, "skip-exercise"));
    expect(buildFrame(plan, state)).toMatchObject({ actionText: "REST", roundText: "Round 2 of 2" });
  });

  it("leaves sets that were planned, and says so", () => {
    const { setsPlanned, setsCompleted, skipped } = summariseSession(
      plan,
      stateAt(plan, at(10, "tick"), at(12, "quit")),
    );
    const sets = plan.steps.filter(({ kind }) => kind === "set").length;
    expect([setsPlanned, setsCompleted, skipped.length]).toEqual([sets, 0, sets]);
  });
});
