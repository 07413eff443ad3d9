import fc from "fast-check";
import { expect, test } from "vitest";
import { isSafe, quoted, safeText } from "../../src/text/safe-text.ts";

test("what could move a cursor is written as an escape", () => {
  expect(safeText("a\u001b[2Jb\u0007\u009b1m\u202e\n")).toBe("a\\u001b[2Jb\\u0007\\u009b1m\\u202e\\u000a");
});

test("letters, marks and emoji of every script stay as they are", () => {
  const text = "Dehnung für die Wade – 股関節 🧘🏽‍♀️";
  expect(safeText(text)).toBe(text);
  expect(isSafe(text)).toBe(true);
});

test("a long text is cut between characters", () => {
  expect(quoted("🧘".repeat(50), 3)).toBe('"🧘🧘🧘…"');
});

test("nothing that is made safe is unsafe, and safe text is not changed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(isSafe(safeText(text))).toBe(true);
      if (isSafe(text)) expect(safeText(text)).toBe(text);
      expect(isSafe(quoted(text, 10))).toBe(true);
    }),
  );
});
