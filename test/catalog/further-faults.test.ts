/** Contradictions are told along with what the schema finds, and none that mending the form would take away. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFiles } from "../../src/catalog/check-files.ts";
import { formatFault } from "../../src/catalog/faults.ts";
import { findFurtherFaults } from "../../src/catalog/further-faults.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findUnknownExercises } from "../../src/catalog/own-exercises.ts";
import { routineFileSchema } from "../../src/catalog/schema.ts";
import type { JsonPath } from "../../src/files/json-location.ts";
import { findDataFolder } from "../../src/paths.ts";
import { routineFile, temporaryFolder, write } from "../support/catalog-files.ts";

const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent/unwind" });

async function faultsOf(file: unknown): Promise<string[]> {
  const name = write(temporaryFolder(), "my.json", file);
  const { files } = await checkFiles([name], catalog);
  return files.flatMap(({ faults }) => faults.map((fault) => formatFault({ ...fault, file: "my.json" })));
}

const withoutPlace = (faults: readonly string[]) => faults.map((fault) => fault.replace(/^my\.json(:\d+:\d+)?: /, ""));

const squat = { exercise: { name: "Squat", reps: 5 } };
const plank = { exercise: { name: "Plank", hold: 30 } };

/** What contradicts itself, and where in it. */
const CONTRADICTIONS: readonly (readonly [block: object, place: string])[] = [
  [{ every: 60, cap: 300, rounds: 3, blocks: [squat] }, ".cap: expected none beside every"],
  [{ pick: 4, blocks: [squat, plank] }, ".pick: expected fewer than the 2 blocks"],
  [{ rounds: [{ reps: 5 }, { reps: 3 }], blocks: [plank] }, ".rounds[0].reps: expected none, as no exercise"],
  [{ rounds: 2, blocks: [{ ...squat, rest: 30 }] }, ".blocks[0].rest: expected none, as there is one set"],
  [{ exercise: { name: "Bridge", hold: 10, work: 10 } }, ".exercise.hold: expected one figure"],
  [{ exercise: "pigeon-pose", tempo: "3-0-3-1" }, ".tempo: expected none, as pigeon-pose"],
  [{ rounds: 1, rest: "1m", blocks: [squat] }, ".rest: expected none, as there is one round"],
];

/** What the schema refuses, and where in it. */
const MALFORMED: readonly (readonly [block: unknown, place: string])[] = [
  [{ ...squat, sets: -1 }, ".sets: expected 1 or more"],
  [{ rounds: 2, blocks: [{ ...plank, sides: "both" }] }, '.blocks[0].sides: unknown name "sides"'],
  [{ exercise: { name: "Lunge", reps: 0 } }, ".exercise.reps: expected 1 or more"],
  [{ rest: "soon" }, ".rest: expected a time"],
];

test("a contradiction is told along with a fault of form in another block, in the order of the file", async () => {
  for (const [contradiction, of] of CONTRADICTIONS) {
    for (const [malformed, at] of MALFORMED) {
      for (const isFirst of [true, false]) {
        const blocks = isFirst ? [contradiction, malformed] : [malformed, contradiction];
        const places = isFirst ? [`blocks[0]${of}`, `blocks[1]${at}`] : [`blocks[0]${at}`, `blocks[1]${of}`];
        const found = withoutPlace(await faultsOf(routineFile({ blocks })));
        expect(found).toEqual(places.map((place) => expect.stringContaining(place)));
      }
    }
  }
});

test("a contradiction inside a group whose own form is wrong is told with its line", async () => {
  const group = { rounds: -1, blocks: [{ ...squat, rest: 30 }] };
  const text = `{"name": "A",\n"sections": [{"title": "B", "blocks": [\n${JSON.stringify(group)}]}]}`;
  const found = await faultsOf(text);
  expect(found).toEqual([
    expect.stringMatching(/^my\.json:3:11: sections\[0\]\.blocks\[0\]\.rounds: /),
    expect.stringMatching(/^my\.json:3:69: sections\[0\]\.blocks\[0\]\.blocks\[0\]\.rest: /),
  ]);
});

test("own exercises of a list are checked along with the form of others", async () => {
  const exercises = [
    { name: "Lunge", reps: "many" },
    { name: "Bridge", hold: 10, work: 10 },
  ];
  expect(withoutPlace(await faultsOf(routineFile({ exercises })))).toEqual([
    expect.stringContaining("exercises[0].reps: "),
    expect.stringContaining("exercises[1].hold: expected one figure"),
  ]);
});

