/** Intervals and caps: each is kept to the millisecond, whatever the person and the machine do. */
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/plan/types.ts";
import { createInitialState } from "../../src/player/state.ts";
import type { PlayerEvent } from "../../src/player/types.ts";
import { asManyAsPossible, doOne, everyMinute, planWith, restFor } from "../support/clocked-plans.ts";
import { at, log, play } from "../support/playing.ts";

const START = at(0, "start");
const starts = (plan: Plan, ...events: PlayerEvent[]) =>
  log(play(plan, [START, ...events]).happenings).filter((line) => line.includes("step-started"));

describe("an interval", () => {
  const minutes = everyMinute(3, ["pull", "push"]);

  it("begins each round on its minute, however quick or slow the person was", () => {
    const events = [at(8, "done"), at(30, "done"), at(61.5, "done"), at(110, "done"), at(125, "done"), at(170, "done")];
    expect(log(play(minutes, [START, ...events]).happenings).filter((line) => !line.includes("mark"))).toEqual([
      "0 session-started",
      "0 step-started 0",
      "8 step-ended 0 completed 8 s, 5 reps",
      "8 step-started 1",
      "30 step-ended 1 completed 22 s, 10 reps",
      "30 step-started 2",
      "60 step-ended 2 completed 30 s, 0 reps",
      "60 step-started 3",
      "61.5 step-ended 3 completed 1.5 s, 5 reps",
      "61.5 step-started 4",
      "110 step-ended 4 completed 48.5 s, 10 reps",
      "110 step-started 5",
      "120 step-ended 5 completed 10 s, 0 reps",
      "120 step-started 6",
      "125 step-ended 6 completed 5 s, 5 reps",
      "125 step-started 7",
      "170 step-ended 7 completed 45 s, 10 reps",
      "170 session-ended finished",
    ]);
  });

  it("cuts off what does not fit, with the repetitions that were told, and jumps over the rest", () => {
    const { happenings, state } = play(minutes, [START, at(20, "extend", -10), at(25, "extend", -10), at(400, "tick")]);
    expect(
      log(happenings)
        .filter((line) => !line.includes("mark"))
        .slice(2),
    ).toEqual([
      "60 step-ended 0 skipped 60 s, 3 reps",
      "60 step-started 3",
      "120 step-ended 3 skipped 60 s, 0 reps",
      "120 step-started 6",
      "180 step-ended 6 skipped 60 s, 0 reps",
      "180 session-ended finished",
    ]);
    expect([1, 2, 4, 5, 7].map((index) => state.records[index])).toEqual(Array(5).fill(undefined));
  });

  it("counts into each round and says when ten seconds of work are left", () => {
    const marks = log(play(minutes, [START, at(58.5, "done"), at(61, "tick")]).happenings).filter((line) =>
      line.includes("mark"),
    );
    expect(marks).toEqual(["50 mark ten-seconds", "57 mark three", "58 mark two", "59 mark one"]);
  });

  it("stands in a pause and in a sleep, and goes on with what was left", () => {
    expect(
      starts(minutes, at(10, "done"), at(20, "done"), at(30, "pause"), at(500, "resume"), at(530, "tick")),
    ).toEqual([...["0 step-started 0", "10 step-started 1", "20 step-started 2", "60 step-started 3"]]);
  });

  it("is not put off by restarting, by going back, or by ten seconds more", () => {
    const events = [at(20, "restart"), at(30, "done"), at(31, "back"), at(35, "done"), at(40, "done")];
    const later = [at(45, "extend"), at(46, "extend", -10), at(47, "done"), at(62, "tick")];
    expect(starts(minutes, ...events, ...later).at(-1)).toBe("60 step-started 3");
    // The step before is over: going back stays in the round that is on.
    expect(starts(minutes, ...events, at(61, "back"), at(121, "tick")).slice(-3)).toEqual([
      "60 step-started 3",
      "61 step-started 3",
      "120 step-started 6",
    ]);
  });

  it("waits for the next round when the rest of one is skipped, and begins it at once when that is skipped, too", () => {
    expect(starts(minutes, at(5, "skip-exercise"), at(61, "tick"))).toEqual([
      ...["0 step-started 0", "5 step-started 2", "60 step-started 3"],
    ]);
    expect(starts(minutes, at(5, "skip-exercise"), at(20, "skip"), at(81, "tick")).slice(2)).toEqual([
      ...["20 step-started 3", "80 step-started 6"],
    ]);
  });

  it("takes what is left as rest when work of known length is ended early", () => {
    const deadlines = (anchor: number) =>
      [{ kind: "interval", anchor, afterMs: 60_000, next: anchor + 2, group: 0 }] as const;
    const round = (index: number) => ({ index, of: 2 });
    const plan = planWith(
      [
        { ...doOne("plank", round(1)), deadlines: deadlines(0) },
        { ...restFor(20, round(1)), deadlines: deadlines(0) },
        { ...doOne("plank", round(2)), deadlines: deadlines(2) },
      ],
      { rounds: 2, everyMs: 60_000 },
    );
    expect(starts(plan, at(25, "done"), at(70, "tick")).at(-1)).toBe("60 step-started 2");
    expect(starts(plan, at(30, "extend"), at(70, "tick"))).toEqual([
      ...["0 step-started 0", "50 step-started 1", "60 step-started 2"],
    ]);
    // Fifteen more than fit: the hold lasts to the end of its round and no longer.
    const longer = [at(30, "extend"), at(31, "extend"), at(32, "extend"), at(33, "extend", -10)];
    expect(log(play(plan, [START, ...longer]).happenings).filter((line) => line.includes("extended"))).toEqual([
      ...["30 extended 10", "31 extended 10", "33 extended -10"],
    ]);
  });
});

