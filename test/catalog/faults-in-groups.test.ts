/** What people who write groups, sets and rests are told: each case is one mistake and the line that it earns. */
import { expect, test } from "vitest";
import { routineFile } from "../support/catalog-files.ts";
import { faultsIn } from "./faults-in.ts";

const doing = (...blocks: unknown[]) => routineFile({ blocks });
const squats = { exercise: { name: "Squat", reps: 5 } };

test.each<[what: string, file: Record<string, unknown>, fault: string]>([
  [
    "a load without its unit",
    doing({ ...squats, load: 20 }),
    'blocks[0].load: expected text in double quotes, found 20; did you mean "20 kg"?',
  ],
  [
    "a load without its unit in one set",
    doing({ ...squats, sets: [{ load: 22.5 }, { load: "20 kg" }] }),
    'blocks[0].sets[0].load: expected text in double quotes, found 22.5; did you mean "22.5 kg"?',
  ],
  [
    "an exercise in the place of a block",
    doing({ name: "Squat", reps: 5 }),
    'blocks[0]: an exercise of its own goes into "exercise": { "exercise": { "name": "Squat", … } }',
  ],
  [
    "a ladder of bare numbers",
    doing({ rounds: [{ reps: 21 }, 15], blocks: [squats] }),
    'blocks[0].rounds[1]: expected an object { }, found 15; did you mean { "reps": 15 }?',
  ],
  [
    "a negative number of rounds",
    doing({ rounds: -1, blocks: [squats] }),
    "blocks[0].rounds: expected 1 or more, found -1",
  ],
  ["half a round", doing({ rounds: 2.5, blocks: [squats] }), "blocks[0].rounds: expected a whole number, found 2.5"],
  ["no round", doing({ rounds: 0, blocks: [squats] }), "blocks[0].rounds: expected 1 or more, found 0"],
  [
    "a ladder without rungs",
    doing({ rounds: [], blocks: [squats] }),
    "blocks[0].rounds: expected at least one entry, found []",
  ],
  [
    "a rung below zero",
    doing({ rounds: [{ reps: -3 }], blocks: [squats] }),
    "blocks[0].rounds[0].reps: expected 1 or more, found -3",
  ],
  ["an empty group", doing({ rounds: 3, blocks: [] }), "blocks[0].blocks: expected at least one entry, found []"],
  ["an empty routine", doing(), "blocks: expected at least one entry, found []"],
  [
    "a negative interval",
    doing({ rounds: 2, every: -60, blocks: [squats] }),
    "blocks[0].every: expected more than 0, found -60",
  ],
  ["no time for a cap", doing({ cap: 0, blocks: [squats] }), "blocks[0].cap: expected more than 0, found 0"],
  ["a negative pick", doing({ pick: -1, blocks: [squats, squats] }), "blocks[0].pick: expected 1 or more, found -1"],
  ["a negative number of sets", doing({ ...squats, sets: -2 }), "blocks[0].sets: expected 1 or more, found -2"],
  ["half a set", doing({ ...squats, sets: 1.5 }), "blocks[0].sets: expected a whole number, found 1.5"],
  ["no sets of their own", doing({ ...squats, sets: [] }), "blocks[0].sets: expected at least one entry, found []"],
  [
    "a set of half a repetition",
    doing({ ...squats, sets: [{ reps: 0.5 }] }),
    "blocks[0].sets[0].reps: expected a whole number, found 0.5",
  ],
  ["a negative rest", doing({ ...squats, rest: -1 }), "blocks[0].rest: expected 0 or more, found -1"],
  [
    "a rest that takes time back",
    doing(squats, { rest: -5 }, squats),
    "blocks[1].rest: expected more than 0, found -5",
  ],
])("%s is one fault, at its place", async (_what, file, fault) => {
  const faults = await faultsIn(file);
  expect(faults.map((text) => text.replace(/^my\.json:\d+:\d+: /, ""))).toEqual([fault]);
});

test("an exercise object that names itself, or another, is told which names it can have", async () => {
  const [fault, ...more] = await faultsIn(doing({ exercise: { name: "Squat", reps: 5, exercise: "squat" } }));
  expect(fault).toMatch(/blocks\[0\]\.exercise\.exercise: unknown name "exercise"; expected one of \$schema, id, name/);
  expect(more).toEqual([]);
});
