/** A routine from its file: sections, groups, rests, exercises of its own, and what is wrong with them. */
import { describe, expect, test } from "vitest";
import { buildRoutine, type IdentifiedRoutineFile } from "../../src/catalog/build-routine.ts";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import { exercisesOf } from "../../src/catalog/own-exercises.ts";
import type { Block, Routine } from "../../src/catalog/types.ts";
import { routineFile } from "../support/catalog-files.ts";
import { each, exercise, hold, OPEN, stroke } from "../support/content.ts";

const lowering = { ...stroke("eccentric", 3), cue: "Slowly." };
const known = new Map<string, Exercise>(
  [
    exercise({ id: "march", pattern: { type: "strokes", strokes: [lowering, stroke("concentric", 1)] } }),
    exercise({ id: "pigeon", pattern: hold(30), sides: each("set-by-set") }),
    exercise({ id: "leg-test", pattern: OPEN }),
    exercise({ id: "squat", pattern: { type: "paced" }, reps: 10 }),
    exercise({ id: "a" }),
  ].map((one) => [one.id, one]),
);
const guide = (amount: unknown) => ({ amount, basis: "guide", reason: null });
const single = (value: number) => ({ type: "single", value });

const buildFrom = (parts: Record<string, unknown>) =>
  buildRoutine({ ...routineFile(), ...parts } as unknown as IdentifiedRoutineFile, known, "yours");

function build(parts: Record<string, unknown>): Routine {
  const { routine, faults } = buildFrom(parts);
  if (!routine) throw new Error(JSON.stringify(faults));
  return routine;
}

const faultsOf = (...blocks: readonly unknown[]) =>
  buildFrom({ blocks }).faults.map(({ path, message }) => `${path.join(".")}: ${message}`);

test("a routine without sections is one section without a title", () => {
  const blocks = [{ exercise: "pigeon", sets: [1, 2], hold: 20, rest: 5, reps: 2, equipment: [], side: "left" }];
  const made = build({ blocks });
  expect(made).toMatchObject({ aliases: [], about: [], notice: null, source: null, origin: "yours" });
  expect(made.sections).toEqual([
    {
      title: "",
      summary: null,
      advice: [],
      source: null,
      blocks: [
        {
          exercise: "pigeon",
          sets: guide({ type: "range", low: 1, high: 2 }),
          reps: guide(single(2)),
          hold: guide(single(20)),
          strokes: null,
          rest: guide(single(5)),
          equipment: [],
          side: "left",
          priority: 5,
          note: null,
        },
      ],
    },
  ]);
});

test("a routine with sections, and all that it may say", () => {
  const source = { guide: "A guide" };
  const full = { guide: "A guide", section: null, author: null };
  const about = { topic: "facts", title: "Why", items: ["Because."] };
  const said = { aliases: ["m"], notice: "Stop when it hurts." };
  const sections = [
    { title: "Test", summary: "Why.", part: "test", source, blocks: [{ exercise: "a", priority: 1, note: "Slowly." }] },
    { title: "Know", advice: ["Breathe."] },
  ];
  const parts = { blocks: undefined, sections, source, about: [{ ...about, source }, about], ...said };
  const made = build(parts);
  expect(made).toMatchObject({
    ...said,
    source: full,
    about: [
      { ...about, source: full },
      { ...about, source: null },
    ],
  });
  const block = { exercise: "a", sets: null, reps: null, hold: null, rest: null, equipment: null, strokes: null };
  expect(made.sections).toEqual([
    {
      ...{ title: "Test", summary: "Why.", part: "test", source: full, advice: [] },
      blocks: [{ ...block, priority: 1, note: "Slowly." }],
    },
    { title: "Know", summary: null, source: null, advice: ["Breathe."], blocks: [] },
  ]);
});

test("a block's tempo keeps the exercise's start and cues", () => {
  const strokesOf = (id: string) =>
    build({ blocks: [{ exercise: id, tempo: "4-0-2-0" }] }).sections[0]?.blocks[0]?.strokes;
  expect(strokesOf("march")?.map(({ phase, cue }) => `${phase} ${cue}`)).toEqual([
    "eccentric Slowly.",
    "pause-bottom null",
    "concentric null",
    "pause-top null",
  ]);
});

