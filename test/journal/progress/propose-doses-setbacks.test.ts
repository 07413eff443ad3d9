/** What skipped sets, pain, tightness and time away change about a proposal. */
import { describe, expect, test } from "vitest";
import { DAY_MS } from "../../../src/calendar.ts";
import { buildExerciseHistories } from "../../../src/journal/progress/exercise-history.ts";
import { explainProposal } from "../../../src/journal/progress/explain-proposal.ts";
import { proposeNextDoses } from "../../../src/journal/progress/propose-doses.ts";
import { MORNING_MS } from "../../support/example-sessions.ts";
import { LUNGE, proposedAfter, RAISE, sessionOn, TODAY, type Told } from "../../support/training-stories.ts";

describe("a set that was skipped is not taken for too hard", () => {
  const skipped = (skipReason: Told["skipReason"], effort = 3) =>
    proposedAfter(LUNGE, [
      { day: 1, effort: 3 },
      { day: 2, effort, completed: 3, ...(skipReason ? { skipReason } : {}) },
    ]);

  test.each([
    ["too-hard", "down", "skipped-hard"],
    ["pain", "down", "skipped-pain"],
    ["no-time", "same", "skipped"],
    [null, "same", "skipped"],
  ] as const)("skipped (%s): %s", (skipReason, change, reason) => {
    expect(skipped(skipReason)).toMatchObject({ change, reason });
  });

  test("but the effort of the others still counts", () => {
    expect(skipped("no-time", 9)).toMatchObject({ change: "down", reason: "hard" });
  });

  test("and the reason for a skipped set says nothing about an exercise that was done whole", () => {
    const story: Told[] = [
      { day: 1, effort: 3 },
      { day: 2, effort: 3, skipReason: "too-hard" },
    ];
    expect(proposedAfter(LUNGE, story)).toMatchObject({ change: "up" });
  });

  test("and who ended one early on top is told of that", () => {
    const story: Told[] = [{ day: 1, effort: 3, completed: 3, early: 1, skipReason: "no-time" }];
    expect(proposedAfter(LUNGE, story)).toMatchObject({ change: "down", reason: "cut-short" });
  });
});

describe("pain after a session", () => {
  const painAfter = (...pains: readonly (number | null)[]) =>
    proposedAfter(
      LUNGE,
      pains.map((pain, index) => ({ day: index + 1, effort: 3, pain })),
    );

  test.each([
    [0, "up", "easy-twice"],
    [2, "up", "easy-twice"],
    [3, "same", "pain-acceptable"],
    [5, "same", "pain-acceptable"],
    [6, "down", "pain-too-much"],
    [10, "down", "pain-too-much"],
  ])("of %i: %s", (pain, change, reason) => {
    // Rises by two at most, so that only its height decides.
    expect(painAfter(Math.min(2, pain), pain > 2 ? pain - 2 : 0, pain)).toMatchObject({ change, reason });
  });

  test.each([
    [[4, 4], "pain-acceptable"],
    [[4, 4, 4], "pain-lasts"],
    [[4, null, 5, 4], "pain-lasts"],
    [[4, 4, 3, 4], "pain-acceptable"],
    [[3, 3, 3, 3], "pain-acceptable"],
    [[4, 4, 4, 4], "pain-lasts"],
  ] as const)("above 3 three times in a row (%j): %s", (pains, reason) => {
    expect(painAfter(...pains)).toMatchObject({ change: "same", reason });
  });

  test.each([
    [[0, 3], "pain-rose"],
    [[0, null, 3], "pain-rose"],
    [[1, 3], "pain-acceptable"],
    [[2, 5], "pain-rose"],
    [[2, 6], "pain-too-much"],
    [[5, 2, 2], "easy-twice"],
  ] as const)("that rises by 3 (%j): %s", (pains, reason) => {
    expect(painAfter(...pains).reason).toBe(reason);
  });

  test("counts also where the exercise was done in another routine since", () => {
    const here = [1, 2].map((day) => sessionOn(LUNGE, { day, effort: 2, pain: 0 }));
    const elsewhere = { ...sessionOn(LUNGE, { day: 3, effort: 2, pain: 7 }), routine: "desk-break" };
    const histories = buildExerciseHistories([...here, elsewhere], "morning");
    const options = { nowMs: MORNING_MS + 4 * DAY_MS };
    expect(proposeNextDoses(histories, [{ exercise: LUNGE, block: null }], options)[0]).toMatchObject({
      change: "down",
      reason: "pain-too-much",
    });
  });

  test("gives way only to a long break, and comes before everything else", () => {
    const story: Told[] = [{ day: 1, effort: 9, pain: 7, early: 2 }];
    expect(proposedAfter(LUNGE, story).reason).toBe("pain-too-much");
    expect(proposedAfter(LUNGE, story, { daysLater: 20 }).reason).toBe("away");
  });

  test("of 3 to 5 does not keep a step down away", () => {
    expect(proposedAfter(LUNGE, [{ day: 1, effort: 9, pain: 4 }])).toMatchObject({ change: "down", reason: "hard" });
    expect(proposedAfter(LUNGE, [{ day: 1, effort: 3, pain: 4, early: 1 }])).toMatchObject({ reason: "cut-short" });
  });

  test("an easy session that hurt is not the first of two easy ones", () => {
    expect(painAfter(3, 1)).toMatchObject({ change: "same", reason: "easy-once" });
  });
});

