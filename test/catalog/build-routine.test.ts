/** A routine from its file: sections, rests, exercises of its own, and what is wrong with them. */
import { describe, expect, test } from "vitest";
import { exercisesOf } from "../../src/catalog/create-routine.ts";
import type { Block } from "../../src/catalog/types.ts";
import { build, faultsOf, known } from "./built-routine.ts";

const guide = (amount: unknown) => ({ amount, basis: "guide", reason: null });
const single = (value: number) => ({ type: "single", value });

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
