/** The program trusts what ships without looking: these tests are why it may. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/catalog.ts";
import { checkFiles } from "../../src/catalog/check-files.ts";
import { dataFolder } from "../../src/paths.ts";

const dataDir = dataFolder();
const files = ["exercises", "routines"].flatMap((kind) =>
  readdirSync(path.join(dataDir, kind)).map((name) => path.join(dataDir, kind, name)),
);

test("every shipped file holds against the schema, thoroughly", async () => {
  const nothing = { exercises: new Map(), routines: new Map(), faults: [] };
  const checked = await checkFiles(files, nothing);
  expect(checked.files.flatMap((file) => file.faults)).toEqual([]);
  expect(checked.files).toHaveLength(files.length);
});

test("every shipped file is called after its id", async () => {
  const { exercises, routines } = await loadCatalog({ dataDir, userDir: "/nonexistent/unwind" });
  const names = files.map((file) => path.basename(file, ".json")).sort();
  expect([...exercises.keys(), ...routines.keys()].sort()).toEqual(names);
});

test("no two shipped things answer to the same name", async () => {
  const { exercises, routines } = await loadCatalog({ dataDir, userDir: "/nonexistent/unwind" });
  const names = [...exercises.values(), ...routines.values()].flatMap((entry) => [
    ...new Set([entry.id, entry.name, ...entry.aliases].map((name) => name.toLowerCase())),
  ]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
