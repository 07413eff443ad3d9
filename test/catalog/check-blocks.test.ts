/** Blocks against their exercises: what a routine names and overrides has to be there. */
import { expect, test } from "vitest";
import { buildRoutine, type IdentifiedRoutineFile } from "../../src/catalog/build-routine.ts";
import { collectBlocks } from "../../src/catalog/own-exercises.ts";
import type { BlockInput } from "../../src/catalog/schema-blocks.ts";
import { ALTERNATING, each, exercise, hold, OPEN, tempo } from "../support/content.ts";

const exercises = new Map(
  [
    exercise({ id: "pigeon", pattern: hold(30) }),
    exercise({ id: "march", pattern: tempo(3, 1, 3), sides: ALTERNATING }),
    exercise({ id: "leg-test", pattern: OPEN }),
    exercise({ id: "push-up", pattern: { type: "paced" }, reps: 10 }),
    exercise({ id: "lunge", pattern: { type: "paced" }, reps: 8, sides: each("set-by-set") }),
  ].map((one) => [one.id, one]),
);
const routineOf = (parts: Partial<IdentifiedRoutineFile>): IdentifiedRoutineFile => ({ id: "r", name: "R", ...parts });
const faultsOf = (parts: Partial<IdentifiedRoutineFile>) =>
  buildRoutine(routineOf(parts), exercises, "yours").faults.map(({ path, message }) => `${path.join(".")}: ${message}`);

test.each<[BlockInput, string[]]>([
  [{ exercise: "pigeon", hold: 20, reps: 2, sets: 3, rest: 0 }, []],
  [{ exercise: "march", tempo: "3-0-3-1", reps: 2, side: "left" }, []],
  [{ exercise: "leg-test", sets: 2, rest: 10 }, []],
  [{ exercise: "march", position: "Sit on a chair." }, []],
  [{ exercise: "march", position: "Kneel." }, ["blocks.0.position: expected none, as it is the position of march"]],
  [{ exercise: "pigeon", tempo: "3-0-3-1" }, ["blocks.0.tempo: expected none, as pigeon is not done in a tempo"]],
  [{ exercise: "leg-test", tempo: "3-0-3-1" }, ["blocks.0.tempo: expected none, as leg-test is not done in a tempo"]],
  [{ exercise: "leg-test", reps: 3 }, ["blocks.0.reps: expected none, as leg-test waits for the person"]],
  [{ exercise: "pigeon", side: "left" }, ["blocks.0.side: expected none, as pigeon works both sides at once"]],
  [{ exercise: "leg-test", hold: 0 }, ["blocks.0.hold: expected none, as leg-test waits for the person"]],
  [{ exercise: "march", hold: 0 }, ["blocks.0.hold: expected none, as a repetition of march has 4 strokes"]],
  [{ exercise: "pigeon", hold: [0, 9] }, ["blocks.0.hold: expected a hold that lasts, found 0 seconds"]],
  [{ exercise: "push-up", hold: 5 }, ["blocks.0.hold: expected none, as push-up is done in repetitions"]],
  [
    { exercise: "push-up", rest: 30 },
    ['blocks.0.rest: expected none, as there is one set; a rest after it stands on its own: { "rest": 30 }'],
  ],
  [{ exercise: "push-up", sets: [1, 3], rest: 30 }, []],
  [{ exercise: "push-up", sets: [{ reps: 10 }, { reps: 8, load: "22 kg" }, { reps: 6, rest: 0 }], rest: 30 }, []],
  [
    { exercise: "push-up", sets: [{}, {}] },
    ["blocks.0.sets: expected a number, as no set has values of its own, found a list of 2"],
  ],
  [
    { exercise: "push-up", sets: [{ reps: 1 }, { hold: 2 }, { tempo: "3-0-3-0" }] },
    [
      "blocks.0.sets.1.hold: expected none, as push-up is done in repetitions",
      "blocks.0.sets.2.tempo: expected none, as push-up is not done in a tempo",
    ],
  ],
  [
    {
      exercise: "push-up",
      sets: [
        { reps: 5, load: "a" },
        { reps: 4, load: "b" },
      ],
      reps: 3,
      load: "c",
    },
    [
      "blocks.0.reps: expected none, as each of the sets has its own reps",
      "blocks.0.load: expected none, as each of the sets has its own load",
    ],
  ],
  [{ exercise: "push-up", switch: 3 }, ["blocks.0.switch: expected none, as push-up does not change sides here"]],
  [{ exercise: "lunge", switch: 3, prepare: 0 }, []],
  [
    { exercise: "lunge", switch: 3, side: "left" },
    ["blocks.0.switch: expected none, as lunge does not change sides here"],
  ],
  [{ exercise: "The-Push-up" }, []],
  [{ exercise: "push" }, []],
  [{ exercise: "l" }, ['blocks.0.exercise: expected one exercise, found "l", which could be leg-test or lunge']],
  [{ exercise: "marhc" }, ['blocks.0.exercise: there is no exercise "marhc"; did you mean march?']],
  [{ exercise: "xyz" }, ['blocks.0.exercise: there is no exercise "xyz"; see all with: unwind list exercises']],
])("%j", (block, faults) => {
  expect(faultsOf({ blocks: [block] })).toEqual(faults);
});

test("blocks of sections are found at their place", () => {
  const sections = [
    { title: "Know", advice: ["Breathe."] },
    { title: "Do", blocks: [{ exercise: "pigeon" }, { exercise: "leg-test", reps: 3 }] },
  ];
  expect(faultsOf({ sections })).toEqual(["sections.1.blocks.1.reps: expected none, as leg-test waits for the person"]);
  expect(collectBlocks({ sections }).map(({ block }) => block.exercise)).toEqual(["pigeon", "leg-test"]);
});
