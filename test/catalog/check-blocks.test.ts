/** Blocks against their exercises: what a routine names and overrides has to be there. */
import { expect, test } from "vitest";
import { collectExerciseIds, findBlockFaults } from "../../src/catalog/check-blocks.ts";
import type { BlockInput, RoutineFile } from "../../src/catalog/schema.ts";
import { ALTERNATING, exercise, hold, OPEN, tempo } from "../support/content.ts";

const exercises = new Map(
  [
    exercise({ id: "pigeon", pattern: hold(30) }),
    exercise({ id: "march", pattern: tempo(3, 1, 3), sides: ALTERNATING }),
    exercise({ id: "leg-test", pattern: OPEN }),
  ].map((one) => [one.id, one]),
);
const routineOf = (parts: Partial<RoutineFile>): RoutineFile => ({ id: "r", name: "R", summary: "S.", ...parts });
const faultsOf = (parts: Partial<RoutineFile>) =>
  findBlockFaults(routineOf(parts), exercises).map(({ path, message }) => `${path.join(".")}: ${message}`);

test.each<[BlockInput, string[]]>([
  [{ exercise: "pigeon", hold: 20, reps: 2, sets: 3, rest: 0 }, []],
  [{ exercise: "march", tempo: "3-0-3-1", reps: 2, side: "left" }, []],
  [{ exercise: "leg-test", sets: 2, rest: 10 }, []],
  [{ exercise: "pigeon", tempo: "3-0-3-1" }, ["blocks.0.tempo: expected none, as pigeon is not done in a tempo"]],
  [{ exercise: "leg-test", tempo: "3-0-3-1" }, ["blocks.0.tempo: expected none, as leg-test is not done in a tempo"]],
  [{ exercise: "leg-test", reps: 3 }, ["blocks.0.reps: expected none, as leg-test waits for the person"]],
  [{ exercise: "pigeon", side: "left" }, ["blocks.0.side: expected none, as pigeon works both sides at once"]],
  [{ exercise: "leg-test", hold: 0 }, ["blocks.0.hold: expected none, as leg-test waits for the person"]],
  [{ exercise: "march", hold: 0 }, ["blocks.0.hold: expected none, as a repetition of march has 4 strokes"]],
  [{ exercise: "pigeon", hold: [0, 9] }, ["blocks.0.hold: expected a hold that lasts, found 0 seconds"]],
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
  expect(collectExerciseIds(routineOf({ sections }))).toEqual(["pigeon", "leg-test"]);
});
