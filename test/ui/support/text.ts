/** Screens as text, for tests that a person can read, and texts that try to break them. */
import * as fc from "fast-check";
import { expect } from "vitest";
import { type Line, lineWidth, plainText } from "../../../src/ui/layout/line.ts";
import type { TerminalSize } from "../../../src/ui/layout/slots.ts";

/** A screen as it is read: no trailing spaces, each line after a bar that shows where it begins. */
export function screenText(lines: readonly Line[]): string {
  return lines.map((line) => `|${plainText(line)}`.trimEnd()).join("\n");
}

/** Pieces of which nasty texts are made: wide, combined, joined, turned round, controlling, endless. */
const NASTY = [
  "拉伸",
  "ストレッチ",
  "스트레칭",
  "e\u0301",
  "\u0301",
  "👩‍👩‍👧‍👦",
  "🏋🏽‍♀️",
  "🇩🇪",
  "❤️",
  "1️⃣",
  "\u200b",
  "\u202eabc",
  "\u200d",
  "\x1b[31m",
  "\x07",
  "\n",
  "\r",
  "\t",
  "ﷺ",
  "क्षि",
  "ก็",
  "Á̧̈",
  "ｱﾞ",
  "\ud800",
  " ",
  "word",
  "Pneumonoultramicroscopic",
  "·",
  "█",
] as const;

export const nastyText = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.array(fc.constantFrom(...NASTY), { maxLength: 12 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constant(""),
  );

export const anySize = () =>
  fc.record({ columns: fc.integer({ min: 1, max: 200 }), rows: fc.integer({ min: 1, max: 60 }) });

/** What is drawn leaves the last row free and goes over no edge. */
export function fits(size: TerminalSize, lines: readonly Line[]): void {
  expect(lines.length).toBeLessThanOrEqual(Math.max(1, size.rows - 1));
  for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
}
