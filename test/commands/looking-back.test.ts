import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../../src/cli.ts";
import type { Shell } from "../../src/commands/shell.ts";
import { writeWhole } from "../../src/journal/files.ts";
import type { SessionFile } from "../../src/journal/format.ts";
import { sessionPath } from "../../src/journal/names.ts";
import { sessionText } from "../../src/journal/session-text.ts";
import { VERSION } from "../../src/version.ts";
import { journalOf, sessionOf } from "../journal/a-session.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "unwind-commands-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Runs the program in this process, without a terminal. */
async function unwind(...words: string[]) {
  const written = { out: "", error: "" };
  const stream = () => new PassThrough().resume();
  const shell: Shell = {
    stdin: Object.assign(new PassThrough(), {}).end() as unknown as PassThrough,
    stdout: stream(),
    stderr: stream(),
    env: { UNWIND_HOME: home },
    signal: new AbortController().signal,
    stop: () => {},
    write: (text) => {
      written.out += text;
    },
    error: (line) => {
      written.error += `${line}\n`;
    },
    columns: 80,
    colour: false,
  };
  const code = await main(words, shell);
  return { code, ...written };
}
const json = async (...words: string[]) => JSON.parse((await unwind(...words, "--json")).out);

const HOUR_MS = 3_600_000;
/** So many hours ago, to the minute: days count by the clock of the machine that runs the test. */
const ago = (hours: number) => new Date(Math.floor((Date.now() - hours * HOUR_MS) / 60_000) * 60_000).toISOString();

function given(id: string, hours: number, change: Partial<SessionFile> = {}): SessionFile {
  const startedAt = ago(hours);
  const session = { ...sessionOf(), id, startedAt, endedAt: startedAt, utcOffsetMinutes: 0, ...change };
  writeWhole(sessionPath(join(home, "sessions"), session), sessionText(session), { toDisk: false });
  return session;
}

/** The journal of a process that was killed in its third step, an hour ago. */
function cutOff(id: string, hours = 1): void {
  mkdirSync(join(home, "journal"), { recursive: true });
  const { text } = journalOf(
    (session, clock) => {
      session.send({ type: "start" });
      clock.advance(50_000);
    },
    { id, startMs: Date.parse(ago(hours)) },
  );
  writeFileSync(join(home, "journal", `${id}.jsonl`), text.replace('"program":"0.1.0"', `"program":"${VERSION}"`));
}

