/** Texts that try to break a screen, and sizes to try them in. */
import * as fc from "fast-check";
import { anyText } from "../../support/any-text.ts";

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
    anyText({ maxLength: 30 }),
    fc.constant(""),
  );

export const anySize = () =>
  fc.record({ columns: fc.integer({ min: 1, max: 200 }), rows: fc.integer({ min: 1, max: 60 }) });
