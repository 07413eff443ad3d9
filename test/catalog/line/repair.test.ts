/** The line that was probably meant: which signs are put in, changed or left out, and when nothing is suggested. */
import { describe, expect, test } from "vitest";
import { findRepair, keepsAll } from "../../../src/catalog/line/repair.ts";
import { LineError } from "../../../src/catalog/line/scanner.ts";

/** A notation of letters with commas between them: the first other sign is a fault. */
const read = (line: string): LineError | null => {
  const at = /^[a-z](?:, [a-z]\b)*\s*/.exec(line)?.[0].length ?? 0;
  return at === line.length ? null : new LineError(line, at, "expected a comma");
};

const repair = (line: string) => findRepair(line, read(line) as LineError, read);

describe("what is suggested", () => {
  test.each([
    ["a b", "a, b"],
    ["a b c d", "a, b, c, d"],
    ["a; b", "a, b"],
    ["a ;b|c", "a, b, c"],
    ["a -> b", "a, b"],
    ["a and  b", "a, b"],
    ["a then b plus c", "a, b, c"],
    ["a (slowly)", "a"],
    ["a (slowly) b", "a, b"],
    ["a (quickly), b (slowly)", "a, b"],
  ])("%s: %s", (line, meant) => expect(repair(line)).toBe(meant));

  test.each([
    ["a line whose fault no sign mends", "a?"],
    ["a sign before the first item", "; a"],
    ["two parentheses, one in the other", "a (b (c))"],
    ["a fault behind one that is mended", "a b?"],
  ])("nothing for %s", (_what, line) => expect(repair(line)).toBeUndefined());

  test("a line with twenty signs missing, and none with one more", () => {
    const letters = (count: number) => Array.from({ length: count }, () => "a");
    expect(repair(letters(21).join(" "))).toBe(letters(21).join(", "));
    expect(repair(letters(22).join(" "))).toBeUndefined();
  });

  test("a line of a hundred signs as it is repaired, and none that is longer", () => {
    const line = `${"a, ".repeat(30)}a b`;
    expect(repair(line.padEnd(100))).toBe(line.replace("a b", "a, b").padEnd(101));
    expect(repair(line.padEnd(101))).toBeUndefined();
  });
});

describe("a suggestion", () => {
  test.each([
    ["10 squat then 5 row", "10 squat, 5 row"],
    ["Tabata squats 8 rounds", "8x(20s squats, 10s rest)"],
    ["1,5 min Plank", "1.5 min plank"],
    ["30s plank (slowly)", "30s plank"],
  ])("keeps all of “%s”", (line, meant) => expect(keepsAll(line, meant)).toBe(true));

  test.each([
    ["an exercise", "tabata: squats, push-ups", "8x(20s squats, 10s rest)"],
    ["a figure", "10–12 squats", "10 squats"],
    ["a figure that is a part of another one", "1 squat, 10 row", "10 squat, 10 row"],
    ["a rest", "10 squats, 10s rest, 5 row", "10 squats, 5 row, 10 dip"],
    ["what has a figure in parentheses", "30s plank (2 row)", "30s plank"],
    ["the word for two exercises in turn", "10 curls supersetted with 12 dips", "10 curls supersetted, 12 dips"],
  ])("may not lose %s", (_what, line, meant) => expect(keepsAll(line, meant)).toBe(false));
});
