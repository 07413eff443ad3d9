/** The exercises that a routine brings with it: which are the same, what names mean, and which are not there. */
import { describe, expect, test } from "vitest";
import { exercisesOf } from "../../src/catalog/create-routine.ts";
import {
  collectBlocks,
  collectOwnExercises,
  findNamedExercise,
  findUnknownExercises,
} from "../../src/catalog/own-exercises.ts";
import type { RoutineFile } from "../../src/catalog/schema.ts";
import { exercise } from "../support/content.ts";

const routine = (parts: object) => ({ name: "R", ...parts }) as RoutineFile;
const collect = (parts: object) => {
  const { exercises, faults } = collectOwnExercises(routine(parts));
  return [...exercises.map(({ id }) => id), ...faults.map(({ path, message }) => `${path.join(".")}: ${message}`)];
};
const taken = (name: string) => `expected a name of its own, found "${name}", which another exercise here has too`;
const own = (parts: object) => ({ exercise: { name: "Walk", ...parts } });

describe("exercises of a routine", () => {
  test.each<[string, object, string[]]>([
    ["stand in its list", { exercises: [{ name: "Walk", work: 5 }], blocks: [] }, ["walk"]],
    ["stand in its blocks, of whatever depth", { blocks: [{ rounds: 2, blocks: [own({ work: 5 })] }] }, ["walk"]],
    ["are one where only the time differs", { blocks: [own({ work: 5 }), own({ work: 9 })] }, ["walk"]],
    ["are one where only the hold differs", { blocks: [own({ hold: 5 }), own({ hold: 9 })] }, ["walk"]],
    ["are one where only the count differs", { blocks: [own({ reps: 5 }), own({ reps: 9 })] }, ["walk"]],
    [
      "are one where the name is written in capitals",
      { blocks: [own({ work: 5 }), own({ name: "WALK", work: 9 })] },
      ["walk"],
    ],
    [
      "are two where one has a time and one a hold",
      { blocks: [own({ work: 5 }), own({ hold: 9 })] },
      ["walk", `blocks.1.exercise.name: ${taken("Walk")}`],
    ],
    [
      "are two where one has a hold and one a count",
      { blocks: [own({ hold: 5 }), own({ reps: 9 })] },
      ["walk", `blocks.1.exercise.name: ${taken("Walk")}`],
    ],
    [
      "are two where one has a hold that is counted",
      { blocks: [own({ hold: 5 }), own({ hold: 5, reps: 9 })] },
      ["walk", `blocks.1.exercise.name: ${taken("Walk")}`],
    ],
    [
      "are two where more than the figure differs",
      { sections: [{ title: "A", blocks: [own({ work: 5 }), own({ work: 5, position: "Stand." })] }] },
      ["walk", `sections.0.blocks.1.exercise.name: ${taken("Walk")}`],
    ],
    [
      "have names of their own in the list, even with another figure",
      {
        exercises: [
          { name: "Run", work: 1 },
          { name: "Walk", work: 5 },
          { name: "Walk", work: 9 },
        ],
      },
      ["run", "walk", `exercises.2.name: ${taken("Walk")}`],
    ],
    [
      "may not share an id",
      {
        exercises: [
          { name: "Walk", work: 5 },
          { id: "walk", name: "Stroll", work: 5 },
        ],
      },
      ["walk", `exercises.1.name: ${taken("Stroll")}`],
    ],
    [
      "are named where they are wrong",
      { exercises: [{ name: "Walk" }], blocks: [own({ work: 5 })] },
      ["walk", "exercises.0: a figure is missing; expected work, hold or reps, or strokes"],
    ],
  ])("%s", (_what, parts, expected) => {
    expect(collect(parts)).toEqual(expected);
  });

  test("stand in front of those of the catalogue with the same id", () => {
    const catalog = new Map([["walk", exercise({ id: "walk" })]]);
    const mine = { ...exercise({ id: "walk" }), name: "My walk" };
    expect(exercisesOf({}, catalog)).toBe(catalog);
    expect(exercisesOf({ ownExercises: [mine] }, catalog).get("walk")).toBe(mine);
  });

  test("every block is found with its place", () => {
    const blocks = [{ exercise: "a" }, { rest: 5 }, { rounds: 2, blocks: [{ rest: 5 }, { exercise: "b" }] }];
    const sections = [{ title: "A" }, { title: "B", blocks: [{ exercise: "c" }] }];
    expect(collectBlocks(routine({ blocks, sections })).map(({ path }) => path.join("."))).toEqual([
      ...["blocks.0", "blocks.2.blocks.1", "sections.1.blocks.0"],
    ]);
  });
});