describe("a cap", () => {
  const cindy = asManyAsPossible(120, [restFor(60), doOne("plank")]);

  it("ends the group wherever it stands, and goes on behind it", () => {
    const { happenings, state } = play(cindy, [START, at(20, "done"), at(50, "done"), at(200, "tick")]);
    expect(
      log(happenings)
        .filter((line) => !line.includes("mark") && !line.includes("beat"))
        .slice(-4),
    ).toEqual([
      "120 step-ended 2 skipped 70 s, 0 reps",
      "120 step-started 150",
      "180 step-ended 150 completed 60 s, 0 reps",
      "180 step-started 151",
    ]);
    expect(state.records.filter(Boolean)).toHaveLength(4);
  });

  it("says half of it, ten seconds and three, two, one", () => {
    const { happenings } = play(cindy, [START, at(30, "done"), at(119.5, "tick")]);
    expect(log(happenings).filter((line) => line.includes("mark"))).toEqual([
      ...["60 mark half-way", "110 mark ten-seconds", "117 mark three", "118 mark two", "119 mark one"],
    ]);
    expect(happenings.filter((one) => one.type === "mark").every((one) => one.clock === "cap")).toBe(true);
  });

  it("is over for good: going back does not open it again", () => {
    expect(starts(cindy, at(20, "done"), at(121, "back"), at(122, "back")).slice(-2)).toEqual([
      ...["121 step-started 150", "122 step-started 150"],
    ]);
  });

  it("begins anew when the person goes back in front of it", () => {
    const plan = planWith(
      [
        restFor(30),
        ...asManyAsPossible(60, [], 3).steps.map((step) => ({
          ...step,
          deadlines: [{ kind: "cap" as const, anchor: 1, afterMs: 60_000, next: 10, group: 0 }],
        })),
      ],
      { rounds: null, capMs: 60_000 },
    );
    expect(log(play(plan, [START, at(31, "back"), at(200, "tick")]).happenings).at(-1)).toBe(
      "121 session-ended finished",
    );
  });

  it("of a set that waits completes it, and begins again with the set", () => {
    const walk = { ...doOne("plank"), durationMs: null, beats: [], marks: [], reps: 0, stretchable: false };
    const plan = planWith([
      { ...walk, deadlines: [{ kind: "cap", anchor: 0, afterMs: 90_000, next: 1, group: null }] },
    ]);
    expect(log(play(plan, [START, at(200, "tick")]).happenings).slice(-2)).toEqual([
      "90 step-ended 0 completed 90 s, 0 reps",
      "90 session-ended finished",
    ]);
    expect(log(play(plan, [START, at(50, "restart"), at(200, "tick")]).happenings).at(-1)).toContain(
      "140 session-ended",
    );
  });

  it("goes on in a session that is taken up, with the clock where it stood", () => {
    const { state } = play(cindy, [START, at(20, "done"), at(50, "quit")]);
    const { step, records, atMs, anchors, groupTimes } = state;
    const resumed = createInitialState({ step, records, atMs, anchors, groupTimes });
    const { happenings } = play(cindy, [at(1000, "start"), at(1071, "tick")], resumed);
    expect(log(happenings).at(-1)).toBe("120 step-started 150");
  });
});
