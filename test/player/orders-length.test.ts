/** What a person orders about the length of a step: ten seconds longer, or shorter. */
import { describe, expect, it } from "vitest";
import { at, log, play } from "../support/playing.ts";
import { lunge, march, test } from "./plans.ts";

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

  it("makes a rest longer by an hour at most, in all", () => {
    const longer = play(lunge, [at(0, "start"), at(41, "extend", 3000), at(42, "extend", 3000)]);
    expect(log(longer.happenings).slice(-2)).toEqual(["41 extended 3000", "42 extended 600"]);
  });

  it("takes from what was added before", () => {
    const { state, happenings } = play(lunge, [at(0, "start"), at(41, "extend", 10), at(42, "extend", -10)]);
    expect(log(happenings).slice(-2)).toEqual(["41 extended 10", "42 extended -10"]);
    expect(state.extraMs).toBe(0);
    const shortened = play(lunge, [at(0, "start"), at(41, "extend", 10), at(42, "extend", -60)]);
    expect(log(shortened.happenings).at(-1)).toBe("42 extended -19");
  });

  it("leaves the next step as long as it was planned", () => {
    const { state } = play(lunge, [at(0, "start"), at(41, "extend"), at(65, "tick")]);
    expect([state.step, state.extraMs, state.stepAtMs]).toEqual([3, 0, 65_000]);
  });

  it("counts a hold that was made longer as done at its new end only", () => {
    const skipped = play(lunge, [at(0, "start"), at(20, "extend"), at(45, "skip")]);
    expect(skipped.state.records[1]).toEqual({ how: "skipped", durationMs: 35_000, reps: 0 });
    const held = play(lunge, [at(0, "start"), at(20, "extend"), at(50, "tick")]);
    expect(held.state.records[1]).toEqual({ how: "completed", durationMs: 40_000, reps: 1 });
  });

  it("changes nothing in the last four seconds, in a set of strokes, or in a step that waits", () => {
    expect(play(lunge, [at(0, "start"), at(38, "extend", -10)]).state.extraMs).toBe(0);
    expect(play(march, [at(0, "start"), at(15, "extend")]).state.extraMs).toBe(0);
    expect(play(test, [at(0, "start"), at(15, "extend")]).state.extraMs).toBe(0);
  });
});
