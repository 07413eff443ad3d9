/** Playing rounds and self-paced sets: what is counted, shown, skipped and kept, whatever the person does. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import type { Plan } from "../../src/plan/types.ts";
import { buildFrame } from "../../src/player/frame.ts";
import { reduce } from "../../src/player/reduce.ts";
import { createInitialState } from "../../src/player/state.ts";
import { summariseSession, timeUnderTensionMs } from "../../src/player/summarise-session.ts";
import type { PlayerEvent } from "../../src/player/types.ts";
import { each, exercise, hold, tempo } from "../support/content.ts";
import { anyNest, doing, group, paced, rest, routineOf, work } from "../support/groups.ts";
import { anyEvents, at, log, play } from "../support/playing.ts";

const planOf = (...parts: Parameters<typeof routineOf>): Plan => {
  const made = routineOf(...parts);
  return compilePlan(made.routine, made.exercises);
};

const pushUps = planOf([paced("push-up", 15)], doing("push-up", { load: "vest" }));
const circuit = planOf(
  [work("a", 40), exercise({ id: "lunge", pattern: hold(30), sides: each("one-side-first") })],
  group({ rounds: 2, between: 5, rest: 60 }, doing("a"), doing("lunge")),
  doing("a"),
);

const frameOf = (plan: Plan, ...events: PlayerEvent[]) =>
  buildFrame(plan, play(plan, [at(0, "start"), ...events]).state);

describe("a self-paced set", () => {
  it("waits with its repetitions in figures and its name as what to do", () => {
    expect(frameOf(pushUps, at(300, "tick"))).toMatchObject({
      ...{ digits: "15", seconds: 290, actionText: "PUSH UP", phase: "open", stretchable: true },
      ...{ loadText: "vest", countText: "", roundText: "", next: "Done" },
    });
  });

  it("is recorded with the repetitions that were set right before it was done", () => {
    const events = [at(0, "start"), at(20, "extend"), at(21, "extend", -10), at(22, "extend", -10), at(30, "done")];
    const { happenings, state } = play(pushUps, events);
    expect(log(happenings).at(-2)).toBe("30 step-ended 1 completed 20 s, 14 reps");
    expect(summariseSession(pushUps, state)).toMatchObject({ reps: 14, setsCompleted: 1 });
  });

  it("shows the change, and forgets it when it begins again", () => {
    expect(frameOf(pushUps, at(20, "extend")).digits).toBe("16");
    expect(frameOf(pushUps, at(20, "extend"), at(21, "restart")).digits).toBe("15");
    const none = Array.from({ length: 20 }, () => at(20, "extend", -10));
    expect(frameOf(pushUps, ...none).digits).toBe("0");
  });

  it.each(["skip", "skip-exercise"] as const)("counts nothing when it is left by %s", (type) => {
    const { happenings } = play(pushUps, [at(0, "start"), at(20, "extend"), at(30, type)]);
    expect(log(happenings).at(-2)).toBe("30 step-ended 1 skipped 20 s, 0 reps");
  });

  it("has no more time under tension than its estimate", () => {
    const [, set] = pushUps.steps;
    expect(set && [10_000, 90_000].map((ms) => timeUnderTensionMs(set, ms))).toEqual([10_000, 45_000]);
  });

  it("ends by itself where hands are not free, and counts what time allowed", () => {
    const made = routineOf([paced("push-up", 15)], doing("push-up"));
    const plan = compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, { handsFree: true });
    expect(log(play(plan, [at(0, "start"), at(60, "tick")]).happenings).at(-2)).toBe(
      "55 step-ended 1 completed 45 s, 15 reps",
    );
    expect(log(play(plan, [at(0, "start"), at(25, "skip")]).happenings).at(-2)).toBe(
      "25 step-ended 1 skipped 15 s, 5 reps",
    );
    expect(frameOf(plan, at(25, "tick"))).toMatchObject({ digits: "30", actionText: "PUSH UP" });
  });
});

describe("the frame in rounds", () => {
  const nextOf = (plan: Plan) =>
    plan.steps.map((step) => buildFrame(plan, { ...createInitialState(), step: step.index }).next);

  it("names the next exercise with its side and dose, whatever stands between", () => {
    expect(circuit.steps.map(({ kind }) => kind).join(" ")).toBe(
      "prepare set rest set switch set rest set rest set switch set prepare set",
    );
    expect(nextOf(circuit)).toEqual([
      ...[
        "A, 40 s",
        "Lunge, 30 s, left side",
        "Lunge, 30 s, left side",
        "Switch sides, then right",
        "Right side, 30 s",
      ],
      ...["A, 40 s", "A, 40 s", "Lunge, 30 s, left side", "Lunge, 30 s, left side", "Switch sides, then right"],
      ...["Right side, 30 s", "A, 40 s", "A, 40 s", "Done"],
    ]);
  });

  it("names it without a get-ready, too", () => {
    const made = routineOf([work("a", 40), work("b", 3)], doing("a"), doing("b"));
    const plan = compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, { prepareMs: 0 });
    expect(nextOf(plan)).toEqual(["B, 3 s", "Done"]);
  });

  it("says the round, from outside in, and counts repetitions", () => {
    const march = exercise({ id: "march", pattern: tempo(1, 0, 1), reps: 20 });
    const plan = planOf([march], group({ rounds: 2 }, group({ rounds: 4 }, doing("march")), rest(30)));
    expect(frameOf(plan, at(10 + 40 + 13, "tick"))).toMatchObject({
      roundText: "Round 1 of 2, 2 of 4",
      countText: "7/20",
    });
    const tabata = planOf([work("a", 20)], group({ rounds: 8 }, doing("a"), rest(10)));
    expect(nextOf(tabata).slice(0, 4)).toEqual(["A, 20 s", "Rest, 10 s", "Round 2 of 8, 20 s", "Rest, 10 s"]);
  });
});

describe("skipping an exercise", () => {
  const stepAfter = (step: number) =>
    reduce(circuit, { ...createInitialState(), status: "running", step }, { type: "skip-exercise", clockMs: 0 }).state
      .step;

  it("skips the rest of a round in a group", () => {
    expect([0, 1, 3, 5].map(stepAfter)).toEqual([6, 6, 6, 6]);
    expect([6, 7, 9, 11].map(stepAfter)).toEqual([12, 12, 12, 12]);
  });

  it("skips the remaining sets outside groups", () => {
    expect([12, 13].map(stepAfter)).toEqual([14, 14]);
    const sets = planOf([exercise({ id: "a", sets: 3, rest: 10 }), work("b", 5)], doing("a"), doing("b"));
    const { happenings } = play(sets, [at(0, "start"), at(15, "skip-exercise")]);
    expect(log(happenings).slice(-3)).toEqual([
      "10 beat 0",
      "15 step-ended 1 skipped 5 s, 0 reps",
      "15 step-started 6",
    ]);
  });
});

describe("any nest, whatever the person does", () => {
  const anyPlan = anyNest.map((made) => compilePlan(made.routine, made.exercises));

  it("leaves a valid state and loses no record", () => {
    let kept = 0;
    fc.assert(
      fc.property(anyPlan, anyEvents, (plan, events) => {
        let state = createInitialState();
        for (const event of events) {
          const before = state;
          state = reduce(plan, state, event).state;
          expect(state.step).toBeGreaterThanOrEqual(0);
          expect(state.step).toBeLessThanOrEqual(plan.steps.length);
          expect(state.atMs).toBeGreaterThanOrEqual(state.stepAtMs);
          expect(state.status === "finished").toBe(state.step === plan.steps.length);
          for (const [index, record] of before.records.entries()) {
            if (!record) continue;
            expect(state.records[index]).toBeDefined();
            if (record.how !== "completed") continue;
            kept += 1;
            expect(state.records[index]?.how).toBe("completed");
          }
          buildFrame(plan, state);
        }
      }),
      { numRuns: 200, endOnFailure: true },
    );
    expect(kept).toBeGreaterThan(0);
  });

  it("emits in one jump what its ticks emit", () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 600 }), (plan, seconds) => {
        const ticks = Array.from({ length: seconds }, (_, second) => at(second + 1, "tick"));
        const [jump, ticked] = [[at(seconds, "tick")], ticks].map((events) => play(plan, [at(0, "start"), ...events]));
        expect(jump).toEqual(ticked);
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });
});
