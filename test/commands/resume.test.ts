/** Going on, getting further, handing out: resume, suggest, export and import, as a person calls them. */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cutOff, given, home, json, unwind, unwindReading } from "../support/run-unwind.ts";

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

describe("unwind suggest and --level auto", () => {
  test("propose for the routine of the last session, and the plan follows", async () => {
    expect((await unwind("run", "kneeling-lunge", "--plain", "--speed", "1000")).code).toBe(0);
    await unwind("history", "edit", "last", "--effort", "9");
    const { routine, command, proposals } = await json("suggest");
    expect([routine, command]).toEqual(["kneeling-lunge", "unwind run kneeling-lunge --level auto"]);
    expect(await json("suggest", "kneeling-lu")).toEqual(await json("suggest"));
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
    expect(asked.auto).toEqual([]);
  });

  test("what a person asks for of one exercise leaves the others as they are proposed", async () => {
    expect((await unwind("run", "psoas-stretches", "--plain", "--speed", "1000")).code).toBe(0);
    await unwind("history", "edit", "last", "--effort", "9");
    const held = async (...flags: string[]) => {
      const plan = await json("plan", "psoas-stretches", "--level", "auto", ...flags);
      const secondsOf = (id: string) =>
        plan.steps.find((step: { kind: string; exercise: string }) => step.kind === "set" && step.exercise === id)
          .seconds;
      return { lunge: secondsOf("kneeling-lunge"), pigeon: secondsOf("pigeon-pose"), reasons: plan.auto.join("\n") };
    };
    const proposed = await held();
    expect(proposed).toMatchObject({ lunge: 40, pigeon: 50 });
    const asked = await held("--hold", "lunge=55s");
    expect(asked).toMatchObject({ lunge: 55, pigeon: 50 });
    expect(asked.reasons).toContain("Pigeon pose");
    expect(asked.reasons).not.toContain("Kneeling lunge");
  });
});

describe("unwind suggest without a name", () => {
  test("goes by the routine that followed from a test, when that was done last", async () => {
    await unwind("assess", "--left", "thigh=above,pain=no,rotation=none,knee=square");
    expect((await unwind("run", "for-me", "--plain", "--speed", "1000")).code).toBe(0);
    const { routine, command, proposals } = await json("suggest");
    expect([routine, command]).toEqual(["for-me", "unwind run for-me --level auto"]);
    expect(proposals[0]).toMatchObject({ exercise: "psoas-side-bend-stretch", ground: "not-answered" });
    expect((await unwind("suggest", "for-me")).out).toMatch(/^For me\n/);
  });

  test("says so when the last one was a file, which has no name to go by, and takes what was done before", async () => {
    expect((await unwind("run", "pigeon-pose", "--plain", "--speed", "1000")).code).toBe(0);
    const file = join(home, "mine.json");
    const sections = [{ title: "One", blocks: [{ exercise: "kneeling-lunge" }] }];
    writeFileSync(file, JSON.stringify({ id: "mine", name: "Mine", summary: "Of my own.", sections }));
    expect((await unwind("run", file, "--plain", "--speed", "1000")).code).toBe(0);
    const { code, out, error } = await unwind("suggest");
    expect(code).toBe(0);
    expect(error).toMatch(/^unwind: "mine" is known by no name; for a file: unwind suggest <file>\n$/);
    expect(out).toContain("unwind run pigeon-pose --level auto");
    expect(await json("suggest", file)).toMatchObject({ routine: "mine", command: `unwind run ${file} --level auto` });
  });

  test("begins with the default routine when nothing was done yet", async () => {
    expect(await json("suggest")).toMatchObject({ routine: "psoas-program" });
  });
});

test("beyond the range of the source, suggest names the flags that go there, and run takes them", async () => {
  for (const day of [1, 2]) {
    await unwind("run", "kneeling-lunge", "--hold", "60s", "--plain", "--speed", "1000");
    expect((await unwind("history", "edit", "last", "--effort", String(day))).code).toBe(0);
  }
  const { out } = await unwind("suggest", "--beyond");
  expect(out).toContain("65 s in place of 60 s");
  const command = /Do it: unwind (.+)\n$/.exec(out)?.[1] ?? "";
  expect(command).toBe("run kneeling-lunge --hold kneeling-lunge=65s");
  const plan = await json(...command.replace("run", "plan").split(" "));
  expect(plan.steps.find((step: { kind: string }) => step.kind === "set").seconds).toBe(65);
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
