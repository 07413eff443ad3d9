/** What a proposal may change, and which sessions count as easy. */
import { describe, expect, test } from "vitest";
import type { Exercise, Stroke } from "../../../src/catalog/exercise-types.ts";
import { buildProposedFlags } from "../../../src/journal/progress/explain-proposal.ts";
import { stroke } from "../../support/example-sessions.ts";
import { LUNGE, proposedAfter, RAISE, type Told } from "../../support/training-stories.ts";

const twice = (of: Exercise, told: Partial<Told>) =>
  proposedAfter(of, [
    { day: 1, effort: 2, ...told },
    { day: 2, effort: 2, ...told },
  ]);
const raiseOf = (...strokes: readonly Stroke[]): Exercise => ({ ...RAISE, pattern: { type: "strokes", strokes } });

describe("easy twice in a row", () => {
  test("is up to effort 3, in both sessions", () => {
    expect(twice(LUNGE, { effort: 3 })).toMatchObject({ reason: "easy-twice" });
    expect(twice(LUNGE, { effort: 4 })).toMatchObject({ reason: "fits" });
  });

  test.each<[string, Partial<Told>, Partial<Told>]>([
    ["not after a set that was cut short", { early: 1 }, {}],
    ["not after a session without an answer", { effort: null }, {}],
    ["not after a session that was not easy", { effort: 4 }, {}],
    ["not after a session with a skipped set", { completed: 2 }, {}],
    ["not after a session that hurt", { pain: 3 }, { pain: 1 }],
    ["not after other repetitions", { reps: 11 }, {}],
    ["not after another lowering", { lowering: 2 }, {}],
  ])("%s", (_, before, last) => {
    const story = [
      { day: 1, effort: 2, ...before },
      { day: 2, effort: 2, ...last },
    ];
    expect(proposedAfter(RAISE, story)).toMatchObject({ reason: "easy-once", change: "same" });
  });
});

describe("a lowering", () => {
  const atMost = { reps: 15 };

  test("is slowed where a tempo can ask for it", () => {
    expect(twice(RAISE, atMost)).toMatchObject({ change: "up", to: { reps: 15, eccentric: 4 } });
  });

  test("ends where the repetition takes 8 s, also beyond the range of the source", () => {
    const easy = (lowering: number) =>
      proposedAfter(
        RAISE,
        [1, 2].map((day) => ({ day, effort: 2, reps: 30, lowering })),
        { beyond: true },
      );
    expect(easy(3)).toMatchObject({ change: "up", to: { eccentric: 4 } });
    expect(easy(4)).toMatchObject({ change: "harder", to: { eccentric: 4 } });
  });

  test("that the source itself makes longer is left to the source", () => {
    const slow = raiseOf(stroke("concentric", 2), stroke("pause-top", 2), stroke("eccentric", 7));
    expect(twice(slow, { ...atMost, lowering: 7 })).toMatchObject({ change: "harder", to: { eccentric: 7 } });
  });

  test("of three and a half seconds is left, as no tempo has it", () => {
    expect(twice(RAISE, { ...atMost, lowering: 3.5 })).toMatchObject({ change: "harder", to: { eccentric: 3.5 } });
  });

  test("beside a stroke that is none of a tempo's is left", () => {
    const mixed = raiseOf(stroke("contract", 2), stroke("eccentric", 3, "default"));
    expect(twice(mixed, atMost)).toMatchObject({ change: "harder", to: { reps: 15, eccentric: 3 } });
  });

  test("whose range has no whole second is left", () => {
    const narrow = raiseOf(stroke("concentric", 2), stroke("eccentric", [3.2, 3.8]));
    expect(twice(narrow, atMost)).toMatchObject({ change: "harder", to: { eccentric: 3 } });
  });

  test("whose range has one whole second comes to it", () => {
    const one = raiseOf(stroke("concentric", 2), stroke("eccentric", [2.5, 3.4]));
    expect(proposedAfter(one, [{ day: 1, effort: 6, lowering: 5 }]).to).toMatchObject({ eccentric: 3 });
  });
});

test("what the exercise no longer has is not proposed", () => {
  const held = { ...LUNGE, id: RAISE.id };
  const proposal = proposedAfter(RAISE, [{ day: 1, effort: 6 }], { as: held });
  expect(proposal.to).toEqual({ hold: null, reps: null, eccentric: null });
  expect(buildProposedFlags(proposal, held)).toEqual([]);
});

test("what was never done has no strokes and no sessions", () => {
  expect(proposedAfter(LUNGE, [])).toEqual({
    exercise: "lunge",
    name: "Lunge",
    change: "new",
    reason: "never-done",
    from: null,
    to: null,
    strokes: [],
    advice: null,
    basedOn: [],
  });
});

test.each(["strength", "cardio", "stretch"] as const)("%s at its end is made harder in its own way", (kind) => {
  expect(twice({ ...LUNGE, kind }, { hold: 60 })).toMatchObject({ advice: "Lean forward" });
});