describe("a name", () => {
  const catalog = new Map(
    ["hip-stretch", "hip-opener", "plank"].map((id) => [id, { ...exercise({ id }), aliases: [] }]),
  );
  const mine = [{ ...exercise({ id: "plank" }), name: "My plank", aliases: [] }];
  const find = (name: string, ownExercises = mine) => {
    const found = findNamedExercise(name, ownExercises, catalog);
    return typeof found === "string" ? found : found.name;
  };

  test("means the routine's own exercise before the catalogue's", () => {
    expect(find("plank")).toBe("My plank");
    expect(find("plank", [])).toBe("Plank");
    expect(find("My plank")).toBe("My plank");
    expect(find("pla")).toBe("My plank");
    expect(find("hip-stretch")).toBe("Hip stretch");
    expect(find("hip-o")).toBe("Hip opener");
  });

  test("that could be two, or none, is answered with what there is", () => {
    expect(find("hip")).toBe('expected one exercise, found "hip", which could be hip-stretch or hip-opener');
    expect(find("plnk")).toBe('there is no exercise "plnk"; did you mean plank?');
    expect(find("zumba")).toBe('there is no exercise "zumba"; see all with: unwind list exercises');
  });
});

describe("exercises that there are not", () => {
  const catalog = new Map([["plank", exercise({ id: "plank" })]]);
  const unknown = (file: unknown) =>
    findUnknownExercises(file, catalog).map(({ path, message }) => `${path.join(".")}: ${message}`);
  const nothing = (name: string) => `there is no exercise "${name}"; see all with: unwind list exercises`;

  test("are named wherever they stand, in a file that may be wrong anywhere else", () => {
    expect(unknown({ blocks: [{ exercise: "plank" }, { exercise: "zumba", sets: "x" }, null, 5] })).toEqual([
      `blocks.1.exercise: ${nothing("zumba")}`,
    ]);
    expect(unknown({ sections: [{ blocks: [{ blocks: [{ exercise: "zumba" }] }] }] })).toEqual([
      `sections.0.blocks.0.blocks.0.exercise: ${nothing("zumba")}`,
    ]);
    expect(unknown({ blocks: [{ exercise: 5 }], title: "zumba" })).toEqual([]);
    expect(unknown(null)).toEqual([]);
    expect(unknown("zumba")).toEqual([]);
  });

  test("are not those that the routine brings, by id, name, alias or what its name makes an id", () => {
    const exercises = [{ id: "z1", name: "Zumba Gold", aliases: ["Zoom", 5], steps: 3 }];
    const named = (exercise: string) => unknown({ exercises, blocks: [{ exercise }] });
    for (const name of ["z1", "Zumba Gold", "ZUMBA GOLD", "zumba-gold", "zoom", "ZOOM"])
      expect(named(name)).toEqual([]);
    expect(named("zumba")).toEqual([`blocks.0.exercise: ${nothing("zumba")}`]);
    expect(unknown({ blocks: [{ exercise: { name: "Zumba" } }, { exercise: "zumba" }] })).toEqual([]);
    expect(unknown({ exercises: [{ name: "Zumba", aliases: "zoom" }], blocks: [{ exercise: "zoom" }] })).toEqual([
      `blocks.0.exercise: ${nothing("zoom")}`,
    ]);
  });
});
