/** Repetitions of a set that a clock has cut off: the person sets right how many were really done, until the next set. */
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/plan/types.ts";
import { buildFrame } from "../../src/player/frame.ts";
import { computeScores } from "../../src/player/score.ts";
import { formatScore } from "../../src/player/score-text.ts";
import { summariseSession } from "../../src/player/summarise-session.ts";
import type { PlayerEvent } from "../../src/player/types.ts";
import { asManyAsPossible, doOne, everyMinute, planWith, restFor } from "../support/clocked-plans.ts";
import { at, log, play } from "../support/playing.ts";
import { cap, interval } from "./plans.ts";

/** In two minutes one round and the pull-ups of the second; the clock cuts off its push-ups. */
const cindy = (after: Parameters<typeof asManyAsPossible>[1] = []) => asManyAsPossible(120, after);
const fourSets = [at(0, "start"), ...[20, 40, 60, 80].map((seconds) => at(seconds, "done"))];

const plus = (seconds: number, times = 1) => Array.from({ length: times }, () => at(seconds, "extend", 10));
const minus = (seconds: number, times = 1) => Array.from({ length: times }, () => at(seconds, "extend", -10));

function playOn(plan: Plan, ...events: PlayerEvent[]) {
  const { state, happenings } = play(plan, [...fourSets, ...events]);
  const frame = buildFrame(plan, state);
  return {
    ...{ state, frame, happenings, record: state.records[4] },
    score: computeScores(plan, state).map(formatScore).join(),
  };
}

describe("after the cap at the end of a session", () => {
  it("plus counts repetitions of the last set, and minus takes them back", () => {
    expect(playOn(cindy(), at(130, "tick"))).toMatchObject({ score: "1 round + 5 reps", record: { reps: 0 } });
    const { score, record, state, happenings } = playOn(cindy(), ...plus(130, 7), ...minus(131, 2));
    expect(score).toBe("1 round + 10 reps");
    expect(record).toEqual({ how: "skipped", durationMs: 40_000, reps: 5 });
    expect(state.status).toBe("finished");
    expect(log(happenings).filter((line) => line.includes("corrected"))).toHaveLength(9);
    expect(happenings.at(-1)).toEqual({
      ...{ type: "corrected", atMs: 120_000, step: 4, how: "skipped", durationMs: 40_000, reps: 5 },
    });
  });

  it("the set is complete with all of its repetitions, and not without", () => {
    expect(playOn(cindy(), ...plus(130, 10))).toMatchObject({ record: { how: "completed", reps: 10 } });
    expect(playOn(cindy(), ...plus(130, 12))).toMatchObject({ record: { how: "completed", reps: 12 } });
    expect(playOn(cindy(), ...plus(130, 10), ...minus(131))).toMatchObject({ record: { how: "skipped", reps: 9 } });
    const { state } = playOn(cindy(), ...plus(130, 10));
    expect(summariseSession(cindy(), state)).toMatchObject({ setsCompleted: 5, reps: 45 });
  });

  it("there are never fewer than none or more than a set can have", () => {
    const { record, happenings } = playOn(cindy(), ...minus(130, 3), ...plus(131), ...minus(132, 3));
    expect(record).toMatchObject({ reps: 0 });
    expect(log(happenings).filter((line) => line.includes("corrected"))).toHaveLength(2);
    expect(playOn(cindy(), ...plus(130, 1100))).toMatchObject({ record: { reps: 1000 } });
  });

  it("it begins with what was told before the time was up", () => {
    expect(playOn(cindy(), ...minus(110, 3), ...plus(130))).toMatchObject({ record: { reps: 8 } });
  });

  it("no other key does anything", () => {
    const { state } = playOn(cindy(), at(130, "tick"));
    for (const type of ["back", "restart", "done", "skip", "pause", "quit"] as const) {
      expect(play(cindy(), [at(140, type)], state)).toMatchObject({ happenings: [], state: { status: "finished" } });
    }
  });

  it("the screen says what counts and how to set it right", () => {
    const { frame } = playOn(cindy(), ...plus(130, 7));
    expect(frame).toMatchObject({ cutSetText: "Push: 7 of 10 reps", stretchable: true });
  });
});

describe("in the gap that follows a cap", () => {
  const plan = cindy([restFor(30), doOne("plank")]);

  it("plus and minus count repetitions, and the rest keeps its length", () => {
    const { state, frame, score } = playOn(plan, ...plus(130, 3));
    expect(score).toBe("1 round + 8 reps");
    expect(state).toMatchObject({ extraMs: 0, step: 150 });
    expect(frame.stretchable).toBe(true);
    expect(frame.instructions[0]).toBe("Push: 3 of 10 reps counted. Correct it with + and −.");
  });

  it("it is over with the next set, which can be made longer as always", () => {
    const { state, frame, record } = playOn(plan, ...plus(130), ...plus(155));
    expect(record).toMatchObject({ reps: 1 });
    expect(state).toMatchObject({ cutSet: null, extraMs: 10_000 });
    expect(frame).toMatchObject({ cutSetText: "", stretchable: true });
    expect(frame.instructions.join()).not.toContain("counted");
  });

  it("it holds while the rest begins again, and while the session is paused", () => {
    expect(playOn(plan, at(130, "restart"), ...plus(131))).toMatchObject({ record: { reps: 1 } });
    expect(playOn(plan, at(130, "pause"), ...plus(140))).toMatchObject({ record: { reps: 1 } });
  });
});

describe("other ends of a set", () => {
  const capped = { ...doOne("push"), deadlines: [cap(1, 30, 0, null)] };

  it("a set's own cap leaves it to be set right, too", () => {
    const plan = planWith([capped, restFor(20), doOne("plank")]);
    const { state } = play(plan, [at(0, "start"), ...plus(35, 4)]);
    expect(state).toMatchObject({ step: 1, extraMs: 0, records: [{ how: "skipped", durationMs: 30_000, reps: 4 }] });
  });

  it("and so does the last interval", () => {
    const plan = everyMinute(1, ["pull", "push"], [restFor(20), doOne("plank")]);
    const { state } = play(plan, [at(0, "start"), at(20, "done"), at(65, "tick"), ...plus(66, 4)]);
    expect(state.records[1]).toMatchObject({ how: "skipped", reps: 4 });
  });

  it("also where what is left of an interval follows, which nobody can make longer", () => {
    const left = { ...restFor(null), deadlines: [interval(2, 60)] };
    const plan = planWith([{ ...capped, deadlines: [cap(1, 30, 0, null), interval(2, 60)] }, left, doOne("plank")]);
    const { state } = play(plan, [at(0, "start"), ...plus(35, 4)]);
    expect(state.records[0]).toMatchObject({ reps: 4 });
    expect(buildFrame(plan, state)).toMatchObject({ kind: "rest", stretchable: true });
  });

  it.each(["done", "skip"] as const)("a set that the person ends with %s stays as it is", (type) => {
    const plan = planWith([capped, restFor(20), doOne("plank")]);
    const { state } = play(plan, [at(0, "start"), at(10, type), ...plus(12)]);
    expect(state).toMatchObject({ cutSet: null, extraMs: 10_000 });
  });

  it("a set that was completed before its second attempt was cut off stays completed", () => {
    const plan = planWith([capped, restFor(20), doOne("plank")]);
    const { state } = play(plan, [at(0, "start"), at(10, "done"), at(11, "back"), ...plus(45)]);
    expect(state.cutSet).toBeNull();
    expect(state.records[0]).toMatchObject({ how: "completed", reps: 10 });
  });
});
