/** What is typed without a command: run where it can be run, else answered with what leads on. */
import { expect, test } from "vitest";
import { COMMAND_MEANINGS } from "../../../src/app/command-line/command-synonyms.ts";
import { FLAG_MEANINGS } from "../../../src/app/command-line/flag-synonyms.ts";
import { resolveWords } from "../../../src/app/command-line/resolve-words.ts";
import type { ShellEnvironment } from "../../../src/app/shell-environment.ts";
import { COMMANDS, findCommandName } from "../../../src/commands/command-table.ts";
import { buildProgram, buildWholeProgram } from "../../../src/commands/program.ts";
import { temporaryFolder, write } from "../../support/catalog-files.ts";

const shell = {
  env: { UNWIND_HOME: "/nonexistent/unwind" },
  columns: 80,
  write: () => {},
} as unknown as ShellEnvironment;
const resolve = (...words: string[]) => resolveWords(words, Object.keys(COMMANDS), shell);

test.each([
  [["desk-break"]],
  [["psoas-march", "--reps", "12"]],
  [["desk"]],
  [["Desk Break"]],
  [["./mine.json"]],
  [["-"]],
  [["8x 20s/10s"]],
  [["8x", "20s/10s"]],
  [["3x(10 squat, 30s plank) rest 60s", "--yes"]],
  [["for-me"]],
  [["amrap", "10"]],
  [["tabata squats"]],
])("%j is run", async (words) => {
  expect(await resolve(...words)).toEqual(["run", ...words]);
});

test.each<[string, string]>([
  ["timer", 'did you mean: unwind run "8x(20s work, 10s rest)"?'],
  ["timer 30s", "did you mean: unwind run '30s work'?"],
  ["5m", "did you mean: unwind run '5m work'?"],
  ["rm", "did you mean: unwind history delete last?"],
  ["stop", "did you mean: unwind ctl quit?"],
  ["pause", "did you mean: unwind ctl toggle?"],
  ["settings", "did you mean: unwind config?"],
  ["stat", "did you mean unwind stats?"],
  ["hist", "did you mean unwind history?"],
  ["sho psoas-march", "did you mean unwind show psoas-march?"],
  ["psoas-mrach", "did you mean psoas-march?"],
  ["--level easy desk-break", "did you mean: unwind run --level easy desk-break?"],
  ["--json list", "did you mean: unwind list --json?"],
  ["squat 3x10", "a workout in a line is put in quotes: unwind 'squat 3x10'"],
  ["qqq", "see what there is with: unwind list; all commands: unwind --help"],
])("unwind %s leads on", async (words, hint) => {
  await expect(resolve(...words.split(" "))).rejects.toMatchObject({ exitCode: 2, hint });
});

test("who deletes a routine of their own is told its file, and not how sessions are deleted", async () => {
  const folder = temporaryFolder();
  const file = write(folder, "routines/legs.json", '{ "name": "Legs", "blocks": [{ "exercise": "pigeon" }] }');
  const own = { ...shell, env: { UNWIND_HOME: folder } };
  await expect(resolveWords(["delete", "legs"], Object.keys(COMMANDS), own)).rejects.toMatchObject({
    hint: `"legs" is the file ${file}: delete that`,
  });
});

test.each([
  ["desk-break", "desk-break ships with unwind and is no file of yours"],
  ["Desk Break", "desk-break ships with unwind and is no file of yours"],
  ["psoas-march", "psoas-march ships with unwind and is no file of yours"],
  ["last", "did you mean: unwind history delete last?"],
  ["2fbn5k7r1c", "did you mean: unwind history delete last?"],
])("who deletes %s is told what it is", async (name, hint) => {
  await expect(resolve("rm", name)).rejects.toMatchObject({ hint });
});

test("who deletes what could be two files of their own is told both", async () => {
  const folder = temporaryFolder();
  write(folder, "routines/legs.json", '{ "name": "Legs", "blocks": [{ "exercise": "pigeon" }] }');
  write(folder, "routines/other.json", '{ "name": "legs", "blocks": [{ "exercise": "pigeon" }] }');
  await expect(
    resolveWords(["rm", "legs"], Object.keys(COMMANDS), { ...shell, env: { UNWIND_HOME: folder } }),
  ).rejects.toMatchObject({
    hint: expect.stringMatching(/^"legs" could be routines\/legs\.json or routines\/other\.json/),
  });
});

test.each(Object.entries(COMMAND_MEANINGS))("what %s may mean is typed as it says", async (word, meant) => {
  expect(findCommandName(word)).toBeNull();
  for (const words of meant) {
    const [name = "", ...rest] = words.split(" ");
    if (name.startsWith("--")) continue;
    expect(Object.keys(COMMANDS)).toContain(name);
    const command = (await buildProgram(shell, name)).commands[0];
    for (const flag of rest.filter((one) => one.startsWith("-"))) {
      expect(command?.options.some(({ long, short }) => long === flag || short === flag)).toBe(true);
    }
  }
});

test("every flag that is suggested for another word exists, and no word has a flag of its own", async () => {
  const program = await buildWholeProgram(shell);
  const flags = new Set(
    program.commands.flatMap(({ options }) => options.flatMap(({ long, hidden }) => (hidden ? [] : [long]))),
  );
  for (const [word, meant] of Object.entries(FLAG_MEANINGS)) {
    const known = meant.filter((words) => flags.has(words.split(" ")[0] ?? ""));
    expect([word, known.length > 0]).toEqual([word, true]);
  }
});

test("an alias is a word of one command alone", () => {
  const words = Object.entries(COMMANDS).flatMap(([name, { aliases = [] }]) => [name, ...aliases]);
  expect(new Set(words).size).toBe(words.length);
});
