/** English: what is said, and in which shorter forms. */
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../../../src/cues/language/en.ts";
import {
  type Announcement,
  shortenToClause,
  shortenToSentence,
  toSentence,
} from "../../../src/cues/language/language.ts";

const pigeon: Announcement = {
  name: "Pigeon pose",
  sets: 2,
  dose: { type: "time", ms: 55_000 },
  sides: "each",
  firstSide: "right",
};

describe("an exercise is announced", () => {
  it("by its name, sets, dose and first side, and in ever fewer words", () => {
    expect(ENGLISH.announce(pigeon)).toEqual([
      "Pigeon pose. Two sets, 55 seconds each side. Right side first.",
      "Pigeon pose. Two sets, 55 seconds each side.",
      "Pigeon pose. Two sets, 55 seconds.",
      "Pigeon pose, 55 seconds.",
      "Pigeon pose.",
    ]);
  });

  it.each<[string, Partial<Announcement>]>([
    ["Pigeon pose. 60 seconds.", { sets: 1, dose: { type: "time", ms: 60_000 }, sides: "both", firstSide: null }],
    [
      "Pigeon pose. Two sets of 20 repetitions, alternating.",
      { dose: { type: "reps", reps: 20 }, sides: "alternating" },
    ],
    [
      "Pigeon pose. Two sets of ten times 5 seconds, right side.",
      { dose: { type: "times", reps: 10, ms: 5000 }, sides: "one" },
    ],
    ["Pigeon pose. At your own pace. Right side first.", { dose: { type: "open" } }],
    [
      "Pigeon pose. Two sets, 2 minutes 30 seconds each side. Right side first.",
      { dose: { type: "time", ms: 150_000 } },
    ],
    ["Pigeon pose. Two sets, 1 second each side. Right side first.", { dose: { type: "time", ms: 1000 } }],
  ])("%s", (text, change) => {
    expect(ENGLISH.announce({ ...pigeon, ...change })[0]).toBe(text);
  });
});

describe("in a rest", () => {
  it("the next set is told with its dose", () => {
    const next = { name: "Mountain climbers", dose: { type: "time", ms: 60_000 }, set: 2, of: 3, side: null } as const;
    expect(ENGLISH.nextSet(next)).toEqual([
      "Next: mountain climbers, set two of three, 60 seconds.",
      "Next: mountain climbers, 60 seconds.",
      "Next: set two, 60 seconds.",
      "Next: set two.",
    ]);
  });

  it("a name that is an abbreviation keeps its capitals", () => {
    const next = { name: "TFL foam roll", dose: { type: "time", ms: 60_000 }, set: 2, of: 3, side: null } as const;
    expect(ENGLISH.nextSet(next)[1]).toBe("Next: TFL foam roll, 60 seconds.");
  });
});

describe("at the end", () => {
  it.each([
    [{ sets: 12, setsPlanned: 12, ms: 2_590_000 }, "Session done. Twelve sets in 43 minutes. Well done."],
    [{ sets: 5, setsPlanned: 6, ms: 90_000 }, "Session done. Five of six sets in 90 seconds. Well done."],
    [{ sets: 0, setsPlanned: 1, ms: 1000 }, "Session over. No set was done."],
    [{ sets: 2, setsPlanned: 2, ms: 119_999 }, "Session done. Two sets in 120 seconds. Well done."],
    [{ sets: 2, setsPlanned: 2, ms: 120_000 }, "Session done. Two sets in 2 minutes. Well done."],
    [{ sets: 1, setsPlanned: 1, ms: 30_000 }, "Session done. 30 seconds. Well done."],
  ])("what was done is said: %o", (done, text) => {
    expect(ENGLISH.sessionDone(done)[0]).toBe(text);
  });
});

