import { describe, expect, test } from "vitest";
import { NO_ANSWERS } from "../../src/journal/session-answers.ts";
import { answerWithKey, hasAnswers, startQuestions } from "../../src/journal/session-questions.ts";

const SIDED = { sided: true, hasSkippedSets: false };
const UNSIDED = { sided: false, hasSkippedSets: false };
const SKIPPED = { sided: true, hasSkippedSets: true };

const pressed = (session: typeof SIDED, ...keys: string[]) => keys.reduce(answerWithKey, startQuestions(session));

describe("the questions after the last set", () => {
  test("one key each: effort, pain, tightness, and the side when sides were worked", () => {
    const asking = pressed(SIDED, "4", "2", "6", "l");
    expect(asking.answers).toEqual({ effort: 4, pain: 2, tightness: 6, tightnessSide: "left", skipReason: null });
    expect(asking.question).toBeNull();
  });

  test("where no side was worked, or nothing is tight, no side is asked", () => {
    expect(pressed(UNSIDED, "4", "0", "6").question).toBeNull();
    expect(pressed(SIDED, "4", "0", "0").question).toBeNull();
    expect(pressed(SIDED, "4", "0", "enter").question).toBeNull();
    expect(pressed(SIDED, "4", "9", "1").question?.field).toBe("tightnessSide");
  });

  test.each([
    ["h", "too-hard"],
    ["t", "no-time"],
    ["P", "pain"],
    ["enter", null],
  ])("sets that were skipped are asked about, and only they: %s is %s", (key, skipReason) => {
    expect(pressed(SKIPPED, "4").question?.field).toBe("skipReason");
    expect(pressed(SKIPPED, "4", key)).toMatchObject({ answers: { skipReason }, question: { field: "pain" } });
    expect(pressed(SIDED, "4").question?.field).toBe("pain");
  });

  test("ten has a key of its own", () => {
    expect(pressed(UNSIDED, "x", "X", "x").answers).toMatchObject({ effort: 10, pain: 10, tightness: 10 });
  });

  test.each(["enter", "escape"])("%s passes over a question, and nothing is kept of it", (key) => {
    const asking = pressed(SKIPPED, key, key, key, key);
    expect(asking.question).toBeNull();
    expect(hasAnswers(asking.answers)).toBe(false);
  });

  test("Space, which pauses a session, passes over none", () => {
    expect(pressed(SKIPPED, "space")).toEqual(pressed(SKIPPED));
  });

  test("any one answer is worth keeping", () => {
    expect(hasAnswers(NO_ANSWERS)).toBe(false);
    for (const answer of [{ effort: 0 }, { pain: 0 }, { tightness: 0 }, { skipReason: "pain" as const }]) {
      expect(hasAnswers({ ...NO_ANSWERS, ...answer })).toBe(true);
    }
  });

  test("a stray key answers nothing", () => {
    expect(pressed(SIDED, "q", "ü", "up", "-").question?.field).toBe("effort");
    expect(pressed(SIDED, "4", "l").question?.field).toBe("pain");
  });

  test("the way back takes the last answer away, one question after the other", () => {
    expect(pressed(SIDED, "9", "left")).toMatchObject({ question: { field: "effort" }, answers: { effort: null } });
    expect(pressed(SIDED, "9", "1", "5", "backspace", "3", "r").answers).toMatchObject({
      effort: 9,
      pain: 1,
      tightness: 3,
      tightnessSide: "right",
    });
    expect(pressed(SKIPPED, "9", "h", "1", "left", "left", "left")).toMatchObject({
      question: { field: "effort" },
      answers: NO_ANSWERS,
    });
    expect(pressed(SIDED, "left").question?.field).toBe("effort");
    const done = pressed(UNSIDED, "1", "2", "3");
    expect(answerWithKey(done, "left")).toBe(done);
  });
});