test("a name that stands twice hides no contradiction elsewhere, and is judged in no group", async () => {
  const text = `{"name": "A", "blocks": [{"exercise": "pigeon-pose", "tempo": "3-0-3-1"},
{"pick": 4, "pick": 2, "blocks": [${JSON.stringify(squat)}, ${JSON.stringify(plank)}]}]}`;
  expect(withoutPlace(await faultsOf(text))).toEqual([
    expect.stringContaining("blocks[0].tempo: expected none"),
    "blocks[1].pick: appears twice here; expected each name once",
  ]);
});

/** Names that mean exercises of the file, though the catalogue has some too; and all that depends on what stands around. */
const INTRICATE = {
  name: "Intricate",
  exercises: [
    { name: "Psoas march", hold: 30, sides: "each" },
    { id: "calf", name: "Calf raise", aliases: ["Raise"], reps: 10, tempo: "3-0-1-0" },
    { name: "Wall sit", hold: [20, 40], reps: 3 },
  ],
  switch: 5,
  blocks: [
    { exercise: "pigeon-pose", warmUp: true },
    { exercise: "psoas-march", hold: "40s", switch: 3 },
    { exercise: "raise", tempo: "4-0-2-1", after: "psoas-march", note: "Slowly." },
    { rest: 20, note: "Drink." },
    {
      rounds: [{ reps: 12 }, { reps: 8 }],
      between: 5,
      rest: 60,
      blocks: [{ exercise: "calf" }, { exercise: "wall" }, { pick: 1, blocks: [squat, plank, { exercise: "squat" }] }],
    },
    { every: "2m", rounds: 3, switch: 4, blocks: [{ exercise: "psoas-march" }, { exercise: "Plank", hold: 10 }] },
    { rounds: [{ load: "20 kg" }, { load: "30 kg" }], blocks: [{ ...squat, load: "20 kg" }, plank] },
    { pick: 2, shuffle: true, prepare: 5, blocks: [squat, plank, { exercise: "calf", sets: [{ reps: 5 }, {}] }] },
  ],
};

const folders = ["routines", "workouts"].map((name) => path.join(findDataFolder(), name));
const shipped = folders.flatMap((folder) =>
  readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as object),
);

/** Every place in a value but the value itself. */
function listPlaces(value: unknown, at: JsonPath = []): JsonPath[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = [...at, Array.isArray(value) ? Number(key) : key];
    return [place, ...listPlaces(inner, place)];
  });
}

type Holder = Record<string | number, unknown>;

/** Puts something wrong at a place: another value, a name that does not belong there, or nothing. */
function spoil(file: object, place: JsonPath, change: unknown): object {
  const copy = structuredClone(file);
  const holder = place.slice(0, -1).reduce((value, key) => value[key] as Holder, copy as Holder);
  const key = place.at(-1) as string;
  if (change === "mistype" && !Array.isArray(holder)) {
    holder[`${key}z`] = holder[key];
    delete holder[key];
  } else holder[key] = change;
  return copy;
}

test("the samples are without faults", async () => {
  expect(await faultsOf(INTRICATE)).toEqual([]);
});

test("one fault of form anywhere brings no other fault with it", () => {
  const changes = [null, -1, 0.5, "", "mistype", {}, [], [{}], true, { name: 3 }];
  const judged = { made: 0, refused: 0 };
  const spoiled = fc
    .constantFrom(
      ...[INTRICATE, INTRICATE, ...shipped].map((file) => ({ file, places: fc.constantFrom(...listPlaces(file)) })),
    )
    .chain(({ file, places }) => fc.tuple(fc.constant(file), places, fc.constantFrom(...changes)));
  fc.assert(
    fc.property(spoiled, ([file, place, change]) => {
      const wrong = spoil(file, place, change);
      judged.made++;
      if (routineFileSchema.safeParse(wrong).success) return;
      judged.refused++;
      const unknown = findUnknownExercises(wrong, catalog.exercises).map((fault) => JSON.stringify(fault.path));
      const further = findFurtherFaults(wrong, catalog.exercises, []);
      expect(further.filter((fault) => !unknown.includes(JSON.stringify(fault.path)))).toEqual([]);
    }),
    { numRuns: 4000 },
  );
  expect(judged.refused).toBeGreaterThan(judged.made / 8);
});
