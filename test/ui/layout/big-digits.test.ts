/** Big figures: told apart at every height, and of one width. */
import { describe, expect, test } from "vitest";
import { digitsWidth, fitDigitRows, MIN_DIGIT_ROWS, renderBigDigits } from "../../../src/ui/layout/big-digits.ts";

test("the figures at their smallest", () => {
  expect(renderBigDigits("0123456789", 3).map((line) => line.trimEnd())).toEqual([
    "█▀█ ▀█  ▀▀█ ▀▀█ █ █ █▀▀ █▀▀ ▀▀█ █▀█ █▀█",
    "█ █  █  █▀▀ ▀▀█ ▀▀█ ▀▀█ █▀█   █ █▀█ ▀▀█",
    "▀▀▀ ▀▀▀ ▀▀▀ ▀▀▀   ▀ ▀▀▀ ▀▀▀   ▀ ▀▀▀ ▀▀▀",
  ]);
});

test("a minute and a half, seven lines high", () => {
  expect(`\n${renderBigDigits("1:30", 7).join("\n")}`).toMatchInlineSnapshot(`
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

describe.each(Array.from({ length: 38 }, (_, index) => index + MIN_DIGIT_ROWS))("%i lines high", (rows) => {
  test("all figures differ, and keep their place when another takes it", () => {
    const drawn = Array.from("0123456789", (figure) => renderBigDigits(figure, rows));
    expect(new Set(drawn.map((lines) => lines.join("\n"))).size).toBe(10);
    for (const lines of drawn) {
      expect(lines).toHaveLength(rows);
      for (const line of lines) expect(line).toHaveLength(digitsWidth("0", rows));
    }
  });
});

test("the tallest figures that fit are taken, and none where not even the smallest do", () => {
  const rows = fitDigitRows("1:30", 30, 60);
  expect(digitsWidth("1:30", rows)).toBeLessThanOrEqual(60);
  expect(digitsWidth("1:30", rows + 1)).toBeGreaterThan(60);
  expect(fitDigitRows("1:30", 30, 5)).toBe(0);
});
