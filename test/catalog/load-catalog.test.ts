import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { formatFault } from "../../src/catalog/faults.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";
import { exerciseFile, routineFile, temporaryFolder, write } from "../support/catalog-files.ts";

const dataDir = findDataFolder();
const load = (userDir: string) => loadCatalog({ dataDir, userDir });
const faultsOf = async (userDir: string) =>
  (await load(userDir)).faults.map((fault) => formatFault(fault).replace(`${userDir}${path.sep}`, ""));

test("what ships is there for a person who has nothing of their own", async () => {
  const { exercises, routines, faults } = await load("/nonexistent/unwind");
  expect(faults).toEqual([]);
  const workouts = [...routines.values()].filter(({ collection }) => collection === "workouts");
  expect(workouts.map(({ id }) => id)).toEqual([
    ...["box-breathing", "breathing-4-7-8", "every-minute", "pomodoro", "seven-minute", "tabata"],
  ]);
  expect([...routines.keys()].filter((id) => !workouts.some((one) => one.id === id))).toEqual([
    "desk-break",
    "hip-strength",
    "micro-break",
    "psoas-program",
    "psoas-release",
    "psoas-stretches",
  ]);
  expect([...exercises.keys()]).toEqual([...exercises.keys()].sort());
  expect(exercises.get("psoas-march")?.origin).toBe("shipped");
});

test("a person's own exercise and routine stand beside what ships", async () => {
  const folder = temporaryFolder();
  write(folder, "exercises/calf.json", exerciseFile());
  write(folder, "routines/morning.json", routineFile({ blocks: [{ exercise: "calf-stretch", hold: 30 }] }));
  const { exercises, routines, faults } = await load(folder);
  expect(faults).toEqual([]);
  expect(exercises.get("calf-stretch")).toMatchObject({ origin: "yours", name: "Calf stretch" });
  expect(routines.get("my-morning")?.sections[0]?.blocks[0]?.hold?.amount).toEqual({ type: "single", value: 30 });
});

test("a person's exercise overrides what ships under its id, in shipped routines too", async () => {
  const folder = temporaryFolder();
  write(folder, "exercises/mine.json", exerciseFile({ id: "pigeon-pose", name: "My pigeon" }));
  const { exercises, routines, faults } = await load(folder);
  expect(faults).toEqual([]);
  expect(exercises.get("pigeon-pose")).toMatchObject({ origin: "yours", name: "My pigeon" });
  expect(routines.get("psoas-program")?.origin).toBe("shipped");
});

test("one bad file never hides the good ones, nor what it wanted to override", async () => {
  const folder = temporaryFolder();
  write(folder, "exercises/a-bad.json", "{");
  write(folder, "exercises/b-bad.json", exerciseFile({ id: "pigeon-pose", steps: 3 }));
  write(folder, "exercises/c-good.json", exerciseFile());
  mkdirSync(path.join(folder, "exercises/folder.json"));
  symlinkSync("loop.json", path.join(folder, "exercises/loop.json"));
  const { exercises } = await load(folder);
  expect(exercises.has("calf-stretch")).toBe(true);
  expect(exercises.get("pigeon-pose")?.origin).toBe("shipped");
  const faults = await faultsOf(folder);
  expect(faults).toHaveLength(4);
  expect(faults).toContain("exercises/folder.json: not a file");
  expect(faults).toContain("exercises/loop.json: a link that leads back to itself");
  expect(faults).toContain("exercises/b-bad.json:16:12: steps: expected a list [ ], found 3");
});

test("an id that two of a person's files have is a fault of the second", async () => {
  const folder = temporaryFolder();
  const first = write(folder, "exercises/a.json", exerciseFile());
  write(folder, "exercises/b.json", exerciseFile({ name: "Another" }));
  expect((await load(folder)).exercises.get("calf-stretch")?.name).toBe("Calf stretch");
  expect(await faultsOf(folder)).toEqual([
    `exercises/b.json:2:9: id: expected an id of its own, found calf-stretch, which ${first} has too`,
  ]);
});

