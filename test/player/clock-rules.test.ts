/** The rules of clocks one by one: which is over first, where it leads, what it cuts off. */
import { describe, expect, it } from "vitest";
import { type Deadline, fillsInterval } from "../../src/plan/step-types.ts";
import {
  enterStep,
  findFollowingStep,
  findStepEndMs,
  formatGroupKey,
  isCutOff,
  listClocks,
  type SessionPlace,
} from "../../src/player/clocks.ts";
import { doOne, forTime, planWith, restFor } from "../support/clocked-plans.ts";
import { cap, interval, placeAt, stepOf } from "./plans.ts";

describe("of several clocks", () => {
  const plank = (...deadlines: Deadline[]) => stepOf({ ...doOne("plank"), deadlines });

  it("the one that is over first comes first, whichever is named first", () => {
    const place = placeAt(0, { anchors: { 0: 0 } });
    const late = listClocks(plank(cap(9, 50), interval(2, 20)), place);
    expect(late.map(({ deadline, dueMs }) => [deadline.kind, dueMs])).toEqual([
      ["interval", 20_000],
      ["cap", 50_000],
    ]);
    expect(listClocks(plank(interval(2, 20), cap(9, 50)), place).map(({ dueMs }) => dueMs)).toEqual([20_000, 50_000]);
  });

  it("that are over together the one comes first that leads further, and the session goes there", () => {
    const place = placeAt(0, { anchors: { 0: 0 } });
    for (const deadlines of [
      [interval(2, 20), cap(9, 20)],
      [cap(9, 20), interval(2, 20)],
    ]) {
      expect(listClocks(plank(...deadlines), place).map(({ deadline }) => deadline.next)).toEqual([9, 2]);
      const plan = planWith([{ ...doOne("plank"), deadlines }]);
      expect(findFollowingStep(plan, place, 20_000)).toBe(9);
      expect(findFollowingStep(plan, place, 19_999)).toBe(1);
    }
  });

  it("one that has not begun counts from the step on", () => {
    expect(listClocks(plank(cap(9, 50)), placeAt(0, { stepAtMs: 5000 }))[0]?.dueMs).toBe(55_000);
  });
});

describe("what is left of an interval", () => {
  const filler = (...deadlines: Deadline[]) => ({ ...stepOf({ ...restFor(10), deadlines }), index: 4 });

  it("is a rest whose interval leads to the step behind it", () => {
    expect(fillsInterval(filler(interval(5, 60)))).toBe(true);
    expect(fillsInterval(filler(cap(9, 100), interval(5, 60)))).toBe(true);
    expect(fillsInterval(filler(interval(6, 60)))).toBe(false);
    expect(fillsInterval(filler(cap(5, 60)))).toBe(false);
    expect(fillsInterval({ ...filler(interval(5, 60)), kind: "set" })).toBe(false);
    expect(fillsInterval(stepOf(restFor(10)))).toBe(false);
  });

  it("lasts until the interval is over, not as long as it was planned", () => {
    const place = placeAt(4, { stepAtMs: 20_000, anchors: { 0: 0 } });
    expect(findStepEndMs(filler(interval(5, 60)), place)).toBe(60_000);
    expect(findStepEndMs(filler(interval(6, 60)), place)).toBe(30_000);
  });
});

describe("a set that a clock ends", () => {
  const place = placeAt(0, { anchors: { 0: 0 } });
  const walk = { ...doOne("plank"), durationMs: null, beats: [], marks: [], reps: 0, stretchable: false };

  it("is cut off by the clock of a group, and completed by its own cap", () => {
    expect(isCutOff(stepOf({ ...walk, deadlines: [cap(1, 20)] }), place, 20_000)).toBe(true);
    expect(isCutOff(stepOf({ ...walk, deadlines: [cap(1, 20, 0, null)] }), place, 20_000)).toBe(false);
    // Repetitions that are to be done are not done because time is up.
    expect(isCutOff(stepOf({ ...doOne("pull"), deadlines: [cap(1, 20, 0, null)] }), place, 20_000)).toBe(true);
    expect(isCutOff(stepOf({ ...doOne("plank"), deadlines: [cap(1, 60)] }), place, 40_000)).toBe(false);
  });
});

describe("when clocks begin", () => {
  const round = (index: number) => ({ index, of: 2 });
  const deadlines = [cap(4, 100, 1, 0)];
  const plan = planWith(
    [
      restFor(10),
      { ...doOne("pull", round(1)), deadlines },
      { ...doOne("push", round(1)), deadlines },
      { ...doOne("pull", round(2)), deadlines },
      doOne("plank"),
    ],
    { rounds: 2, capMs: 100_000 },
  );
  const anchorsAfter = (from: number, to: number, atMs: number, anchors: Record<number, number> = {}) =>
    enterStep(plan, placeAt(from, { anchors }), to, atMs).anchors;

  it("a group's clock begins at its first step, and runs on inside it", () => {
    expect(anchorsAfter(0, 1, 10_000)).toEqual({ 1: 10_000 });
    expect(anchorsAfter(1, 2, 30_000, { 1: 10_000 })).toEqual({ 1: 10_000 });
    expect(anchorsAfter(2, 1, 40_000, { 1: 10_000 })).toEqual({ 1: 10_000 });
  });

  it("it begins anew for who comes in from before, and is remembered by who leaves", () => {
    expect(anchorsAfter(0, 1, 90_000, { 1: 10_000 })).toEqual({ 1: 90_000 });
    expect(anchorsAfter(3, 4, 60_000, { 1: 10_000 })).toEqual({ 1: 10_000 });
    expect(anchorsAfter(0, 4, 60_000, { 1: 10_000 })).toEqual({ 1: 10_000 });
  });

  it("who begins in the middle starts it there; who comes back from behind finds it over", () => {
    expect(anchorsAfter(0, 2, 5000)).toEqual({ 1: 5000 });
    expect(enterStep(plan, placeAt(4), 2, 200_000).step).toBe(4);
    expect(enterStep(plan, placeAt(4, { anchors: { 1: 150_000 } }), 2, 200_000)).toMatchObject({ step: 2 });
  });

  it("a step without clocks leaves all as it was", () => {
    const anchors = { 1: 10_000 };
    const bare = planWith([restFor(10), doOne("plank")]);
    expect(enterStep(bare, placeAt(0, { anchors }), 1, 10_000)).toEqual(
      placeAt(1, { anchors, stepAtMs: 10_000, extraMs: 0 }),
    );
  });
});

describe("the time of a group with a score", () => {
  const plan = forTime(2, undefined, [doOne("plank")]);
  const times = (from: number, to: number, atMs: number, groupTimes: SessionPlace["groupTimes"] = {}) =>
    enterStep(plan, placeAt(from, { groupTimes }), to, atMs).groupTimes;
  const [step] = plan.steps;
  const key = step ? formatGroupKey(step, 0) : "";

  it("runs from its first set to the end of its last", () => {
    expect(times(0, 0, 7000)).toEqual({ [key]: { fromMs: 7000, toMs: null } });
    const running = { [key]: { fromMs: 7000, toMs: null } };
    expect(times(0, 1, 9000, running)).toEqual(running);
    expect(times(3, 4, 50_000, running)).toEqual({ [key]: { fromMs: 7000, toMs: 50_000 } });
  });

  it("goes on for who comes back to it, and not for who begins again", () => {
    const over = { [key]: { fromMs: 7000, toMs: 50_000 } };
    expect(times(4, 3, 60_000, over)).toEqual({ [key]: { fromMs: 7000, toMs: null } });
    expect(times(4, 4, 60_000, over)).toBe(over);
  });
});