describe("groups", () => {
  const work = { exercise: { name: "Work", work: 20 } };

  test("stand as a tree over the blocks, which are the same objects in the flat list", () => {
    const { sections } = build({
      blocks: [
        { exercise: "squat" },
        {
          rounds: 2,
          name: "Pair",
          note: "Fast.",
          between: 5,
          rest: 60,
          prepare: 3,
          switch: 2,
          blocks: [work, { exercise: "pigeon" }],
        },
        { rest: 10, note: "Drink" },
      ],
    });
    const [section] = sections;
    const [first, second, third] = section?.blocks ?? [];
    expect(section?.items).toEqual([
      { type: "block", block: first },
      {
        type: "group",
        group: {
          ...{ name: "Pair", note: "Fast.", rounds: [{}, {}], between: 5, rest: 60, prepare: 3, switch: 2 },
          items: [
            { type: "block", block: second },
            { type: "block", block: third },
          ],
        },
      },
      { type: "rest", rest: { rest: 10, note: "Drink" } },
    ]);
    const [, item] = section?.items ?? [];
    const [inner] = item?.type === "group" ? item.group.items : [];
    expect(inner?.type === "block" && inner.block === second).toBe(true);
  });

  test("a ladder has the values of each round, and a group without rounds has one", () => {
    const [ladder, once] = (build({
      blocks: [
        { rounds: [{ reps: 21 }, { reps: 15, load: "20 kg" }], blocks: [{ exercise: "squat" }] },
        { blocks: [work] },
      ],
    }).sections[0]?.items ?? []) as readonly { group: { rounds: unknown } }[];
    expect(ladder?.group.rounds).toEqual([{ reps: 21 }, { reps: 15, load: "20 kg" }]);
    expect(once?.group).toMatchObject({ rounds: [{}], between: 0, rest: 0 });
  });

  test.each<[string, unknown, string[]]>([
    [
      "nothing but rests",
      { rounds: 3, blocks: [{ rest: 10 }] },
      ["blocks.0.blocks: expected an exercise, found only rests"],
    ],
    [
      "a rest after one round",
      { rounds: 1, rest: 5, blocks: [work] },
      ["blocks.0.rest: expected none, as there is one round"],
    ],
    [
      "time between one block",
      { rounds: 2, between: 5, blocks: [work, { rest: 3 }] },
      ["blocks.0.between: expected none, as there is nothing to stand between"],
    ],
    [
      "a ladder of repetitions over holds",
      { rounds: [{ reps: 3 }, { reps: 2 }], blocks: [{ exercise: "pigeon" }, { exercise: "leg-test" }] },
      ["blocks.0.rounds.0.reps: expected none, as no exercise in the group is done in repetitions"],
    ],
    [
      "a ladder of holds over repetitions",
      { rounds: [{ load: "a" }, { hold: 2 }], blocks: [{ exercise: "squat" }] },
      ["blocks.0.rounds.1.hold: expected none, as no exercise in the group is one timed stroke"],
    ],
    [
      "a ladder of nothing",
      { rounds: [{}, {}], blocks: [work] },
      ["blocks.0.rounds: expected a number of rounds, as none has values of its own, found a list of 2"],
    ],
    [
      "a figure that the ladder replaces",
      { rounds: [{ reps: 3 }, { reps: 2 }], blocks: [{ blocks: [{ exercise: "squat", reps: 5 }] }] },
      ["blocks.0.blocks.0.blocks.0.reps: expected none, as each round of the ladder has its own reps"],
    ],
    [
      "a switch of no sides",
      { rounds: 2, switch: 5, blocks: [{ exercise: "squat" }] },
      ["blocks.0.switch: expected none, as no exercise in it changes sides"],
    ],
    [
      "a get-ready in the middle of a group",
      { rounds: 2, blocks: [{ exercise: "squat" }, { prepare: 4, blocks: [work] }] },
      ["blocks.0.blocks.1.prepare: expected none, as a group inside a group or after a rest has no get-ready"],
    ],
    [
      "an unknown exercise deep down, beside another fault",
      { rounds: 1, rest: 9, blocks: [{ blocks: [{ exercise: "sqaut" }] }] },
      [
        "blocks.0.rest: expected none, as there is one round",
        'blocks.0.blocks.0.blocks.0.exercise: there is no exercise "sqaut"; did you mean squat?',
      ],
    ],
    [
      "too many steps",
      { rounds: 1000, blocks: [{ rounds: 1000, blocks: [work] }] },
      ["blocks: expected at most 100000 steps, found up to 3001000"],
    ],
    [
      "too deep",
      { blocks: [{ blocks: [{ blocks: [{ blocks: [{ blocks: [work] }] }] }] }] },
      ["blocks.0.blocks.0.blocks.0.blocks.0.blocks.0: expected groups at most 4 deep, found one 5 deep"],
    ],
  ])("%s is a fault", (_what, group, faults) => {
    expect(faultsOf(group)).toEqual(faults);
  });

  test("a get-ready of a group after a rest would never stand", () => {
    expect(faultsOf({ rest: 9 }, { prepare: 3, blocks: [work] })).toHaveLength(1);
    expect(faultsOf(work, { prepare: 3, blocks: [{ prepare: 2, blocks: [work] }] })).toEqual([]);
  });
});

