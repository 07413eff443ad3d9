/** A workout that is kept: what is written, what is said, and what is refused. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { check } from "../../../src/commands/check.ts";
import { createRoutineFile } from "../../../src/commands/new/index.ts";
import { show } from "../../../src/commands/show.ts";
import { context } from "../../support/catalog-context.ts";
import { temporaryFolder, write } from "../../support/catalog-files.ts";

const LINE = "3x(10 squat, 30s wall sit, 15s rest) rest 60s";

test("a line becomes a file in its shortest form, which can be run, checked and said as the line again", async () => {
  const userDir = temporaryFolder();
  const before = await context({ userDir });
  await createRoutineFile("leg-day", LINE, before, userDir);
  const file = path.join(userDir, "routines", "leg-day.json");
  expect(before.written.out).toBe(`${file}: written\nrun it with: unwind run leg-day\n`);
  expect(readFileSync(file, "utf8")).toBe(`{
  "name": "Leg day",
  "blocks": [
    {
      "rounds": 3,
      "rest": 60,
      "blocks": [
        { "exercise": { "name": "Squat", "reps": 10 } },
        { "exercise": { "name": "Wall sit", "hold": 30 } },
        { "rest": 15 }
      ]
    }
  ]
}
`);
  const after = await context({ userDir });
  await check([file], after);
  await show({ name: "leg-day", json: false, line: true }, after);
  expect(after.written.out).toBe(`${file}: ok, routine leg-day\n${LINE}\n`);
});

test.each([
  "8x(20s work, 10s rest)",
  "10-8-6 push-up rest 1m30s",
  "3x8 curl @22 kg-20 kg-17.5 kg rest 60s",
  "3x15 heel drop each side tempo 5-0-1-0 rest 60s, 10m walk",
  "5m walk, 8x(60s run, 2m walk), 5m walk",
  "21-15-9: thruster @40 kg, 30s plank",
  "2x(12 psoas-march, 2x30s pigeon-pose left rest 10s) between 5s",
  "3x10 psoas-march tempo 4-0-2-0 rest 20s prepare 0s",
])("%s comes back as it was kept", async (line) => {
  const userDir = temporaryFolder();
  await createRoutineFile("My own", line, await context({ userDir }), userDir);
  const after = await context({ userDir });
  expect(after.catalog.faults).toEqual([]);
  await show({ name: "my-own", json: false, line: true }, after);
  expect(after.written.out).toBe(`${line}\n`);
});

test("what is there already is not written over", async () => {
  const userDir = temporaryFolder();
  const file = write(userDir, "routines/legs.json", "mine");
  const surroundings = await context();
  await expect(createRoutineFile("legs", LINE, surroundings, userDir)).rejects.toMatchObject({
    message: `${file} is there already; nothing was written`,
    exitCode: 2,
  });
  expect(readFileSync(file, "utf8")).toBe("mine");
  for (const name of ["Psoas march", "desk-break", "for-me"]) {
    await expect(createRoutineFile(name, LINE, surroundings, userDir)).rejects.toThrow("is there already");
  }
});

test.each([
  ["", LINE, 'expected a name of at most 120 characters, found ""'],
  ["a\u001b", LINE, "expected a name of at most 120 characters"],
  ["legs", "3x(10 squat, 30 plank", "column 14: a figure without a unit"],
  ["legs", "10 squat, 30s squat", "column 11: expected a name of its own"],
  ["legs", "2000 squat", "column 1: expected 1000 or less, found 2000"],
  ["legs", "1000x(1000x(10 squat))", "expected at most 100000 steps"],
])("%j from %s is refused, and nothing is written", async (name, line, message) => {
  const surroundings = await context();
  const made = createRoutineFile(name, line, surroundings, "/nonexistent/unwind");
  await expect(made).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(message) });
  expect(surroundings.written.out).toBe("");
});

test("a folder that cannot be made is a write error", async () => {
  const folder = write(temporaryFolder(), "file", "");
  await expect(createRoutineFile("legs", LINE, await context(), folder)).rejects.toMatchObject({ exitCode: 73 });
});

test("a routine that no line says points to its page", async () => {
  const surroundings = await context();
  await expect(show({ name: "psoas-release", json: false, line: true }, surroundings)).rejects.toMatchObject({
    message: "psoas-release does not fit in a line",
    exitCode: 2,
  });
  await expect(show({ name: "pigeon-pose", json: false, line: true }, surroundings)).rejects.toThrow("changes nothing");
});

test("a line is checked as a file is", async () => {
  const surroundings = await context();
  await check([LINE], surroundings);
  expect(surroundings.written.out).toBe(`${LINE}: ok\n`);
  await expect(check(["3x(10 squat"], surroundings)).rejects.toMatchObject({ exitCode: 2 });
});

test("a page shows groups, rests and sets of their own", async () => {
  const userDir = temporaryFolder();
  write(userDir, "routines/mine.json", {
    name: "Mine",
    blocks: [
      {
        name: "Pair",
        note: "Fast",
        rounds: [{ reps: 5 }, { reps: 3 }],
        between: 5,
        rest: 9,
        blocks: [
          { exercise: { name: "Squat", reps: 5 }, load: "20 kg" },
          { exercise: "psoas-march", sets: 1 },
        ],
      },
      { rest: 30, note: "Drink" },
      { exercise: "squat", sets: [{ reps: 4 }, { reps: 2 }] },
    ],
  });
  const surroundings = await context({ userDir });
  await show({ name: "mine", json: false }, surroundings);
  const page = surroundings.written.out;
  for (const text of [
    "Pair: 2 rounds of 5, 3, 5 s between exercises, rest 9 s (Fast)",
    "Squat: 5 reps, 20 kg",
    "Rest 30 s (Drink)",
    "Squat: sets of 4, 2",
  ]) {
    expect(page).toContain(text);
  }
  const asJson = await context({ userDir });
  await show({ name: "mine", json: true }, asJson);
  expect(JSON.parse(asJson.written.out)).toMatchObject({
    exercises: [{ id: "squat" }],
    sections: [
      {
        items: [
          {
            rounds: [{ reps: 5 }, { reps: 3 }],
            items: [{ exercise: "squat", load: "20 kg" }, { exercise: "psoas-march" }],
          },
          { rest: 30, note: "Drink" },
          { exercise: "squat", ownSets: [{ reps: 4 }, { reps: 2 }] },
        ],
        blocks: [{ exercise: "squat" }, { exercise: "psoas-march" }, { exercise: "squat" }],
      },
    ],
  });
});

test("an exercise of a name and a figure has a page without empty headings", async () => {
  const userDir = temporaryFolder();
  write(userDir, "exercises/burpee.json", { name: "Burpee", work: 40 });
  const surroundings = await context({ userDir });
  await show({ name: "burpee", json: false }, surroundings);
  expect(surroundings.written.out).toContain("Burpee");
  expect(surroundings.written.out).not.toMatch(/Position|Steps|Source|Targets/);
});
