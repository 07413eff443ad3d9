/** What is suggested where a line, as people type it, cannot be read. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looksLikeLine } from "../../../src/catalog/argument-kinds.ts";
import { parseLine } from "../../../src/catalog/line/parse-line.ts";
import type { LineError } from "../../../src/catalog/line/scanner.ts";
import { errorOf, findKnown } from "./known.ts";

describe("what cannot be read leads on to a line that can", () => {
  test.each([
    ["10 squat 5 row 3 dip", "10 squat, 5 row, 3 dip"],
    ["3x(10 squat 20 lunge)", "3x(10 squat, 20 lunge)"],
    ["3x(10 squat 20 lunge", "3x(10 squat, 20 lunge)"],
    ["3x(10 squat, 5 row", "3x(10 squat, 5 row)"],
    ["10 squat; 5 row; 3 dip", "10 squat, 5 row, 3 dip"],
    ["10 squat + 5 row", "10 squat, 5 row"],
    ["10 squat & 5 row", "10 squat, 5 row"],
    ["10 squat then 5 row", "10 squat, 5 row"],
    ["10 squat and 5 row and 3 dip", "10 squat, 5 row, 3 dip"],
    ["10 squat, 3 sets", "10 squat 3 sets"],
    ["30s plank (slowly)", "30s plank"],
    ["30s plank (slowly), 10 squat", "30s plank, 10 squat"],
    ["10 squat (5 row)", "10 squat, (5 row)"],
    ["21-15-9 thruster, pull-ups", "21-15-9: thruster, pull-ups"],
    ["30s-20s plank, side plank", "30s-20s: plank, side plank"],
    ["10 squat for time", "for time: 10 squat"],
    ["10 squat, 5 row for time", "for time: 10 squat, 5 row"],
    ["amrap 10min 5 squat, 10 row", "amrap 10min: 5 squat, 10 row"],
    ["3 rounds 10 squat, 5 row", "3 rounds: 10 squat, 5 row"],
    ["3 rounds of 10 squat, 5 row", "3 rounds: 10 squat, 5 row"],
  ])("%s: did you mean %s", (line, meant) => {
    const error = errorOf(line);
    expect(error.message.split("\n").at(-1)).toBe(`  did you mean: ${meant}`);
    expect(() => parseLine(meant, findKnown)).not.toThrow();
  });

  test.each([
    ["10 s", "column 5: 10 s of what? Write 10 s work, or 10 s rest"],
    ["amrap 10", "column 9: amrap 10 of what? Write amrap 10: 10 squat, 5 push-up"],
    ["emom 10", "column 8: emom 10 of what? Write emom 10: 10 squat, 5 push-up"],
    ["3 rounds, 10 squat", "column 9: 3 rounds of what? Write 3 rounds: 10 squat, 5 push-up"],
    ["amrap", "column 6: expected a time for amrap, such as 12m, the line ends"],
    ["every 2m for 11m: 5 squat", "column 14: expected a whole number of rounds"],
    ["20s/10s", "column 1: how many rounds? Write 8x 20s/10s"],
    ["10x 40/20", "column 5: figures without a unit: write 40s/20s"],
    ["8x(20s work, 10 rest)", "column 14: a figure without a unit: write 10s rest"],
    ["20 on, 10 off", "column 1: a figure without a unit: write 20s on"],
    ["tabata squats", "column 1: tabata is a workout of its own: write 8x(20s squats, 10s rest)"],
    ["HIIT 30:15 x 10", "column 1: HIIT is a workout of its own: write 10x 30s/15s"],
    [
      "run 5 km",
      'column 5: no distances or calories: write how long, such as 10m run, or 1 "run 5 km" for one that waits',
    ],
    [
      "100m run",
      'column 1: one exercise takes an hour at most: 100m is 100 minutes. For a distance write 1 "run 100m", which waits for you',
    ],
    ["2h walk", "column 1: one exercise takes an hour at most"],
    ["2.5 squat", "column 1: expected a whole number, or a time such as 2.5s"],
    ["(10 squat) rest 10s 5s rest", "column 21: rest is given twice"],
    ["10 each side bridge", "column 4: each side changes nothing: glute-bridge works both sides at once"],
    ["3x10 squat x3", "column 12: how many sets is given twice"],
    ["10 squat 20kg @10kg", "column 15: the load is given twice"],
  ])("%s: %s", (line, message) => {
    expect(errorOf(line).message.split("\n")[0]).toBe(message);
  });

  test("a long line is not shown a second time", () => {
    const long = `${"10 squat, ".repeat(10)}5 row 3 dip`;
    expect(errorOf(long).message).not.toContain("did you mean");
  });

  test("nor is anything suggested where no sign helps", () => {
    expect(errorOf("10 squat rest soon").message).not.toContain("did you mean");
  });
});

test("whatever is suggested can be read, and has every figure and every exercise that was typed", () => {
  const separator = fc.constantFrom(" ", ", ", "; ", " and ", " + ");
  const item = fc.constantFrom("10 squat", "30s plank", "3x10 row rest 60s", "15s rest", "march", "30 pigeon", "squat");
  const opening = fc.constantFrom("", "", "3x(", "3 rounds ", "amrap 5m ", "(", "for time ");
  const items = fc.array(fc.tuple(item, separator), { minLength: 2, maxLength: 4 });
  const line = fc.tuple(opening, items).map(([start, all]) => `${start}${all.flat().slice(0, -1).join("")}`);
  fc.assert(
    fc.property(line, (typed) => {
      const meant = findSuggestion(typed);
      fc.pre(meant !== undefined);
      expect(() => parseLine(meant as string, findKnown)).not.toThrow();
      expect(meant?.match(/\d+|squat|plank|row|pigeon|march/g)).toEqual(
        typed.match(/\d+|squat|plank|row|pigeon|march/g),
      );
    }),
    { numRuns: 100 },
  );
});

/** What the fault of a line suggests in its place; undefined where the line is right or nothing fits. */
function findSuggestion(typed: string): string | undefined {
  try {
    parseLine(typed, findKnown);
    return undefined;
  } catch (error) {
    return /did you mean: (.*)$/.exec((error as LineError).message)?.[1];
  }
}

test("the strokes of a breath are not suggested as a ladder", () => {
  expect(findSuggestion("4-7-8 breathing")).toBeUndefined();
  expect(findSuggestion("21-15-9 row, dip")).toBe("21-15-9: row, dip");
});

test.each(["amrap", "amrap: squats", "emom", "for time: squats", "tabata squats", "Tabata", "Fran", "cindy"])(
  "%s looks like a line, whose fault leads on",
  (text) => expect(looksLikeLine(text)).toBe(true),
);
