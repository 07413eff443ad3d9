/** What is proposed for the next session: what goes up, how far, and what stays. */
import { describe, expect, test } from "vitest";
import { DAY_MS } from "../../../src/calendar.ts";
import { buildExerciseHistories } from "../../../src/journal/progress/exercise-history.ts";
import {
  buildProposedFlags,
  explainProposal,
  formatProposedFlag,
} from "../../../src/journal/progress/explain-proposal.ts";
import { proposeNextDoses } from "../../../src/journal/progress/propose-doses.ts";
import { MARCH, MORNING_MS, TEST } from "../../support/example-sessions.ts";
import { LUNGE, proposedAfter, RAISE, sessionOn, TODAY, type Told } from "../../support/training-stories.ts";

describe("proposals, told as stories", () => {
  test("two easy sessions in a row: five seconds more of the hold", () => {
    const proposal = proposedAfter(LUNGE, [
      { day: 1, effort: 3 },
      { day: 3, effort: 2 },
    ]);
    expect(proposal).toMatchObject({ change: "up", from: { hold: 45 }, to: { hold: 50 } });
    expect(explainProposal(proposal, TODAY)).toBe(
      "Every set was completed at effort 3 and 2 on 3 Nov and 5 Nov (sessions day1, day3): 50 s in place of 45 s.",
    );
    expect(buildProposedFlags(proposal, LUNGE).map(formatProposedFlag)).toEqual(["--hold lunge=50s"]);
  });

  test("three easy weeks, then a bad day: up by steps, each after two easy sessions, then one step down", () => {
    const story: Told[] = [];
    let hold = 45;
    for (let day = 0; day < 21; day += 3) {
      story.push({ day, effort: 3, hold });
      hold = proposedAfter(LUNGE, story).to?.hold ?? hold;
    }
    expect(story.map((told) => told.hold)).toEqual([45, 45, 50, 50, 55, 55, 60]);
    story.push({ day: 21, effort: 9, hold: 60 });
    const proposal = proposedAfter(LUNGE, story);
    expect(proposal).toMatchObject({ change: "down", reason: "hard", to: { hold: 55 } });
    expect(explainProposal(proposal, TODAY)).toContain("effort was 9");
  });

  test("one easy session is not enough, and after a step up it must be easy twice anew", () => {
    expect(proposedAfter(LUNGE, [{ day: 1, effort: 2 }])).toMatchObject({ change: "same", reason: "easy-once" });
    expect(
      proposedAfter(LUNGE, [
        { day: 1, effort: 2 },
        { day: 2, effort: 2 },
        { day: 3, effort: 2, hold: 50 },
      ]),
    ).toMatchObject({
      change: "same",
      to: { hold: 50 },
    });
    expect(
      proposedAfter(LUNGE, [
        { day: 1, effort: 2 },
        { day: 2, effort: 6 },
        { day: 3, effort: 2 },
      ]).change,
    ).toBe("same");
  });

  test("repetitions first, then a slower lowering, then a harder form: never past the range of the source, nor past 8 s a repetition", () => {
    const easy = (dose: Partial<Told>) =>
      proposedAfter(RAISE, [
        { day: 1, effort: 2, ...dose },
        { day: 2, effort: 2, ...dose },
      ]);
    expect(easy({ reps: 12 })).toMatchObject({ change: "up", to: { reps: 13, eccentric: 3 } });
    expect(easy({ reps: 15 })).toMatchObject({ change: "up", to: { reps: 15, eccentric: 4 } });
    const end = easy({ reps: 15, lowering: 4 });
    expect(end).toMatchObject({ change: "harder", to: { reps: 15, eccentric: 4 }, advice: "Lean forward" });
    expect(explainProposal(end, TODAY)).toMatch(/the range ends here, so lean forward\.$/);
    expect(buildProposedFlags(easy({ reps: 15 }), RAISE).map(formatProposedFlag)).toEqual([
      "--reps raise=15",
      "--tempo raise=4-0-2-2",
    ]);
  });

  test("a stretch at its end is made harder in its own way, not with a band", () => {
    const easy = { effort: 1, hold: 60 };
    expect(
      proposedAfter(LUNGE, [
        { day: 1, ...easy },
        { day: 2, ...easy },
      ]),
    ).toMatchObject({ change: "harder", advice: "Lean forward" });
  });

  test("a source that gives one figure is not left: not upwards, not downwards", () => {
    const march = (effort: number) => {
      const story = [1, 2].map((day) => {
        const session = sessionOn(MARCH, { day, effort });
        const strokes = [3, 1, 3].map((seconds, index) => ({
          phase: ["concentric", "pause-top", "eccentric"][index] ?? "",
          seconds,
        }));
        return {
          ...session,
          blocks: session.blocks.map((block) => ({ ...block, dose: { ...block.dose, reps: 4, strokes } })),
        };
      });
      return proposeNextDoses(buildExerciseHistories(story, "morning"), [{ exercise: MARCH, block: null }], {
        nowMs: MORNING_MS + 3 * DAY_MS,
      })[0];
    };
    expect(march(2)).toMatchObject({ change: "harder", to: { reps: 4, eccentric: 3 }, advice: "Lean forward" });
    expect(march(9)).toMatchObject({
      change: "easier",
      to: { reps: 4, eccentric: 3 },
      advice: "Put a cushion under the hip",
    });
  });

  test("asked to go beyond, a step leaves the range", () => {
    const easy = { effort: 1, hold: 60 };
    expect(
      proposedAfter(
        LUNGE,
        [
          { day: 1, ...easy },
          { day: 2, ...easy },
        ],
        { beyond: true },
      ),
    ).toMatchObject({ change: "up", to: { hold: 65 } });
  });

  test("effort in the middle, or no answer: the same again, and it says why", () => {
    expect(explainProposal(proposedAfter(LUNGE, [{ day: 1, effort: 6 }]), TODAY)).toBe(
      "On 3 Nov the effort of 6 was right (session day1): the same again.",
    );
    expect(explainProposal(proposedAfter(LUNGE, [{ day: 1 }]), TODAY)).toContain("On 3 Nov effort was not recorded");
  });

  test("a dose that a flag once took out of the range comes back into it", () => {
    expect(proposedAfter(LUNGE, [{ day: 1, effort: 6, hold: 90 }])).toMatchObject({
      change: "same",
      from: { hold: 90 },
      to: { hold: 60 },
    });
  });

  test("what was never done, or only in a session that is not over, begins with the dose of the routine", () => {
    expect(proposedAfter(LUNGE, [])).toMatchObject({ change: "new", to: null });
    expect(proposedAfter(LUNGE, [{ day: 1, effort: 2, status: "unfinished" }])).toMatchObject({ change: "new" });
    expect(proposedAfter(LUNGE, [{ day: 1, effort: 2, completed: 0 }])).toMatchObject({ change: "new" });
    expect(buildProposedFlags(proposedAfter(LUNGE, []), LUNGE)).toEqual([]);
  });

  test("what was done in the same routine counts before what was done in another, but no one is away who did it there", () => {
    const elsewhere = { ...sessionOn(LUNGE, { day: 20, effort: 2, hold: 30 }), routine: "desk-break" };
    const here = sessionOn(LUNGE, { day: 2, effort: 6, hold: 50 });
    const content = [{ exercise: LUNGE, block: null }];
    const options = { nowMs: MORNING_MS + 21 * DAY_MS };
    expect(proposeNextDoses(buildExerciseHistories([here, elsewhere], "morning"), content, options)[0]).toMatchObject({
      reason: "fits",
      to: { hold: 50 },
    });
    expect(proposeNextDoses(buildExerciseHistories([elsewhere], "morning"), content, options)[0]).toMatchObject({
      reason: "easy-once",
      to: { hold: 30 },
    });
  });

  test("a test that waits for the person has no dose to step", () => {
    expect(proposeNextDoses(new Map(), [{ exercise: TEST, block: null }], { nowMs: 0 })).toEqual([]);
  });
});
