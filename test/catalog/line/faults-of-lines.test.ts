/** Every fault of a line: what is said, and at which column. */
import { describe, expect, test } from "vitest";
import { parseLine, parseLineWithPlaces } from "../../../src/catalog/line/parse-line.ts";
import { errorOf, findKnown } from "./known.ts";

test.each([
  ["10 squat @20kg @10kg", "column 16: the load is given twice"],
  ["10 squat each side alternating", "column 20: side is given twice"],
  ["8 breath inhale 4s exhale 4s each inhale 2s", "column 35: strokes is given twice"],
  ["10 squat for time", "column 10: for time goes with a group: write for time: 50 squat"],
  ["(10 squat) rest 5s rest 5s", "column 20: rest is given twice"],
  ["(10 squat, 5 row) pick 1 pick 1", "column 26: pick is given twice"],
  ["(10 squat) for time for time", "column 21: for time is given twice"],
  ["(10 squat) pick", "column 16: expected how many to pick, the line ends"],
  ["10 bridge each side", "column 11: each side changes nothing: glute-bridge works both sides at once"],
  ["10 bridge each", "column 11: each side changes nothing: glute-bridge works both sides at once"],
  ["10 bridge alternating", "column 11: alternating changes nothing: glute-bridge works both sides at once"],
  ["8 breath inhale 4s exhale 4s tempo 3-0-3-0", "column 36: a breath has no tempo"],
  ["8 breath tempo 3-0-3-0 inhale 4s", "column 24: a breath has no tempo"],
  ["8 march inhale 4s", "column 9: psoas-march has its own strokes: how to breathe changes nothing"],
  ["30s breath inhale 4s", "column 12: how many breaths? Write 8 breath inhale 4s …"],
  ["10 squat @", "column 11: expected a load, such as @20kg or @green band, the line ends"],
  ["10 squat @5", 'column 11: expected a load, such as @20kg or @green band, found "5"'],
  ["10 squat tempo 0-0-0-0", "column 16: not every part of a tempo can be 0"],
  ["10 squat tempo", "column 15: expected lower-pause-lift-pause in seconds, such as 5-0-1-0 or 30X1"],
  ["emom 90s: 10 squat", "column 1: expected whole minutes, such as emom 10m"],
  ["emom 30s: 10 squat", "column 1: expected whole minutes, such as emom 10m"],
  ["10-0-5 squat", "column 1: expected figures above 0"],
  ["0-5: squat", "column 1: expected figures above 0"],
  ["0 rounds: 10 squat", "column 1: expected 1 or more"],
  ["0s plank", "column 1: expected a figure above 0"],
  ["3x(10 squat; 5 row)", 'column 12: expected "," or ")", found ";"'],
  ["3x(10 squat 5 row)", 'column 13: expected "," or ")", found "5"'],
  ["10 squat, ;", 'column 11: expected an exercise, such as 10 squat or 30s plank, found ";"'],
  ["20s-30s: plank, 10s pigeon", "column 17: the ladder says how long: leave out the figure"],
  ["rest", "column 5: expected a time for the rest, such as 30s or 1m30s, the line ends"],
  ["20s/x squat", 'column 5: expected a time for the rest, such as 30s or 1m30s, found "x"'],
  ["8x20s/x squat", 'column 7: expected a time for the rest, such as 30s or 1m30s, found "x"'],
  ["10 squat rest soon", 'column 15: expected a time for rest, such as 30s or 1m30s, found "soon"'],
  ["amrap: 10 squat", 'column 6: expected a time for amrap, such as 12m, found ":"'],
  ['10 ""', "column 4: nothing stands between the quotes"],
  ['10 "  "', "column 4: nothing stands between the quotes"],
  [
    "8x 20s/10s march",
    'column 4: psoas-march is done in repetitions: write 10 psoas-march, or 20s "march" for one of your own',
  ],
  ["10 squat @20 kgs band", 'column 11: expected a load, such as @20kg or @green band, found "20"'],
  ["10 squat @band 2", 'column 16: expected a comma or the end, found "2"'],
  ["30 wall sit", "column 1: a figure without a unit: 30s or 30 reps?"],
  ["5 row, tabata squats", "column 8: tabata is a workout of its own: write 8x(20s squats, 10s rest)"],
  ["tabata  of squats", "column 1: tabata is a workout of its own: write 8x(20s squats, 10s rest)"],
  ["5 row, 10 s", "column 12: 10 s of what? Write 10 s work, or 10 s rest"],
  ["8x 20:10 sprint", "column 4: 20:10 is 20 minutes and 10 seconds: write 8x 20s/10s, or 8x 20m10s"],
  ["10 rounds 45:15", "column 11: 45:15 is 45 minutes and 15 seconds: write 10x 45s/15s, or 10x 45m15s"],
  ["2x(3x 30:30 row)", "column 7: 30:30 is 30 minutes and 30 seconds: write 6x 30s/30s, or 6x 30m30s"],
  ["(50:10 row) x2", "column 2: 50:10 is 50 minutes and 10 seconds: write 2x 50s/10s, or 2x 50m10s"],
  ["12/10/8 curls", "column 1: sets of their own: write 12-10-8"],
  ["100/100 m sprint", "column 1: figures without a unit: write both with one, such as 20s/10s"],
  ["10–12 squats", "column 3: 10-12 is a range: write 10 or 12"],
  ["8 to 12 curls", "column 3: 8-12 is a range: write 8 or 12"],
  ["3 sets of 8 to 12 curls", "column 13: 8-12 is a range: write 3 sets of 8 or 3 sets of 12"],
  ["8-12 curls", "column 1: 8-12 is a range: write 8 or 12, or 8-12: for a set of each"],
  ["4-7-8 breathing", "column 1: a breath is written 8 breathing inhale 4s hold 7s exhale 8s"],
  ["box breathing 4-4-4-4 for 5m", "column 1: a breath is written 8 box breathing inhale 4s hold 4s exhale 4s hold 4s"],
  ["inhale 4s hold 7s exhale 8s x4", "column 1: how many breaths? Write 8 breath inhale 4s …"],
  [
    "10 squat, 5 row, 3 times",
    "column 18: 3 times of what? Leave out the comma in front of it, or write 3x(10 squat, 5 row)",
  ],
  ["4 min tabata", "column 7: tabata is a workout of its own: write 8x(20s work, 10s rest)"],
  ["tabata burpees for 4 minutes", "column 1: tabata is a workout of its own: write 8x(20s burpees, 10s rest)"],
  ["8 minutes of tabata burpees", "column 14: tabata is a workout of its own: write 16x(20s burpees, 10s rest)"],
  ["45s/15s: squat, 3x lunges", "column 17: write 3 rounds in front of the intervals"],
  ["45s/15s: squat, 3x(row, dip)", "column 20: how long, or how many? Write 30s row or 10 row"],
  ["45s/15s: squat, (row, dip) x3", "column 17: write 3x in front of the parenthesis"],
  ["45s on, 0s off: squat, row", "column 1: work and rest take more than 0 s"],
  ["0s on, 15s off, 3 rounds: squat, row", "column 1: work and rest take more than 0 s"],
  ["tabata squats for 0 minutes", "column 1: tabata is a workout of its own: write 8x(20s work, 10s rest)"],
  ["45s/15s: squat, lunges x3", "column 24: write 3 rounds in front of the intervals"],
  ["3x8-12 curls", "column 4: 8-12 is a range: write 3x8 or 3x12"],
  ["8-12 curls x 3", "column 12: 8-12 is a range: write 3x8 or 3x12"],
  ["10-8-6 curls x 3", "column 14: how many sets is given twice"],
  ["1e9x10 squats", "column 2: expected a space or a unit, such as s or m, behind 1"],
  ["5x5x100 squat", 'column 4: expected the name of an exercise, found "x100"'],
  ["20:10 x8 sprint", "column 1: 20:10 is 20 minutes and 10 seconds: write 8x 20s/10s, or 8x 20m10s"],
  ["5 row, 30sc plank", "column 10: expected a space or a unit, such as s or m, behind 30"],
  ["2x30s left, 30s right", "column 7: left is a side: write 2x30s plank each side"],
  ["10 squat, Right", "column 11: Right is a side: write 30s plank each side"],
  ["5 row, 20s/10s", "column 8: how many rounds? Write 8x 20s/10s"],
  ["20s/10s , 5 row", "column 1: how many rounds? Write 8x 20s/10s"],
  [
    "shuffle 3 rounds 10 squat, 5 row",
    "column 18: write a colon behind shuffle 3 rounds if it holds for all that follows",
  ],
  ["21-15-9 for time", "column 17: 21-15-9 for time of what? Write 21-15-9 for time: 10 squat, 5 push-up"],
  ["for time , 5 squat", "column 10: for time of what? Write for time: 10 squat, 5 push-up"],
  ["every 60s for 0s: 5 squat", "column 15: expected a whole number of rounds"],
  ["emom 0: 10 squat", "column 1: expected whole minutes, such as emom 10m"],
  ["squat 3x", "column 9: expected how many or how long, the line ends"],
  ["3x squat 10-8-6", 'column 12: expected a comma or the end, found "-8-6"'],
  ["5 squat, 2h run, 100m row", "column 10: one exercise takes an hour at most"],
  ["10 ; 5-8 squat", 'column 4: expected the name of an exercise, found ";"'],
  ["10x30:15", "column 4: 30:15 is 30 minutes and 15 seconds: write 10x 30s/15s, or 10x 30m15s"],
  ["10 sets of 45:15", "column 12: 45:15 is 45 minutes and 15 seconds: write 10x 45s/15s, or 10x 45m15s"],
  ["10 sets: 45:15", "column 10: 45:15 is 45 minutes and 15 seconds: write 10x 45s/15s, or 10x 45m15s"],
  ["10x (45:15)", "column 6: 45:15 is 45 minutes and 15 seconds: write 10x 45s/15s, or 10x 45m15s"],
  ["3 sets 10 squat, 45:15", "column 23: 45:15 of what? Write 45:15 work, or 45:15 rest"],
  ["1x 45:15", "column 9: 45:15 of what? Write 45:15 work, or 45:15 rest"],
  ["5 row, 12 / 10 / 8 curls", "column 8: sets of their own: write 12-10-8"],
  ["20/10 squat, 12/10/8 curls", "column 1: figures without a unit: write 20s/10s"],
  ["10 squat tempo 3-0-1-0 between sets", 'column 24: expected a comma or the end, found "between"'],
  ["“10 squat” and 5 row", 'column 1: expected an exercise, such as 10 squat or 30s plank, found "“"'],
  ["10 squat, “5 row”", 'column 11: expected an exercise, such as 10 squat or 30s plank, found "“"'],
  [
    "5 squat, 100m run",
    'column 10: one exercise takes an hour at most: 100m is 100 minutes. For a distance write 1 "run 100m", which waits for you',
  ],
])("%s", (line, message) => {
  expect(errorOf(line).message.split("\n")[0]).toBe(message);
});

