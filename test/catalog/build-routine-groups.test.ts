/** Groups from a routine's file: rounds, ladders, rests between them, and what is wrong with them. */
import { describe, expect, test } from "vitest";
import { build, faultsOf } from "./built-routine.ts";

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
