/** The one file that the build makes of the shipped exercises and routines says the same as those do. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEntries } from "../../src/app/open/entries.ts";
import { renderShippedCatalog } from "../../src/build/shipped-catalog.mjs";
import { exercisesOf } from "../../src/catalog/create-routine.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import type { Catalog } from "../../src/catalog/types.ts";
import { findDataFolder } from "../../src/paths.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { scheduleRoutine } from "../../src/plan/schedule.ts";
import { exerciseFile, routineFile, temporaryFolder, write } from "../support/catalog-files.ts";
import { createShell } from "../support/run-unwind.ts";

const dataDir = findDataFolder();
const builtDir = mkdtempSync(path.join(tmpdir(), "unwind-test-"));
const loadBoth = async (userDir: string): Promise<{ readonly built: Catalog; readonly read: Catalog }> => {
  const stored = await loadCatalog({ dataDir, userDir, builtDir });
  return {
    // All of it: an entry is otherwise parsed when it is first used.
    built: { ...stored, exercises: new Map(stored.exercises), routines: new Map(stored.routines) },
    read: await loadCatalog({ dataDir, userDir }),
  };
};

beforeAll(async () => {
  for (const [name, text] of await renderShippedCatalog(path.dirname(dataDir))) {
    writeFileSync(path.join(builtDir, name), text);
  }
});
afterAll(() => rmSync(builtDir, { recursive: true, force: true }));

test("every shipped exercise and routine is the same as in its own file", async () => {
  const { built, read } = await loadBoth("/nonexistent/unwind");
  expect(read.routines.size).toBeGreaterThan(6);
  expect(built).toStrictEqual(read);
});

test("an exercise that is asked for twice is the same one, and one that there is not is none", async () => {
  const { exercises, routines } = await loadCatalog({ dataDir, userDir: "/nonexistent/unwind", builtDir });
  expect(exercises.get("pigeon-pose")?.id).toBe("pigeon-pose");
  expect(exercises.get("pigeon-pose")).toBe(exercises.get("pigeon-pose"));
  expect([...exercises.values()].find(({ id }) => id === "pigeon-pose")).toBe(exercises.get("pigeon-pose"));
  expect([exercises.has("desk-break"), exercises.get("desk-break")]).toEqual([false, undefined]);
  expect([exercises.size, routines.size]).toEqual([[...exercises.keys()].length, [...routines].length]);
});

test("a damaged line is named by its file when its exercise is used", async () => {
  const folder = temporaryFolder();
  const text = '{"exercises":["good","bad"],"routines":[]}\n{"id":"good"}\n{"id":\n';
  writeFileSync(path.join(folder, "catalog.jsonl"), text);
  const { exercises } = await loadCatalog({ dataDir, userDir: "/nonexistent/unwind", builtDir: folder });
  expect(exercises.get("good")).toEqual({ id: "good" });
  expect(() => exercises.get("bad")).toThrow("shipped file catalog.jsonl cannot be read");
});

test("every shipped routine makes the same plan", async () => {
  const { built, read } = await loadBoth("/nonexistent/unwind");
  const plan = ({ routines, exercises }: typeof built) =>
    [...routines.values()].map((one) => scheduleRoutine(one, exercisesOf(one, exercises), PLAN_DEFAULTS, {}));
  expect(plan(built)).toStrictEqual(plan(read));
});

describe("the list of what ships", () => {
  const openFor = async (env: Readonly<Record<string, string>>) => {
    const shell = { ...createShell(), env };
    const [written, computed] = [
      await openEntries(shell, { builtDir }),
      await openEntries(shell, { builtDir: "/nonexistent/unwind" }),
    ];
    const toPlain = ({ entries, shortDoses, minutesOf }: typeof written) => ({
      entries: entries.map((entry) => (entry.type === "routine" ? { ...entry, minutes: minutesOf(entry.id) } : entry)),
      shortDoses,
    });
    return [toPlain(written), toPlain(computed)];
  };

  test("says of every exercise and routine what the catalogue and a plan say", async () => {
    const [written, computed] = await openFor({ UNWIND_HOME: "/nonexistent/unwind" });
    expect(written?.entries.some(({ minutes }) => typeof minutes === "number")).toBe(true);
    expect(written).toStrictEqual(computed);
  });

  test("has the minutes of a person's own level and the routines of their own", async () => {
    const folder = temporaryFolder();
    write(folder, "routines/morning.json", routineFile({ blocks: [{ exercise: "pigeon-pose", hold: 30 }] }));
    for (const env of [{ UNWIND_HOME: folder }, { UNWIND_HOME: "/nonexistent/unwind", UNWIND_LEVEL: "hard" }]) {
      const [written, computed] = await openFor(env);
      expect(written).toStrictEqual(computed);
    }
  });
});

describe("with files of a person", () => {
  test("their routine stands beside what ships", async () => {
    const folder = temporaryFolder();
    write(folder, "routines/morning.json", routineFile({ blocks: [{ exercise: "pigeon-pose", hold: 30 }] }));
    const { built, read } = await loadBoth(folder);
    expect(built.routines.get("my-morning")?.origin).toBe("yours");
    expect(built).toStrictEqual(read);
  });

  test("their exercise changes the shipped routines that it stands in for, and takes the name of an example", async () => {
    const folder = temporaryFolder();
    write(folder, "exercises/mine.json", exerciseFile({ id: "psoas-march", name: "My march" }));
    write(folder, "exercises/tabata.json", exerciseFile({ id: "tabata", name: "Tabata" }));
    const { built, read } = await loadBoth(folder);
    expect(built.exercises.get("psoas-march")?.origin).toBe("yours");
    expect(built.routines.has("tabata")).toBe(false);
    expect(built).toStrictEqual(read);
  });
});
