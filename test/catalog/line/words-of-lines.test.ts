/** Words, names, loads and clocks as a line says them, and how they are written again. */
import { describe, expect, test } from "vitest";
import { looksLikeLine } from "../../../src/catalog/argument-kinds.ts";
import { formatLine } from "../../../src/catalog/line/format-line.ts";
import { parseLine } from "../../../src/catalog/line/parse-line.ts";
import type { LineItem } from "../../../src/catalog/line/types.ts";
import { findKnown } from "./known.ts";

const blocksOf = (line: string) => parseLine(line, findKnown).blocks;
const ten = (name: string) => ({ exercise: { name, reps: 10 } });
const squat = ten("Squat");

test.each<[string, readonly LineItem[]]>([
  ["emom 10m: 10 squat", [{ rounds: 10, every: 60, blocks: [squat] }]],
  ["emom 60s: 10 squat", [{ rounds: 1, every: 60, blocks: [squat] }]],
  ["EMOM 2m pick 1: 10 squat, 10 row", [{ rounds: 2, every: 60, pick: 1, blocks: [squat, ten("Row")] }]],
  ["emom 10: 10 squat", [{ rounds: 10, every: 60, blocks: [squat] }]],
  ["amrap 5: 10 squat", [{ cap: 300, blocks: [squat] }]],
  ["amrap 5m: 10 squat", [{ cap: 300, blocks: [squat] }]],
  ["1 round: 10 squat", [{ rounds: 1, blocks: [squat] }]],
  ["every 90s: 10 squat", [{ rounds: 1, every: 90, blocks: [squat] }]],
  ["shuffle: 10 squat, 10 row", [{ rounds: 1, shuffle: true, blocks: [squat, ten("Row")] }]],
  ["3×10 squat", [{ ...squat, sets: 3 }]],
  ["3 x 10 squat", [{ ...squat, sets: 3 }]],
  ["10 left hook", [ten("Left hook")]],
  ["10 hook left-right", [ten("Hook left-right")]],
  ["10 restart", [ten("Restart")]],
  ["10 knee cap", [ten("Knee cap")]],
  ["10 knee cap 60s", [{ ...ten("Knee"), cap: 60 }]],
  ["10 knee cap  60s", [{ ...ten("Knee"), cap: 60 }]],
  ["10 squat rest 1m30", [squat, { rest: 90 }]],
  ["10 squat pace 2.5s", [{ ...squat, pace: 2.5 }]],
  ["10 squat @20lbs", [{ ...squat, load: "20 lb" }]],
  ["10 squat @ 17.5 KG", [{ ...squat, load: "17.5 kg" }]],
  ['10 squat @"5 % slope"', [{ ...squat, load: "5 % slope" }]],
  ["1x8 curl @22kg", [{ exercise: { name: "Curl", reps: 8 }, sets: 1, load: "22 kg" }]],
  ["8 curl @22kg-20kg", [{ exercise: { name: "Curl", reps: 8 }, sets: [{ load: "22 kg" }, { load: "20 kg" }] }]],
  ["30s breathe", [{ exercise: { name: "Breathe", hold: 30 } }]],
  ["60s recovery", [{ rest: 60, note: "Recovery" }]],
  ["60s rest", [{ rest: 60 }]],
  ["2x60s break", [{ exercise: { name: "Break", work: 60 }, sets: 2 }]],
  ["10 reps break", [ten("Break")]],
  [
    "8 breath inhale 4s exhale 4s each",
    [
      {
        exercise: {
          ...{ name: "Breath", reps: 8, sides: "each" },
          strokes: [
            { phase: "inhale", seconds: 4 },
            { phase: "exhale", seconds: 4 },
          ],
        },
      },
    ],
  ],
  ["10 squat each tempo 3-0-3-0", [{ exercise: { name: "Squat", reps: 10, sides: "each", tempo: "3-0-3-0" } }]],
  ["((10 squat))", [{ rounds: 1, blocks: [squat] }]],
  [
    "2x((5-3: row))",
    [{ rounds: 2, blocks: [{ rounds: [{ reps: 5 }, { reps: 3 }], blocks: [{ exercise: { name: "Row", reps: 5 } }] }] }],
  ],
  ["(3 rounds: 10 squat) rest 5s", [{ rounds: 3, rest: 5, blocks: [squat] }]],
  [
    "(10 squat, (10 row)), thomas-test",
    [{ rounds: 1, blocks: [squat, { rounds: 1, blocks: [ten("Row")] }] }, { exercise: "thomas-test" }],
  ],
  [
    "(thomas-test, march)",
    [{ rounds: 1, blocks: [{ exercise: "thomas-test" }, { exercise: "psoas-march", sets: 1 }] }],
  ],
  [
    "2x(10 march, 8 bridge), 10 march",
    [
      {
        rounds: 2,
        blocks: [
          { exercise: "psoas-march", reps: 10, sets: 1 },
          { exercise: "glute-bridge", reps: 8, sets: 1 },
        ],
      },
      { exercise: "psoas-march", reps: 10 },
    ],
  ],
  [
    "5-3: 30s plank, row, 2x march",
    [
      {
        rounds: [{ reps: 5 }, { reps: 3 }],
        blocks: [
          { exercise: { name: "Plank", hold: 30 } },
          { exercise: { name: "Row", reps: 5 } },
          { exercise: "psoas-march", sets: 2 },
        ],
      },
    ],
  ],
])("%s", (line, blocks) => {
  expect(blocksOf(line)).toEqual(blocks);
});

