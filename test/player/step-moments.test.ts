/** What falls inside a step, and when a session has to look at the clock again. */
import { describe, expect, it } from "vitest";
import { createInitialState } from "../../src/player/state.ts";
import { beatAt, findMomentsBetween, findNextChange } from "../../src/player/step-moments.ts";
import type { PlayerEvent } from "../../src/player/types.ts";
import { at, play } from "../support/playing.ts";
import { lunge, march, test } from "./plans.ts";

const hold = lunge.steps[1];
const set = march.steps[1];
if (!hold || !set) throw new Error("a plan starts with a preparation and a set");

describe("the stroke that is done", () => {
  it("changes at the moment the next one is due, and the last one stays", () => {
    expect(
      [0, 2999, 3000, 6999, 7000, 20_999, 60_000].map((ms) => set.beats.indexOf(beatAt(set, ms) as never)),
    ).toEqual([0, 0, 1, 2, 3, 8, 8]);
  });

  it("is due when only a rounding error is missing", () => {
    expect(beatAt(set, 2999.999_999_9)).toBe(set.beats[1]);
  });

  it("is none in a preparation and in a set that waits", () => {
    expect(lunge.steps[0] && beatAt(lunge.steps[0], 0)).toBeUndefined();
    expect(test.steps[1] && beatAt(test.steps[1], 0)).toBeUndefined();
  });
});

describe("a window of a step", () => {
  const placeOf = (extraMs: number) => ({ ...createInitialState(), extraMs });
  const names = (fromMs: number, toMs: number, durationMs = 30_000) =>
    findMomentsBetween(hold, placeOf(durationMs - 30_000), fromMs, toMs).map((moment) =>
      moment.type === "mark" ? `${moment.atMs} ${moment.name}` : `${moment.atMs} ${moment.type}`,
    );

  it("holds what falls after its start up to and at its end, in order", () => {
    expect(names(-1, 30_000)).toEqual([
      "0 beat",
      "15000 half-way",
      "20000 ten-seconds",
      "27000 three",
      "28000 two",
      "29000 one",
    ]);
    expect(names(15_000, 20_000)).toEqual(["20000 ten-seconds"]);
    expect(names(20_000, 20_000)).toEqual([]);
  });

  it("moves with the end of the step, and leaves out what the end stands for", () => {
    expect(names(0, 40_000, 40_000)).toContain("37000 three");
    const atTheEnd = { ...hold, marks: [{ name: "one", anchor: "end", offsetMs: 0 } as const] };
    expect(findMomentsBetween(atTheEnd, placeOf(0), 0, 30_000)).toEqual([]);
  });

  it("has the stroke before a mark of the same moment", () => {
    const together = { ...hold, marks: [{ name: "one", anchor: "end", offsetMs: 30_000 } as const] };
    expect(findMomentsBetween(together, placeOf(0), -1, 0).map(({ type }) => type)).toEqual(["beat", "mark"]);
  });
});

describe("the next change", () => {
  const nextAt = (plan: typeof lunge, fillsPerSecond: number, ...events: PlayerEvent[]) =>
    findNextChange(plan, play(plan, [at(0, "start"), ...events]).state, fillsPerSecond);

  it("is a beat, a mark or the end of the step", () => {
    expect(nextAt(lunge, 1, at(2, "tick")).momentMs).toBe(5000);
    expect(nextAt(lunge, 1, at(9.5, "tick")).momentMs).toBe(500);
    expect(nextAt(march, 1, at(12, "tick")).momentMs).toBe(1000);
  });

  it("moves with the end of the step", () => {
    expect(nextAt(lunge, 1, at(2, "extend")).momentMs).toBe(15_000);
  });

  it("is a digit, counted back from the end of the step", () => {
    expect(nextAt(lunge, 1, at(2.25, "tick")).displayMs).toBe(750);
    expect(nextAt(lunge, 1, at(2, "tick")).displayMs).toBe(1000);
    expect(nextAt(lunge, 1, at(2.25, "extend", 0.1)).displayMs).toBeCloseTo(850, 6);
  });

  it("is a digit of the stroke in a set of strokes", () => {
    const half = { ...set, beats: set.beats.map((beat) => ({ ...beat, durationMs: 2500 })) };
    const plan = { ...march, steps: [march.steps[0] ?? half, half] };
    expect(nextAt(plan, 1, at(10.25, "tick")).displayMs).toBe(250);
  });

  it("is a step of the bar, as often as it is redrawn, and once a second at least", () => {
    expect(nextAt(lunge, 4, at(2.2, "tick")).displayMs).toBeCloseTo(50, 6);
    expect(nextAt(lunge, 3.6, at(2.2, "tick")).displayMs).toBeCloseTo(50, 6);
    expect(nextAt(lunge, 0.01, at(2.2, "tick")).displayMs).toBeCloseTo(800, 6);
  });

  it("that is due already is the one after it", () => {
    expect(nextAt(lunge, 4, at(2.2499995, "tick")).displayMs).toBeCloseTo(250.0005, 6);
    expect(nextAt(lunge, 4, at(6.9999999, "tick")).momentMs).toBe(0.001);
  });

  it("in a set that waits is the next second that has passed", () => {
    expect(nextAt(test, 4, at(12.3, "tick"))).toEqual({ momentMs: Infinity, displayMs: expect.closeTo(700, 6) });
    expect(nextAt(test, 4, at(12, "tick")).displayMs).toBe(1000);
  });

  it("never comes once the session is over", () => {
    expect(nextAt(lunge, 4, at(1000, "tick"))).toEqual({ momentMs: Infinity, displayMs: Infinity });
  });
});
