/** Questions of one key: every key is seen, with as many of the words as there is room for. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { EFFORT_LABELS } from "../../../src/journal/session-questions.ts";
import { renderBigText } from "../../../src/ui/pictures/big-letters.ts";
import { type QuestionPrompt, QuestionsScreen } from "../../../src/ui/screens/QuestionsScreen.tsx";
import { expectToFit, renderText } from "../support/render.tsx";
import { anySize, nastyText } from "../support/text.ts";

const EFFORT: QuestionPrompt = {
  text: "How hard was it?",
  choices: EFFORT_LABELS.map((label, value) => ({
    key: value === 10 ? "x" : String(value),
    value: String(value),
    label,
  })),
};

const ask = (question: QuestionPrompt) => (
  <QuestionsScreen
    questions={{ initialState: 0, currentQuestion: () => question, handleKey: (state) => state }}
    onAnswered={() => {}}
  />
);

test("where the choices have room below each other they are a list", () => {
  expect(renderText(ask(EFFORT), 40, 16)).toMatch(
    /\n\| +4 {2}somewhat hard\n\| +5 {2}hard\n(.|\n)*\n\| +x {2}10 as hard as it can be\n/,
  );
});

test("in a large terminal question and answers are in big letters, which can be read from the floor", () => {
  const has = (text: string, columns: number, rows: number) => {
    const screen = renderText(ask(EFFORT), columns, rows);
    return renderBigText(text, 1)?.every((row) => screen.includes(row.trimEnd()));
  };
  for (const text of ["HOW HARD WAS IT?", "0 NOTHING AT ALL"]) {
    expect([has(text, 120, 40), has(text, 80, 24)]).toEqual([true, false]);
  }
  expect(has("X 10 AS HARD AS IT CAN BE", 200, 60)).toBe(true);
  expect(renderText(ask(EFFORT), 120, 40)).toMatch(/▀ +as hard as it can be$|█ +as hard as it can be$/m);
  expect(renderText(ask({ ...EFFORT, text: "Вам было тяжело?" }), 120, 40)).toContain("Вам было тяжело?");
});

test("a question that is longer than a line takes two rather than being cut, and answers keep their words", () => {
  const why = { text: "You skipped sets. Why?", choices: ["too hard", "no time", "pain"] };
  const choices = why.choices.map((label) => ({ key: label.slice(0, 1), value: label.slice(0, 1), label }));
  expect(renderText(ask({ text: why.text, choices }), 20, 5)).toMatchInlineSnapshot(`
    "|You skipped sets.
    |Why?
    |t too hard
    |n no time · p pain"
  `);
});

test("in a low terminal they stand in as many rows as they need", () => {
  expect(renderText(ask(EFFORT), 40, 12)).toMatchInlineSnapshot(`
    "| How hard was it?
    |
    | 0 nothing at all · 1 very easy
    | 2 easy · 3 moderate · 4 somewhat hard
    | 5 hard · 6 · 7 very hard · 8 · 9
    | x = 10 as hard as it can be
    |
    | enter skip · ← previous
    |
    |
    |"
  `);
});

test("where there is no room for all the words, there still is for every key", () => {
  expect(renderText(ask(EFFORT), 40, 6)).toMatchInlineSnapshot(`
    "|How hard was it?
    |0 nothing at all · 1 · 2 · 3 · 4 · 5 · 6
    |7 · 8 · 9 · x = 10 as hard as it can be
    |enter skip · ← previous
    |"
  `);
  expect(renderText(ask(EFFORT), 20, 5)).toMatchInlineSnapshot(`
    "|How hard was it?
    |0  1  2  3  4  5  6
    |7  8  9  x = 10
    |enter skip"
  `);
});

test("no size and no text breaks the screen", () => {
  const choice = fc.record({ key: fc.constantFrom("1", "x"), value: fc.constantFrom("1", "10"), label: nastyText() });
  fc.assert(
    fc.property(anySize(), nastyText(), fc.array(choice, { maxLength: 12 }), (size, text, choices) => {
      const keyed = choices.map((one, index) => ({ ...one, key: String.fromCharCode(97 + index) }));
      expectToFit(ask({ text, choices: keyed }), size);
    }),
    { numRuns: 80 },
  );
});
