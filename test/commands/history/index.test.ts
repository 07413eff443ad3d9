/** Looking back over all sessions: `unwind history`, as a user calls it. */
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { giveFreshHome, given, home, json, unwind } from "../../support/run-unwind.ts";

giveFreshHome();

describe("unwind history", () => {
  test("lists sessions the latest first, as a table and as JSON without steps", async () => {
    given("older123", 50, { effort: 3 });
    given("newer123", 2, { effort: 7, tightness: 4, tightnessSide: "left", notes: ["hm"] });
    const listed = await json("history");
    expect(listed.map((session: { id: string }) => session.id)).toEqual(["newer123", "older123"]);
    expect(listed[0]).toMatchObject({ routine: "morning", status: "finished", effort: 7, tightness: 4, notes: ["hm"] });
    expect(listed[0]).not.toHaveProperty("steps");
    const { out } = await unwind("history");
    expect(out).toMatch(/^newer12 .* finished +\S+ +6\/6 +7 +– +4 L$/m);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("filters by time, routine and number", async () => {
    given("older123", 24 * 40);
    given("newer123", 2);
    given("other123", 1, { routine: "evening" });
    const idsOf = async (...words: string[]) => (await json("history", ...words)).map((one: { id: string }) => one.id);
    expect(await idsOf("--since", "30d")).toEqual(["other123", "newer123"]);
    expect(await idsOf("--until", "10d")).toEqual(["older123"]);
    expect(await idsOf("--routine", "morning")).toEqual(["newer123", "older123"]);
    expect(await idsOf("--limit", "1")).toEqual(["other123"]);
    expect(await idsOf("--since", "2000-01-01")).toHaveLength(3);
    expect(await unwind("history", "--since", "soon")).toMatchObject({
      code: 2,
      error: expect.stringContaining("2026-11-01"),
    });
  });

  test.each([
    [["--effort", "5", "--yes"], "history list takes no --effort; it belongs to edit"],
    [["show", "last", "--since", "4w", "--routine", "zzz"], "history show takes no --since; it belongs to list"],
    [["edit", "last", "--effort", "5", "--json"], "history edit takes no --json; it belongs to list and show"],
    [["delete", "last", "--yes", "--limit", "3"], "history delete takes no --limit; it belongs to list"],
  ])("an option that belongs to something else is refused: %j", async (words, why) => {
    given("newer123", 2);
    expect(await unwind("history", ...words)).toMatchObject({ code: 2, out: "", error: `unwind: ${why}\n` });
    expect(await json("history")).toMatchObject([{ id: "newer123", effort: null }]);
  });

  test("a routine is named as for run, or by the id of one that is gone, and another one does not come with it", async () => {
    given("gone1111", 5, { routine: "evening" });
    given("other111", 4, { routine: "evening-2" });
    given("desk1111", 3, { routine: "desk-break" });
    given("lunge111", 2, { routine: "kneeling-lunge" });
    const idsOf = async (name: string) =>
      (await json("history", "--routine", name)).map((one: { id: string }) => one.id);
    expect(await idsOf("evening")).toEqual(["gone1111"]);
    expect(await idsOf("Desk break")).toEqual(["desk1111"]);
    expect(await idsOf("desk")).toEqual(["desk1111"]);
    expect(await idsOf("kneeling-lunge")).toEqual(["lunge111"]);
    expect(await idsOf("e")).toEqual([]);
  });

  test("a word that names none, or two, is said so", async () => {
    given("same1111", 2);
    given("same2222", 1);
    expect((await unwind("history", "show", "same")).error).toMatch(/beginning of 2 ids/);
    expect((await unwind("history", "show", "zzz")).error).toMatch(/no session "zzz"/);
    expect((await unwind("history", "delete")).code).toBe(2);
  });

  test.each([
    ["history"],
    ["stats"],
    ["suggest"],
    ["export", "--format", "csv"],
    ["resume", "--list"],
    ["plan", "desk-break", "--level", "auto"],
  ])("a folder that cannot be read is told once, and is no defect of the program: %s", async (...words) => {
    given("newer123", 2);
    // Links to themselves: unlike a mode, they stop every user.
    symlinkSync("journal", join(home, "journal"));
    symlinkSync("1999", join(home, "sessions", "1999"));
    const { code, error } = await unwind(...words);
    expect(code).toBe(0);
    expect(error.match(/journal cannot be read/g)).toHaveLength(1);
    expect(error.match(/1999 cannot be read/g) ?? []).toHaveLength(words[0] === "resume" ? 0 : 1);
  });

  test("without a session, says how to begin", async () => {
    expect(await unwind("history")).toMatchObject({ code: 0, out: "", error: expect.stringContaining("unwind run") });
    expect(await json("history")).toEqual([]);
    await unwind("config", "set", "historyDir", join(home, "training"));
    expect(await unwind("history")).toMatchObject({ code: 0, error: expect.stringContaining("unwind run") });
    expect(await unwind("history", "--since", "4w")).toMatchObject({ code: 0, error: "no matching session\n" });
  });
});