describe("exercises of its own", () => {
  const blocksOf = (...blocks: readonly unknown[]): readonly Block[] => build({ blocks }).sections[0]?.blocks ?? [];

  test("stand in a block or in a list, and are found by name", () => {
    const routine = build({
      exercises: [{ name: "Heel drop", reps: 15, aliases: ["drop"] }],
      blocks: [
        { exercise: "heel drop" },
        { exercise: "DROP" },
        { exercise: { name: "Plank", hold: 30 } },
        { exercise: "plank" },
      ],
    });
    expect(routine.sections[0]?.blocks.map((block) => block.exercise)).toEqual([
      "heel-drop",
      "heel-drop",
      "plank",
      "plank",
    ]);
    expect(routine.ownExercises?.map(({ id }) => id)).toEqual(["heel-drop", "plank"]);
    expect(exercisesOf(routine, known).get("plank")).toMatchObject({ name: "Plank", origin: "yours" });
    expect(exercisesOf(routine, known).get("squat")).toBe(known.get("squat"));
  });

  test("are in front of the catalogue's, and absent where there are none", () => {
    const routine = build({ blocks: [{ exercise: { name: "Squat", reps: 3 } }] });
    expect(exercisesOf(routine, known).get("squat")?.dose.reps).toEqual(guide(single(3)));
    expect(build({ blocks: [{ exercise: "squat" }] })).not.toHaveProperty("ownExercises");
    expect(exercisesOf({}, known)).toBe(known);
  });

  test("the same one with another figure is another dose of it", () => {
    const blocks = blocksOf(
      { exercise: { name: "Walk", work: 300 } },
      { exercise: { name: "Walk", work: 120 } },
      { exercise: { name: "walk", work: 300 } },
    );
    expect(blocks.map((block) => [block.exercise, block.hold])).toEqual([
      ["walk", null],
      ["walk", guide(single(120))],
      ["walk", null],
    ]);
  });

  test.each<[string, unknown[], string[]]>([
    [
      "one name for two exercises",
      [{ exercise: { name: "Squat", reps: 3 } }, { exercise: { name: "Squat", work: 30 } }],
      ['blocks.1.exercise.name: expected a name of its own, found "Squat", which another exercise here has too'],
    ],
    [
      "no figure",
      [{ exercise: { name: "Squat" } }],
      ["blocks.0.exercise: a figure is missing; expected work, hold or reps, or strokes"],
    ],
    [
      "a figure that lasts no time",
      [{ exercise: { name: "Plank", hold: 0 } }],
      ["blocks.0.exercise.hold: expected a repetition that lasts, found strokes of 0 seconds"],
    ],
  ])("%s is a fault", (_what, blocks, faults) => {
    expect(faultsOf(...blocks)).toEqual(faults);
  });
});
