import path from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { check } from "../../src/commands/check.ts";
import { context } from "../support/catalog-context.ts";
import { exerciseFile, routineFile, temporaryFolder, write } from "../support/catalog-files.ts";
import { runUnwindIn } from "../support/run-unwind.ts";

/** What is printed about files, and the error at the end. */
async function checked(files: readonly string[], input?: AsyncIterable<Uint8Array>) {
  const surroundings = await context(input ? { input } : {});
  const error = await check(files, surroundings).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { out: surroundings.written.out, error };
}

test("good files are named as what they are", async () => {
  const folder = temporaryFolder();
  const exercise = write(folder, "calf.json", exerciseFile());
  const routine = write(folder, "morning.json", routineFile());
  expect(await checked([exercise, routine])).toEqual({
    out: `${exercise}: ok, exercise calf-stretch\n${routine}: ok, routine my-morning\n`,
    error: null,
  });
});

test("a routine may use an exercise of the same call, in whichever order they are named", async () => {
  const folder = temporaryFolder();
  const exercise = write(folder, "calf.json", exerciseFile());
  const routine = write(folder, "morning.json", routineFile({ blocks: [{ exercise: "calf-stretch" }] }));
  expect((await checked([routine, exercise])).error).toBeNull();
  expect((await checked([routine])).out).toContain('there is no exercise "calf-stretch"');
});

test("every fault of every file is printed before the exit code says so", async () => {
  const folder = temporaryFolder();
  const bad = write(folder, "bad.json", exerciseFile({ kind: "yoga", steps: [] }));
  const worse = write(folder, "worse.json", "{");
  const good = write(folder, "good.json", exerciseFile());
  const { out, error } = await checked([bad, worse, good]);
  expect(out.split("\n").slice(0, -1)).toEqual([
    expect.stringMatching(/bad\.json:4:11: kind: expected one of /),
    expect.stringMatching(/bad\.json:16:12: steps: expected at least one entry/),
    expect.stringMatching(/worse\.json:1:2: not JSON: /),
    expect.stringMatching(/good\.json: ok, exercise calf-stretch$/),
  ]);
  expect(error).toMatchObject({ exitCode: 65, message: "2 of 3 files have faults" });
});

test("two files of one call cannot have the same id", async () => {
  const folder = temporaryFolder();
  const first = write(folder, "a.json", exerciseFile());
  const second = write(folder, "b.json", exerciseFile());
  const { out } = await checked([first, second]);
  expect(out).toBe(
    `${first}: ok, exercise calf-stretch\n${second}:2:9: id: expected an id of its own, found calf-stretch, which ${first} has too\n`,
  );
});

test("a file that is named twice is checked once", async () => {
  const file = write(temporaryFolder(), "a.json", exerciseFile());
  const { out, error } = await checked([file, path.join(path.dirname(file), ".", "a.json")]);
  expect(out.match(/ok/g)).toHaveLength(1);
  expect(error).toBeNull();
});

test("more than a day of exercise is a fault", async () => {
  const blocks = Array.from({ length: 10 }, () => ({ exercise: "pigeon-pose", sets: 100, hold: 3600 }));
  const file = write(temporaryFolder(), "long.json", routineFile({ blocks }));
  const { out, error } = await checked([file]);
  expect(out).toMatch(/^.*long\.json: .*24 hours/);
  expect(error).toMatchObject({ exitCode: 65 });
});

test("an interval that its work does not fit into is named with its line", async () => {
  const blocks = [
    { every: 60, rounds: 2, blocks: [{ exercise: { name: "Squat", work: 40 } }] },
    { every: 30, rounds: 2, blocks: [{ exercise: { name: "Plank", hold: 40 } }] },
  ];
  const file = write(temporaryFolder(), "short.json", JSON.stringify({ name: "Short", blocks }, null, 1));
  const { out, error } = await checked([file]);
  expect(error).toMatchObject({ exitCode: 65 });
  expect(out).toBe(
    `${file}:17:13: blocks[1].every: short cannot begin a round every 30 s: its work takes 40 s; choose less work or a longer interval\n`,
  );
});

test("standard input is checked under its name", async () => {
  const input = Readable.from([Buffer.from(JSON.stringify(exerciseFile({ id: 3 })))]);
  expect((await checked(["-"], input)).out).toBe("standard input:1:7: id: expected text in double quotes, found 3\n");
});

test("a file name cannot bring control characters to the terminal", async () => {
  const { out } = await checked(["no\u001b[2Jsuch.json"]);
  expect(out).toBe("no\\u001b[2Jsuch.json: no such file\n");
});

