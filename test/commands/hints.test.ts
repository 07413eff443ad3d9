/** Hints lead on: what a message tells people to type does what it says. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { giveFreshHome, home, unwind } from "../support/run-unwind.ts";

giveFreshHome();

const ROUTINE = {
  id: "z",
  name: "Z",
  notice: "Gently.",
  blocks: [{ exercise: "pigeon-pose" }, { exercise: { name: "Squat", reps: 10 } }],
};

function writeRoutine(): string {
  const file = join(home, "z.json");
  writeFileSync(file, JSON.stringify(ROUTINE));
  return file;
}

test("a flag that changes nothing in a line leads to the plan of the line", async () => {
  const { code, error } = await unwind("plan", "10 squat", "--tempo", "3010");
  expect(code).toBe(2);
  expect(error).toContain("see what it has with: unwind plan '10 squat'");
  expect((await unwind("plan", "10 squat")).code).toBe(0);
});

test("a flag that changes nothing in a file leads to the file", async () => {
  const file = writeRoutine();
  expect((await unwind("plan", file, "--tempo", "3010")).error).toContain(`with: unwind show ${file}\n`);
  expect((await unwind("show", file)).code).toBe(0);
});

test("what does not fit in a line can be seen by its file", async () => {
  const file = writeRoutine();
  const { error } = await unwind("show", file, "--line");
  expect(error).toContain("z does not fit in a line");
  expect(error).toContain(`see it with: unwind show ${file}\n`);
});

test("workouts, a heading of list, are listed by that word", async () => {
  const { code, out } = await unwind("list", "workouts");
  expect(code).toBe(0);
  expect(out).toContain("tabata");
  expect(out).not.toContain("desk-break");
});

test("--yesterday is --at yesterday", async () => {
  expect((await unwind("log", "tabata", "--yesterday")).error).toContain("--at yesterday");
});
