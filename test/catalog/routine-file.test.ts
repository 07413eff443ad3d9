import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { isFileArgument } from "../../src/catalog/argument-kinds.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { loadRoutineFile, loadRoutineLine } from "../../src/catalog/routine-file.ts";
import { findDataFolder } from "../../src/paths.ts";
import { exerciseFile, routineFile, temporaryFolder, write } from "../support/catalog-files.ts";

const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent/unwind" });

test.each(["-", "./mine.json", "mine.json", "folder/mine"])("%s means a file", (word) => {
  expect(isFileArgument(word)).toBe(true);
});

test.each(["psoas-march", "Psoas march"])("%s means a name", (word) => {
  expect(isFileArgument(word)).toBe(false);
});

test("a routine comes from standard input", async () => {
  const input = Readable.from([Buffer.from(JSON.stringify(routineFile()))]);
  expect((await loadRoutineFile("-", catalog, input)).routine).toMatchObject({ id: "my-morning", origin: "yours" });
});

test("an exercise's file is a routine of that exercise alone", async () => {
  const file = write(temporaryFolder(), "calf.json", exerciseFile());
  const { routine, exercises } = await loadRoutineFile(file, catalog);
  expect(routine.sections.flatMap((section) => section.blocks.map((block) => block.exercise))).toEqual([
    "calf-stretch",
  ]);
  expect(exercises.get("calf-stretch")?.name).toBe("Calf stretch");
});

test("a file with faults names them all, one a line, and exits with 65", async () => {
  const file = write(
    temporaryFolder(),
    "bad.json",
    routineFile({ name: "", blocks: [{ exercise: "psoas-march", reps: 0 }] }),
  );
  await expect(loadRoutineFile(file, catalog)).rejects.toMatchObject({
    exitCode: 65,
    message: `${file}:3:11: name: expected some text, found ""\n${file}:8:15: blocks[0].reps: expected 1 or more, found 0`,
  });
});

test.each(["pomodoro x4", "Pomodoro × 4", "desk-break x2"])(
  "%s names a routine, which is done in rounds",
  async (line) => {
    const [, name = "", times] = /^(\S+) [x×]\s*(\d)$/u.exec(line) ?? [];
    await expect(loadRoutineLine(line, catalog)).rejects.toMatchObject({
      exitCode: 2,
      hint: `For ${times} rounds of it, write: unwind run ${name.toLowerCase()} --rounds ${times}`,
    });
  },
);

test("an exercise that is done several times is a line", async () => {
  expect((await loadRoutineLine("squats x10", catalog)).routine.sections[0]?.blocks).toHaveLength(1);
});
