/** Big letters: as large as fits, one size for all words of a set. */
import { expect, test } from "vitest";
import { bigTextColumns, fitScale, renderBigText, wrapBigText } from "../../../src/ui/pictures/big-letters.ts";

test("a word with its symbol before or after it", () => {
  expect(renderBigText("LEFT", 1, { symbol: "left" })).toEqual([
    " ▄█  █    █▀▀▀ █▀▀▀ ▀▀█▀▀",
    "▀██  █    █▀▀  █▀▀    █  ",
    "  ▀  ▀▀▀▀ ▀▀▀▀ ▀      ▀  ",
  ]);
  const after = renderBigText("RIGHT", 1, { symbol: "right", symbolAfter: true });
  expect(after?.[0]).toBe("█▀▀▄ █ ▄▀▀▀ █  █ ▀▀█▀▀  █▄ ");
  expect(after?.[0]).toHaveLength(bigTextColumns("RIGHT", 1, { symbol: "right" }));
});

test("what has no big form has none", () => {
  expect(renderBigText("ÄH", 1)).toBe(null);
  expect(renderBigText("", 1)).toBe(null);
  expect(bigTextColumns("拉伸", 1)).toBe(0);
  expect(fitScale([{ text: "LIFT" }, { text: "拉伸" }], 20, 200)).toBe(0);
});

test("the longest word decides the size of all", () => {
  const words = [{ text: "LIFT" }, { text: "CONTRACT" }];
  expect(fitScale(words, 20, 100)).toBe(2);
  expect(fitScale(words, 3, 100)).toBe(1);
  expect(fitScale(words, 20, 40)).toBe(0);
  expect(fitScale([{ text: "LIFT", symbol: "up" }], 20, 27)).toBe(1);
  expect(fitScale([{ text: "LIFT", symbol: "up" }], 20, 25)).toBe(0);
});

test("several words go on in a second line, where there is one", () => {
  expect(wrapBigText("SET 3/3", 7, 20)).toHaveLength(7);
  expect(wrapBigText("SET 3/3", 7, 40)).toHaveLength(3);
  expect(wrapBigText("SET 3/3", 6, 20)).toBe(null);
  expect(wrapBigText("", 6, 20)).toBe(null);
});