describe("the picture of a fault", () => {
  const messageOf = (line: string) => errorOf(line).message.split("\n").slice(1);

  test("shows the line from sixty signs before the place, a hundred signs of it", () => {
    const long = `${"10 squat, ".repeat(12)}0 row, ${"10 squat, ".repeat(12)}5 row`;
    const [shown, mark] = messageOf(long);
    expect(shown).toBe(`  ${long.slice(60, 160)}`);
    expect(mark).toBe(`  ${" ".repeat(60)}^`);
    expect(errorOf(long).column).toBe(121);
  });

  test("shows a short line whole, with the mark below the place", () => {
    expect(messageOf("10 squat, 0 row")).toEqual(["  10 squat, 0 row", `  ${" ".repeat(10)}^`]);
  });
});

describe("the name of a routine from a line", () => {
  test("is the line, or its first eighty signs", () => {
    expect(parseLine("  10 squat ", findKnown).name).toBe("10 squat");
    const exact = `10 ${"s".repeat(77)}`;
    expect(parseLine(exact, findKnown).name).toBe(exact);
    expect(parseLine(`${exact}s`, findKnown).name).toBe(`10 ${"s".repeat(76)}…`);
    expect(parseLine(`10 ${"s".repeat(75)} lunge`, findKnown).name).toBe(`10 ${"s".repeat(75)}…`);
  });
});

