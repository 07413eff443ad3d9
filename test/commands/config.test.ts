/** Settings on the command line: shown, changed, and reset only after it was said what goes. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { giveFreshHome, home, unwind } from "../support/run-unwind.ts";

giveFreshHome();

const file = () => join(home, "settings.json");

describe("unwind config reset", () => {
  test("says what it would reset, and resets nothing where nobody can be asked", async () => {
    await unwind("config", "set", "level", "easy");
    await unwind("config", "set", "prepare", "15s");
    const { code, error } = await unwind("config", "reset");
    expect(code).toBe(2);
    expect(error).toContain("  level: easy, then standard\n  prepare: 15, then 10\n");
    expect(error).toContain("unwind config reset --yes");
    expect(JSON.parse(readFileSync(file(), "utf8"))).toEqual({ level: "easy", prepare: 15 });
  });

  test("--yes resets them and names them; what a later version knows stays", async () => {
    writeFileSync(file(), '{"level": "easy", "fromTheFuture": 1}');
    expect(await unwind("config", "reset", "--yes")).toEqual({ code: 0, out: "reset: level\n", error: "" });
    expect(JSON.parse(readFileSync(file(), "utf8"))).toEqual({ fromTheFuture: 1 });
  });

  test("one setting that is named is reset at once", async () => {
    await unwind("config", "set", "level", "easy");
    expect((await unwind("config", "reset", "level")).out).toBe("level is standard again\n");
    expect((await unwind("config", "reset", "historyDir")).out).toBe("historyDir is unset again\n");
  });

  test("without a change there is nothing to reset", async () => {
    expect(await unwind("config", "reset")).toEqual({
      code: 0,
      out: "nothing to reset: no setting was changed\n",
      error: "",
    });
  });

  test.each([
    [["config", "get", "--yes"], "--yes goes with config reset"],
    [["config", "set", "level", "easy", "--json"], "--json goes with config get"],
    [["config", "reset", "--json"], "--json goes with config get"],
  ])("a flag that changes nothing is a fault: %j", async (words, message) => {
    const { code, error } = await unwind(...words);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});

test("a slip in the settings is one line with its place, and reading leaves the file as it is", async () => {
  writeFileSync(file(), '{\n  "level" "easy"\n}\n');
  const { code, out, error } = await unwind("config", "get", "level");
  expect({ code, out }).toEqual({ code: 0, out: "standard\n" });
  expect(error).toBe(`unwind: ${file()}:2:11: not JSON: expected a colon, found "\\""; the defaults are used\n`);
  expect(readFileSync(file(), "utf8")).toContain('"level" "easy"');
});
