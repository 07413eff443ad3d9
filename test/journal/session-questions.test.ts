import { describe, expect, test } from "vitest";
import { answerWithKey, hasAnswers, startQuestions } from "../../src/journal/session-questions.ts";

const pressed = (sided: boolean, ...keys: string[]) => keys.reduce(answerWithKey, startQuestions(sided));

describe("the questions after the last set", () => {
  test("one key each: effort, tightness, and the side when sides were worked", () => {
    const asking = pressed(true, "4", "6", "l");
    expect(asking.answers).toEqual({ effort: 4, tightness: 6, tightnessSide: "left" });
    expect(asking.question).toBeNull();
  });

  test("where no side was worked, or nothing is tight, no side is asked", () => {
    expect(pressed(false, "4", "6").question).toBeNull();
    expect(pressed(true, "4", "0").question).toBeNull();
    expect(pressed(true, "4", "enter").question).toBeNull();
    expect(pressed(true, "4", "1").question?.field).toBe("tightnessSide");
  });

  test("ten has a key of its own", () => {
    expect(pressed(false, "x", "X").answers).toMatchObject({ effort: 10, tightness: 10 });
  });

  test.each(["enter", "escape", "space"])("%s passes over a question, and nothing is kept of it", (key) => {
    const asking = pressed(true, key, key);
    expect(asking.question).toBeNull();
    expect(hasAnswers(asking.answers)).toBe(false);
  });

  test("a stray key answers nothing", () => {
    expect(pressed(true, "q", "ü", "up", "-").question?.field).toBe("effort");
    expect(pressed(true, "4", "l").question?.field).toBe("tightness");
  });

  test("the way back takes the last answer away", () => {
    expect(pressed(true, "9", "left")).toMatchObject({ question: { field: "effort" }, answers: { effort: null } });
    expect(pressed(true, "9", "5", "backspace", "3", "r").answers).toEqual({
      effort: 9,
      tightness: 3,
      tightnessSide: "right",
    });
    expect(pressed(true, "left").question?.field).toBe("effort");
  });
});