describe("is written so that it is read as the same", () => {
  test.each<[string, LineItem]>([
    ['10 "Squat rest"', ten("Squat rest")],
    ['10 "Rest"', ten("Rest")],
    ['10 reps "Run For Time"', ten("Run For Time")],
    ['10 reps "Run for time trial"', ten("Run for time trial")],
    ["10 reps run for times", ten("Run for times")],
    ['10 "March"', ten("March")],
    ['10 "squat"', ten("squat")],
    ['10 "5 squats"', ten("5 squats")],
    ['10 "Squat-"', ten("Squat-")],
    ["10 squat-and-9-rows", ten("Squat-and-9-rows")],
    ["10 y2x's", ten("Y2x's")],
    ['10 "A  b"', ten("A  b")],
    ['10 "Squat 5"', ten("Squat 5")],
    ['10 "Minute squat"', ten("Minute squat")],
    ['10 "Each way"', ten("Each way")],
    ['10 "On"', ten("On")],
    ['10 "Off"', ten("Off")],
    ["10 on-off drill", ten("On-off drill")],
    ['10s "Rest"', { exercise: { name: "Rest", work: 10 } }],
    ["10 squat x", ten("Squat x")],
    ['10 "Squat per side"', ten("Squat per side")],
    ["10 squat @20 kg", { ...squat, load: "20 kg" }],
    ['10 squat @"20 KG"', { ...squat, load: "20 KG" }],
    ['10 squat @"20 lbs"', { ...squat, load: "20 lbs" }],
    ['10 squat @"20 kg band"', { ...squat, load: "20 kg band" }],
    ['10 squat @"20kg"', { ...squat, load: "20kg" }],
    ["10 squat @20 lb", { ...squat, load: "20 lb" }],
    ["60s pause", { rest: 60, note: "Pause" }],
    ["1x10 squat", { ...squat, sets: 1 }],
    ["(1x10 squat)", { rounds: 1, blocks: [{ ...squat, sets: 1 }] }],
    ["(10 psoas-march)", { rounds: 1, blocks: [{ exercise: "psoas-march", reps: 10, sets: 1 }] }],
    [
      "5-3: row, 30s plank",
      {
        rounds: [{ reps: 5 }, { reps: 3 }],
        blocks: [{ exercise: { name: "Row", reps: 5 } }, { exercise: { name: "Plank", hold: 30 } }],
      },
    ],
    [
      "20s-30s: plank, 5 row",
      {
        rounds: [{ hold: 20 }, { hold: 30 }],
        blocks: [{ exercise: { name: "Plank", hold: 20 } }, { exercise: { name: "Row", reps: 5 } }],
      },
    ],
    [
      "10-8 curl @5 kg-4 kg",
      {
        exercise: { name: "Curl", reps: 10 },
        sets: [
          { reps: 10, load: "5 kg" },
          { reps: 8, load: "4 kg" },
        ],
      },
    ],
    ["2x10 curl @5 kg-4 kg", { exercise: { name: "Curl", reps: 10 }, sets: [{ load: "5 kg" }, { load: "4 kg" }] }],
    ["2x psoas-march @5 kg-4 kg", { exercise: "psoas-march", sets: [{ load: "5 kg" }, { load: "4 kg" }] }],
    ["0.5s squat", { exercise: { name: "Squat", work: 0.5 } }],
    ["1m1s squat", { exercise: { name: "Squat", work: 61 } }],
    ["2m squat", { exercise: { name: "Squat", work: 120 } }],
    ["60s squat", { exercise: { name: "Squat", work: 60 } }],
  ])("%s", (line, item) => {
    expect(formatLine({ blocks: [item] }, findKnown)).toBe(line);
  });

  test.each<[string, LineItem]>([
    ["a rest with a name in capitals", { rest: 60, note: "BREAK" }],
    ["a name with quotes in it", ten('Squat "deep"')],
    ["a name of nothing", ten("")],
    ["a name with space around it", ten(" Squat")],
    ["one set with a load of its own", { ...squat, sets: [{ load: "5 kg" }] }],
    ["sets of which one has a load", { ...squat, sets: [{ load: "5 kg" }, { reps: 5 }] }],
    ["sets with nothing of their own", { ...squat, sets: [{}, {}] }],
    ["one group in another, once", { rounds: 1, blocks: [{ rounds: 2, every: 60, blocks: [squat] }] }],
    ["a ladder of one rung", { rounds: [{ reps: 5 }], blocks: [squat] }],
    ["a group without rounds and cap", { blocks: [squat] } as never],
    ["what the notation has no field for", { ...squat, note: "Slowly" } as never],
    ["a group with a name", { rounds: 2, name: "A", blocks: [squat] } as never],
  ])("but %s is not", (_what, item) => {
    expect(formatLine({ blocks: [item] }, findKnown)).toBeNull();
  });

  test("a fault of the program is none of the notation", () => {
    const broken = () => {
      throw new TypeError("broken");
    };
    expect(() => formatLine({ blocks: [squat] }, broken)).toThrow("broken");
  });
});

test.each([
  ["  10 squat", true],
  ["10\tsquat", true],
  ["10 squat.json", false],
  ["10 squat.JSONC", false],
  ["10 squat.json5 rest", true],
  ["~/10 squat", false],
  [" ./10 squat", false],
  ["10 squat/row", true],
  ["10", false],
  ["ten squats", false],
  ["squat@5", true],
])("whether %j looks like a line: %s", (text, isLine) => {
  expect(looksLikeLine(text)).toBe(isLine);
});
