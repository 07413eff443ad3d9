/** The person's own files with faults: one line, on the commands that would have used them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { giveFreshHome, home, unwind } from "../../support/run-unwind.ts";

giveFreshHome();

const lay = (name: string, text: string) => writeFileSync(join(home, name), text);
const NAMED = /^unwind: ignored [^\n]*bad\.json: it has faults; see them with: unwind check [^\n]*bad\.json\n/;

describe("one bad file", () => {
  beforeEach(() => {
    for (const folder of ["routines", "exercises"]) mkdirSync(join(home, folder));
    lay("routines/bad.json", "{");
  });

  test("is named where everything is listed, and where it was asked for", async () => {
    expect((await unwind("list")).error).toMatch(NAMED);
    for (const words of [
      ["show", "bad"],
      ["plan", "bad"],
      ["run", "bad", "--plain"],
    ]) {
      const { code, error } = await unwind(...words);
      expect(code).toBe(2);
      expect(error).toMatch(NAMED);
    }
  });

  test.each([["plan", "pigeon"], ["show", "pigeon"], ["history"], ["stats"], ["config"], ["check", "3x10 squat"]])(
    "is not named where it would not be used: %s %s",
    async (...words) => {
      expect((await unwind(...words.filter(Boolean))).error).not.toContain("bad.json");
    },
  );

  test("is named where it would have taken the place of what is used", async () => {
    lay("exercises/pigeon-pose.json", '{"name": 5}');
    for (const words of [
      ["plan", "pigeon"],
      ["plan", "psoas-stretches"],
      ["show", "pigeon-pose"],
    ]) {
      expect((await unwind(...words)).error).toContain("pigeon-pose.json: it has faults");
    }
    expect((await unwind("plan", "desk-break")).error).not.toContain("pigeon-pose.json");
  });
});

describe("a file that is there is opened or explained, whatever it is called", () => {
  test.each([
    ["a table", "hevy.csv", "date,exercise\n", /hevy\.csv:1:1: not JSON/],
    [
      "another program's JSON",
      "other.json",
      '{"workouts": [], "unit": "kg"}',
      /: neither an exercise nor a routine; expected/,
    ],
    [
      "a package",
      "package.json",
      '{"name": "x", "version": "1", "scripts": {}}',
      /: neither an exercise nor a routine/,
    ],
    [
      "a session",
      "last.json",
      '{"format": "unwind-session", "version": 1}',
      /: a record of training, not a routine; .*unwind import/,
    ],
  ])("%s: what it is, in one line", async (_, name, text, message) => {
    lay(name, text);
    for (const command of ["check", "plan"]) {
      const { code, out, error } = await unwind(command, join(home, name));
      expect(code).toBe(65);
      expect(out + error).toMatch(message);
      expect((out + error).split("\n").filter((line) => line.includes(name))).not.toHaveLength(0);
      expect((out + error).trim().split("\n").length).toBeLessThanOrEqual(2);
    }
  });

  test("a routine in a file without an ending is run", async () => {
    lay("mine.workout", '{"name": "Mine", "blocks": [{"exercise": "pigeon-pose"}]}');
    const { code, out } = await unwind("plan", join(home, "mine.workout"));
    expect([code, out.includes("Mine")]).toEqual([0, true]);
  });

  test("what lacks a figure, and has the rest of an exercise, is still an exercise", async () => {
    lay("almost.json", '{"name": "Burpee", "steps": ["Jump."]}');
    expect((await unwind("check", join(home, "almost.json"))).out).not.toContain("neither");
    lay("typo.json", '{"name": "Burpee", "wrok": 40}');
    expect((await unwind("check", join(home, "typo.json"))).out).toContain('did you mean "work"');
  });
});
