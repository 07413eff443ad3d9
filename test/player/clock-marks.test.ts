/** What is said before a clock is over, and what is left of the session under it. */
import { describe, expect, it } from "vitest";
import type { Deadline } from "../../src/plan/step-types.ts";
import { buildFrame } from "../../src/player/frame.ts";
import { listMarks } from "../../src/player/step-moments.ts";
import { doOne, planWith, restFor } from "../support/clocked-plans.ts";
import { at, play } from "../support/playing.ts";
import { cap, interval, placeAt, stepOf } from "./plans.ts";

describe("what is said before a clock is over", () => {
  const marksOf = (parts: Parameters<typeof planWith>[0][number], ...deadlines: Deadline[]) =>
    listMarks(stepOf({ ...parts, deadlines }), placeAt(0, { anchors: { 0: 0 } })).map(
      ({ atMs, name, clock }) => `${atMs / 1000} ${name}${clock ? ` of the ${clock}` : ""}`,
    );
  const counted = (seconds: number, kind: string) => [
    ...[
      `${seconds - 3} three of the ${kind}`,
      `${seconds - 2} two of the ${kind}`,
      `${seconds - 1} one of the ${kind}`,
    ],
  ];

  it.each([
    [19, []],
    [20, ["10 half-way of the cap"]],
    [21, ["10.5 half-way of the cap", "11 ten-seconds of the cap"]],
  ])("a cap of %d s", (seconds, long) => {
    expect(marksOf(doOne("pull"), cap(1, seconds))).toEqual([...long, ...counted(seconds, "cap")]);
    expect(marksOf(restFor(null), cap(1, seconds))).toEqual([...long, ...counted(seconds, "cap")]);
  });

  it.each([
    [29, []],
    [30, ["20 ten-seconds of the interval"]],
  ])("an interval of %d s", (seconds, long) => {
    expect(marksOf(doOne("pull"), interval(1, seconds))).toEqual([...long, ...counted(seconds, "interval")]);
    expect(marksOf(restFor(null), interval(2, seconds))).toEqual(counted(seconds, "interval"));
  });

  it("a clock of three seconds begins with two: its start is not counted", () => {
    expect(marksOf(doOne("pull"), interval(1, 3))).toEqual(["1 two of the interval", "2 one of the interval"]);
  });

  it("what the step says at the same moment is said once", () => {
    const own = ["20 half-way", "30 ten-seconds", "37 three", "38 two", "39 one"];
    expect(marksOf(doOne("plank"), interval(1, 40))).toEqual(own);
    expect(marksOf(doOne("plank"), cap(1, 40))).toEqual(own);
    expect(marksOf(doOne("plank"), interval(1, 41))).toEqual([
      ...own,
      ...["31 ten-seconds of the interval", ...counted(41, "interval")],
    ]);
  });
});

describe("what is left of a session under several clocks", () => {
  it("is the one that leads furthest, and what follows it", () => {
    const inner = [interval(1, 30), cap(2, 100)];
    for (const deadlines of [inner, inner.toReversed()]) {
      const plan = planWith([{ ...doOne("pull"), deadlines }, { ...doOne("push"), deadlines }, restFor(25)], {
        ...{ rounds: 2, everyMs: 30_000 },
      });
      const { state } = play(plan, [at(0, "start"), at(10, "tick")]);
      expect(buildFrame(plan, state).remainingSeconds).toBe(90 + 25);
    }
  });
});