describe("a step down", () => {
  test("sets that were cut short: a step down, even when the rest was easy", () => {
    const proposal = proposedAfter(LUNGE, [
      { day: 1, effort: 3 },
      { day: 2, effort: 3, early: 1 },
    ]);
    expect(proposal).toMatchObject({ change: "down", reason: "cut-short", to: { hold: 40 } });
    expect(explainProposal(proposal, TODAY)).toContain("3 of 4 sets");
  });

  test("tighter by three than the time before: a step down; by two, none", () => {
    const story = (tightness: number): Told[] => [
      { day: 1, effort: 3, tightness: 2 },
      { day: 2, effort: 3, tightness },
    ];
    expect(proposedAfter(LUNGE, story(5))).toMatchObject({ change: "down", reason: "tighter" });
    expect(proposedAfter(LUNGE, story(4))).toMatchObject({ change: "up" });
  });

  test("more than two weeks away: two steps down, and not below the range", () => {
    const story: Told[] = [
      { day: 1, effort: 3, hold: 50 },
      { day: 2, effort: 3, hold: 50 },
    ];
    expect(proposedAfter(LUNGE, story, { daysLater: 14 }).change).toBe("up");
    expect(proposedAfter(LUNGE, story, { daysLater: 15 })).toMatchObject({
      change: "down",
      reason: "away",
      to: { hold: 40 },
    });
    expect(proposedAfter(LUNGE, [{ day: 1, hold: 35 }], { daysLater: 30 })).toMatchObject({ to: { hold: 30 } });
    expect(proposedAfter(LUNGE, [{ day: 1, hold: 30 }], { daysLater: 30 })).toMatchObject({
      change: "easier",
      to: { hold: 30 },
    });
  });

  test("what was turned up last is turned down first", () => {
    const hard = (dose: Partial<Told>) => proposedAfter(RAISE, [{ day: 1, effort: 9, ...dose }]).to;
    expect(hard({ reps: 15, lowering: 4 })).toMatchObject({ reps: 15, eccentric: 3 });
    expect(hard({ reps: 15, lowering: 3 })).toMatchObject({ reps: 14, eccentric: 3 });
    expect(hard({ reps: 10, lowering: 3 })).toMatchObject({ reps: 10, eccentric: 2 });
    expect(proposedAfter(RAISE, [{ day: 1, effort: 9, reps: 10, lowering: 2 }])).toMatchObject({
      change: "easier",
      advice: "Lift the knees only to hip height.",
    });
  });

  test("who was away since a session elsewhere is told of that one, not of the last in this routine", () => {
    const here = sessionOn(LUNGE, { day: 2, effort: 6, hold: 50 });
    const elsewhere = { ...sessionOn(LUNGE, { day: 40, effort: 2, hold: 30 }), routine: "desk-break" };
    const options = { nowMs: MORNING_MS + 60 * DAY_MS };
    const [proposal] = proposeNextDoses(
      buildExerciseHistories([here, elsewhere], "morning"),
      [{ exercise: LUNGE, block: null }],
      options,
    );
    expect(proposal).toMatchObject({ reason: "away", from: { hold: 50 }, to: { hold: 40 } });
    expect(explainProposal(proposal!, TODAY)).toMatch(
      /^The last time was 12 Dec, more than 14 days ago \(session day40\): /,
    );
  });
});
