import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeUnsafeText, isSafeText, quoteText, replaceUnsafeText } from "../../src/text/safe-text.ts";
import { cleanText } from "../../src/ui/fit-text.ts";
import { anyText } from "../support/any-text.ts";

test("what could move a cursor is written as an escape", () => {
  expect(escapeUnsafeText("a\u001b[2Jb\u0007\u009b1m\u202e\n")).toBe("a\\u001b[2Jb\\u0007\\u009b1m\\u202e\\u000a");
});

test("what turns a line round is written as an escape, and is a space on the screen", () => {
  for (const mark of ["\u202a", "\u202e", "\u2066", "\u2069"]) {
    expect(escapeUnsafeText(`a${mark}b`)).toBe(`a\\u${mark.charCodeAt(0).toString(16)}b`);
    expect(cleanText(`a${mark}b`)).toBe("a b");
  }
});

test("marks of direction that belong into a text stay in it, and turn nothing on the screen", () => {
  for (const mark of ["\u061c", "\u200e", "\u200f"]) {
    expect(isSafeText(`a${mark}b`)).toBe(true);
    expect(cleanText(`a${mark}b`)).toBe("a b");
  }
});

test("letters, marks and emoji of every script stay as they are", () => {
  const text = "Dehnung für die Wade – 股関節 🧘🏽‍♀️";
  expect(escapeUnsafeText(text)).toBe(text);
  expect(isSafeText(text)).toBe(true);
});

test("a long text is cut between characters", () => {
  expect(quoteText("🧘".repeat(50), 3)).toBe('"🧘🧘🧘…"');
});

test("what the screen is given has nothing unsafe left in it", () => {
  fc.assert(fc.property(anyText(), (text) => isSafeText(replaceUnsafeText(text))));
});

test("nothing that is made safe is unsafe", () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(isSafeText(escapeUnsafeText(text))).toBe(true);
      expect(isSafeText(quoteText(text, 10))).toBe(true);
    }),
  );
});

test("what is safe already is not changed", () => {
  // Letters of any script: of texts made of any characters hardly one is safe.
  const letter = fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }).filter(isSafeText);
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1 }), (letters) => {
      const text = letters.join("");
      expect(isSafeText(text)).toBe(true);
      expect(escapeUnsafeText(text)).toBe(text);
    }),
  );
});
