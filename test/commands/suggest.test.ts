/** `unwind suggest`, and the plan that follows it with `--level auto`, as a user calls them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { giveFreshHome, home, json, skipWaiting, unwind } from "../support/run-unwind.ts";

giveFreshHome();
skipWaiting();

describe("unwind suggest and --level auto", () => {
  test("propose for the routine of the last session, and the plan follows", async () => {
    expect((await unwind("run", "kneeling-lunge", "--plain", "--speed", "1000", "--count")).code).toBe(0);
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
    expect((await unwind("run", "psoas-stretches", "--plain", "--speed", "1000", "--count")).code).toBe(0);
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
  test("passes over sessions of lines in silence, and history and note call them by their line", async () => {
    expect((await unwind("run", "5 squat, 10s plank", "--plain", "--speed", "1000", "--count")).code).toBe(0);
    const { error, out } = await unwind("suggest");
    expect(error).toBe("");
    expect(out).not.toContain("line-5-squat");
    expect((await unwind("history")).out.replace(/\s+/g, " ")).toMatch(/ 5 squat, 10s .* plank /);
    expect((await unwind("note", "fine")).out).toMatch(/^noted for 5 squat, 10s plank of /);
  });

  test("names the line again that it is asked about", async () => {
    expect((await json("suggest", "10 march")).command).toBe("unwind run '10 march' --level auto");
  });

  test("goes by the routine that followed from a test, when that was done last", async () => {
    await unwind("assess", "--left", "thigh=above,pain=no,rotation=none,knee=square");
    expect((await unwind("run", "for-me", "--plain", "--speed", "1000", "--count")).code).toBe(0);
    const { routine, command, proposals } = await json("suggest");
    expect([routine, command]).toEqual(["for-me", "unwind run for-me --level auto"]);
    expect(proposals[0]).toMatchObject({ exercise: "psoas-post-isometric-relaxation", ground: "not-answered" });
    expect((await unwind("suggest", "for-me")).out).toMatch(/^For me\n/);
  });

  test("says so when the last one was a file, which has no name to go by, and takes what was done before", async () => {
    expect((await unwind("run", "pigeon-pose", "--plain", "--speed", "1000", "--count")).code).toBe(0);
    const file = join(home, "mine.json");
    const sections = [{ title: "One", blocks: [{ exercise: "kneeling-lunge" }] }];
    writeFileSync(file, JSON.stringify({ id: "mine", name: "Mine", summary: "Of my own.", sections }));
    expect((await unwind("run", file, "--plain", "--speed", "1000", "--count")).code).toBe(0);
    const { code, out, error } = await unwind("suggest");
    expect(code).toBe(0);
    expect(error).toMatch(/^unwind: "mine" is not a routine or exercise; for a file: unwind suggest <file>\n$/);
    expect(out).toContain("unwind run pigeon-pose --level auto");
    expect(await json("suggest", file)).toMatchObject({ routine: "mine", command: `unwind run ${file} --level auto` });
  });

  test("begins with the default routine when nothing was done yet", async () => {
    expect(await json("suggest")).toMatchObject({ routine: "psoas-program" });
  });
});

test("beyond the range of the source, suggest names the flags that go there, and run takes them", async () => {
  for (const day of [1, 2]) {
    await unwind("run", "kneeling-lunge", "--hold", "60s", "--plain", "--speed", "1000", "--count");
    expect((await unwind("history", "edit", "last", "--effort", String(day))).code).toBe(0);
  }
  const { out } = await unwind("suggest", "--beyond");
  expect(out).toMatch(/60 s +▲ 65 s /);
  const command = /Do it: unwind (.+)\n$/.exec(out)?.[1] ?? "";
  expect(command).toBe("run kneeling-lunge --hold kneeling-lunge=65s");
  const plan = await json(...command.replace("run", "plan").split(" "));
  expect(plan.steps.find((step: { kind: string }) => step.kind === "set").seconds).toBe(65);
});

test("what is true of every exercise is said once", async () => {
  const { out } = await unwind("suggest", "desk-break");
  expect(out.match(/as the routine says/g)).toHaveLength(1);
  expect(out.match(/not been done yet/g)).toHaveLength(1);
  expect(out).toContain("\nSit to stand\n");
  expect(out).toContain("Next time, for every exercise: as the routine says.\n");
});

test("a single exercise keeps its row", async () => {
  const { out } = await unwind("suggest", "pigeon-pose");
  expect(out).toMatch(/Pigeon pose .*as the routine says/);
  expect(out).not.toContain("for every exercise");
});

describe("unwind suggest for a routine that says how often", () => {
  test("says where this week stands, and what goes with it on other days", async () => {
    expect((await unwind("run", "hip-strength", "--plain", "--speed", "1000", "--count")).code).toBe(0);
    const { out } = await unwind("suggest", "hip-strength");
    const text = out.replace(/\s+/g, " ");
    expect(text).toContain(
      "How often: 2–3 days a week, with a day between. Done on 1 day this week: leave a day between",
    );
    expect(text).toContain("On other days: Stretch, or walk.");
    expect((await json("suggest", "hip-strength")).week).toMatchObject({
      days: { from: 2, to: 3 },
      done: 1,
      next: "rest",
    });
    // An exercise alone says nothing of days.
    expect(await json("suggest", "kneeling-lunge")).not.toHaveProperty("week");
  });
});
