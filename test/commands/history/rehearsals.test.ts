/** What is in the history and counts nowhere: rehearsals, false starts, and what a wrong clock has dated. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ago, giveFreshHome, given, home, json, skipWaiting, unwind } from "../../support/run-unwind.ts";

giveFreshHome();
skipWaiting();

const RUN = ["run", "kneeling-lunge", "--plain", "--speed", "1000"];

describe("a rehearsal", () => {
  test("is seen with a sign, and in no statistic, streak or suggestion", async () => {
    const { code, out } = await unwind(...RUN);
    expect(code).toBe(0);
    expect(out).toMatch(/Kept as \w+, a rehearsal that counts in no statistic \(--count makes it count\)/);
    expect((await unwind("history")).out).toMatch(/ rehearsal +6:00 /);
    expect(await json("history")).toMatchObject([{ rehearsal: true }]);
    expect((await unwind("history", "show", "last")).out).toContain("A rehearsal: it counts in no statistic");
    expect(await json("stats")).toMatchObject({ sessions: 0 });
    expect((await json("suggest", "kneeling-lunge")).proposals).toMatchObject([{ change: "new", sessions: [] }]);
  });

  test("is in a copy of the history, and not in what goes to where training is counted", async () => {
    given("counted1", 2);
    given("rehearse", 3, { speed: 30 });
    expect((await unwind("export", "--format", "json")).out).toContain("rehearse");
    for (const format of ["csv", "ics", "tcx"]) {
      const { out } = await unwind("export", "--format", format);
      expect(out).toContain(format === "tcx" ? "<Activity " : "counted1");
      expect(out).not.toContain("rehearse");
    }
  });

  test("--count makes it training", async () => {
    expect((await unwind(...RUN, "--count")).out).toMatch(/Kept as \w+; see it with/);
    expect(await json("stats")).toMatchObject({ sessions: 1 });
    expect((await json("history"))[0]).not.toHaveProperty("rehearsal");
  });

  test("--count without --speed changes nothing and is a fault", async () => {
    expect(await unwind("run", "kneeling-lunge", "--plain", "--count")).toMatchObject({
      code: 2,
      error: "unwind: --count goes with --speed: at its own speed every session counts\n",
    });
  });
});

describe("a session without a begun set", () => {
  test("is no session in the history, unless something was said about it", async () => {
    given("nothing1", 2, { steps: [] });
    given("noted123", 3, { steps: [], notes: ["too tired"], effort: null });
    expect((await json("history")).map(({ id }: { id: string }) => id)).toEqual(["noted123"]);
    expect(await json("stats")).toMatchObject({ sessions: 0 });
  });
});

describe("a session dated in the future", () => {
  const ids = async () => (await json("history")).map(({ id }: { id: string }) => id);

  test("is named as such, and is no last time", async () => {
    given("future12", -24 * 400);
    given("real1234", 5);
    const { out } = await unwind("history");
    expect(out).toMatch(/future1 +\d+ [A-Z][a-z]+( \d{4})? \d\d:\d\d \*/);
    expect(out).toMatch(/\* in the future: a clock was wrong; change it with: unwind history edit ID --at/);
    expect((await json("history", "show", "last")).id).toBe("real1234");
    expect((await unwind("history", "show", "future12")).out).toContain("Dated in the future");
    for (const { sessions } of (await json("suggest")).proposals) expect(sessions).not.toContain("future12");
  });

  test("alone it is named with what mends it", async () => {
    given("future12", -48);
    const { code, error } = await unwind("note", "well");
    expect(code).toBe(2);
    expect(error).toContain('unwind history edit future12 --at "today 18:00"');
  });

  test("is mended with its answers and notes; the old file is in the trash", async () => {
    given("future12", -24 * 400);
    await unwind("note", "--session", "future12", "was hard");
    await unwind("history", "edit", "future12", "--effort", "7");
    const { code, out } = await unwind("history", "edit", "future12", "--at", "2026-01-05 18:00", "--tightness", "2");
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^changed: date, tightness of \S+ of 5 Jan( 2026)? 18:00 \(future12\)\n$/),
    });
    const session = await json("history", "show", "future12");
    expect(session).toMatchObject({ startedAt: "2026-01-05T18:00:00.000Z", effort: 7, tightness: 2 });
    expect(session.notes).toContain("was hard");
    expect(await ids()).toEqual(["future12"]);
    expect(readdirSync(join(home, "trash")).some((name) => name.includes("future12"))).toBe(true);
    // Within the same month, too.
    await unwind("history", "edit", "future12", "--at", "2026-01-06 18:00");
    expect(await json("history", "show", "future12")).toMatchObject({
      startedAt: "2026-01-06T18:00:00.000Z",
      effort: 7,
    });
    expect(await ids()).toEqual(["future12"]);
  });
});

test("an end before its start, from a clock that was set back, is put right", async () => {
  given("setback1", 5, { endedAt: ago(29), activeSeconds: 600, pauses: [{ at: 10, seconds: 60, reason: "asked" }] });
  const [session] = await json("history");
  expect(Date.parse(session.endedAt) - Date.parse(session.startedAt)).toBe(660_000);
});
