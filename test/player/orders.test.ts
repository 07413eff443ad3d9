/** What a person orders: pause, skip, back, done, quit; and a session that is taken up. */
import { describe, expect, it } from "vitest";
import { createInitialState, selectBetterRecord } from "../../src/player/state.ts";
import type { StepRecord } from "../../src/player/types.ts";
import { at, log, play } from "../support/playing.ts";
import { lunge, march, test } from "./plans.ts";

describe("pausing", () => {
  it("stands still and goes on where it stood", () => {
    const { happenings } = play(lunge, [
      at(0, "start"),
      at(8.5, "pause"),
      at(100, "tick"),
      at(200, "resume"),
      at(202, "tick"),
    ]);
    expect(log(happenings).slice(3)).toEqual([
      "8 mark two",
      "8.5 paused asked",
      "8.5 resumed",
      "9 mark one",
      "10 step-ended 0 completed 10 s, 0 reps",
      "10 step-started 1",
      "10 beat 0",
    ]);
  });

  it("is told once, with its reason, and resuming too", () => {
    const paused = play(lunge, [at(0, "start"), at(5, "pause"), at(6, "pause")]);
    expect(paused.state).toMatchObject({ status: "paused", pauseReason: "asked", atMs: 5000 });
    expect(log(paused.happenings).slice(2)).toEqual(["5 paused asked"]);
    const resumed = play(lunge, [at(7, "resume"), at(8, "resume")], paused.state);
    expect(resumed.state).toMatchObject({ status: "running", pauseReason: null, atMs: 6000 });
    expect(log(resumed.happenings)).toEqual(["5 resumed"]);
  });

  it("obeys skip and restart while it stands, and keeps standing", () => {
    const { state, happenings } = play(lunge, [
      at(0, "start"),
      at(5, "pause"),
      at(60, "skip"),
      at(70, "restart"),
      at(90, "tick"),
    ]);
    expect(state.status).toBe("paused");
    expect(log(happenings).slice(-5)).toEqual([
      "5 step-started 1",
      "5 beat 0",
      "5 step-ended 1 skipped 0 s, 0 reps",
      "5 step-started 1",
      "5 beat 0",
    ]);
  });
});

describe("skipping and going back", () => {
  it("skips a whole set, with the repetitions that were done", () => {
    const { happenings } = play(march, [at(0, "start"), at(10 + 7 * 2 + 5, "skip")]);
    expect(log(happenings).slice(-2)).toEqual(["29 step-ended 1 skipped 19 s, 2 reps", "29 session-ended finished"]);
  });

  it("goes to the start of the step, and within its first two seconds to the step before", () => {
    const late = play(lunge, [at(0, "start"), at(12, "back")]);
    expect([late.state.step, late.state.stepAtMs]).toEqual([1, 12_000]);
    const early = play(lunge, [at(0, "start"), at(11.999, "back")]);
    expect([early.state.step, early.state.stepAtMs]).toEqual([0, 11_999]);
  });

  it("stays at the first step when there is none before it", () => {
    expect(play(lunge, [at(0, "start"), at(1, "back")]).state.step).toBe(0);
  });

  it("keeps a set that was done when it is begun again and skipped", () => {
    const { happenings, state } = play(march, [
      at(0, "start"),
      at(30, "done"), // two repetitions
    ]);
    expect(log(happenings).at(-2)).toBe("30 step-ended 1 completed 20 s, 2 reps");
    expect(state.status).toBe("finished");
    const again = play(lunge, [at(0, "start"), at(41, "back"), at(45, "skip")]);
    expect(log(again.happenings).filter((line) => line.includes("step-ended 1"))).toEqual([
      "40 step-ended 1 completed 30 s, 1 reps",
      "45 step-ended 1 completed 30 s, 1 reps",
    ]);
  });

  it("keeps the repetitions of a set that was begun again", () => {
    const { state } = play(march, [at(0, "start"), at(25, "restart"), at(26, "skip")]);
    expect(state.records[1]).toEqual({ how: "skipped", durationMs: 15_000, reps: 2 });
  });

  it("counts a set that was ended early as done, with the repetitions it had", () => {
    const { state } = play(march, [at(0, "start"), at(25, "done")]);
    expect(state.records[1]).toEqual({ how: "completed", durationMs: 15_000, reps: 2 });
  });
});

