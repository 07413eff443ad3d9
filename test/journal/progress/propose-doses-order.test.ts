/** Which exercises move up first where several could. */
import { describe, expect, test } from "vitest";
import { DAY_MS } from "../../../src/calendar.ts";
import { buildExerciseHistories } from "../../../src/journal/progress/exercise-history.ts";
import { explainProposal } from "../../../src/journal/progress/explain-proposal.ts";
import { proposeNextDoses } from "../../../src/journal/progress/propose-doses.ts";
import { MORNING_MS } from "../../support/example-sessions.ts";
import { LUNGE, sessionOn, TODAY } from "../../support/training-stories.ts";

describe("two exercises move up at once, no more", () => {
  const many = ["a", "b", "c", "d"].map((id) => ({ ...LUNGE, id, name: id.toUpperCase() }));
  /** Holds of each exercise in each session, easy all the time. */
  const proposals = (...holds: readonly (readonly number[])[]) => {
    const sessions = holds.map((ofSession, index) => {
      const session = sessionOn(LUNGE, { day: index + 1, effort: 2 });
      const blocks = ofSession.flatMap((hold, at) =>
        sessionOn(LUNGE, { day: 1, hold }).blocks.map((block) => ({ ...block, exercise: many[at]?.id ?? "" })),
      );
      return { ...session, blocks };
    });
    const histories = buildExerciseHistories(sessions, "morning");
    const options = { nowMs: MORNING_MS + (holds.length + 1) * DAY_MS };
    return proposeNextDoses(
      histories,
      many.map((exercise) => ({ exercise, block: null })),
      options,
    );
  };
  const changes = (...holds: readonly (readonly number[])[]) => proposals(...holds).map(({ change }) => change);

  test("those that never moved first, in the order of the routine", () => {
    expect(changes([45, 45, 45, 45], [45, 45, 45, 45])).toEqual(["up", "up", "same", "same"]);
  });

  test("then those that moved the longest time ago", () => {
    expect(changes([45, 45, 45, 45], [50, 45, 45, 45], [50, 50, 45, 45], [50, 50, 45, 45])).toEqual([
      "same",
      "same",
      "up",
      "up",
    ]);
    expect(changes([45, 45, 45, 45], [50, 45, 50, 50], [50, 50, 50, 50], [50, 50, 50, 50])).toEqual([
      "up",
      "same",
      "up",
      "same",
    ]);
  });

  test("who waits does the same again, and is told why", () => {
    const [, , waiting] = proposals([45, 45, 45, 45], [45, 45, 45, 45]);
    expect(waiting).toMatchObject({ change: "same", reason: "waits", from: { hold: 45 }, to: { hold: 45 } });
    expect(explainProposal(waiting!, TODAY)).toBe(
      "Every set was completed at effort 2 on 3 Nov and 4 Nov, but no more than 2 exercises move up at once (sessions day1, day2): the same again.",
    );
  });
});
