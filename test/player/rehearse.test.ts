/** A session that nobody disturbs: which steps are reached, when, and how they end. */
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/plan/types.ts";
import { estimateWaitMs, followOn, passThrough, recordOf, rehearse } from "../../src/player/rehearse.ts";
import { createInitialState } from "../../src/player/state.ts";
import { asManyAsPossible, doOne, everyMinute, forTime, planWith, restFor } from "../support/clocked-plans.ts";
import { lunge, march, test } from "./plans.ts";

/** "10-40 s set 1, completed, 1 reps" for every passage. */
const passages = (plan: Plan, openStepMs?: number) =>
  [...rehearse(plan, openStepMs)].map((passage) => {
    const { place, step, endMs } = passage;
    if (!step) return `${place.stepAtMs / 1000} s end`;
    const { how, durationMs, reps } = recordOf(passage);
    return `${place.stepAtMs / 1000}-${endMs / 1000} s ${step.kind} ${step.index} ${how} ${durationMs / 1000} s ${reps} reps`;
  });

describe("a routine of timed steps", () => {
  it("is gone through at its planned times, to the end", () => {
    expect(passages(lunge)).toEqual([
      "0-10 s prepare 0 completed 10 s 0 reps",
      "10-40 s set 1 completed 30 s 1 reps",
      "40-55 s rest 2 completed 15 s 0 reps",
      "55-85 s set 3 completed 30 s 1 reps",
      "85 s end",
    ]);
    expect(passages(march)).toEqual([
      "0-10 s prepare 0 completed 10 s 0 reps",
      "10-31 s set 1 completed 21 s 3 reps",
      "31 s end",
    ]);
  });
});

describe("a step that waits for the person", () => {
  it("takes no time, or what such a step is given", () => {
    expect(passages(test)).toEqual([
      "0-10 s prepare 0 completed 10 s 0 reps",
      "10-10 s set 1 completed 0 s 0 reps",
      "10-20 s switch 2 completed 10 s 0 reps",
      "20-20 s set 3 completed 0 s 0 reps",
      "20 s end",
    ]);
    expect(passages(test, 60_000)).toEqual([
      "0-10 s prepare 0 completed 10 s 0 reps",
      "10-70 s set 1 completed 60 s 0 reps",
      "70-80 s switch 2 completed 10 s 0 reps",
      "80-140 s set 3 completed 60 s 0 reps",
      "140 s end",
    ]);
  });

  it("waits for ever where nobody says how long", () => {
    const place = { ...createInitialState(), step: 1, stepAtMs: 10_000 };
    expect(passThrough(test, place).endMs).toBe(Number.POSITIVE_INFINITY);
    expect(passThrough(test, place, 5000)).toEqual({ place, step: test.steps[1], endMs: 15_000 });
    expect(passThrough(lunge, place, 5000).endMs).toBe(40_000);
    expect(passThrough(lunge, { ...place, step: 99 })).toEqual({
      ...{ place: { ...place, step: 99 }, step: undefined, endMs: Number.POSITIVE_INFINITY },
    });
  });

  it("is followed by the step behind it", () => {
    const place = { ...createInitialState(), step: 1, stepAtMs: 10_000 };
    expect(followOn(test, passThrough(test, place, 5000))).toMatchObject({ step: 2, stepAtMs: 15_000 });
  });
});

describe("a self-paced set", () => {
  const [set] = forTime(1).steps;
  const estimateMs = set?.paced?.estimateMs;
  if (!set || !estimateMs) throw new Error("pulls are self-paced");
  const free = planWith([doOne("pull")]);

  it("has its estimate under a clock, for time, and wherever time is given; otherwise none", () => {
    expect(estimateWaitMs(forTime(1), set, undefined)).toBe(estimateMs);
    expect(estimateWaitMs(free, free.steps[0] ?? set, undefined)).toBe(0);
    expect(estimateWaitMs(free, free.steps[0] ?? set, 60_000)).toBe(estimateMs);
    const capped = asManyAsPossible(60);
    expect(estimateWaitMs(capped, capped.steps[0] ?? set, undefined)).toBe(estimateMs);
    expect(estimateWaitMs(test, test.steps[1] ?? set, undefined)).toBe(0);
    expect(estimateWaitMs(test, test.steps[1] ?? set, 60_000)).toBe(60_000);
  });

  it("has it in a round for time inside one that is not, too", () => {
    const plan = forTime(1);
    const nested = {
      ...set,
      rounds: [
        { group: 0, index: 1, of: 1 },
        { group: 1, index: 1, of: 2 },
      ],
    };
    const [group] = plan.groups ?? [];
    if (!group) throw new Error("there is a group");
    const { countUp, ...plain } = group;
    expect(estimateWaitMs({ ...plan, groups: [group, plain] }, nested, undefined)).toBe(estimateMs);
    expect(estimateWaitMs({ ...plan, groups: [plain, plain] }, nested, undefined)).toBe(0);
  });
});

describe("rounds on the clock", () => {
  it("begin on their time, and what the cap cuts off is skipped", () => {
    expect(passages(everyMinute(2, ["pull", "plank"], [doOne("plank")]))).toEqual([
      "0-15 s set 0 completed 15 s 5 reps",
      "15-55 s set 1 completed 40 s 1 reps",
      "55-60 s rest 2 completed 5 s 0 reps",
      "60-75 s set 3 completed 15 s 5 reps",
      "75-115 s set 4 completed 40 s 1 reps",
      "115-120 s rest 5 completed 5 s 0 reps",
      "120-160 s set 6 completed 40 s 1 reps",
      "160 s end",
    ]);
    expect(passages(asManyAsPossible(60, [restFor(5)]))).toEqual([
      "0-15 s set 0 completed 15 s 5 reps",
      "15-45 s set 1 completed 30 s 10 reps",
      "45-60 s set 2 skipped 15 s 0 reps",
      "60-65 s rest 150 completed 5 s 0 reps",
      "65 s end",
    ]);
  });
});