describe("saying that it is done", () => {
  it("completes a set, early as it is", () => {
    const { state } = play(lunge, [at(0, "start"), at(25, "done")]);
    expect(state.records[1]).toEqual({ how: "completed", durationMs: 15_000, reps: 0 });
    expect(state.step).toBe(2);
  });

  it("skips a preparation and a rest: there is nothing in them to complete", () => {
    const ready = play(lunge, [at(0, "start"), at(4, "done")]);
    expect(log(ready.happenings)).toContain("4 step-ended 0 skipped 4 s, 0 reps");
    const rested = play(lunge, [at(0, "start"), at(45, "done")]);
    expect(log(rested.happenings)).toContain("45 step-ended 2 skipped 5 s, 0 reps");
    expect([rested.state.step, rested.state.records[2]?.how]).toEqual([3, "skipped"]);
  });

  it("ends a test that waits for the person", () => {
    const { state } = play(test, [at(0, "start"), at(40, "done")]);
    expect(state.records[1]).toEqual({ how: "completed", durationMs: 30_000, reps: 0 });
  });
});

describe("the attempt that counts", () => {
  const attempt = (how: StepRecord["how"], reps: number, durationMs: number): StepRecord => ({ how, reps, durationMs });

  it.each([
    ["completed before skipped", attempt("completed", 9, 10), attempt("skipped", 9, 99)],
    ["skipped with more repetitions", attempt("skipped", 3, 10), attempt("skipped", 2, 99)],
    ["of as many repetitions the longer one", attempt("skipped", 2, 30), attempt("quit", 2, 20)],
  ])("is the better one: %s", (_, better, worse) => {
    expect(selectBetterRecord(better, worse)).toBe(better);
    expect(selectBetterRecord(worse, better)).toBe(better);
  });

  it("keeps the repetitions of the other one: they were done", () => {
    const [skipped, completed] = [attempt("skipped", 3, 6000), attempt("completed", 0, 5)];
    expect(selectBetterRecord(skipped, completed)).toEqual(attempt("completed", 3, 5));
    expect(selectBetterRecord(completed, skipped)).toEqual(attempt("completed", 3, 5));
  });

  it("is the last of two that are alike, and the only one there is", () => {
    const [first, second] = [attempt("quit", 2, 30), attempt("skipped", 2, 30)];
    expect(selectBetterRecord(first, second)).toBe(second);
    expect(selectBetterRecord(undefined, first)).toBe(first);
  });
});

describe("a session that has not begun", () => {
  it("takes no order but to start", () => {
    for (const type of ["tick", "pause", "skip", "done", "extend", "quit"] as const) {
      const { state, happenings } = play(lunge, [at(3, type)]);
      expect([state.status, happenings]).toEqual(["ready", []]);
    }
    expect(play(lunge, [at(3, "tick"), at(4, "start")]).state).toMatchObject({ status: "running", atMs: 0 });
  });

  it("is started once: a second start changes nothing", () => {
    expect(play(lunge, [at(0, "start"), at(4, "start")]).happenings).toHaveLength(2);
  });
});

describe("a session that is over", () => {
  it("takes no order any more", () => {
    const { state } = play(march, [at(0, "start"), at(1, "skip"), at(2, "skip")]);
    expect(state).toMatchObject({ status: "finished", pauseReason: null, atMs: 2000 });
    for (const type of ["tick", "pause", "resume", "skip", "back", "quit", "start"] as const) {
      const later = play(march, [at(9, type)], state);
      expect([later.state.status, later.state.atMs, later.happenings]).toEqual(["finished", 2000, []]);
    }
  });

  it("is over as well when its last set is skipped in a pause", () => {
    const { state } = play(march, [at(0, "start"), at(1, "pause"), at(2, "skip"), at(3, "skip")]);
    expect(state).toMatchObject({ status: "finished", pauseReason: null, atMs: 1000 });
  });
});

describe("quitting", () => {
  it("keeps what was done in the step that is left", () => {
    const { state, happenings } = play(march, [at(0, "start"), at(18, "quit"), at(30, "tick"), at(31, "resume")]);
    expect(log(happenings).slice(-2)).toEqual(["18 step-ended 1 quit 8 s, 1 reps", "18 session-ended quit"]);
    expect(state.status).toBe("quit");
    expect(state.atMs).toBe(18_000);
  });
});

describe("going on with an earlier session", () => {
  it("begins at the start of a step with what was done counted", () => {
    const records = [undefined, { how: "completed", durationMs: 30_000, reps: 1 } as const];
    const earlier = createInitialState({ step: 2, records, atMs: 40_000 });
    const { state, happenings } = play(lunge, [at(100, "start"), at(101, "tick")], earlier);
    expect(log(happenings)).toEqual(["40 session-started", "40 step-started 2"]);
    expect(state.records[1]?.how).toBe("completed");
    expect(state.atMs).toBe(41_000);
  });
});
