/** Fields of a routine, a group or a block that change nothing where they stand, and the ones that do. */
import { describe, expect, test } from "vitest";
import { buildRoutine, type IdentifiedRoutineFile } from "../../src/catalog/build-routine.ts";
import { each, exercise, hold, OPEN, tempo } from "../support/content.ts";

const FIGURE = { poses: {} } as never;
const known = new Map(
  [
    exercise({ id: "plank", pattern: hold(30) }),
    exercise({ id: "pulse", pattern: hold(5), reps: 10 }),
    { ...exercise({ id: "lunge", pattern: hold(30), sides: each("set-by-set") }), figure: FIGURE },
    exercise({ id: "squat", pattern: { type: "paced" }, reps: 10 }),
    exercise({ id: "march", pattern: tempo(3, 1, 3), reps: 8 }),
    exercise({ id: "leg-test", pattern: OPEN }),
  ].map((one) => [one.id, one]),
);

const build = (parts: Record<string, unknown>) =>
  buildRoutine({ id: "r", name: "R", ...parts } as unknown as IdentifiedRoutineFile, known, "yours");
const faultsOf = (parts: Record<string, unknown>) =>
  build(parts).faults.map(({ path, message }) => `${path.join(".")}: ${message}`);

const plank = { exercise: "plank" };
const squat = { exercise: "squat" };
const lunge = { exercise: "lunge" };
const group = (parts: Record<string, unknown>, ...blocks: unknown[]) => ({
  blocks: [{ rounds: 2, ...parts, blocks: blocks.length > 0 ? blocks : [plank, squat] }],
});

describe("a group on the clock", () => {
  const left = "what is left of an interval is the rest";

  test.each<[Record<string, unknown>, string[]]>([
    [group({ every: 60 }), []],
    [
      group({ every: 60, rounds: undefined }),
      ["blocks.0.rounds: missing; expected how many rounds begin on this interval"],
    ],
    [group({ every: 60, cap: 300 }), ["blocks.0.cap: expected none beside every, which says when each round ends"]],
    [
      group({ every: 60, count: "up" }),
      ["blocks.0.count: expected none beside every, which says when each round ends"],
    ],
    [group({ every: 60, rest: 10 }), [`blocks.0.rest: expected none beside every: ${left}`]],
    [
      group({ every: 60 }, plank, { rest: 10 }),
      [`blocks.0.blocks.1: expected no rest at the end of a round beside every: ${left}`],
    ],
    [group({ every: 60 }, plank, { rest: 10 }, squat), []],
    [group({ count: "up", cap: 300 }), []],
    [group({ count: "up" }), []],
    [
      group({ count: "up", cap: 300, rounds: undefined }),
      ["blocks.0.count: expected rounds beside it; without them, as many rounds as possible are done until the cap"],
    ],
  ])("%#", (parts, faults) => {
    expect(faultsOf(parts)).toEqual(faults);
  });
});

describe("a group of which chance chooses", () => {
  const noRest = "expected no rest where what follows is random: use between, in seconds";

  test.each<[Record<string, unknown>, string[]]>([
    [group({ pick: 1 }), []],
    [group({ shuffle: true, between: 10 }), []],
    [group({ shuffle: true }, { rest: 10 }, plank, squat), [`blocks.0.blocks.0: ${noRest}`]],
    [group({ pick: 1 }, plank, { rest: 10 }, squat), [`blocks.0.blocks.1: ${noRest}`]],
    [group({}, plank, { rest: 10 }, squat), []],
    [group({ pick: 2 }), ["blocks.0.pick: expected fewer than the 2 blocks of the group, found 2"]],
    [group({ pick: 1 }, plank), ["blocks.0.pick: expected fewer than the 1 block of the group, found 1"]],
    [group({ shuffle: true }, plank), ["blocks.0.shuffle: expected none, as one block has no order"]],
    [group({ shuffle: true, pick: 1 }), ["blocks.0.shuffle: expected none, as one block has no order"]],
    [group({ pick: 1, between: 5 }), ["blocks.0.between: expected none, as there is nothing to stand between"]],
    [group({ pick: 2, between: 5 }, plank, squat, lunge), []],
  ])("%#", (parts, faults) => {
    expect(faultsOf(parts)).toEqual(faults);
  });
});

