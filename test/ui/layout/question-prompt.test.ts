/** The page of a question with its choices: every key is seen, with as many of the words as there is room for. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { EFFORT_LABELS } from "../../../src/journal/session-questions.ts";
import { lineWidth, plainText } from "../../../src/ui/layout/line.ts";
import { renderQuestionPrompt } from "../../../src/ui/layout/question-prompt.ts";
import type { TerminalSize } from "../../../src/ui/layout/slots.ts";
import { anySize, nastyText, screenText } from "../support/text.ts";

const EFFORT = {
  text: "How hard was it?",
  choices: EFFORT_LABELS.map((label, value) => ({
    key: value === 10 ? "x" : String(value),
    value: String(value),
    label,
  })),
};
const show = (columns: number, rows: number) => screenText(renderQuestionPrompt(EFFORT, { columns, rows }));

test("where the choices have room below each other they are a list", () => {
  expect(show(40, 14).split("\n")).toHaveLength(13);
  expect(show(40, 14)).toMatch(
    /\n\| +4 {2}somewhat hard\n\| +5 {2}hard\n(.|\n)*\n\| +x {2}10 {2}as hard as it can be\n/,
  );
});

test("in a low terminal they stand in as many rows as they need", () => {
  expect(show(40, 12)).toMatchInlineSnapshot(`
    "| How hard was it?
    |
    | 0 nothing at all · 1 very easy
    | 2 easy · 3 moderate · 4 somewhat hard
    | 5 hard · 6 · 7 very hard · 8 · 9
    | x = 10 as hard as it can be
    |
    | enter passes over"
  `);
});

test("where there is no room for all the words, there still is for every key", () => {
  expect(show(40, 6)).toMatchInlineSnapshot(`
    "| How hard was it?
    | 0 nothing at all · 1 · 2 · 3 · 4 · 5
    | 6 · 7 · 8 · 9
    | x = 10 as hard as it can be
    | enter passes over"
  `);
  expect(show(20, 5)).toMatchInlineSnapshot(`
    "|How hard was it?
    |0  1  2  3  4  5  6
    |7  8  9  x = 10
    |enter passes over"
  `);
});

test("no size and no text breaks the page", () => {
  const choice = fc.record({ key: fc.constantFrom("1", "x"), value: fc.constantFrom("1", "10"), label: nastyText() });
  fc.assert(
    fc.property(anySize(), nastyText(), fc.array(choice, { maxLength: 12 }), (size: TerminalSize, text, choices) => {
      const lines = renderQuestionPrompt({ text, choices }, size);
      expect(lines.length).toBeLessThanOrEqual(Math.max(1, size.rows - 1));
      for (const line of lines) expect(lineWidth(line), plainText(line)).toBeLessThanOrEqual(size.columns);
    }),
  );
});
