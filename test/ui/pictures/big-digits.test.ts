/** Big digits: told apart at every height, of one width, and as large as fits. */
import { describe, expect, test } from "vitest";
import {
  type DigitShape,
  digitsWidth,
  fitDigitShape,
  renderBigDigits,
  renderLineDigits,
} from "../../../src/ui/pictures/big-digits.ts";

/** The narrowest shape of a height. */
function shapeOf(rows: number): DigitShape {
  for (let columns = 1; ; columns++) {
    const shape = fitDigitShape("0", rows, columns);
    if (shape?.rows === rows) return shape;
  }
}

test("the digits at their smallest", () => {
  expect(renderBigDigits("0123456789", shapeOf(3)).map((line) => line.trimEnd())).toEqual([
    "█▀█ ▀█  ▀▀█ ▀▀█ █ █ █▀▀ █▀▀ ▀▀█ █▀█ █▀█",
    "█ █  █  █▀▀ ▀▀█ ▀▀█ ▀▀█ █▀█   █ █▀█ ▀▀█",
    "▀▀▀ ▀▀▀ ▀▀▀ ▀▀▀   ▀ ▀▀▀ ▀▀▀   ▀ ▀▀▀ ▀▀▀",
  ]);
});

test("a minute and a half, seven lines high", () => {
  expect(`\n${renderBigDigits("1:30", shapeOf(7)).join("\n")}`).toMatchInlineSnapshot(`
    "
     ▄▄██          █████████  █████████
     ▀▀██      ▄▄         ██  ██     ██
       ██      ▀▀         ██  ██     ██
       ██          █████████  ██     ██
       ██      ▄▄         ██  ██     ██
       ██      ▀▀         ██  ██     ██
    █████████      █████████  █████████"
  `);
});

describe.each(Array.from({ length: 38 }, (_, index) => index + 3))("%i lines high", (rows) => {
  test("all digits differ, and keep their place when another takes it", () => {
    const shape = shapeOf(rows);
    const drawn = Array.from("0123456789", (digit) => renderBigDigits(digit, shape));
    expect(new Set(drawn.map((lines) => lines.join("\n"))).size).toBe(10);
    for (const lines of drawn) {
      expect(lines).toHaveLength(rows);
      for (const line of lines) expect(line).toHaveLength(digitsWidth("0", shape));
    }
  });
});

test("the tallest digits that fit are taken, as wide as reads well, and none where not even the smallest do", () => {
  const tall = fitDigitShape("1:30", 30, 60);
  expect(tall && digitsWidth("1:30", tall)).toBeLessThanOrEqual(60);
  expect(fitDigitShape("1:30", (tall?.rows ?? 0) + 1, 60)?.rows).toBe(tall?.rows);
  expect(fitDigitShape("7", 10, 60)?.width).toBe(15);
  expect(fitDigitShape("1:30", 30, 5)).toBe(null);
});

test("digits of lines can all be told apart, and are no wider than the lowest of blocks", () => {
  const lowest = fitDigitShape("0", 3, 4);
  expect(renderLineDigits("12:58").join("\n")).toBe(
    ["     _     _   _ ", "  |  _| . |_  |_|", "  | |_  .  _| |_|"].join("\n"),
  );
  expect(new Set(Array.from("0123456789", (digit) => renderLineDigits(digit).join("\n"))).size).toBe(10);
  if (!lowest) throw new Error("no digits of three rows");
  for (const text of ["8", "58", "12:58"])
    expect(renderLineDigits(text)[0]?.length).toBeLessThanOrEqual(digitsWidth(text, lowest));
});
