/** The examples of the page about exercises and routines: each can be copied as it stands. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildRoutine } from "../../src/catalog/build-routine.ts";
import { exercisesOf } from "../../src/catalog/create-routine.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { routineFileSchema } from "../../src/catalog/schema.ts";
import { exerciseFileSchema } from "../../src/catalog/schema-exercise.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";

const { exercises } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });
const page = readFileSync(new URL("../../data/README.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/^```json\n(.*?)^```/gms)].map(([, text = ""]) => JSON.parse(text));

test("there is an exercise, and routines of blocks, of a circuit, and with a figure of its own", () => {
  expect(examples.map(({ name }) => name)).toEqual(["Burpee", "Evening", "Circuit", "March at the desk"]);
});

test.each(examples.filter(({ blocks }) => !blocks))("$name is an exercise", (example) => {
  expect(exerciseFileSchema.safeParse(example).error?.issues).toBeUndefined();
});

test.each(examples.filter(({ blocks }) => blocks))("$name is a routine that can be done", (example) => {
  const file = routineFileSchema.parse(example);
  const { routine, faults } = buildRoutine({ ...file, id: "example" }, exercises, "yours");
  expect(faults).toEqual([]);
  if (!routine) throw new Error("the example gives no routine");
  expect(compilePlan(routine, exercisesOf(routine, exercises)).totalMs).toBeGreaterThan(0);
});
