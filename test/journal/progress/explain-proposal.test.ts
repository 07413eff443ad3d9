/** Proposals in words, and as flags. */
import { describe, expect, test } from "vitest";
import { describeDose, explainBesideDoses, explainProposal } from "../../../src/journal/progress/explain-proposal.ts";
import { LUNGE, proposedAfter, RAISE, TODAY, type Told } from "../../support/training-stories.ts";

describe("a proposal in words", () => {
  test.each<[string, readonly Told[], string]>([
    ["never done", [], "It has not been done yet: start with the dose of the routine."],
    [
      "cut short",
      [{ day: 1, effort: 3, early: 1 }],
      "On 3 Nov 3 of 4 sets were done in full (session day1): 40 s in place of 45 s.",
    ],
    [
      "skipped, for want of time",
      [{ day: 1, effort: 3, completed: 3, skipReason: "no-time" }],
      "On 3 Nov 3 of 4 sets were done, for lack of time (session day1): the same again.",
    ],
    [
      "skipped, nobody knows why",
      [{ day: 1, effort: 3, completed: 2 }],
      "On 3 Nov 2 of 4 sets were done (session day1): the same again.",
    ],
    [
      "skipped as too hard",
      [{ day: 1, effort: 3, completed: 3, skipReason: "too-hard" }],
      "On 3 Nov 3 of 4 sets were done, as it was too hard (session day1): 40 s in place of 45 s.",
    ],
    [
      "skipped because of pain",
      [{ day: 1, effort: 3, completed: 3, skipReason: "pain" }],
      "On 3 Nov 3 of 4 sets were done, because of pain; see someone if it stays (session day1): 40 s in place of 45 s.",
    ],
    [
      "much pain",
      [{ day: 1, effort: 3, pain: 6 }],
      "After 3 Nov pain was 6 (more than 5 is too much; see someone if it stays) (session day1): 40 s in place of 45 s.",
    ],
    [
      "some pain",
      [{ day: 1, effort: 3, pain: 4 }],
      "After 3 Nov pain was 4 (from 3 to 5 nothing is added) (session day1): the same again.",
    ],
    [
      "pain that lasts",
      [1, 2, 3, 4].map((day) => ({ day, effort: 3, pain: 4 })),
      "Pain was above 3 in 4 sessions in a row, the last on 6 Nov; progression stops until it is 2 or less; see someone if it stays (session day4): the same again.",
    ],
    [
      "pain that rose",
      [
        { day: 1, effort: 3, pain: 1 },
        { day: 2, effort: 3, pain: 5 },
      ],
      "After 4 Nov pain was 5, 4 more than the time before; progression stops until it is 2 or less; see someone if it stays (session day2): the same again.",
    ],
    [
      "hard",
      [{ day: 1, effort: 8 }],
      "On 3 Nov the effort was 8, and 8 or more is too hard (session day1): 40 s in place of 45 s.",
    ],
    [
      "tighter",
      [
        { day: 1, effort: 5, tightness: 1 },
        { day: 2, effort: 5, tightness: 4 },
      ],
      "After 4 Nov it was tighter by 3 than the time before (session day2): 40 s in place of 45 s.",
    ],
    [
      "easy once",
      [{ day: 1, effort: 3 }],
      "On 3 Nov it was easy at effort 3, and it takes two in a row (session day1): the same again.",
    ],
    ["right", [{ day: 1, effort: 5 }], "On 3 Nov the effort of 5 was right (session day1): the same again."],
    ["not answered", [{ day: 1 }], "On 3 Nov effort was not recorded (session day1): the same again."],
    [
      "out of its range",
      [{ day: 1, effort: 5, hold: 90 }],
      "On 3 Nov the effort of 5 was right (session day1): back to 60 s in place of 90 s.",
    ],
    [
      "at the lower end",
      [{ day: 1, effort: 9, hold: 30 }],
      "On 3 Nov the effort was 9, and 8 or more is too hard (session day1): the range ends here, so put a cushion under the hip.",
    ],
    [
      "at the upper end",
      [
        { day: 1, effort: 1, hold: 60 },
        { day: 2, effort: 2, hold: 60 },
      ],
      "Every set was completed at effort 1 and 2 on 3 Nov and 4 Nov (sessions day1, day2): the range ends here, so lean forward.",
    ],
  ])("%s", (_, story, text) => {
    expect(explainProposal(proposedAfter(LUNGE, story), TODAY)).toBe(text);
  });

  test("away, by the day of the session where it was", () => {
    expect(explainProposal(proposedAfter(LUNGE, [{ day: 1, effort: 5 }], { daysLater: 20 }), TODAY)).toBe(
      "The last time was 3 Nov, more than 14 days ago (session day1): 35 s in place of 45 s.",
    );
  });

  test("repetitions and lowering", () => {
    const easy = (dose: Partial<Told>) =>
      explainProposal(
        proposedAfter(RAISE, [
          { day: 1, effort: 2, ...dose },
          { day: 2, effort: 2, ...dose },
        ]),
        TODAY,
      );
    expect(easy({ reps: 12 })).toMatch(/: 13 repetitions in place of 12\.$/);
    expect(easy({ reps: 15 })).toMatch(/: 4 s of lowering in place of 3 s\.$/);
    expect(explainProposal(proposedAfter(RAISE, [{ day: 1, effort: 5, reps: 20, lowering: 9 }]), TODAY)).toMatch(
      /: back to 15 repetitions in place of 20, 4 s of lowering in place of 9 s\.$/,
    );
    expect(explainProposal(proposedAfter(RAISE, [{ day: 1, effort: 9, reps: 10, lowering: 2 }]), TODAY)).toMatch(
      /: the range ends here, so lift the knees only to hip height\.$/,
    );
  });
});

