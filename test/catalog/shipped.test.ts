/** The program trusts what ships without looking: this is why it may. What is said in it is held in test/data. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checkFiles } from "../../src/catalog/check-files.ts";
import { findDataFolder } from "../../src/paths.ts";

const dataDir = findDataFolder();
const files = ["exercises", "routines", "workouts"].flatMap((kind) =>
  readdirSync(path.join(dataDir, kind)).map((name) => path.join(dataDir, kind, name)),
);

test("every shipped file holds against the schema, thoroughly", async () => {
  const nothing = { exercises: new Map(), routines: new Map(), faults: [] };
  const checked = await checkFiles(files, nothing);
  expect(checked.files.flatMap((file) => file.faults)).toEqual([]);
  expect(checked.files).toHaveLength(files.length);
});
