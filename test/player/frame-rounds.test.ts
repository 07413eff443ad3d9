/** What a person sees of the group that they are in: round, place, clock, and what is done. */
import { describe, expect, it } from "vitest";
import type { Item } from "../../src/catalog/types.ts";
import type { Plan } from "../../src/plan/types.ts";
import { buildFrame } from "../../src/player/frame.ts";
import { createInitialState } from "../../src/player/state.ts";
import { findNextChange } from "../../src/player/step-moments.ts";
import type { PlayerEvent } from "../../src/player/types.ts";
import { asManyAsPossible, doOne, everyMinute, forTime, restFor } from "../support/clocked-plans.ts";
import { doing, group, paced, planOf, rest, work } from "../support/groups.ts";
import { at, play } from "../support/playing.ts";

const stateAt = (plan: Plan, ...events: PlayerEvent[]) => play(plan, [at(0, "start"), ...events]).state;
const frameAt = (plan: Plan, ...events: PlayerEvent[]) => buildFrame(plan, stateAt(plan, ...events));

describe("every minute", () => {
  const minutes = everyMinute(10, ["pull", "push"]);

  it("shows repetitions in a set, and beside them what is left of the minute", () => {
    expect(frameAt(minutes, at(75.5, "done"), at(80, "tick"))).toMatchObject({
      ...{ roundText: "Minute 2 of 10", placeText: "Exercise 2 of 2", doneText: "" },
      ...{ digits: "10", clock: "interval", clockText: "0:40", fill: 0, fillSeconds: 0 },
      ...{ next: "Pull, 5 reps", remainingSeconds: 40 },
    });
  });

  it("counts down what is left of it in the rest, once, and says what comes next", () => {
    expect(frameAt(minutes, at(5, "done"), at(15, "done"), at(20, "tick"))).toMatchObject({
      ...{ actionText: "REST", digits: "40", clock: null, clockText: "", stretchable: false },
      ...{ next: "Pull, 5 reps", roundText: "Minute 1 of 10" },
    });
    const one = everyMinute(3, ["push"]);
    expect(frameAt(one).next).toBe("Rest until the next round");
    expect(frameAt(one, at(5, "done")).next).toBe("Minute 2 of 3, 10 reps");
  });
});

describe("what is left of rounds on an interval", () => {
  const leftOf = (...items: Item[]) => {
    const plan = planOf([paced("push", 10), work("plank", 40)], items);
    return [
      frameAt(plan).leftText,
      buildFrame(plan, { ...createInitialState(), step: plan.steps.length - 1 }).leftText,
    ];
  };

  it("is at most all of them, as the last is over when its work is", () => {
    expect(leftOf(group({ rounds: 3, every: 60 }, doing("push")))).toEqual(["up to 3:10 left", "up to 1:00 left"]);
  });

  it("is known where more follows them, as they are waited out, and where nothing waits", () => {
    expect(leftOf(group({ rounds: 3, every: 60 }, doing("push")), doing("plank"))).toEqual(["3:50 left", "0:40 left"]);
    expect(leftOf(group({ rounds: 3, every: 60 }, doing("plank")))).toEqual(["2:50 left", "0:40 left"]);
  });

  it("is the work alone, where that is over before a cap is", () => {
    const forTime = (...items: Item[]) => leftOf(group({ rounds: 2, cap: 600, countUp: true }, ...items));
    expect(forTime(doing("plank"), rest(10), doing("plank"))).toEqual(["3:10 left", "0:40 left"]);
    expect(forTime(doing("plank"), doing("push"))).toEqual(["up to 10:10 left", "up to 10:00 left"]);
    const short = group({ rounds: 2, cap: 70, countUp: true }, doing("plank"));
    expect(leftOf(short)).toEqual(["1:20 left", "0:40 left"]);
  });
});

describe("as many rounds as possible", () => {
  const cindy = asManyAsPossible(720, [restFor(60), doOne("plank")]);
  const late = [at(10, "done"), at(30, "done"), at(60, "done"), at(70, "done"), at(71.25, "tick")];

  it("shows the rounds that are done and the one that is on, and what is left of the cap", () => {
    expect(frameAt(cindy, ...late)).toMatchObject({
      ...{ roundText: "Round 2", placeText: "Exercise 2 of 3", doneText: "1 round done" },
      ...{ digits: "10", clock: "cap", clockText: "10:49", next: "Squat, 15 reps" },
    });
    expect(frameAt(cindy).doneText).toBe("0 rounds done");
  });

  it("fills with the time of the cap, and leaves that and what follows", () => {
    const frame = frameAt(cindy, at(180, "tick"));
    expect([frame.stepFill, frame.remainingSeconds]).toEqual([0.25, 540 + 60 + 40]);
  });

  it("changes every second of its clock", () => {
    expect(findNextChange(cindy, stateAt(cindy, ...late), 4).displayMs).toBe(750);
    expect(findNextChange(cindy, stateAt(cindy, at(717.5, "tick")), 4).momentMs).toBe(500);
  });

  it("shows the last set that was done when all is over", () => {
    const only = asManyAsPossible(60);
    expect(frameAt(only, at(10, "done"), at(90, "tick"))).toMatchObject({ phase: "finished", roundText: "Round 1" });
  });
});

describe("for time", () => {
  it("counts up from the first set, whatever the cap", () => {
    expect(frameAt(forTime(3, 600), at(70, "done"), at(83.9, "tick"))).toMatchObject({
      ...{ clock: "up", clockText: "1:23", roundText: "Round 1 of 3", doneText: "", remainingSeconds: 517 },
    });
  });
});
