/** What is said below the digits: all of it can be read in time. */
import { describe, expect, test } from "vitest";
import { normaliseExercise } from "../../../src/catalog/normalise.ts";
import { compilePlan } from "../../../src/plan/compile.ts";
import { buildFrame } from "../../../src/player/frame.ts";
import type { Frame } from "../../../src/player/frame-types.ts";
import { headlineOfNext, instructionsOf, waitPromptOf, widestDigits } from "../../../src/ui/live/text.ts";
import { shippedExercises } from "../../data/read-data.ts";
import { routine } from "../../support/content.ts";
import { at, play } from "../../support/playing.ts";
import { HOLD, MARCH, OPEN, PAUSED, REST } from "../support/frames.ts";

const EXERCISES = shippedExercises();
const turns = Array.from({ length: 60 }, (_, line) => line);
/** The lines in 80×24, where a figure takes the right half. */
const read = (frame: Frame, columns = 36, rows = 3) => instructionsOf(frame, "", columns, rows).lines;

describe("while there is time to read", () => {
  test.each(EXERCISES)("a rest tells the position and every step of $id, none of them cut", (exercise) => {
    const frame: Frame = { ...REST, instructions: [exercise.position, ...exercise.steps], sideMeaning: "" };
    const told = turns.map((linesRead) => read({ ...frame, linesRead }).join(" "));
    const pages = told.filter((page, index) => page !== told[index - 1]);
    expect(pages.join(" ")).toContain(frame.instructions.join(" "));
    expect(told.join("")).not.toContain("…");
  });

  test("a text that is longer than a page is parted between its clauses", () => {
    const frame: Frame = { ...REST, instructions: ["Kneel on the mat, one foot in front, and lean forward slowly."] };
    expect([0, 3].map((linesRead) => read({ ...frame, linesRead }, 20, 2))).toEqual([
      ["Kneel on the mat,", "one foot in front,"],
      ["and lean", "forward slowly."],
    ]);
  });

  test("a session of the march has shown every step when its last rest ends", () => {
    const exercise = normaliseExercise(EXERCISES.find(({ id }) => id === "psoas-march")!, "shipped");
    const made = routine(exercise);
    const plan = compilePlan(made.routine, made.exercises);
    const seconds = Array.from({ length: plan.totalMs / 1000 }, (_, second) => second);
    const told = seconds
      .map((second) => read(buildFrame(plan, play(plan, [at(0, "start"), at(second, "tick")]).state), 76).join(" "))
      .join("\n");
    for (const text of [exercise.position, ...exercise.steps]) expect(told).toContain(text);
  });

  test("a page stays as long as it takes to read its lines", () => {
    const frame: Frame = { ...REST, instructions: ["One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven."] };
    const firstOf = (linesRead: number, rows: number) => read({ ...frame, linesRead }, 40, rows)[0];
    expect(turns.slice(0, 4).map((line) => firstOf(line, 1))).toEqual(["One.", "Two.", "Three.", "Four."]);
    expect(turns.slice(0, 8).map((line) => firstOf(line, 3))).toEqual([
      ...["One.", "One.", "One.", "Four.", "Four.", "Four.", "Seven.", "Seven."],
    ]);
  });

  test("what the side means stays, and takes its turn where there is one line", () => {
    const frame: Frame = { ...REST, sideMeaning: "Left knee up", instructions: ["One.", "Two."] };
    expect(read(frame)).toEqual(["Left knee up", "One.", "Two."]);
    expect(turns.slice(0, 3).map((linesRead) => read({ ...frame, linesRead }, 36, 1)[0])).toEqual([
      "Left knee up",
      "One.",
      "Two.",
    ]);
  });
});

describe("in a set", () => {
  test("there is a cue, then what the side means", () => {
    expect(instructionsOf(MARCH, "", 36, 3)).toEqual({ lines: ["Knee up", "Left knee up"], strongLines: 1 });
  });

  test("what is spoken stands first for as long as it is said", () => {
    expect(instructionsOf(HOLD, "Ten seconds.", 36, 3)).toEqual({
      lines: ["Ten seconds.", "Hips forward, chest up", "Right knee on the floor"],
      strongLines: 1,
    });
  });
});

describe("in a pause", () => {
  test("it is said how to go on, and how the exercise is done as far as there is room", () => {
    const paused: Frame = { ...PAUSED, instructions: ["Kneel down.", "Lean forward."] };
    expect(read(paused)).toEqual(["Press space to resume.", "Kneel down.", "Lean forward."]);
    expect(read(paused, 36, 1)).toEqual(["Press space to resume."]);
  });

  test("it is said why, in the longest form that fits", () => {
    const asleep: Frame = { ...PAUSED, pauseReason: "gap" };
    expect([80, 40, 18].map((columns) => waitPromptOf(asleep, columns))).toEqual([
      "Paused while the computer slept. Press space to resume.",
      "Computer slept. Space resumes.",
      "space resumes",
    ]);
    expect(waitPromptOf(OPEN, 80)).toBe("Press enter when done.");
    expect(waitPromptOf(HOLD, 80)).toBe("");
  });
});

test("what comes next is short, and names no side, which is shown beside it", () => {
  const headline = (next: string, sideWord = "") => headlineOfNext({ ...REST, next, sideWord });
  expect(headline("Set 3 of 3, 20 reps")).toBe("SET 3/3");
  expect(headline("Right side, 45 s", "RIGHT")).toBe("45 S");
  expect(headline("Kneeling lunge, 3 sets of 45 s")).toBe("KNEELING LUNGE");
});

test("the widest digits are those of the whole step, so that none moves from a minute on down", () => {
  const widest = (fillSeconds: number, seconds = 3) =>
    widestDigits({ ...HOLD, seconds, digits: String(seconds), fillSeconds });
  expect([9, 45, 60, 90, 725].map((seconds) => widest(seconds))).toEqual(["0", "00", "0:00", "0:00", "00:00"]);
  expect(widestDigits(MARCH)).toBe("0");
  expect(widestDigits({ ...MARCH, strokes: [{ phase: "hold", word: "HOLD", seconds: 12 }] })).toBe("00");
  expect([83, 700].map((seconds) => widestDigits({ ...OPEN, seconds }))).toEqual(["0:00", "00:00"]);
});
