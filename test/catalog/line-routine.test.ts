/** Lines as routines: what a line says is checked as a file is, and each fault has its column. */
import { describe, expect, it } from "vitest";
import { readLine, writeLine } from "../../src/catalog/line-routine.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";

const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent/unwind" });

/** "14: what is wrong", for each fault. */
async function faultsOf(line: string): Promise<string[]> {
  try {
    await readLine(line, catalog);
    return [];
  } catch (error) {
    expect(error).toMatchObject({ exitCode: 2 });
    return [...(error as Error).message.matchAll(/^column (\d+): (.*)$/gm)].map(([, at, what]) => `${at}: ${what}`);
  }
}

describe("a fault in what a line says has its column", () => {
  it.each([
    ["3x(10 squat, 30 plank", ["14: a figure without a unit: 30s or 30 reps?"]],
    ["10 rounds every 60s cap 5m: 5 pull-up", ["21: expected none beside every, which says when each round ends"]],
    [
      "10 rounds every 60s rest 5s: 5 pull-up",
      ["21: expected none beside every: what is left of an interval is the rest"],
    ],
    [
      "10 rounds every 60s: 5 pull-up, 20s rest",
      ["33: expected no rest at the end of a round beside every: what is left of an interval is the rest"],
    ],
    ["(10 squat, 10 step up) pick 3", ["24: expected fewer than the 2 blocks of the group, found 3"]],
    ["(10 squat, 10 step up) pick 0", ["24: expected 1 or more, found 0"]],
    ["5m walk, 10 squat, 20s plank cap 10s", ["30: expected none, as the sets of plank are timed"]],
    ["10 squat, 20s walk pace 2s", ["20: expected none, as walk is not done in repetitions at your own pace"]],
    ["21-15-9: 20s plank", ["1: expected none, as no exercise in the group is done in repetitions"]],
    ["5m walk, (20s-30s: 10 squat)", ["11: expected none, as no exercise in the group is one timed stroke"]],
    [
      "amrap 12m for time: 10 squat",
      ["11: expected rounds beside it; without them, as many rounds as possible are done until the cap"],
    ],
    ["10 lunge", ["1: a figure without a unit: 10s or 10 reps?"]],
    [
      "10 reps lunge",
      ['1: kneeling-lunge is done for a time: write 30s kneeling-lunge, or 10 "lunge" for one of your own'],
    ],
    ["amrap: 10 squat", ['6: expected a time for amrap, such as 12m, found ":"']],
    ["emom 90s: 10 squat", ["1: expected whole minutes, such as emom 10m"]],
    ["50 squat for time", ["10: for time goes with a group: write for time: 50 squat"]],
    ["3x(10 squat, 5h plank)", ["14: one exercise takes an hour at most"]],
    [
      "2000 squat, 2000x(10 step up)",
      ["1: expected 1000 or less, found 2000", "13: expected 1000 or less, found 2000"],
    ],
    ["30s march", ['1: psoas-march is done in repetitions: write 10 psoas-march, or 30s "march" for one of your own']],
    ["20s breath inhale 4s exhale 4s", ["12: how many breaths? Write 8 breath inhale 4s …"]],
  ])("%s", async (line, faults) => {
    expect(await faultsOf(line)).toEqual(faults);
  });
});

it.each([
  "10 rounds every 60s: 5 pull-up, 10 push-up",
  "amrap 12m: 5 pull-up, 10 push-up, 15 squat",
  "21-15-9 for time cap 10m: thruster @40 kg, pull-up",
  "3x(10 squat, 10 step up, 10 push-up, 10 row) pick 3 shuffle between 30s",
  "4 breath inhale 4s hold 7s exhale 8s",
  "15 push-up pace 2s cap 60s",
])("%s becomes a routine and the same line again", async (line) => {
  const { routine } = await readLine(line, catalog);
  expect(writeLine(routine, catalog)).toBe(line);
});

describe("what is named in a line", () => {
  it.each(["a", "c", "t", "w", "g", "hang", "brid", "couc", "walk", "stretch"])(
    "%s is part of a name at most: an exercise of the line's own",
    async (name) => {
      const { routine } = await readLine(`10s ${name}`, catalog);
      expect(routine.ownExercises).toMatchObject([{ name: name.charAt(0).toUpperCase() + name.slice(1) }]);
    },
  );

  it.each([
    ["10 march", "psoas-march"],
    ["10 bridge", "glute-bridge"],
    ["60s pigeon", "pigeon-pose"],
    ["60s Pigeon pose", "pigeon-pose"],
    ["30s mountain", "mountain-climbers"],
    ["30s foam roll tfl", "foam-roll-tfl"],
  ])("%s brings %s from the catalogue", async (line, id) => {
    const { file } = await readLine(line, catalog);
    expect(file.blocks).toMatchObject([{ exercise: id }]);
  });

  it.each(['30s "march"', '10 "lunge"', '5 "thomas test"'])(
    "%s is one of your own, as a fault suggests",
    async (line) => {
      const { routine } = await readLine(line, catalog);
      expect(routine.ownExercises).toHaveLength(1);
    },
  );
});
