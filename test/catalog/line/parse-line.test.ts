/** The line notation: what a line stands for, and what is said where it cannot be read. */
import { expect, test } from "vitest";
import { parseLine } from "../../../src/catalog/line/parse-line.ts";
import { LineError } from "../../../src/catalog/line/scanner.ts";
import { findKnown } from "./known.ts";

const blocksOf = (line: string) => parseLine(line, findKnown).blocks;

/** The fault of a line: its column and its message without the picture of the place. */
function faultOf(line: string): string {
  try {
    parseLine(line, findKnown);
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    return error.message.split("\n")[0] ?? "";
  }
  throw new Error(`nothing is wrong with ${line}`);
}

const squat = { name: "Squat", reps: 10 };

test.each([
  ["8x(20s work, 10s rest)", [{ rounds: 8, blocks: [{ exercise: { name: "Work", work: 20 } }, { rest: 10 }] }]],
  ["10 min walk", [{ exercise: { name: "Walk", work: 600 } }]],
  [
    "1 minute plank, 30-second squat",
    [{ exercise: { name: "Plank", hold: 60 } }, { exercise: { name: "Squat", work: 30 } }],
  ],
  ["2 minutes rest", [{ rest: 120 }]],
  ["10 mini squat", [{ exercise: { name: "Mini squat", reps: 10 } }]],
  ["3 sets of 10 squat", [{ exercise: squat, sets: 3 }]],
  ["3 sets of 30 sec plank", [{ exercise: { name: "Plank", hold: 30 }, sets: 3 }]],
  ["8x 20s/10s", [{ rounds: 8, blocks: [{ exercise: { name: "Work", work: 20 } }, { rest: 10 }] }]],
  ["8x20s/10s squat", [{ rounds: 8, blocks: [{ exercise: { name: "Squat", work: 20 } }, { rest: 10 }] }]],
  [
    "40s on, 20s off, 5 rounds: row, plank",
    [
      {
        rounds: 5,
        rest: 20,
        between: 20,
        blocks: [{ exercise: { name: "Row", work: 40 } }, { exercise: { name: "Plank", hold: 40 } }],
      },
    ],
  ],
  ["8x 20s/10s: squat", [{ rounds: 8, rest: 10, blocks: [{ exercise: { name: "Squat", work: 20 } }] }]],
  ["45s work 15s rest: pigeon", [{ rounds: 1, blocks: [{ exercise: "pigeon-pose", hold: 45, sets: 1 }] }]],
  [
    "3x(10 squat, 30s plank, 15s rest) rest 60s",
    [{ rounds: 3, rest: 60, blocks: [{ exercise: squat }, { exercise: { name: "Plank", hold: 30 } }, { rest: 15 }] }],
  ],
  [
    "21-15-9: thruster @40kg, pull-up",
    [
      {
        rounds: [{ reps: 21 }, { reps: 15 }, { reps: 9 }],
        blocks: [
          { exercise: { name: "Thruster", reps: 21 }, load: "40 kg" },
          { exercise: { name: "Pull-up", reps: 21 } },
        ],
      },
    ],
  ],
  [
    "3x15 heel drop each side tempo 5-0-1-0 rest 60s, 10m walk",
    [
      { exercise: { name: "Heel drop", reps: 15, tempo: "5-0-1-0", sides: "each" }, sets: 3, rest: 60 },
      { exercise: { name: "Walk", work: 600 } },
    ],
  ],
  ["25m focus, 5m break", [{ exercise: { name: "Focus", work: 1500 } }, { rest: 300, note: "Break" }]],
  ["3 rounds rest 1m between 15: 10 squat", [{ rounds: 3, rest: 60, between: 15, blocks: [{ exercise: squat }] }]],
  ["20s-40s: plank", [{ rounds: [{ hold: 20 }, { hold: 40 }], blocks: [{ exercise: { name: "Plank", hold: 20 } }] }]],
  [
    "10-5: march, 30s plank",
    [
      {
        rounds: [{ reps: 10 }, { reps: 5 }],
        blocks: [{ exercise: "psoas-march", sets: 1 }, { exercise: { name: "Plank", hold: 30 } }],
      },
    ],
  ],
  ["5 rounds of (10 squat) rest 1m", [{ rounds: 5, rest: 60, blocks: [{ exercise: squat }] }]],
  ["2x(12 march)", [{ rounds: 2, blocks: [{ exercise: "psoas-march", reps: 12, sets: 1 }] }]],
  ["2x(2x12 march)", [{ rounds: 2, blocks: [{ exercise: "psoas-march", reps: 12, sets: 2 }] }]],
  ["10 squat rest 15s, 8 row", [{ exercise: squat }, { rest: 15 }, { exercise: { name: "Row", reps: 8 } }]],
  ["12 march rest 45s", [{ exercise: "psoas-march", reps: 12, rest: 45 }]],
  ["2x60s pigeon left", [{ exercise: "pigeon-pose", hold: 60, sets: 2, side: "left" }]],
  ["2x pigeon", [{ exercise: "pigeon-pose", sets: 2 }]],
  [
    "10-8-6 push-up rest 1m30",
    [{ exercise: { name: "Push-up", reps: 10 }, sets: [{ reps: 10 }, { reps: 8 }, { reps: 6 }], rest: 90 }],
  ],
  ["20s-30s plank", [{ exercise: { name: "Plank", hold: 20 }, sets: [{ hold: 20 }, { hold: 30 }] }]],
  [
    "3x8 curl @22kg-20kg-17.5kg",
    [{ exercise: { name: "Curl", reps: 8 }, sets: [{ load: "22 kg" }, { load: "20 kg" }, { load: "17.5 kg" }] }],
  ],
  ["10 squat @green band", [{ exercise: squat, load: "green band" }]],
  ["30 reps plank", [{ exercise: { name: "Plank", reps: 30 } }]],
  ['10 "Rest and go"', [{ exercise: { name: "Rest and go", reps: 10 } }]],
  ["rest 30s, 10 squat", [{ rest: 30 }, { exercise: squat }]],
  [
    "5m walk, 2x(1m run, 2m walk)",
    [
      { exercise: { name: "Walk", work: 300 } },
      { rounds: 2, blocks: [{ exercise: { name: "Run", work: 60 } }, { exercise: { name: "Walk", work: 120 } }] },
    ],
  ],
  [
    "2x(3x(10 squat), (10-5: squat))",
    [
      {
        rounds: 2,
        blocks: [
          { rounds: 3, blocks: [{ exercise: squat }] },
          { rounds: [{ reps: 10 }, { reps: 5 }], blocks: [{ exercise: squat }] },
        ],
      },
    ],
  ],
  ["30sec squat", [{ exercise: { name: "Squat", work: 30 } }]],
  ["1:30 squat", [{ exercise: { name: "Squat", work: 90 } }]],
  ["15 step up alternating", [{ exercise: { name: "Step up", reps: 15, sides: "alternating" } }]],
  ["10 squat prepare 0", [{ exercise: squat, prepare: 0 }]],
  ["10 fran", [{ exercise: { name: "Fran", reps: 10 } }]],
  ["4000 squat", [{ exercise: { name: "Squat", reps: 4000 } }]],
  ["5 row, 10 st. squat", [{ exercise: { name: "Row", reps: 5 } }, { exercise: { name: "St. squat", reps: 10 } }]],
  ["-  10 squat", [{ exercise: squat }]],
  [
    "1x12 march rest 45s, 10 squat",
    [{ exercise: "psoas-march", reps: 12, sets: 1 }, { rest: 45 }, { exercise: squat }],
  ],
  ["every 60s x10 3x(10 squat)", [{ rounds: 10, every: 60, blocks: [{ rounds: 3, blocks: [{ exercise: squat }] }] }]],
  [
    "(2x(10 squat), 10 march)",
    [
      {
        rounds: 1,
        blocks: [
          { rounds: 2, blocks: [{ exercise: squat }] },
          { exercise: "psoas-march", reps: 10, sets: 1 },
        ],
      },
    ],
  ],
  [
    "3 rounds: (10 squat), 10 march",
    [
      {
        rounds: 3,
        blocks: [
          { rounds: 1, blocks: [{ exercise: squat }] },
          { exercise: "psoas-march", reps: 10, sets: 1 },
        ],
      },
    ],
  ],
] as const)("%s", (line, blocks) => {
  expect(blocksOf(line)).toEqual(blocks);
});

