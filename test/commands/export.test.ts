/** `unwind export` and `unwind import`, as a user calls them. */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { given, home, unwind, unwindReading } from "../support/run-unwind.ts";

describe("unwind export and import", () => {
  test("export, import into an empty folder, export: the same bytes", async () => {
    given("newer123", 2, { notes: ["a note"] });
    given("older123", 50);
    await unwind("note", "said later");
    const first = (await unwind("export", "--format", "json")).out;
    const file = join(home, "out.json");
    expect((await unwind("export", "-o", file)).code).toBe(0);
    rmSync(join(home, "sessions"), { recursive: true });
    expect((await unwind("import", file)).out).toBe("2 taken in, 0 already there\n");
    expect((await unwind("export", "--format", "json")).out).toBe(first);
    expect((await unwind("import", file)).out).toBe("0 taken in, 2 already there\n");
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
    expect((await unwindReading(text, "import", "-")).out).toBe("3 taken in, 0 already there\n");
    expect((await unwind("export", "--format", "json")).out).toBe(text);
  });

  test("what is no export is refused with exit 65, and a file that is not there with 2", async () => {
    const file = join(home, "x.json");
    writeFileSync(file, "{}");
    expect((await unwind("import", file)).code).toBe(65);
    expect((await unwind("import", join(home, "none.json"))).code).toBe(2);
    expect(await unwind("import", home)).toMatchObject({ code: 2, error: expect.stringContaining("EISDIR") });
  });
});