describe("rests, rounds and ladders", () => {
  const ladder = (...rounds: unknown[]) => ({ rounds });

  test.each<[Record<string, unknown>, string[]]>([
    [group({ rest: 10 }), []],
    [group({ rest: 10, rounds: 1 }), ["blocks.0.rest: expected none, as there is one round"]],
    [group({ rest: 10, rounds: 1, cap: 100 }), ["blocks.0.rest: expected none, as there is one round"]],
    [group({ rest: 10, rounds: undefined }), ["blocks.0.rest: expected none, as there is one round"]],
    [group({ rest: 10, rounds: undefined, cap: 100 }), []],
    [group(ladder({ reps: 9 }, { reps: 6 })), []],
    [group(ladder({ reps: 9 }, {}), { ...squat, reps: 5 }), []],
    [
      group(ladder({ reps: 9 }, { reps: 6 }), { ...squat, reps: 5 }),
      ["blocks.0.blocks.0.reps: expected none, as each round of the ladder has its own reps"],
    ],
    [
      group(ladder({}, { hold: 6 }), squat),
      ["blocks.0.rounds.1.hold: expected none, as no exercise in the group is one timed stroke"],
    ],
    [group(ladder({ hold: 9 }, { hold: 6 }), squat, plank), []],
    [
      group(ladder({ hold: 9 }, { hold: 6 }), squat, { ...plank, hold: 20 }),
      ["blocks.0.blocks.1.hold: expected none, as each round of the ladder has its own hold"],
    ],
    // A single hold is not counted: repetitions of its own are no contradiction, but of a repeated hold they are.
    [
      group(ladder({ reps: 9 }, { reps: 6 }), plank),
      ["blocks.0.rounds.0.reps: expected none, as no exercise in the group is done in repetitions"],
    ],
    [group(ladder({ reps: 9 }, { reps: 6 }), { exercise: "pulse" }), []],
    [group(ladder({ reps: 9 }, { reps: 6 }), plank, { exercise: "march" }), []],
    [group(ladder({ reps: 9 }, { reps: 6 }), squat, { ...plank, reps: 1 }), []],
    [
      group(ladder({ reps: 9 }, { reps: 6 }), { exercise: "leg-test" }),
      ["blocks.0.rounds.0.reps: expected none, as no exercise in the group is done in repetitions"],
    ],
    [group(ladder({ load: "5 kg" }, { load: "4 kg" }), { exercise: "leg-test" }), []],
    // Where only some blocks have a load, it says which of them those of the rounds are for.
    [group(ladder({ load: "5 kg" }, { load: "4 kg" }), squat, { ...plank, load: "5 kg" }), []],
    [group(ladder({ load: "5 kg" }, {}), squat, { ...plank, load: "1 kg" }), []],
    [
      group(ladder({ load: "5 kg" }, { load: "4 kg" }), squat, { ...plank, load: "1 kg" }),
      [
        `blocks.0.blocks.1.load: expected none, or one of the rounds' as a mark that they are for it, as they replace "1 kg"`,
      ],
    ],
    [
      group(ladder({ load: "5 kg" }, { load: "4 kg" }), { rounds: 2, blocks: [squat, { ...plank, load: "1 kg" }] }),
      [
        `blocks.0.blocks.0.blocks.1.load: expected none, or one of the rounds' as a mark that they are for it, as they replace "1 kg"`,
      ],
    ],
    [
      group(ladder({ load: "5 kg" }, { load: "4 kg" }), { ...squat, load: "1 kg" }),
      ["blocks.0.blocks.0.load: expected none, as each round of the ladder has its own load"],
    ],
    // Sets with loads of their own keep them.
    [group(ladder({ load: "5 kg" }, { load: "4 kg" }), { ...squat, sets: [{ load: "1 kg" }, {}] }), []],
    [group(ladder({ reps: 9 }, { reps: 6 }), { rest: 5 }, { rounds: 2, blocks: [squat] }), []],
  ])("%#", (parts, faults) => {
    expect(faultsOf(parts)).toEqual(faults);
  });
});

