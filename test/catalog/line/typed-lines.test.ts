/** Lines as people type them before they have read how one is written, and what is suggested where one cannot be read. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looksLikeLine } from "../../../src/catalog/argument-kinds.ts";
import { formatLine } from "../../../src/catalog/line/format-line.ts";
import { parseLine } from "../../../src/catalog/line/parse-line.ts";
import { LineError } from "../../../src/catalog/line/scanner.ts";
import { findKnown } from "./known.ts";

function errorOf(line: string): LineError {
  try {
    parseLine(line, findKnown);
  } catch (error) {
    if (error instanceof LineError) return error;
    throw error;
  }
  throw new Error(`nothing is wrong with ${line}`);
}

describe("is read as it is meant", () => {
  test.each([
    ["30 s plank", "30s plank"],
    ["1 min plank", "60s plank"],
    ["1.5 min plank", "1m30s plank"],
    ["1m30 plank", "1m30s plank"],
    ["1 min 30 plank", "1m30s plank"],
    ["3x1 min 30 plank rest 60s", "3x1m30s plank rest 60s"],
    ["plank 1 min 30, 10 squat", "1m30s plank, 10 squat"],
    ["2 minutes 15 rest, 10 squat", "2m15s rest, 10 squat"],
    ["1 min 30 sec plank", "1m30s plank"],
    ["1 h walk", "60m walk"],
    ["rest 10 s, 10 squat", "10s rest, 10 squat"],
    ["1m 30s plank, rest 1 min 30 s", "1m30s plank, 1m30s rest"],
    ["10 s-curve squat", "10 s-curve squat"],
    ["plank 30s", "30s plank"],
    ["plank 30 s rest 10 s", "30s plank, 10s rest"],
    ["plank 3x30s", "3x30s plank"],
    ["squat 3x10", "3x10 squat"],
    ["squats 3 x 10 rest 60s", "3x10 squats rest 60s"],
    ["squat 10-8-6", "10-8-6 squat"],
    ["squat 10 reps", "10 squat"],
    ["squat x10", "10 squat"],
    ["10 squat x3", "3x10 squat"],
    ["10 squat 3x", "3x10 squat"],
    ["10 squat 3 sets", "3x10 squat"],
    ["3 sets 10 squat", "3x10 squat"],
    ["3 sets x 10 squat", "3x10 squat"],
    ["3x pigeon 60s", "3x60s pigeon-pose"],
    ["march 3x12", "3x12 psoas-march"],
    ["march 60s rest", "psoas-march rest 60s"],
    ["5x5 squat 100kg", "5x5 squat @100 kg"],
    ["curl 3x8 22kg-20kg-18kg", "3x8 curl @22 kg-20 kg-18 kg"],
    ["3x10 squat 60s rest between sets", "3x10 squat rest 60s"],
    ["3x(10 squat, 30s plank) rest 60s between rounds", "3x(10 squat, 30s plank) rest 60s"],
    ["3x(10 squat, 30s plank) 60s rest", "3x(10 squat, 30s plank) rest 60s"],
    ["(10 squat, 30s plank) x3 rest 60s", "3x(10 squat, 30s plank) rest 60s"],
    ["(3x(10 squat)) x2", "2x(3x(10 squat))"],
    ["10 lunge per leg", "10 lunge each side"],
    ["10 each side lunge", "10 lunge each side"],
    ["10 lunge per leg x3 rest 60s", "3x10 lunge each side rest 60s"],
    ["wall sit 60 sec x 3 rest 30 sec", "3x60s wall sit rest 30s"],
    ["10 each way", '10 "Each way"'],
    ["20s on 10s off", "20s work, 10s rest"],
    ["20s on, 10s off", "20s work, 10s rest"],
    ["20s on 10s off x8", "8x20s work rest 10s"],
    ["8x(20s on, 10s off)", "8x(20s work, 10s rest)"],
    ["20s/10s x8", "8x(20s work, 10s rest)"],
    ["8 rounds 20s work 10s rest", "8x(20s work, 10s rest)"],
    ["3 rounds of 10 squat", "3x(10 squat)"],
    ["3 rounds: 10 squat, 5 row", "3x(10 squat, 5 row)"],
    ["for time 3x(10 squat, 5 row)", "3 rounds for time: 10 squat, 5 row"],
    ["for time 3 rounds: 10 squat", "3 rounds for time: 10 squat"],
    ["for time 21-15-9: thruster, pull-up", "21-15-9 for time: thruster, pull-up"],
    ["for time 50 squat", "for time: 50 squat"],
    ["5 rounds for time of: 10 squat, 5 burpee", "5 rounds for time: 10 squat, 5 burpee"],
    ["amrap 10 min (5 squat)", "amrap 10m: 5 squat"],
    ["amrap 10 (5 squat, 5 row)", "amrap 10m: 5 squat, 5 row"],
    ["amrap 10 (5 squat), 5m walk", "(amrap 10m: 5 squat), 5m walk"],
    ["amrap 10 3x(5 squat)", "amrap 10m: 3x(5 squat)"],
    ["12 min AMRAP: 5 squat, 10 row", "amrap 12m: 5 squat, 10 row"],
    ["10-minute emom: 5 squat", "10 rounds every 60s: 5 squat"],
    ["every 60s x10 (5 squat)", "10 rounds every 60s: 5 squat"],
    ["every 60s 10x(5 squat)", "10 rounds every 60s: 5 squat"],
    ["every 60s x10: 5 squat", "10 rounds every 60s: 5 squat"],
    ["every 2min x5: 5 squat, 3 row", "5 rounds every 2m: 5 squat, 3 row"],
    ["every 2m 5x: 5 squat", "5 rounds every 2m: 5 squat"],
    ["every 2m 5 times : 5 squat", "5 rounds every 2m: 5 squat"],
    ["for time x3: 10 squat, 5 row", "3 rounds for time: 10 squat, 5 row"],
    ["shuffle x3: 10 squat, 5 row", "3x(10 squat, 5 row) shuffle"],
    ["3x: 10 squat, 5 row", "3x(10 squat, 5 row)"],
    ["3 sets of: 10 squat, 5 row", "3x(10 squat, 5 row)"],
    ["x3: 10 squat, 5 row", "3x(10 squat, 5 row)"],
    ["plank 3x 1:30", "3x1m30s plank"],
    ["every 60s 10 rounds: 5 squat", "10 rounds every 60s: 5 squat"],
    ["every 60s for 10 rounds: 5 squat", "10 rounds every 60s: 5 squat"],
    ["every 2m for 10m: 5 squat", "5 rounds every 2m: 5 squat"],
    ["shuffle (10 squat, 5 row)", "(10 squat, 5 row) shuffle"],
    ["30s shuffle", "30s shuffle"],
    ["shuffle 10", "10 shuffle"],
    ["“3x(20s work, 10s rest)”", "3x(20s work, 10s rest)"],
    ["„10 squat.“", "10 squat"],
    ["10reps squat", "10 squat"],
    ["3sets of 10 squat", "3x10 squat"],
    ["3rounds: 10 squat, 5 row", "3x(10 squat, 5 row)"],
    ["3x10reps squat", "3x10 squat"],
    ["3x12 squat. Rest 60s.", "3x12 squat rest 60s"],
    ["plank for 30s", "30s plank"],
    ["- 10 squat", "10 squat"],
    ["* 10 squat", "10 squat"],
    ["• 3x10 squat.", "3x10 squat"],
    ["30 sec on 15 sec off 8 rounds", "8x30s work rest 15s"],
    ["3 rounds: (5s plank, 4s squat)", "3x(5s plank, 4s squat)"],
    ["21-15-9: (squat, row)", "21-15-9: squat, row"],
    ["3 rounds: (5 squat, 4 row) shuffle", "3x((5 squat, 4 row) shuffle)"],
    ["3x 12:30 run", "3x12m30s run"],
    ["2x 20:00 run", "2x20m run"],
    ["3x 10:05 run", "3x10m5s run"],
    ["20:10 run", "20m10s run"],
    ["3x60s plank rest 10:10", "3x60s plank rest 10m10s"],
    ["5:30 plank", "5m30s plank"],
    ["10 left hook", "10 left hook"],
    ['10 "Left"', '10 "Left"'],
  ])("%s: %s", (line, canonical) => {
    expect(formatLine(parseLine(line, findKnown), findKnown)).toBe(canonical);
  });
});

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

test.each(["amrap", "amrap: squats", "emom", "for time: squats", "tabata squats", "Tabata", "Fran", "cindy"])(
  "%s looks like a line, whose fault leads on",
  (text) => expect(looksLikeLine(text)).toBe(true),
);
