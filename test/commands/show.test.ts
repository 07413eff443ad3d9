import stringWidth from "string-width";
import { expect, test } from "vitest";
import { show } from "../../src/commands/show.ts";
import { context } from "../support/catalog-context.ts";
import { temporaryFolder, write } from "../support/catalog-files.ts";

async function shown(name: string, columns = 80): Promise<string> {
  const surroundings = await context({ columns });
  await show({ name, json: false }, surroundings);
  return surroundings.written.out;
}

async function json(name: string) {
  const surroundings = await context();
  await show({ name, json: true }, surroundings);
  return JSON.parse(surroundings.written.out);
}

test("an exercise is shown whole", async () => {
  expect(await shown("hanging-leg-raise")).toMatchSnapshot();
});

test("a routine is shown whole, with advice, causes and signs to stop", async () => {
  expect(await shown("psoas-release")).toMatchSnapshot();
});

test("the exercises of a group are indented alike below it", async () => {
  const lines = (await shown("seven-minute")).split("\n");
  const group = lines.findIndex((line) => line.includes("1 round"));
  expect(lines[group]).toMatch(/^ {2}- 1 round/);
  expect(lines.slice(group + 1, group + 13).every((line) => /^ {4}- \S/.test(line))).toBe(true);
});

test("a range stands at its three levels, with its grounds", async () => {
  expect(await shown("kneeling-lunge", 100)).toMatch(/^ {2}hold +30 s +45 s +60 s {2}from the guide$/m);
  expect(await shown("kneeling-lunge", 100)).toMatch(/^ {2}rest +15 s +our choice: /m);
});

test("an exercise that waits for the person says so", async () => {
  expect(await shown("thomas-test")).toContain("A set lasts as long as you need.");
});

test.each([40, 60, 80, 200])("at %d columns no line is wider", async (columns) => {
  for (const name of ["psoas-program", "psoas-post-isometric-relaxation"]) {
    for (const line of (await shown(name, columns)).split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
  }
});

test("the JSON of an exercise gives each figure as written, at each level, with its grounds", async () => {
  const exercise = await json("hanging");
  expect(exercise).toMatchObject({ type: "exercise", id: "hanging-leg-raise", open: false, origin: "shipped" });
  expect(exercise.dose.reps).toEqual({
    value: [10, 15],
    easy: 10,
    standard: 12,
    hard: 15,
    basis: "guide",
    reason: null,
  });
  expect(exercise.strokes.map((stroke: { phase: string }) => stroke.phase)).toEqual([
    "concentric",
    "pause-top",
    "eccentric",
  ]);
});

test("the JSON of a routine gives the doses that hold in its blocks", async () => {
  const routine = await json("desk-break");
  expect(routine).toMatchObject({ type: "routine", id: "desk-break" });
  const [walk] = routine.sections[0].blocks;
  expect(walk).toMatchObject({
    exercise: "warm-up-walk",
    sets: { value: 1 },
    strokes: [{ seconds: { standard: 45 } }],
  });
});

test("the JSON of a routine tells the strokes as the block changes them, and what goes first when time is short", async () => {
  const { sections } = await json("desk-break");
  const blocks = sections.flatMap((section: { blocks: object[] }) => section.blocks);
  for (const block of blocks) expect(block).toMatchObject({ strokes: expect.any(Array), priority: expect.any(Number) });
  expect(blocks[2]).toMatchObject({
    exercise: "standing-hip-flexor-stretch",
    priority: 1,
    strokes: [{ seconds: { standard: 30 } }],
  });
});

test("an unknown name is answered with the near miss", async () => {
  await expect(shown("psoas-mrach")).rejects.toMatchObject({ exitCode: 2, hint: "did you mean psoas-march?" });
});

test("a file is shown like what has a name, and a routine of one as a line", async () => {
  const file = write(
    temporaryFolder(),
    "mine.json",
    '{ "name": "Mine", "blocks": [{ "exercise": { "name": "Squat", "reps": 10 } }] }',
  );
  expect(await shown(file)).toMatch(/Squat/);
  const surroundings = await context();
  await show({ name: file, json: false, line: true }, surroundings);
  expect(surroundings.written.out).toBe("10 squat\n");
  const exercise = write(temporaryFolder(), "burpee.json", '{ "name": "Burpee", "work": 40 }');
  expect(await json(exercise)).toMatchObject({ type: "exercise", id: "burpee" });
});

test("a file with faults and one that is not there are refused with what is wrong", async () => {
  const file = write(temporaryFolder(), "bad.json", '{ "name": "Burpee" }');
  await expect(shown(file)).rejects.toMatchObject({ exitCode: 65, message: expect.stringContaining(`${file}:1:1`) });
  await expect(shown("./nowhere.json")).rejects.toMatchObject({ exitCode: 65 });
});

test("a line is not shown, but leads on to its plan", async () => {
  await expect(shown("3x10 squat")).rejects.toMatchObject({
    hint: "to see the steps of a line: unwind plan '3x10 squat'",
  });
});
