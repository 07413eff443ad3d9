/** A full disk: one message that says what could not be written, the documented code, and nothing lost of what was there. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FULL_DISK, removeFoldersAfterwards, run, runHere, temporaryFolder } from "./support/program.ts";

removeFoldersAfterwards();

/** Every file below a folder with what it holds, but caches. */
function contents(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) => !/^cache\b/.test(path) && statSync(join(folder, path)).isFile(),
  );
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** A home with a setting, two sessions and a routine; and an export with a third session. */
async function usedHome() {
  const [home, other] = [temporaryFolder(), temporaryFolder()];
  const at = (folder: string) => ({ env: { UNWIND_HOME: folder } });
  await runHere(["config", "set", "level", "easy"], at(home));
  await runHere(["log", "desk-break", "--at", "yesterday 18:00"], at(home));
  await runHere(["new", "mine", "3x(10 squat)"], at(home));
  await runHere(["log", "psoas-march", "--at", "yesterday 12:00"], at(other));
  const { stdout } = await runHere(["export", "--format", "json"], at(other));
  return { home, exported: stdout, elsewhere: other };
}

const { home, exported, elsewhere } = await usedHome();
const env = { UNWIND_HOME: home, ...FULL_DISK(home) };

test.each<[words: string[], message: RegExp]>([
  [["config", "set", "level", "hard"], /^unwind: the settings cannot be written: ENOSPC/],
  [["config", "reset", "--yes"], /^unwind: the settings cannot be written: ENOSPC/],
  [["log", "desk-break"], /^unwind: the session cannot be written: ENOSPC/],
  [["new", "other", "3x(10 squat)"], /other\.json cannot be written: ENOSPC/],
  [["export", "--format", "csv", "-o", join(home, "out.csv")], /out\.csv cannot be written: ENOSPC/],
  [["import", "-"], /^unwind: a session cannot be written: ENOSPC/],
  [["note", "last", "Hello"], /^unwind: the note cannot be written: ENOSPC/],
  [["history", "edit", "last", "--effort", "4"], /cannot be written: ENOSPC/],
])("unwind %j says in one line that there is no room, and loses nothing", async (words, message) => {
  const before = contents(home);
  const { code, stderr } = await run(words, { env, input: exported });
  expect([code, stderr.trimEnd().split("\n").length]).toEqual([73, 1]);
  expect(stderr).toMatch(message);
  expect(contents(home)).toEqual(before);
});

test("an import from a pipe says that the temporary folder is full, and what to do", async () => {
  const temporary = temporaryFolder();
  const before = contents(elsewhere);
  const full = { UNWIND_HOME: elsewhere, TMPDIR: temporary, ...FULL_DISK(temporary) };
  const { code, stderr } = await run(["import", "-"], { env: full, input: exported });
  expect(code).toBe(73);
  expect(stderr).toMatch(/^unwind: standard input cannot be stored in the temporary folder: ENOSPC.*TMPDIR.*\n$/);
  expect(contents(elsewhere)).toEqual(before);
  expect(readdirSync(temporary)).toEqual([]);
});

test("what needs no room works on", async () => {
  const read = await Promise.all([run(["config", "get", "level"], { env }), run(["history"], { env })]);
  expect(read.map(({ code }) => code)).toEqual([0, 0]);
  expect(read[0]?.stdout).toBe("easy\n");
});