test.each([
  ["3x(10 squat, 30 plank", "column 14: a figure without a unit: 30s or 30 reps?"],
  ["3x(10 squat", "column 3: this parenthesis is not closed"],
  ["", "column 1: the line is empty: write an exercise, such as 10 squat or 30s plank"],
  ["10", "column 3: 10 of what? Write 10 squat"],
  ["squat", "column 1: how long, or how many? Write 30s squat or 10 squat"],
  ["10 squat, ", "column 10: expected an exercise, the line ends"],
  ["10 squat; 5 row", 'column 9: expected a comma or the end, found ";"'],
  [
    "30s march",
    'column 1: psoas-march is done in repetitions: write 10 psoas-march, or 30s "march" for one of your own',
  ],
  [
    "march 10m",
    'column 7: psoas-march is done in repetitions: write 10 psoas-march, or 600s "march" for one of your own',
  ],
  [
    "1m 30s march",
    'column 1: psoas-march is done in repetitions: write 10 psoas-march, or 1m 30s "march" for one of your own',
  ],
  ["30 pigeon", "column 1: a figure without a unit: 30s or 30 reps?"],
  [
    "30 reps pigeon",
    'column 1: pigeon-pose is done for a time: write 30s pigeon-pose, or 30 "pigeon" for one of your own',
  ],
  ["3 bridge left", "column 10: left changes nothing: glute-bridge works both sides at once"],
  ["10 squat left", "column 10: left changes nothing: squat has no sides: write each side"],
  ["10 squat rest 10s rest 5s", "column 19: rest is given twice"],
  ["10 squat tempo fast", "column 16: expected lower-pause-lift-pause in seconds, such as 5-0-1-0 or 30X1"],
  ["30s squat tempo 3-0-3-0", "column 17: Squat is done for a time: a tempo changes nothing"],
  ["0x10 squat", "column 1: expected 1 or more"],
  ["0 squat", "column 1: expected a figure above 0"],
  ["20s-15 plank", "column 1: either all times or all repetitions"],
  ["2x8 curl @22kg-20kg-18kg", "column 10: 3 loads for 2 sets"],
  ["21-15-9: thruster, 5 pull-up", "column 20: the ladder says how many: leave out the figure"],
  ["(((((10 squat)))))", "column 5: groups go 4 deep at most"],
  ['10 "squat', "column 4: the quotes are not closed"],
  [
    "5 thomas-test",
    'column 1: thomas-test waits for you: write it without a figure, or 5 "thomas-test" for one of your own',
  ],
])("%s is refused", (line, message) => {
  expect(faultOf(line)).toBe(message);
});

test("the test that waits for its answers is done without a figure", () => {
  expect(blocksOf("thomas-test")).toEqual([{ exercise: "thomas-test" }]);
});
