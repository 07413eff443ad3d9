/** `unwind export` and `unwind import`, as a user calls them. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { giveFreshHome, given, home, json, unwind, unwindReading } from "../support/run-unwind.ts";

giveFreshHome();

describe("unwind export and import", () => {
  test("export, import into an empty folder, export: the same bytes", async () => {
    given("newer123", 2, { notes: ["a note"] });
    given("older123", 50);
    await unwind("note", "said later");
    const first = (await unwind("export", "--format", "json")).out;
    const file = join(home, "out.json");
    expect((await unwind("export", "-o", file)).code).toBe(0);
    rmSync(join(home, "sessions"), { recursive: true });
    expect((await unwind("import", file)).out).toBe("2 imported, 0 already there\n");
    expect((await unwind("export", "--format", "json")).out).toBe(first);
    expect((await unwind("import", file)).out).toBe("0 imported, 2 already there\n");
  });

  test("formats by the name of the file; FIT says why not, and what instead", async () => {
    given("newer123", 2);
    for (const [name, mark] of [
      ["a.csv", "session,date"],
      ["a.ics", "BEGIN:VEVENT"],
      ["a.tcx", "<Activity "],
    ] as const) {
      expect((await unwind("export", "-o", join(home, name))).code).toBe(0);
      expect((await unwind("export", "--format", name.slice(2))).out).toContain(mark);
    }
    expect(await unwind("export", "--format", "fit")).toMatchObject({ code: 2, error: expect.stringContaining("tcx") });
    expect((await unwind("export")).code).toBe(2);
    expect((await unwind("export", "-o", join(home, "no", "..", "a.csv", "x.csv"))).code).toBe(73);
  });

  test("an export that was cut off is refused with exit 65 and changes nothing, from a file as from a pipe", async () => {
    for (const id of ["one11111", "two22222", "three333"]) given(id, id.length);
    const text = (await unwind("export", "--format", "json")).out;
    rmSync(join(home, "sessions"), { recursive: true });
    const cut = text.split("\n").slice(0, 2).join("\n");
    const file = join(home, "cut.json");
    writeFileSync(file, cut);
    for (const refused of [await unwind("import", file), await unwindReading(cut, "import", "-")]) {
      expect(refused).toMatchObject({ code: 65, out: "", error: expect.stringMatching(/^unwind: .*cut off.*\n$/) });
    }
    expect(existsSync(join(home, "sessions"))).toBe(false);
    expect((await unwindReading(text, "import", "-")).out).toBe("3 imported, 0 already there\n");
    expect((await unwind("export", "--format", "json")).out).toBe(text);
  });

  test("what is no export is refused with exit 65, and a file that is not there with 2", async () => {
    const file = join(home, "x.json");
    writeFileSync(file, "{}");
    expect((await unwind("import", file)).code).toBe(65);
    expect((await unwind("import", join(home, "none.json"))).code).toBe(2);
    expect(await unwind("import", home)).toMatchObject({
      code: 2,
      error: expect.stringContaining("a folder; name the file in it"),
    });
  });

  test.each([
    [
      "a routine",
      '{"name": "Mine", "blocks": [{"exercise": "pigeon-pose"}]}',
      "it is a routine, not a history; to run it: unwind run FILE",
    ],
    ["an exercise", '{"name": "Burpee", "work": 40}', "it is an exercise, not a history; to run it: unwind run FILE"],
    ["another program's", '{"workouts": []}', "it is not a history exported by unwind"],
    ["a table", "date,exercise\n2026-11-01,squat\n", "line 1, column 1: not JSON"],
  ])("%s is named as what it is, with what import takes", async (_, text, message) => {
    const file = join(home, "x.json");
    writeFileSync(file, text);
    const { code, error } = await unwind("import", file);
    expect(code).toBe(65);
    expect(error).toContain(message);
    expect(error).toContain("import takes what unwind export --format json wrote");
  });

  test("an export that an editor saved with a mark, or in UTF-16, is taken in like any other", async () => {
    for (const id of ["one11111", "two22222"]) given(id, id.length);
    const text = (await unwind("export", "--format", "json")).out;
    for (const bytes of [Buffer.from(`\uFEFF${text}`), Buffer.from(`\uFEFF${text}`, "utf16le")]) {
      rmSync(join(home, "sessions"), { recursive: true });
      writeFileSync(join(home, "x.json"), bytes);
      expect((await unwind("import", join(home, "x.json"))).out).toBe("2 imported, 0 already there\n");
    }
  });

  test("a session of a known id at another time is a conflict that is named, and no third entry", async () => {
    given("newer123", 2);
    const text = (await unwind("export", "--format", "json")).out;
    const file = join(home, "x.json");
    writeFileSync(file, text.replace(/"startedAt":"\d{4}/, '"startedAt":"2020'));
    const { code, out, error } = await unwind("import", file);
    expect({ code, out }).toEqual({ code: 65, out: "0 imported, 0 already there, 1 not imported\n" });
    expect(error).toMatch(/line 2: session newer123 is there already, at another time: .*newer123\.json/);
    expect(await json("history")).toHaveLength(1);
  });

  test("an unknown field of six thousand levels is one fault, and neither import nor export fails over it", async () => {
    given("newer123", 2);
    given("older123", 50);
    const file = join(home, "x.json");
    const deep = "[".repeat(6000) + "]".repeat(6000);
    const text = (await unwind("export", "--format", "json")).out;
    writeFileSync(file, text.replace('"id":"older123"', `"id":"older123","more":${deep}`));
    rmSync(join(home, "sessions"), { recursive: true });
    const imported = await unwind("import", file);
    expect(imported).toMatchObject({ code: 65, out: "1 imported, 0 already there, 1 not imported\n" });
    expect(imported.error).toContain("nested too deeply");

    const [name] = readdirSync(join(home, "sessions"), { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".json"),
    );
    const path = join(home, "sessions", name ?? "");
    given("broken12", 3);
    const other = readdirSync(join(home, "sessions"), { recursive: true, encoding: "utf8" }).find((one) =>
      one.includes("broken12"),
    );
    writeFileSync(
      join(home, "sessions", other ?? ""),
      readFileSync(path, "utf8").replace('"id"', `"more": ${deep}, "id"`),
    );
    const exported = await unwind("export", "--format", "json");
    expect(exported.code).toBe(0);
    expect(exported.out).toContain("newer123");
    expect(exported.error).toMatch(/broken12.*nested too deeply/);
  });

  test("a device that never ends is not read, and a temporary folder that is not there has its own word and code", async () => {
    expect(await unwind("import", "/dev/zero")).toMatchObject({
      code: 2,
      error: "unwind: /dev/zero cannot be read: not a regular file\n",
    });
    vi.stubEnv("TMPDIR", join(home, "none"));
    const { code, error } = await unwindReading("{}", "import", "-");
    expect(code).toBe(73);
    expect(error).toContain("standard input cannot be stored in the temporary folder");
    expect(error).toContain("set TMPDIR");
  });
});