test("an exercise cannot take the name of a shipped routine", async () => {
  const folder = temporaryFolder();
  write(folder, "exercises/a.json", exerciseFile({ id: "desk-break" }));
  expect((await load(folder)).routines.has("desk-break")).toBe(true);
  expect((await faultsOf(folder))[0]).toContain("which is the id of a routine already");
});

test("a workout that ships as an example gives way to a person's exercise or routine of its name", async () => {
  const folder = temporaryFolder();
  write(folder, "exercises/a.json", '{ "name": "Tabata", "work": 240 }');
  write(folder, "routines/pomodoro.json", routineFile({ id: "pomodoro", blocks: [{ exercise: "tabata" }] }));
  const { routines, exercises, faults } = await load(folder);
  expect(faults).toEqual([]);
  expect([routines.has("tabata"), exercises.get("tabata")?.origin]).toEqual([false, "yours"]);
  expect(routines.get("pomodoro")).toMatchObject({ origin: "yours" });
  expect(routines.get("pomodoro")?.collection).toBeUndefined();
});

test("a block that names an unknown exercise is told with the near miss, and its routine left out", async () => {
  const folder = temporaryFolder();
  write(folder, "routines/r.json", routineFile({ blocks: [{ exercise: "pigeon-pose" }, { exercise: "psoas-mrach" }] }));
  expect((await load(folder)).routines.has("my-morning")).toBe(false);
  expect(await faultsOf(folder)).toEqual([
    'routines/r.json:10:19: blocks[1].exercise: there is no exercise "psoas-mrach"; did you mean psoas-march?',
  ]);
});

test("a change that the exercise cannot take is a fault, not silence", async () => {
  const folder = temporaryFolder();
  const blocks = [
    { exercise: "pigeon-pose", tempo: "3-0-3-1" },
    { exercise: "psoas-march", hold: 30 },
    { exercise: "thomas-test", hold: 30 },
    { exercise: "pigeon-pose", hold: 0 },
  ];
  write(folder, "routines/r.json", routineFile({ blocks }));
  expect((await load(folder)).faults.map((fault) => `${fault.path}: ${fault.message}`)).toEqual([
    "blocks[0].tempo: expected none, as pigeon-pose is not done in a tempo",
    "blocks[1].hold: expected none, as a repetition of psoas-march has 4 strokes",
    "blocks[2].hold: expected none, as thomas-test waits for the person",
    "blocks[3].hold: expected a hold that lasts, found 0 seconds",
  ]);
});

test("a routine among the exercises is told to be one", async () => {
  const folder = temporaryFolder();
  write(folder, "exercises/r.json", routineFile());
  expect(await faultsOf(folder)).toEqual([
    "exercises/r.json:1:1: expected an exercise in this folder, found a routine",
  ]);
});

test("hidden files and files of other kinds are none of its business", async () => {
  const folder = temporaryFolder();
  write(folder, "exercises/.#lock.json", "{");
  write(folder, "exercises/notes.txt", "{");
  expect(await faultsOf(folder)).toEqual([]);
});

test("a shipped file that is damaged is a defect, not a person's fault", async () => {
  const data = temporaryFolder();
  write(data, "exercises/a.json", "{");
  mkdirSync(path.join(data, "routines"));
  await expect(loadCatalog({ dataDir: data, userDir: data })).rejects.toThrow(
    "shipped file exercises/a.json cannot be read",
  );
});

test("a block's tempo keeps the exercise's start and cues", async () => {
  const folder = temporaryFolder();
  write(folder, "routines/r.json", routineFile({ blocks: [{ exercise: "psoas-march", tempo: "5-0-X-2" }] }));
  const { routines, exercises } = await load(folder);
  const own = exercises.get("psoas-march")?.pattern;
  const strokes = routines.get("my-morning")?.sections[0]?.blocks[0]?.strokes ?? [];
  expect(strokes.map((stroke) => stroke.phase)).toEqual(["concentric", "pause-top", "eccentric", "pause-bottom"]);
  expect(strokes[0]).toMatchObject({ fast: true, cue: own?.type === "strokes" ? own.strokes[0]?.cue : "" });
});
