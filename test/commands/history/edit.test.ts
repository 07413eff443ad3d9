/** Correcting what was saved: `unwind history edit` and `delete`, as a user calls them. */
import { copyFileSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ago, cutOff, giveFreshHome, given, home, json, unwind } from "../../support/run-unwind.ts";

giveFreshHome();

describe("unwind history", () => {
  test("edits answers without touching the session's file, and deletes into the trash", async () => {
    given("newer123", 2, { effort: 7 });
    const folder = join(home, "sessions", ago(2).slice(0, 4), ago(2).slice(5, 7));
    expect(
      (await unwind("history", "edit", "last", "--effort", "3", "--tightness", "2", "--notes", "better")).code,
    ).toBe(0);
    expect(await json("history", "show", "last")).toMatchObject({
      effort: 3,
      tightness: 2,
      notes: ["better"],
    });
    expect(readdirSync(folder)).toHaveLength(2);
    expect(await unwind("history", "edit", "last", "--effort", "11")).toMatchObject({ code: 2 });
    expect(await unwind("history", "delete", "last")).toMatchObject({
      code: 2,
      error: expect.stringContaining("--yes"),
    });
    expect((await unwind("history", "delete", "last", "--yes")).code).toBe(0);
    expect(await json("history")).toEqual([]);
    expect(readdirSync(join(home, "trash"))).toHaveLength(2);
  });

  test("deletes a session with its copies, so that it does not come back", async () => {
    const { startedAt } = given("newer123", 2);
    given("older123", 3);
    await unwind("note", "so-so");
    const folder = join(home, "sessions", startedAt.slice(0, 4), startedAt.slice(5, 7));
    for (const name of readdirSync(folder).filter((one) => one.includes("newer123"))) {
      copyFileSync(join(folder, name), join(folder, name.replace(".json", " (copy).json")));
    }
    expect((await unwind("history", "delete", "newer", "--yes")).code).toBe(0);
    expect((await json("history")).map(({ id }: { id: string }) => id)).toEqual(["older123"]);
    expect(readdirSync(join(home, "trash"))).toHaveLength(4);
    expect(existsSync(join(home, "damaged"))).toBe(false);
  });

  test("deletes a session that is not over with the note that was made of it", async () => {
    cutOff("first111");
    await unwind("note", "it was the telephone");
    expect((await unwind("history", "delete", "first", "--yes")).code).toBe(0);
    expect(await json("history")).toEqual([]);
    expect(readdirSync(join(home, "trash"))).toEqual([
      expect.stringMatching(/-first111\..*\.amend\.json$/),
      "first111.jsonl",
    ]);
    const left = readdirSync(join(home, "sessions"), { recursive: true, encoding: "utf8" });
    expect(left.filter((name) => name.endsWith(".json"))).toEqual([]);
  });

  test("pain and why sets were skipped are answers of their own", async () => {
    given("newer123", 2, { effort: 7 });
    const edit = (...words: string[]) => unwind("history", "edit", "last", ...words);
    expect(await json("history", "show", "last")).toMatchObject({ pain: null, skipReason: null });
    expect((await edit("--pain", "4", "--skipped", "no-time")).code).toBe(0);
    expect(await json("history", "show", "last")).toMatchObject({ pain: 4, tightness: null, skipReason: "no-time" });
    expect((await unwind("history", "show", "last")).out).toMatch(/Skipped +no time[\s\S]*Pain +4 of 10/);
    await edit("--pain", "none", "--skipped", "none");
    expect(await json("history", "show", "last")).toMatchObject({ pain: null, skipReason: null, effort: 7 });
    expect(await edit("--pain", "11")).toMatchObject({ code: 2, error: expect.stringContaining("--pain 11") });
    expect(await edit("--skipped", "bored")).toMatchObject({ code: 2, error: expect.stringContaining("too-hard") });
    expect(await unwind("history", "--pain", "3")).toMatchObject({ code: 2 });
  });

  test("a side stands beside a tightness, and goes with it", async () => {
    given("newer123", 2, { effort: 7 });
    const edit = (...words: string[]) => unwind("history", "edit", "last", ...words);
    const now = async () => (await json("history"))[0];
    expect(await edit("--side", "left")).toMatchObject({ code: 2, error: expect.stringContaining("--tightness") });
    expect(await edit("--side", "left", "--tightness", "0")).toMatchObject({ code: 2 });
    expect(await now()).toMatchObject({ tightness: null, tightnessSide: null });
    await edit("--side", "left", "--tightness", "4");
    await edit("--side", "both");
    expect(await now()).toMatchObject({ tightness: 4, tightnessSide: "both" });
    await edit("--tightness", "none");
    expect(await now()).toMatchObject({ effort: 7, tightness: null, tightnessSide: null });
  });
});
