/** What is said below the figures: all of it can be read in time, and what is said now is seen on every screen. */
import { describe, expect, test } from "vitest";
import { normaliseExercise } from "../../../src/catalog/normalise.ts";
import { NO_FLASH } from "../../../src/flash/flashes.ts";
import { compilePlan } from "../../../src/plan/compile.ts";
import { buildFrame } from "../../../src/player/frame.ts";
import type { Frame } from "../../../src/player/types.ts";
import { headlineOf } from "../../../src/ui/layout/headline.ts";
import type { Footer } from "../../../src/ui/layout/line.ts";
import { plainText } from "../../../src/ui/layout/line.ts";
import { renderLiveScreen } from "../../../src/ui/layout/live-screen.ts";
import { shippedExercises } from "../../data/read-data.ts";
import { routine } from "../../support/content.ts";
import { at, play } from "../../support/playing.ts";
import { HOLD, OPEN, PAUSED, REST } from "../support/frames.ts";

const KEYS: Footer = { text: "space pause   ? keys   q quit", tone: "dim" };
const SOUND_OFF: Footer = { text: "Sound off", tone: "work" };

const linesOf = (frame: Frame, columns: number, rows: number, footer = KEYS, caption = "") =>
  renderLiveScreen(frame, { columns, rows }, footer, null, { ...NO_FLASH, caption }).map((line) =>
    plainText(line).trim(),
  );
/** The screen as one text, however it is wrapped. */
const textOf = (...args: Parameters<typeof linesOf>) => linesOf(...args).join(" ");

const EXERCISES = shippedExercises();
const turns = Array.from({ length: 40 }, (_, line) => line);

describe("while there is time to read", () => {
  test.each(EXERCISES)("a rest tells the position and every step of $id, none of them cut, in 80×24", (exercise) => {
    const texts = [exercise.position, ...exercise.steps];
    const sideMeaning = exercise.sides.mode === "both" ? "" : exercise.sides.left;
    const frame: Frame = { ...REST, instructions: texts, sideMeaning };
    const screens = turns.map((linesRead) => textOf({ ...frame, linesRead }, 80, 24));
    for (const text of texts)
      expect(
        screens.some((screen) => screen.includes(text)),
        text,
      ).toBe(true);
    expect(screens.join("")).not.toContain("…");
    for (const screen of screens) expect(screen).toContain(sideMeaning);
  });

  test.each(EXERCISES)("where one line is left, a rest tells all of $id line by line", (exercise) => {
    const frame: Frame = { ...REST, instructions: [exercise.position, ...exercise.steps], sideMeaning: "" };
    const told = turns.map((linesRead) => linesOf({ ...frame, linesRead }, 40, 12)[8]);
    expect(told.join(" ")).toContain(frame.instructions.join(" "));
  });

  test.each(["kneeling-lunge", "psoas-march"])("a session of %s has shown every step when its last rest ends", (id) => {
    const exercise = normaliseExercise(EXERCISES.find((one) => one.id === id)!, "shipped");
    const made = routine(exercise);
    const plan = compilePlan(made.routine, made.exercises);
    const seconds = Array.from({ length: plan.totalMs / 1000 }, (_, second) => second);
    const screens = seconds.map((second) =>
      textOf(buildFrame(plan, play(plan, [at(0, "start"), at(second, "tick")]).state), 80, 24),
    );
    for (const text of [exercise.position, ...exercise.steps]) {
      expect(
        screens.some((screen) => screen.includes(text)),
        text,
      ).toBe(true);
    }
  });

  test("a page stays as long as it takes to read its lines", () => {
    const frame: Frame = { ...REST, instructions: ["One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven."] };
    const firstOf = (linesRead: number, rows: number) =>
      linesOf({ ...frame, linesRead }, 80, rows).find((line) => line.endsWith("."));
    expect(turns.slice(0, 4).map((line) => firstOf(line, 12))).toEqual(["One.", "Two.", "Three.", "Four."]);
    expect(turns.slice(0, 8).map((line) => firstOf(line, 24))).toEqual([
      ...["One.", "One.", "One.", "Four.", "Four.", "Four.", "Seven.", "Seven."],
    ]);
  });
});

describe("in a pause", () => {
  const how = ["Kneel on your right knee.", "A text of many words ".repeat(8).trim(), "Lean forward."];
  const paused: Frame = { ...PAUSED, instructions: how };

  test("position and steps are shown as far as they fit whole, and what does not is left out", () => {
    const shown = textOf(paused, 80, 24);
    expect(shown).toContain("Space goes on. Kneel on your right knee. Lean forward.");
    expect(shown).not.toContain("many words");
    expect(textOf(paused, 200, 60)).toContain(how.join(" "));
  });

  test("how to go on stands first where there is one line", () => {
    expect(textOf(paused, 40, 12)).toContain("Space goes on.");
    expect(textOf(paused, 40, 12)).not.toContain("Kneel on");
  });
});

describe("what is said now", () => {
  const SIZES = [5, 6, 7, 8, 9, 10, 11, 12, 13].flatMap((rows) =>
    [20, 30, 40, 80].map((columns) => [columns, rows] as const),
  );

  test.each(SIZES)("is seen in %i×%i beside phase and side, though keys have no line there", (columns, rows) => {
    for (const frame of [HOLD, OPEN, PAUSED, REST]) {
      const lines = linesOf(frame, columns, rows, SOUND_OFF);
      expect(lines.at(-1)).toBe("Sound off");
      expect(lines.join(" ")).toContain(frame.sideWord);
      expect(lines.join(" ")).toContain(headlineOf(frame).word);
    }
    expect(textOf(HOLD, columns, rows, KEYS, "Ten seconds.")).toContain("Ten seconds.");
  });

  test.each(SIZES)("is how a step that waits ends, in %i×%i, and how a pause does", (columns, rows) => {
    expect(textOf(OPEN, columns, rows)).toMatch(/Enter when done/);
    // On the smallest the figures of a pause that was asked for are worth more.
    if (rows >= 7) expect(textOf(PAUSED, columns, rows)).toContain("Space goes on.");
    expect(textOf({ ...PAUSED, pauseReason: "gap" }, columns, rows)).toMatch(/slept.*space goes on/i);
  });

  test("is no longer there when it has been said", () => {
    for (const [columns, rows] of SIZES) {
      expect(textOf(HOLD, columns, rows)).not.toMatch(/Sound off|space pause/);
    }
  });
});
