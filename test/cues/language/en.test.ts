/** English: what is said, and in which shorter forms. */
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../../../src/cues/language/en.ts";
import { type Announcement, shortenToClause, shortenToSentence } from "../../../src/cues/language/language.ts";

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
    [
      "Pigeon pose. One set, 60 seconds.",
      { sets: 1, dose: { type: "time", ms: 60_000 }, sides: "both", firstSide: null },
    ],
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
    const next = { name: "Mountain climbers", dose: { type: "time", ms: 60_000 }, set: 2, of: 3 } as const;
    expect(ENGLISH.nextSet(next)).toEqual([
      "Next: mountain climbers, set two of three, 60 seconds.",
      "Next: mountain climbers, 60 seconds.",
      "Next: set two, 60 seconds.",
      "Next: set two.",
    ]);
  });

  it("a name that is an abbreviation keeps its capitals", () => {
    const next = { name: "TFL foam roll", dose: { type: "time", ms: 60_000 }, set: 2, of: 3 } as const;
    expect(ENGLISH.nextSet(next)[1]).toBe("Next: TFL foam roll, 60 seconds.");
  });
});

describe("at the end", () => {
  it.each([
    [{ sets: 12, setsPlanned: 12, ms: 2_590_000 }, "Session done. Twelve sets in 43 minutes. Well done."],
    [{ sets: 5, setsPlanned: 6, ms: 90_000 }, "Session done. Five of six sets in 90 seconds. Well done."],
    [{ sets: 1, setsPlanned: 1, ms: 30_000 }, "Session done. One set in 30 seconds. Well done."],
  ])("what was done is said: %o", (done, text) => {
    expect(ENGLISH.sessionDone(done)[0]).toBe(text);
  });
});

describe("an exercise's own words", () => {
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
