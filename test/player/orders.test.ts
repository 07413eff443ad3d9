/** What a person orders: pause, skip, back, longer, shorter, quit; and a session that is taken up. */
import { describe, expect, it } from "vitest";
import { createInitialState } from "../../src/player/state.ts";
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

describe("making a step longer or shorter", () => {
  it("counts three-two-one of a rest that is extended at its new end", () => {
    const { happenings } = play(lunge, [at(0, "start"), at(53, "extend"), at(65, "tick")]);
    expect(log(happenings).slice(-9)).toEqual([
      "52 mark three",
      "53 mark two",
      "53 extended 10",
      "62 mark three",
      "63 mark two",
      "64 mark one",
      "65 step-ended 2 completed 25 s, 0 reps",
      "65 step-started 3",
      "65 beat 0",
    ]);
  });

  it("leaves four seconds, with their count-in, when more is taken away than is left", () => {
    const { happenings } = play(lunge, [at(0, "start"), at(45, "extend", -10), at(48.9, "tick")]);
    expect(log(happenings).slice(-4)).toEqual(["45 extended -6", "46 mark three", "47 mark two", "48 mark one"]);
  });

  it("changes nothing in the last four seconds, in a set of strokes, or in a step that waits", () => {
    expect(play(lunge, [at(0, "start"), at(38, "extend", -10)]).state.extraMs).toBe(0);
    expect(play(march, [at(0, "start"), at(15, "extend")]).state.extraMs).toBe(0);
    expect(play(test, [at(0, "start"), at(15, "extend")]).state.extraMs).toBe(0);
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