test("what is wrong with a file only where it lies is told too", async () => {
  const userDir = temporaryFolder();
  write(userDir, "routines/a.json", routineFile());
  const second = write(userDir, "routines/b.json", routineFile());
  const lost = write(userDir, "routines/calf.json", exerciseFile());
  const surroundings = await context({ userDir });
  await expect(check([second, lost], surroundings)).rejects.toMatchObject({ exitCode: 65 });
  expect(surroundings.written.out).toMatch(
    /b\.json:.*expected an id of its own, found my-morning, which .*a\.json has/,
  );
  expect(surroundings.written.out).toMatch(/calf\.json:.*expected a routine in this folder, found an exercise/);
});

test("the name of another file cannot bring control characters to the terminal either", async () => {
  const folder = temporaryFolder();
  const first = write(folder, "a\u001b[31m.json", routineFile());
  const { out } = await checked([first, write(folder, "b.json", routineFile())]);
  expect(out).toContain("which ");
  expect(out.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
});

test("the name of the routine that follows from a test is taken", async () => {
  const mine = write(temporaryFolder(), "mine.json", routineFile({ id: "for-me" }));
  expect((await checked([mine])).out).toContain("expected another id, found for-me");
});

test("faults of the form and unknown exercises come in one pass, in the order of the file", async () => {
  const folder = temporaryFolder();
  const bad = write(folder, "bad.json", {
    name: "Bad",
    exercises: [{ name: "Squat", reps: 5 }],
    blocks: [
      { rounds: 0.5, blocks: [{ exercise: "sqaut" }, { exercise: "psoas-mrach" }, { exercise: "squat" }] },
      { exercise: { name: "Loop", exercise: { name: "Loop", reps: 1 }, reps: -1 } },
      { rounds: 2, blocks: [] },
    ],
  });
  expect((await checked([bad])).out.split("\n").slice(0, -1)).toEqual([
    expect.stringMatching(/blocks\[0\]\.rounds: expected a whole number, found 0\.5$/),
    expect.stringMatching(/blocks\[0\]\.blocks\[0\]\.exercise: there is no exercise "sqaut"/),
    expect.stringMatching(
      /blocks\[0\]\.blocks\[1\]\.exercise: there is no exercise "psoas-mrach"; did you mean psoas-march\?$/,
    ),
    expect.stringMatching(/blocks\[1\]\.exercise\.exercise: unknown name "exercise"/),
    expect.stringMatching(/blocks\[1\]\.exercise\.reps: expected 1 or more, found -1$/),
    expect.stringMatching(/blocks\[2\]\.blocks: expected at least one entry, found \[\]$/),
  ]);
});

test("an interval that is shorter than the estimates of its work is fine, with advice, in a file and in a line", async () => {
  const advice = "Tight: about 1:15 of work in each 60 s; choose less work or a longer interval.\n";
  const folder = temporaryFolder();
  const every = { every: 60, rounds: 5, blocks: [{ exercise: { name: "Burpee", reps: 25 } }] };
  const file = write(folder, "tight.json", routineFile({ blocks: [{ rounds: 2, blocks: [every] }] }));
  expect(await checked([file])).toEqual({ out: `${file}: ok, routine my-morning\n${advice}`, error: null });
  const line = "5 rounds every 60s: 25 burpee";
  expect(await checked([line])).toEqual({ out: `${line}: ok\n${advice}`, error: null });
  expect((await checked(["5 rounds every 60s: 20 burpee"])).out).not.toContain("Tight");
});

test("a rest at the end, which nothing follows, is spoken of in a file and in a line", async () => {
  const advice =
    "Rest: 30 s at the end → left out (nothing follows it; a rest between sets belongs to their exercise)\n";
  const burpees = { exercise: { name: "Burpee", reps: 25 }, sets: 3 };
  const file = write(temporaryFolder(), "rest.json", routineFile({ blocks: [burpees, { rest: 30 }] }));
  expect((await checked([file])).out).toBe(`${file}: ok, routine my-morning\n${advice}`);
  expect((await checked(["3x25 burpee, 30s rest"])).out).toBe(`3x25 burpee, 30s rest: ok\n${advice}`);
  expect((await checked(["8x(20s work, 10s rest)"])).out).not.toContain("left out");
});

test("a routine of one's own is found by its name, and another name is no file with faults", async () => {
  const folder = temporaryFolder();
  const file = write(folder, "routines/legs.json", routineFile());
  expect(await runUnwindIn(folder, "", ["check", "legs"])).toMatchObject({
    code: 0,
    out: `${file}: ok, routine my-morning\n`,
  });
  const lost = await runUnwindIn(folder, "", ["check", "lesg"]);
  expect(lost).toMatchObject({ code: 2, out: "", error: expect.stringContaining("did you mean legs?") });
});
