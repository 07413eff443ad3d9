/** Text from files, made fit for a line of the screen. */
import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { cleanText, SINGLE_WIDTH_TEXT, textWidth, truncate, wrapClauses, wrapText } from "../../src/ui/fit-text.ts";
import { nastyText } from "./support/text.ts";

describe("a name that is too long", () => {
  test("ends in an ellipsis", () => {
    expect(truncate("Kneeling hip flexor stretch", 12)).toBe("Kneeling hi…");
    expect(truncate("Kneeling lunge", 9)).toBe("Kneeling…");
    expect(truncate("Lunge", 5)).toBe("Lunge");
    expect(truncate("Lunge", 0)).toBe("");
  });

  test("is cut between characters as people see them", () => {
    expect(truncate("拉伸拉伸", 6)).toBe("拉伸…");
    expect(truncate("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3)).toBe("👩‍👩‍👧‍👦…");
    expect(truncate("e\u0301e\u0301e\u0301", 2)).toBe("e\u0301…");
  });

  test("never takes more than its room, and less only when it must", () => {
    const seen = { whole: 0, cut: 0 };
    fc.assert(
      fc.property(nastyText(), fc.integer({ min: 0, max: 40 }), (text, columns) => {
        expect(textWidth(truncate(text, columns))).toBeLessThanOrEqual(columns);
        const hasRoom = textWidth(cleanText(text)) <= columns;
        seen[hasRoom ? "whole" : "cut"] += 1;
        expect(truncate(text, columns) === cleanText(text)).toBe(hasRoom);
      }),
    );
    expect(Math.min(seen.whole, seen.cut)).toBeGreaterThan(0);
  });
});

test("nothing that could move the cursor or turn a line round is left", () => {
  expect(cleanText("a\x1b[2Jb\u202ec\nd")).toBe("a [2Jb c d");
  expect(cleanText("\u0301x")).toBe("x");
});

test("a text is wrapped between words, and a word that is too long inside", () => {
  expect(wrapText("Brace your belly and balance", 12)).toEqual(["Brace your", "belly and", "balance"]);
  expect(wrapText("Pneumonoultramicroscopic", 10)).toEqual(["Pneumonoul", "tramicrosc", "opic"]);
  fc.assert(
    fc.property(nastyText(), fc.integer({ min: 1, max: 40 }), (text, columns) => {
      for (const line of wrapText(text, columns)) expect(textWidth(line)).toBeLessThanOrEqual(columns);
    }),
  );
});

test("what counts as narrow is one column wide", () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const narrow = characters.filter((character) => SINGLE_WIDTH_TEXT.test(character));
  expect(narrow).toEqual(expect.arrayContaining(["a", "é", "█"]));
  expect(narrow.filter((character) => stringWidth(character) !== 1)).toEqual([]);
});

test("a text without room for all of it ends after a clause; only a clause that is too long is cut", () => {
  const text = "Press the knee into your hand, without moving; breathe on.";
  expect(wrapClauses(text, 60, 1)).toEqual([text]);
  expect(wrapClauses(text, 50, 1)).toEqual(["Press the knee into your hand, without moving."]);
  expect(wrapClauses(text, 20, 2)).toEqual(["Press the knee", "into your hand."]);
  expect(wrapClauses("Brace your belly and balance", 12, 2)).toEqual(["Brace your", "belly and…"]);
  expect(wrapClauses("Hold 2.5 s: then rest", 12, 1)).toEqual(["Hold 2.5 s."]);
  expect(wrapClauses("For the hips. Needed: a resistance band", 24, 1)).toEqual(["For the hips."]);
  expect(wrapClauses(text, 20, 0)).toEqual([]);
});