describe("time to change sides and to get ready", () => {
  const noSides = "expected none, as no exercise in it changes sides";

  test.each<[Record<string, unknown>, string[]]>([
    [{ switch: 5, blocks: [plank, lunge] }, []],
    [{ switch: 5, blocks: [{ rounds: 2, blocks: [lunge] }] }, []],
    [{ switch: 5, blocks: [plank, { rest: 10 }, squat] }, [`switch: ${noSides}`]],
    [{ switch: 5, blocks: [{ ...lunge, side: "left" }] }, [`switch: ${noSides}`]],
    [{ switch: 5, sections: [{ title: "A", blocks: [lunge] }] }, []],
    [
      {
        sections: [
          { title: "A", switch: 5, blocks: [plank] },
          { title: "B", blocks: [lunge] },
        ],
      },
      [`sections.0.switch: ${noSides}`],
    ],
    [{ sections: [{ title: "A", switch: 5, blocks: [lunge] }] }, []],
    [
      {
        sections: [
          { title: "A", prepare: 5, advice: ["Breathe."] },
          { title: "B", blocks: [plank] },
        ],
      },
      ["sections.0.prepare: expected none, as there is nothing to do"],
    ],
    [{ sections: [{ title: "A", prepare: 5, blocks: [plank] }] }, []],
    [group({ switch: 5 }, { rest: 5 }, plank), [`blocks.0.switch: ${noSides}`]],
    [group({ switch: 5 }, plank, lunge), []],
  ])("%#", (parts, faults) => {
    expect(faultsOf(parts)).toEqual(faults);
  });

  test("is kept where it says something", () => {
    const { routine } = build({
      ...{ prepare: 3, switch: 4 },
      sections: [{ title: "A", prepare: 5, switch: 6, blocks: [{ ...lunge, prepare: 7, switch: 8 }] }],
    });
    expect(routine).toMatchObject({ prepare: 3, switch: 4 });
    expect(routine?.sections[0]).toMatchObject({ prepare: 5, switch: 6 });
    expect(routine?.sections[0]?.blocks[0]).toMatchObject({ prepare: 7, switch: 8 });
  });
});

describe("a block", () => {
  test.each<[Record<string, unknown>, string[]]>([
    [{ ...lunge, figure: { poses: {} } }, ["blocks.0.figure: expected none, as it is the figure of lunge"]],
    [{ ...lunge, figure: { poses: { a: 1 } } }, []],
    [{ ...plank, sets: [{}, { hold: 5 }] }, []],
    [{ ...plank, hold: 20, sets: [{ hold: 9 }, {}] }, []],
    [
      { ...plank, hold: 20, sets: [{ hold: 9 }, { hold: 8 }] },
      ["blocks.0.hold: expected none, as each of the sets has its own hold"],
    ],
    [{ ...plank, load: "5 kg", sets: [{ hold: 9 }, { hold: 8 }] }, []],
  ])("%#", (block, faults) => {
    expect(faultsOf({ blocks: [block] })).toEqual(faults);
  });

  test("keeps a position, a figure and sets of its own", () => {
    const own = { position: "Sit.", figure: { poses: { a: 1 } } };
    const sets = [
      { rest: 5, note: "Slowly." },
      { tempo: "4-0-2-0", reps: 3 },
    ];
    const { routine } = build({ blocks: [{ exercise: "march", ...own, sets }] });
    const [block] = routine?.sections[0]?.blocks ?? [];
    expect(block).toMatchObject({ ...own, ownSets: [{ rest: 5, note: "Slowly." }, { reps: 3 }] });
    expect(block?.ownSets?.map(({ strokes }) => strokes?.map(({ phase }) => phase).join(" "))).toEqual([
      undefined,
      "concentric pause-top eccentric pause-bottom",
    ]);
  });
});
