/** How many times something is done, before a list, before an exercise and behind it: every way to say it. */
import { describe, expect, test } from "vitest";
import { formatLine } from "../../../src/catalog/line/format-line.ts";
import { parseLine } from "../../../src/catalog/line/parse-line.ts";
import { findKnown } from "./known.ts";

describe("a count", () => {
  test.each([
    ["12x: 10 squat, 5 row", "12x(10 squat, 5 row)"],
    ["x12: 10 squat, 5 row", "12x(10 squat, 5 row)"],
    ["x 3: 10 squat, 5 row", "3x(10 squat, 5 row)"],
    ["x3 : 10 squat, 5 row", "3x(10 squat, 5 row)"],
    ["3 sets of : 10 squat, 5 row", "3x(10 squat, 5 row)"],
    ["3  sets 10 squat", "3x10 squat"],
    ["3 set of 10 squat", "3x10 squat"],
    ["3 sets  of 10 squat", "3x10 squat"],
    ["3 sets  x 10 squat", "3x10 squat"],
    ["10 squat x3  sets", "3x10 squat"],
    ["10 squat x3 set", "3x10 squat"],
    ["10 squat x3 round", "3x10 squat"],
    ["10 squat x 3 times", "3x10 squat"],
    ["10 squat 12x", "12x10 squat"],
    ["10 squat 3 x", "3x10 squat"],
    ["10 squat 3  sets", "3x10 squat"],
    ["(10 squat) 12x", "12x(10 squat)"],
    ["every 60s for 12x: 5 squat", "12 rounds every 60s: 5 squat"],
    ["every 60s for 60s: 5 squat", "(5 squat) every 60s"],
    ["5 rounds of 40s/20s: row, dip", "5x(40s row, 40s dip) rest 20s between 20s"],
    ["3 rounds, 40s on / 20s off: row, dip", "3x(40s row, 40s dip) rest 20s between 20s"],
    ["40s work 20s rest x3, rest 60s: row, dip", "3x(40s row, 40s dip) rest 60s between 20s"],
    ["40s on 20s off: row, 60s dip, 5 jump", "(40s row, 60s dip, 5 jump) between 20s"],
    ["2x(40s/20s: row, dip), 10 squat", "2x((40s row, 40s dip) between 20s), 10 squat"],
  ])("%s is %s", (line, canonical) => {
    expect(formatLine(parseLine(line, findKnown), findKnown)).toBe(canonical);
  });

  test.each([
    ["10 squat x1:30", 'column 10: expected a comma or the end, found "x1"'],
    ["10 squat x3-", 'column 10: expected a comma or the end, found "x3-"'],
    ["10 squat 3xa", 'column 10: expected a comma or the end, found "3xa"'],
    ["10 squat 3 setsx", 'column 10: expected a comma or the end, found "3"'],
    ["10 squat 3x10 row", 'column 10: expected a comma or the end, found "3x10"'],
    ["10 squat 3x (5 row)", 'column 10: expected a comma or the end, found "3x"'],
    ["10 squat 3x:30", 'column 10: expected a comma or the end, found "3x"'],
    ["10 squat 3 sets  of 10 row", 'column 10: expected a comma or the end, found "3"'],
    ["(10 squat) 3x: 5 row", 'column 14: expected a comma or the end, found ":"'],
    ["every 60s for 30s: 5 squat", "column 15: expected a whole number of rounds"],
    ["every 60s for soon: 5 squat", 'column 15: expected a time for all rounds together, such as 12m, found "soon"'],
  ])("%s: %s", (line, fault) => {
    expect(() => parseLine(line, findKnown)).toThrow(fault);
  });
});
