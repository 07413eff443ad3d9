/** Test, screening and the plan that follows, with the built program in a pipe. */
import { describe, expect, test } from "vitest";
import { ALL_NO, ASKING, kept, LEFT, RIGHT } from "./support/assessments.ts";
import { removeFoldersAfterwards, run, runHere, temporaryFolder } from "./support/program.ts";

removeFoldersAfterwards();

describe.concurrent("in a pipe", () => {
  test("a test is kept, told, listed, and a plan follows from it", async () => {
    const home = temporaryFolder();
    const env = { UNWIND_HOME: home };
    const told = await run(["assess", "--left", LEFT, "--right", RIGHT, "--json"], { env });
    expect([told.code, told.stderr]).toEqual([0, ""]);
    expect(JSON.parse(told.stdout)).toMatchObject({
      test: "thomas-test",
      sides: {
        left: { verdict: "tight", muscles: ["iliopsoas", "rectus femoris"], thighDegrees: 12 },
        right: { verdict: "good", muscles: [] },
      },
    });
    const [file, ...others] = kept(home, "assessments");
    expect([file?.name, others]).toEqual([expect.stringMatching(/^\d{4}\/\d{2}\/\d{8}T\d{6}Z-[0-9a-z]+\.json$/), []]);
    const [listed, history, plan] = await Promise.all([
      runHere(["assess", "history", "--json"], { env }),
      runHere(["assess", "history"], { env }),
      runHere(["plan", "for-me", "--fit", "10m", "--json"], { env }),
    ]);
    expect(JSON.parse(listed.stdout)).toMatchObject([{ id: file?.content["id"] }]);
    expect(history.stdout).toMatch(
      /above level.*may be short[\s\S]*Left: thigh against level[\s\S]*12° ┤ ●[\s\S]*Right: angle[\s\S]*90° ┤ ●/,
    );
    const { routine, totalSeconds, steps } = JSON.parse(plan.stdout);
    expect([routine, totalSeconds <= 600]).toEqual(["for-me", true]);
    expect(new Set(steps.map((step: { side: string | null }) => step.side))).toEqual(new Set(["left", "right", null]));
  });

  test.each([
    [
      ["assess"],
      /needs a terminal that can draw a screen; give the answers instead: unwind assess --left pain=no,back=flat/,
    ],
    [["assess", "--json"], /needs a terminal that can draw a screen/],
    [["assess", "--left", "thigh=abov,pain=no,rotation=none,knee=90"], /did you mean above\?/],
    [["assess", "history", "--left", LEFT], /takes no answers/],
    [["screen"], /needs a terminal that can draw a screen; answer instead with: unwind screen --answers emergency=no/],
    [["screen", "--answers", "hip=no"], /no answer for emergency, groin/],
    [["plan", "for-me"], /there is none yet; take it with: unwind assess/],
    [["run", "for-me", "--json"], /there is none yet/],
  ])("%j cannot be", async (words, message) => {
    const { code, stdout, stderr } = await runHere(words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^unwind: [^\n]+\n$/);
    expect(stderr).toMatch(message);
  });

  test("nobody is asked before a session: one line on standard error says what to rule out, until it was", async () => {
    const env = { ...ASKING, UNWIND_HOME: temporaryFolder() };
    const words = ["run", "kneeling-lunge", "--sets", "1", "--json", "--speed", "1000"];
    const first = await run(words, { env });
    expect([first.code, first.stderr.split("\n").length]).toEqual([0, 2]);
    expect(first.stderr).toMatch(/rule out numbness between the legs.*unwind screen/);
    expect(
      first.stdout
        .split("\n")
        .filter(Boolean)
        .every((line) => JSON.parse(line)),
    ).toBe(true);
    const screened = await runHere(["screen", "--answers", ALL_NO, "--json"], { env });
    expect(JSON.parse(screened.stdout)).toMatchObject({ decision: null, advice: [] });
    expect((await run(words, { env })).stderr).toBe("");
  });

  test("a yes advises, and marks the sessions that go on", async () => {
    const env = { ...ASKING, UNWIND_HOME: temporaryFolder() };
    const words = ["run", "kneeling-lunge", "--sets", "1", "--plain", "--speed", "1000"];
    const answers = ALL_NO.replace("night=no", "night=yes");
    const screened = await runHere(["screen", "--answers", answers], { env });
    expect(screened.stdout.replace(/\s+/g, " ")).toMatch(/night pain: .*See a doctor soon/);
    expect((await run(words, { env })).stderr).toMatch(
      /your screening of \d+ [A-Z][a-z]+ has night pain: see a doctor/,
    );
    await runHere(["screen", "--answers", answers, "--go-on"], { env });
    expect((await run(words, { env })).stderr).toBe("");
    const shown = await runHere(["history", "show", "last", "--json"], { env });
    expect(JSON.parse(shown.stdout).marks).toEqual(["screening: yes to night pain"]);
    expect((await runHere(["history", "show", "last"], { env })).stdout).toContain("screening: yes to night pain");
    expect(
      kept(env.UNWIND_HOME, "screenings")
        .map(({ content }) => content["decision"])
        .sort(),
    ).toEqual(["go-on", "wait"]);
  });

  test("what cannot be kept is said, and handed over", async () => {
    const env = { UNWIND_HOME: "/dev/null/unwind" };
    const { code, stderr } = await run(["assess", "--left", LEFT], { env });
    expect(code).toBe(73);
    expect(JSON.parse(stderr.split("\n")[0] ?? "")).toMatchObject({ format: "unwind-assessment" });
  });
});