test("a date of another year carries its year", () => {
  const proposal = proposedAfter(LUNGE, [{ day: 1, effort: 5 }]);
  expect(explainProposal(proposal, TODAY + 60)).toMatch(/^On 3 Nov 2026 the effort/);
  expect(explainProposal(proposal, TODAY + 59)).toMatch(/^On 3 Nov the effort/);
});

describe("a dose", () => {
  test("has seconds, or repetitions, and the lowering only where it changes", () => {
    const held = proposedAfter(LUNGE, [{ day: 1, effort: 9 }]);
    expect(held.to && describeDose(held.to, held)).toBe("40 s");
    const repeated = proposedAfter(RAISE, [{ day: 1, effort: 9, reps: 12 }]);
    expect(repeated.to && describeDose(repeated.to, repeated)).toBe("11 reps");
    const slower = proposedAfter(RAISE, [{ day: 1, effort: 9, reps: 12, lowering: 4 }]);
    expect(slower.to && describeDose(slower.to, slower)).toBe("12 reps, lowering 3 s");
  });

  test("of one repetition is one rep", () => {
    const once = proposedAfter(RAISE, [{ day: 1, effort: 5 }]);
    expect(describeDose({ hold: null, reps: 1, eccentric: null }, once)).toBe("1 rep");
  });
});

test.each<[string, readonly Told[], string]>([
  ["that changes", [{ day: 1, effort: 9 }], "On 3 Nov the effort was 9, and 8 or more is too hard."],
  [
    "at the end of its range",
    [{ day: 1, effort: 9, hold: 30 }],
    "On 3 Nov the effort was 9, and 8 or more is too hard; the range ends here.",
  ],
  ["out of its range", [{ day: 1, effort: 5, hold: 90 }], "On 3 Nov the effort of 5 was right; back into the range."],
  ["that stays", [{ day: 1, effort: 5 }], "On 3 Nov the effort of 5 was right."],
])("beside both doses a dose %s needs no more than its reason", (_, story, text) => {
  expect(explainBesideDoses(proposedAfter(LUNGE, story), TODAY)).toBe(text);
});