describe("during a set", () => {
  it.each([
    [() => ENGLISH.side("left", null), ["Left side."]],
    [
      () => ENGLISH.side("left", "Left knee forward, right leg long"),
      ["Left knee forward, right leg long.", "Left knee forward."],
    ],
    [() => ENGLISH.alternate("left", "Left knee lifts", ["up"]), ["Left knee lifts.", "left, up", "up"]],
    [() => ENGLISH.alternate("right", null, ["up"]), ["right, up", "up"]],
    [() => ENGLISH.switchSides("right"), ["Switch sides. Right side.", "Switch sides."]],
    [() => ENGLISH.switchSides(null), ["Switch sides."]],
    [() => ENGLISH.setNumber(2, 3), ["Set two of three.", "Set two."]],
    [() => ENGLISH.lastSet(), ["Last set."]],
    [() => ENGLISH.breathe(), ["Long breath out."]],
    [() => ENGLISH.stroke("contract", false), ["squeeze"]],
    [() => ENGLISH.stroke("concentric", true), ["up, fast", "up"]],
    [() => ENGLISH.stroke("relax", false), ["let go"]],
    [() => ENGLISH.repNumber(5), ["Five."]],
    [() => ENGLISH.repNumber(15), ["15."]],
    [() => ENGLISH.repsToGo(2), ["Two to go."]],
    [() => ENGLISH.repsToGo(1), ["Last one."]],
    [() => ENGLISH.yourTurn(true), ["Your turn. Press Enter when done.", "Your turn."]],
    [() => ENGLISH.yourTurn(false), ["Your turn. Take the time you need.", "Your turn."]],
  ])("the person hears what %s says", (say, expected) => {
    expect(say()).toEqual(expected);
  });

  it.each([
    ["60 seconds", 60_000],
    ["2.5 seconds", 2500],
    ["119 seconds", 119_000],
    ["2 minutes", 120_000],
    ["2 minutes 1 second", 121_000],
  ])("a dose of time is told as %s", (text, ms) => {
    expect(ENGLISH.announce({ ...pigeon, dose: { type: "time", ms } })[3]).toBe(`Pigeon pose, ${text}.`);
  });

  it("a single repetition is told in the singular", () => {
    expect(ENGLISH.announce({ ...pigeon, sides: "both", dose: { type: "reps", reps: 1 } })).toEqual([
      "Pigeon pose. Two sets of one repetition.",
      "Pigeon pose, one repetition.",
      "Pigeon pose.",
    ]);
  });

  it("an exercise at the person's own pace is announced as one, on both sides or from one on", () => {
    expect(ENGLISH.announce({ ...pigeon, dose: { type: "open" } })).toEqual([
      "Pigeon pose. At your own pace. Right side first.",
      "Pigeon pose. At your own pace.",
      "Pigeon pose.",
    ]);
    expect(ENGLISH.announce({ ...pigeon, sides: "both", firstSide: null, dose: { type: "open" } })).toEqual([
      "Pigeon pose. At your own pace.",
      "Pigeon pose.",
    ]);
  });
});

describe("an exercise's own words", () => {
  it("become sentences", () => {
    expect([toSentence(" Breathe "), toSentence("Breathe!"), toSentence("Wait…"), toSentence("  ")]).toEqual([
      "Breathe.",
      "Breathe!",
      "Wait…",
      "",
    ]);
  });

  it("become shorter by sentence and by clause", () => {
    expect(shortenToClause("Lie on your back, knees bent. Feet flat.")).toEqual([
      "Lie on your back, knees bent. Feet flat.",
      "Lie on your back, knees bent.",
      "Lie on your back.",
    ]);
  });

  it("are never cut to a number or to a single word", () => {
    expect(shortenToSentence("1. Thigh: at least level.")).toEqual(["1. Thigh: at least level."]);
    expect(shortenToClause("Breathe, slowly")).toEqual(["Breathe, slowly."]);
  });

  it("keep the question that they ask", () => {
    expect(shortenToSentence("Any pain?")).toEqual(["Any pain?"]);
  });
});
