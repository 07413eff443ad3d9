/** A step between its neighbours: what ends it, what is named in it, and what still sounds as it begins. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carriedMsOf, spanInPlan, spanOfPassage, wasNamedBefore } from "../../src/cues/step-span.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import type { Deadline, Step } from "../../src/plan/step-types.ts";
import type { Plan } from "../../src/plan/types.ts";
import { rehearse } from "../../src/player/rehearse.ts";
import { doOne, everyMinute, planWith, restFor } from "../support/clocked-plans.ts";
import { anyNest } from "../support/groups.ts";

const ready = { kind: "prepare", durationMs: 10_000 } as const;

/** The spans of a plan's steps, none of which has a clock. */
function spansOf(plan: Plan) {
  return plan.steps.map((step) => spanInPlan(plan, step, step.durationMs));
}

/** The spans of the steps as they are passed through, clocks and all. */
function passedSpansOf(plan: Plan) {
  return [...rehearse(plan)].flatMap((passage) =>
    passage.step ? [spanOfPassage(plan, passage, passage.step, undefined)] : [],
  );
}

describe("the tone at the end of a step", () => {
  const plan = planWith([doOne("plank"), restFor(20), ready, doOne("walk"), restFor(20)]);

  it("ends sets, not rests and preparations, whatever comes after them", () => {
    expect(spansOf(plan).map(({ endTone }) => endTone)).toEqual(["set-end", null, null, "set-end", null]);
  });

  it("still sounds in the rest, and in nothing else", () => {
    expect(spansOf(plan).map(carriedMsOf)).toEqual([0, 498, 0, 0, 498]);
  });

  it("ends sets under a clock, and not the rest that is left of a minute", () => {
    const minutes = everyMinute(2, ["plank"], [restFor(20), doOne("walk")]);
    const spans = passedSpansOf(minutes);
    expect(spans.map(({ step, endTone }) => `${step.kind} ${endTone}`)).toEqual([
      ...["set set-end", "rest null", "set set-end", "rest null"],
      ...["rest null", "set set-end"],
    ]);
  });
});

describe("the set that is named before the end of the one before it", () => {
  const cap: Deadline = { kind: "cap", anchor: 0, afterMs: 600_000, next: 3, group: 0 };
  const nextOf = (seconds: number, deadlines?: readonly Deadline[]) => {
    const steps = [doOne("plank"), restFor(seconds), doOne("walk")];
    const plan = planWith(steps.map((step) => ({ ...step, ...(deadlines && { deadlines }) })));
    return passedSpansOf(plan)[0]?.nextSet?.exercise;
  };

  it.each([
    ["without a clock", undefined],
    ["under a clock", [cap]],
  ] as const)("%s is the one behind a rest that is too short for its name", (_, deadlines) => {
    expect([nextOf(4.9, deadlines), nextOf(5, deadlines)]).toEqual(["walk", undefined]);
  });

  it("is not the one behind a switch, which tells it however short it is", () => {
    const plan = planWith([doOne("plank"), { kind: "switch", durationMs: 3000 }, doOne("walk")]);
    expect(spansOf(plan).map(({ nextSet }) => nextSet?.exercise)).toEqual([undefined, "walk", undefined]);
  });

  it("is known from the rest in front of it: a rest stands for the set that it leads to", () => {
    const whatFollows = ({ exercise, block, side, set }: Step) => ({ exercise, block, side, set });
    fc.assert(
      fc.property(anyNest, (made) => {
        const { steps } = compilePlan(made.routine, made.exercises);
        for (const step of steps.filter(({ kind }) => kind === "rest")) {
          const set = steps.slice(step.index).find(({ kind }) => kind === "set");
          expect(set && whatFollows(set)).toEqual(whatFollows(step));
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("a set with a gap in front of it", () => {
  const namedAfter = (kind: Step["kind"], durationMs: number, isNew: boolean) => {
    const plan = planWith([doOne("plank"), { ...restFor(20), kind, durationMs }, doOne("walk")]);
    const [, , span] = spansOf(plan);
    return span && wasNamedBefore(span, isNew);
  };

  it.each<[string, Step["kind"], number, boolean, boolean]>([
    ["was named in a preparation, however short", "prepare", 1000, true, true],
    ["was named in a rest of five seconds", "rest", 5000, true, true],
    ["was not named in a shorter one", "rest", 4999, true, false],
    ["needs no name after a short rest if it is the same exercise", "rest", 1000, false, true],
    ["was not named in another set", "set", 30_000, false, false],
  ])("%s", (_, kind, durationMs, isNew, expected) => {
    expect(namedAfter(kind, durationMs, isNew)).toBe(expected);
  });

  it("was not named if it is the first of all", () => {
    const [span] = spansOf(planWith([doOne("plank")]));
    expect(span && wasNamedBefore(span, true)).toBe(false);
  });
});
