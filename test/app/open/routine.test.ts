/** The steps from the name of a routine to its plan. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openRoutine } from "../../../src/app/open/routine.ts";
import type { ShellEnvironment } from "../../../src/app/shell-environment.ts";
import { giveFreshHome, home, skipWaiting, unwind } from "../../support/run-unwind.ts";

giveFreshHome();
skipWaiting();

const ANSWERS = "emergency=no,hip=no,groin=no,back=no,numbness=no,imbalance=no,injury=no,night=no,general=no";
const OMITTED = "Questions skipped";

test("questions that were answered are left out of the plan, unless the user names exercises", async () => {
  expect((await unwind("plan", "psoas-release")).out).not.toContain(OMITTED);
  expect((await unwind("screen", "--answers", ANSWERS)).code).toBe(0);
  expect((await unwind("plan", "psoas-release")).out).toContain(OMITTED);
  for (const flag of ["--only", "--skip", "--from"]) {
    const { code, out } = await unwind("plan", "psoas-release", flag, "glute-bridge");
    expect([flag, code]).toEqual([flag, 0]);
    expect(out).not.toContain(OMITTED);
  }
});

test("history proposes only for exercises that the user's flags leave in the routine", async () => {
  expect((await unwind("run", "psoas-stretches", "--plain", "--speed", "1000")).code).toBe(0);
  const { out } = await unwind("plan", "psoas-stretches", "--level", "auto", "--only", "pigeon-pose");
  expect(out).toContain("Suggested from your history\n  Pigeon pose: ");
  expect(out).not.toContain("Kneeling lunge");
});

test("a routine that begins with a test can be opened again without it", async () => {
  const shell = { env: { UNWIND_HOME: home }, error: () => {} } as unknown as ShellEnvironment;
  const opened = await openRoutine("psoas-release", {}, shell);
  const isTest = ({ exercise }: { exercise: string }) => exercise === "thomas-test";
  expect(opened.plan.blocks.some(isTest)).toBe(true);
  const without = await opened.reopen("thomas-test");
  expect(without.plan.blocks).toEqual(opened.plan.blocks.filter((block) => !isTest(block)));
  expect(without.plan.steps.some(isTest)).toBe(false);
  expect((await opened.reopen()).plan.blocks).toEqual(opened.plan.blocks);
});

test("an interval that is too short is named with its place, whatever plans the routine", async () => {
  const text =
    '{ "name": "Short",\n  "blocks": [{ "every": 30, "rounds": 2, "blocks": [{ "exercise": { "name": "Plank", "hold": 40 } }] }] }';
  const place =
    "2:25: blocks[0].every: short cannot begin a round every 30 s: its work takes 40 s; choose less work or a longer interval";
  mkdirSync(join(home, "routines"), { recursive: true });
  const file = join(home, "routines", "short.json");
  writeFileSync(file, text);
  for (const words of [
    ["plan", file],
    ["run", file, "--plain"],
    ["plan", "short"],
    ["run", "short", "--plain"],
  ]) {
    const { code, out, error } = await unwind(...words);
    expect([code, out, error]).toEqual([65, "", `unwind: ${file}:${place}\n`]);
  }
  const line = "10 rounds every 10s: 30s plank";
  for (const command of ["plan", "run", "check"]) {
    const { code, error } = await unwind(command, line);
    expect(code).toBe(2);
    expect(error).toContain(
      "unwind: column 11: cannot begin a round every 10 s: its work takes 30 s; choose less work or a longer interval\n",
    );
  }
});
