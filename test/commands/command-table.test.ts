/** The words that people type for commands, and what the overview of the help makes of them. */
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/commands/command-table.ts";
import { giveFreshHome, given, json, unwind } from "../support/run-unwind.ts";

giveFreshHome();

test.each<[typed: string, same: string]>([
  ["ls", "list"],
  ["search psoas", "list psoas"],
  ["find stretches", "list stretches"],
  ["info pigeon", "show pigeon"],
  ["version", "--version"],
  ["-V", "--version"],
  ["start --help", "run --help"],
  ["go --help", "run --help"],
  ["export csv", "export --format csv"],
])("unwind %s is unwind %s", async (typed, same) => {
  const [first, second] = [await unwind(...typed.split(" ")), await unwind(...same.split(" "))];
  expect(second.code).toBe(0);
  expect(second.out.length).toBeGreaterThan(5);
  expect(first).toEqual(second);
});

test("history -n is how many, as with other programs", async () => {
  given("one11111", 1);
  given("two22222", 2);
  given("three333", 3);
  expect((await json("history", "-n", "2")).map(({ id }: { id: string }) => id)).toEqual(["one11111", "two22222"]);
});

describe("the help", () => {
  test("has every command once, under the heading of its group, in the order of the table", async () => {
    const { out } = await unwind("--help");
    const headings = [...new Set(Object.values(COMMANDS).map(({ group }) => group))];
    const places = headings.map((heading) => out.indexOf(`\n${heading}\n`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    for (const [name, { group, about }] of Object.entries(COMMANDS)) {
      const at = out.search(new RegExp(`^ {2}${name}\\b.*`, "m"));
      expect(at, name).toBeGreaterThan(out.indexOf(`\n${group}\n`));
      expect(out.replace(/\s+/g, " ")).toContain(about);
    }
  });

  test.each(["run", "plan", "history"])("of %s has its flags in groups, not in one long list", async (name) => {
    const { out } = await unwind(name, "--help");
    const headings = out.match(/^[A-Z][^\n]*:$/gm) ?? [];
    expect(headings.length).toBeGreaterThan(2);
    expect(new Set(headings).size).toBe(headings.length);
  });

  test("says where a bare number is minutes, and where seconds", async () => {
    const { out } = await unwind("plan", "--help");
    const text = out.replace(/\s+/g, " ");
    expect(text).toMatch(/--fit <\w+>[^-]*minutes/);
    expect(text).toMatch(/--hold <[^>]+>[^-]*seconds/);
  });
});