describe("a place in the routine is found again in the line", () => {
  const line = "3 rounds rest 60s: 10 squat rest 15s @20kg, 2x(30s plank, 5 row pace 2s), 8 march left cap 60s";
  const textAt = (...path: (string | number)[]) =>
    line.slice(parseLineWithPlaces(line, findKnown).findPlace(path)).slice(0, 12);

  test.each<[string, (string | number)[]]>([
    ["3 rounds res", []],
    ["3 rounds res", ["blocks", 0]],
    ["3 rounds res", ["blocks", 0, "rounds"]],
    ["rest 60s: 10", ["blocks", 0, "rest"]],
    ["10 squat res", ["blocks", 0, "blocks", 0]],
    ["@20kg, 2x(30", ["blocks", 0, "blocks", 0, "load"]],
    ["2x(30s plank", ["blocks", 0, "blocks", 2]],
    ["2x(30s plank", ["blocks", 0, "blocks", 2, "rest"]],
    ["30s plank, 5", ["blocks", 0, "blocks", 2, "blocks", 0, "exercise"]],
    ["pace 2s), 8 ", ["blocks", 0, "blocks", 2, "blocks", 1, "pace"]],
    ["left cap 60s", ["blocks", 0, "blocks", 3, "side"]],
    ["cap 60s", ["blocks", 0, "blocks", 3, "cap"]],
    ["8 march left", ["blocks", 0, "blocks", 3, "exercise", "name"]],
    ["8 march left", ["blocks", 0, "blocks", 3, "sets", 0, "load"]],
    ["3 rounds res", ["blocks", 7, "cap"]],
    ["3 rounds res", ["name", "x", "y"]],
  ])("%s is %j", (text, path) => {
    expect(textAt(...path)).toBe(text);
  });

  test.each<[string, (string | number)[], string]>([
    ["2x(10 march rest 15s, 5 row) rest 60s", ["blocks", 0, "rest"], "rest 60s"],
    ["2x(10 march rest 15s, 5 row)", ["blocks", 0, "rest"], "2x(10 march rest 15s, 5 row)"],
    ["10 march, 5 march rest 20s", ["blocks", 0, "rest"], "10 march, 5 march rest 20s"],
    ["10 row, (emom 10m: 5 squat)", ["blocks", 1, "every"], "emom 10m: 5 squat)"],
    ["10 row, (amrap 10m: 5 squat)", ["blocks", 1, "cap"], "amrap 10m: 5 squat)"],
    ["for time 3 rounds: 400 squat", ["blocks", 0, "rounds"], "3 rounds: 400 squat"],
    ["every 60s x10: 4 squat", ["blocks", 0, "rounds"], "x10: 4 squat"],
    ["every 60s for 10 rounds: 4 squat", ["blocks", 0, "rounds"], "for 10 rounds: 4 squat"],
  ])("in %s, %j stands at %s", (typed, path, found) => {
    expect(typed.slice(parseLineWithPlaces(typed, findKnown).findPlace(path))).toBe(found);
  });
});
