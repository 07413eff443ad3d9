/** `npm start` builds what is missing or stale, and only that. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources, isBuildCurrent, STAMP_FILE } from "../../src/build/source-hash.mjs";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "unwind-fresh-"));
  await mkdir(join(root, "src/plan"), { recursive: true });
  await mkdir(join(root, "dist"));
  await mkdir(join(root, "data/exercises"), { recursive: true });
  await writeFile(join(root, "data/exercises/bridge.json"), "{}");
  await writeFile(join(root, "package.json"), "{}");
  await writeFile(join(root, "src/plan/marks.ts"), "half-way");
  await writeFile(join(root, "dist/cli.cjs"), "built");
  const stamp = { inputs: await hashSources(root), files: ["cli.cjs"] };
  await writeFile(join(root, "dist", STAMP_FILE), JSON.stringify(stamp));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test("what was built from these sources is fresh", async () => {
  expect(await isBuildCurrent(root)).toBe(true);
});

test.each<[string, () => Promise<void>]>([
  ["a changed source", () => writeFile(join(root, "src/plan/marks.ts"), "ten seconds left")],
  ["a new source", () => writeFile(join(root, "src/plan/beats.ts"), "")],
  ["a source that is gone", () => rm(join(root, "src/plan/marks.ts"))],
  ["a changed exercise", () => writeFile(join(root, "data/exercises/bridge.json"), '{ "name": "Bridge" }')],
  ["another version", () => writeFile(join(root, "package.json"), '{ "version": "2.0.0" }')],
  ["a built file that is gone", () => rm(join(root, "dist/cli.cjs"))],
  ["a dist that was never finished", () => rm(join(root, "dist", STAMP_FILE))],
  ["a damaged stamp", () => writeFile(join(root, "dist", STAMP_FILE), '{ "inputs"')],
])("%s makes it stale", async (_what, change) => {
  await change();
  expect(await isBuildCurrent(root)).toBe(false);
});