describe("unwind history", () => {
  test("lists sessions the latest first, as a table and as JSON without steps", async () => {
    given("older123", 50, { effort: 3 });
    given("newer123", 2, { effort: 7, tightness: 4, tightnessSide: "left", notes: ["hm"] });
    const listed = await json("history");
    expect(listed.map((session: { id: string }) => session.id)).toEqual(["newer123", "older123"]);
    expect(listed[0]).toMatchObject({ routine: "morning", status: "finished", effort: 7, tightness: 4, notes: ["hm"] });
    expect(listed[0]).not.toHaveProperty("steps");
    const { out } = await unwind("history");
    expect(out).toMatch(/^newer12 .* finished +\S+ +6\/6 +7 +4 L$/m);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("shows one session with every step in the promised shape", async () => {
    given("newer123", 2);
    const shown = await json("history", "show", "newer");
    expect(shown).toMatchObject({ id: "newer123", status: "finished", effort: null, tightness: null, notes: [] });
    expect(Object.keys(shown.steps[1])).toEqual(
      expect.arrayContaining([
        "index",
        "kind",
        "exercise",
        "side",
        "set",
        "reps",
        "plannedSeconds",
        "actualSeconds",
        "how",
      ]),
    );
    expect(shown.steps[1]).toMatchObject({
      index: 1,
      kind: "set",
      exercise: "march",
      set: { index: 1, of: 2 },
      how: "completed",
    });
    expect((await unwind("history", "show", "last")).out).toMatch(/Pigeon pose +left +2\/2/);
  });

  test("filters by time, routine and number", async () => {
    given("older123", 24 * 40);
    given("newer123", 2);
    given("other123", 1, { routine: "evening" });
    const idsOf = async (...words: string[]) => (await json("history", ...words)).map((one: { id: string }) => one.id);
    expect(await idsOf("--since", "30d")).toEqual(["other123", "newer123"]);
    expect(await idsOf("--routine", "morning")).toEqual(["newer123", "older123"]);
    expect(await idsOf("--limit", "1")).toEqual(["other123"]);
    expect(await idsOf("--since", "2000-01-01")).toHaveLength(3);
    expect(await unwind("history", "--since", "soon")).toMatchObject({
      code: 2,
      error: expect.stringContaining("2026-11-01"),
    });
  });

  test("edits answers without touching the session's file, and deletes into the trash", async () => {
    given("newer123", 2, { effort: 7 });
    const folder = join(home, "sessions", ago(2).slice(0, 4), ago(2).slice(5, 7));
    expect(
      (await unwind("history", "edit", "last", "--effort", "3", "--side", "right", "--notes", "better")).code,
    ).toBe(0);
    expect(await json("history", "show", "last")).toMatchObject({
      effort: 3,
      tightnessSide: "right",
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

  test("a word that names none, or two, is said so", async () => {
    given("same1111", 2);
    given("same2222", 1);
    expect((await unwind("history", "show", "same")).error).toMatch(/beginning of 2 ids/);
    expect((await unwind("history", "show", "zzz")).error).toMatch(/no session "zzz"/);
    expect((await unwind("history", "delete")).code).toBe(2);
  });

  test("without a session, says how to begin", async () => {
    expect(await unwind("history")).toMatchObject({ code: 0, out: "", error: expect.stringContaining("unwind run") });
    expect(await json("history")).toEqual([]);
  });
});

test("a note is one line of the last session, without anything that could move a cursor", async () => {
  given("newer123", 2);
  expect((await unwind("note", "left hip\u001b[2J", "much\neasier")).code).toBe(0);
  expect((await json("history"))[0].notes).toEqual(["left hip [2J much easier"]);
  expect((await unwind("note", " \n ")).code).toBe(2);
});

describe("unwind resume", () => {
  test("lists what can be taken up, goes on at the right step and finishes the session", async () => {
    cutOff("first111", 2);
    cutOff("second22", 1);
    const listed = await json("resume", "--list");
    expect(listed).toMatchObject([
      { id: "second22", step: 2, label: expect.stringContaining("Rest") },
      { id: "first111" },
    ]);
    expect((await json("history")).map((one: { status: string }) => one.status)).toEqual(["unfinished", "unfinished"]);
    const { out, code } = await unwind("resume", "first", "--json", "--speed", "1000");
    expect(code).toBe(0);
    const events = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.find((one) => one.event === "step-started")).toMatchObject({ index: 2 });
    expect(events.at(-1)).toMatchObject({ event: "session-ended", how: "finished" });
    const shown = await json("history", "show", "first111");
    expect(shown.status).toBe("finished");
    expect(shown.steps.every((step: { how: string }) => step.how === "completed")).toBe(true);
    expect(await json("resume", "--list")).toHaveLength(1);
  });

  test("after a day there is nothing to take up, and what was done is kept as partial", async () => {
    cutOff("first111", 30);
    expect(await unwind("resume")).toMatchObject({
      code: 2,
      error: expect.stringContaining("no session was interrupted"),
    });
    expect(await json("history")).toMatchObject([
      { id: "first111", status: "partial", sets: { completed: 1, planned: 6 } },
    ]);
  });
});

describe("unwind stats", () => {
  test("has all of it as JSON, and as a page of at most eighty columns", async () => {
    given("newer123", 2, { effort: 5, tightness: 3, tightnessSide: "left" });
    given("older123", 24 * 20, { effort: 2 });
    const stats = await json("stats");
    expect(stats).toMatchObject({
      sessions: 2,
      finished: 2,
      sets: 12,
      tensionSeconds: 552,
      streak: { unit: "day", longest: 1 },
    });
    expect(stats.muscles[0]).toMatchObject({ muscle: "glutes", left: 220, right: 220 });
    expect(await json("stats", "--goal", "2")).toMatchObject({ streak: { unit: "week", goal: 2, longest: 0 } });
    const { out } = await unwind("stats");
    for (const title of [
      "The last year",
      "by muscle",
      "Left against right",
      "Minutes a week",
      "Effort by week",
      "Tightness by week",
    ]) {
      expect(out).toContain(title);
    }
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(out).not.toContain("\u001b");
  });
});

describe("unwind suggest and --level auto", () => {
  test("propose for the routine of the last session, and the plan follows", async () => {
    expect((await unwind("run", "kneeling-lunge", "--plain", "--speed", "1000")).code).toBe(0);
    await unwind("history", "edit", "last", "--effort", "9");
    const { routine, proposals } = await json("suggest", "kneeling-lunge");
    expect(routine).toBe("kneeling-lunge");
    expect(proposals).toMatchObject([
      { exercise: "kneeling-lunge", change: "down", to: { hold: 40 }, flags: ["--hold kneeling-lunge=40s"] },
    ]);
    const plan = await json("plan", "kneeling-lunge", "--level", "auto");
    expect(
      plan.steps
        .filter((step: { kind: string }) => step.kind === "set")
        .every((step: { seconds: number }) => step.seconds === 40),
    ).toBe(true);
    expect(plan.auto).toEqual([expect.stringContaining("40 s in place of 45 s")]);
    // What a person asks for stands before what is proposed.
    const asked = await json("plan", "kneeling-lunge", "--level", "auto", "--hold", "50s");
    expect(asked.steps[1].seconds).toBe(50);
  });
});

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

  test("what is no export is refused with exit 65, and a file that is not there with 2", async () => {
    const file = join(home, "x.json");
    writeFileSync(file, "{}");
    expect((await unwind("import", file)).code).toBe(65);
    expect((await unwind("import", join(home, "none.json"))).code).toBe(2);
  });
});
