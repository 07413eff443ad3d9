/** The history of a home that cannot be one. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { journalOf, wholeSession } from "../../support/example-sessions.ts";
import { ago, giveFreshHome, home, json, runUnwindIn, unwind } from "../../support/run-unwind.ts";

giveFreshHome();

test.each([
  ["history", "there is no history"],
  ["stats", "there is no history"],
  ["suggest", "there is no history"],
  ["resume", "there is no history"],
  ["note Fine", "there is no history"],
  ["export csv", "there is no history"],
  ["log desk-break", "the session cannot be written"],
  ["config set level easy", "the settings cannot be written"],
])("%s says that a file is in the way, with the code of what cannot be written", async (words, what) => {
  const file = join(home, "in-the-way");
  writeFileSync(file, "");
  for (const folder of [file, join(file, "deeper")]) {
    const { code, out, error } = await runUnwindIn(folder, "", words.split(" "));
    expect([code, out, error]).toEqual([73, "", `unwind: ${what}: ${file} is a file, where a folder is needed\n`]);
  }
});

test("without a home that can be written a session runs to its end, says why it is not kept, and is printed", async () => {
  const file = join(home, "in-the-way");
  writeFileSync(file, "");
  const { code, out, error } = await runUnwindIn(file, "", ["run", "1s plank", "--plain", "--speed", "1000"]);
  expect(code).toBe(73);
  expect(out).toContain("Done: 1 of 1 set, ");
  expect(error).toContain(`This session cannot be kept: ${file} is a file, where a folder is needed.`);
  expect(error).not.toMatch(/ENOTDIR|EEXIST/);
  expect(JSON.parse(error.slice(error.indexOf("\n{")))).toMatchObject({ title: "1s plank" });
});

test("a finished session whose file cannot be written is in the history, in statistics and in a copy all the same", async () => {
  const startMs = Date.parse(ago(3));
  mkdirSync(join(home, "journal"));
  mkdirSync(join(home, "sessions"));
  writeFileSync(join(home, "journal", "waits111.jsonl"), journalOf(wholeSession, { id: "waits111", startMs }).text);
  // A file where the folder of the year should be fails for every user, root too.
  writeFileSync(join(home, "sessions", new Date(startMs).toISOString().slice(0, 4)), "");
  const list = await unwind("history", "--json");
  expect(list.error).toMatch(/^unwind: session waits111 stays in .* until it can be saved: /);
  expect(JSON.parse(list.out)).toMatchObject([{ id: "waits111", status: "finished" }]);
  expect(await json("stats")).toMatchObject({ sessions: 1 });
  expect((await unwind("export", "csv")).out).toContain("waits111,");
  expect((await unwind("history", "show", "waits111")).code).toBe(0);
});
