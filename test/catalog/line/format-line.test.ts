/** A routine said in one line: what is written is read back as the same routine. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatLine } from "../../../src/catalog/line/format-line.ts";
import { parseLine } from "../../../src/catalog/line/parse-line.ts";
import type { LineBlock, LineExercise, LineGroup, LineItem } from "../../../src/catalog/line/types.ts";
import { findKnown } from "./known.ts";

test.each([
  "8x(20s work, 10s rest)",
  "3x(10 squat, 30s plank, 15s rest) rest 60s",
  "10x(5 pull-up, 10 push-up) between 10s",
  "21-15-9: thruster @40 kg, pull-up",
  "3x15 heel drop each side tempo 5-0-1-0 rest 60s, 10m walk",
  "25m focus, 5m break",
  "10-8-6 push-up rest 1m30s",
  "3x8 curl @22 kg-20 kg-17.5 kg",
  "2x(30 reps plank, (10-5: psoas-march left)), 2x pigeon-pose",
  '10 "iPhone drop", 20s run @"5 % slope"',
  "10 rounds every 60s: 5 pull-up, 10 push-up",
  "5x((5 pull-up) every 60s, (10 push-up) every 60s)",
  "amrap 12m: 5 pull-up, 10 push-up, 15 squat",
  "amrap 10m rest 30s: 5 pull-up, (for time cap 60s: 10 push-up)",
  "21-15-9 for time cap 12m: thruster @40 kg, pull-up",
  "3 rounds for time: 400 squat",
  "for time: 50 squat",
  "3x(10 squat, 10 step up, 10 push-up, 10 row) between 30s pick 3 shuffle",
  "(10 squat, 10 step up, 10 push-up) pick 2",
  "4 breath inhale 4s hold 7s exhale 8s",
  "15 push-up pace 2s cap 60s, 10 knee cap cap 60s",
])("%s is written as it was read", (line) => {
  expect(formatLine(parseLine(line, findKnown), findKnown)).toBe(line);
});

test.each<[string, LineItem]>([
  ["a rest with words of its own", { rest: 60, note: "Drink some water" }],
  [
    "a ladder that changes loads",
    { rounds: [{ load: "20 kg" }, { load: "22 kg" }], blocks: [{ exercise: "pigeon-pose" }] },
  ],
  ["sets that differ in repetitions and time", { exercise: "psoas-march", sets: [{ reps: 5 }, { hold: 5 }] }],
])("%s cannot be said in a line", (_what, item) => {
  expect(formatLine({ blocks: [item] }, findKnown)).toBeNull();
});

const seconds = fc.oneof(fc.integer({ min: 1, max: 3600 }), fc.constantFrom(0.5, 2.5));
const counted = fc.constantFrom(
  "Squat",
  "Pull-up",
  "Step up",
  "TRX row",
  "iPhone drop",
  "March",
  "Left hook",
  "Knee cap",
  "Every pace",
  "Minute walk",
  "Sets jump",
  "Rounds of fury",
  "X press",
  "Press x",
  "Press x2",
  "X2 press",
  "Press ×3 heavy",
  "Row every 5",
  "Lunge each leg",
  "Rest",
  "Per mile",
  "Amrap",
  "On",
  "Off",
  "S",
  "Tabata squat",
  "For time",
);
const held = fc.constantFrom("Plank", "Wall sit", "Plank of iron");
const own = fc.oneof(
  fc.record({ name: fc.oneof(counted, held), reps: fc.integer({ min: 1, max: 500 }) }),
  fc.record({ name: counted, work: seconds }),
  fc.record({ name: held, hold: seconds }),
  fc.record({
    name: fc.constant("Breath"),
    reps: fc.integer({ min: 1, max: 20 }),
    strokes: fc.constantFrom<NonNullable<LineExercise["strokes"]>>(
      [
        { phase: "inhale", seconds: 4 },
        { phase: "hold", seconds: 7 },
        { phase: "exhale", seconds: 8 },
      ],
      [
        { phase: "exhale", seconds: 4 },
        { phase: "inhale", seconds: 2.5 },
      ],
    ),
  }),
);
const modifiers = fc.record(
  {
    rest: seconds,
    load: fc.constantFrom("20 kg", "green band", "5 % slope"),
    prepare: fc.constantFrom(0, 5),
    pace: fc.constantFrom(2, 2.5),
    cap: seconds,
    sets: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: [] },
);
const block: fc.Arbitrary<LineBlock> = fc.oneof(
  fc.tuple(own, modifiers).map(([exercise, rest]) => withRest({ exercise, ...rest })),
  fc
    .tuple(fc.constantFrom("psoas-march", "glute-bridge"), fc.integer({ min: 1, max: 50 }), modifiers)
    .map(([exercise, reps, rest]) => withRest({ exercise, reps, sets: 1, ...rest })),
);
/** A rest between sets needs more than one. */
const withRest = (made: LineBlock): LineBlock => {
  if (made.sets !== undefined && made.sets !== 1) return made;
  const { rest, ...others } = made;
  return others;
};
const { item } = fc.letrec<{ item: LineItem; group: LineGroup }>((tie) => ({
  item: fc.oneof({ depthSize: "small" }, block, fc.record({ rest: seconds }), tie("group")),
  group: fc
    .tuple(
      fc.oneof(
        fc.record({ rounds: fc.integer({ min: 1, max: 20 }) }),
        fc.record({ cap: seconds }),
        fc.record({ rounds: fc.integer({ min: 1, max: 20 }), every: seconds }),
        fc.record({ rounds: fc.integer({ min: 1, max: 20 }), count: fc.constant("up") }),
        fc.record({
          rounds: fc.array(fc.record({ reps: fc.integer({ min: 1, max: 30 }) }), { minLength: 2, maxLength: 5 }),
        }),
      ),
      fc.record(
        { rest: seconds, between: seconds, pick: fc.integer({ min: 1, max: 5 }), shuffle: fc.constant(true) },
        { requiredKeys: [] },
      ),
      fc.array(tie("item"), { minLength: 1, maxLength: 4 }),
    )
    .map(([form, rests, blocks]) => ({ ...form, ...rests, blocks }) as LineGroup),
}));

test("whatever a line says, it is read back as the same routine", () => {
  let [said, tried] = [0, 0];
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (made) => {
      // As a file gives them.
      const blocks: LineItem[] = JSON.parse(JSON.stringify(made));
      const line = formatLine({ blocks }, findKnown);
      tried += 1;
      if (line === null) return;
      said += 1;
      expect(parseLine(line, findKnown).blocks).toEqual(blocks);
      expect(formatLine(parseLine(line, findKnown), findKnown)).toBe(line);
    }),
    { numRuns: 2000 },
  );
  // Most can be said: the property would hold of a formatter that gives up, too.
  expect(said / tried).toBeGreaterThan(0.6);
});
