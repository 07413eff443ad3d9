/** Test, screening and the plan that follows, with the built program: in a terminal and in a pipe. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { removeFoldersAfterwards, run, temporaryFolder } from "./support/program.ts";
import { openTerminal } from "./support/pty.ts";

removeFoldersAfterwards();

const ASKING = { UNWIND_SCREENING: "on" };
const LEFT = "pain=no,back=flat,thigh=above,rotation=none,drop=yes,thigh-degrees=12";
const RIGHT = "thigh=below,pain=no,rotation=none,knee=90";
const ALL_NO = "emergency=no,hip=no,groin=no,back=no,numbness=no,imbalance=no,injury=no,night=no,general=no";

/** The files of a kind that were kept. */
function kept(home: string, kind: string): { name: string; content: Record<string, unknown> }[] {
  return readdirSync(join(home, kind), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ name, content: JSON.parse(readFileSync(join(home, kind, name), "utf8")) }));
}

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
      run(["assess", "history", "--json"], { env }),
      run(["assess", "history"], { env }),
      run(["plan", "for-me", "--fit", "10m", "--json"], { env }),
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
    [["assess"], /no terminal for it; give the answers instead: unwind assess --left pain=no,back=flat/],
    [["assess", "--json"], /no terminal for it/],
    [["assess", "--left", "thigh=abov,pain=no,rotation=none,knee=90"], /did you mean above\?/],
    [["assess", "history", "--left", LEFT], /takes no answers/],
    [["screen"], /no terminal for it; answer instead with: unwind screen --answers emergency=no/],
    [["screen", "--answers", "hip=no"], /no answer for emergency, groin/],
    [["plan", "for-me"], /there is none yet; do it with: unwind assess/],
    [["run", "for-me", "--json"], /there is none yet/],
  ])("%j cannot be", async (words, message) => {
    const { code, stdout, stderr } = await run(words);
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
    const screened = await run(["screen", "--answers", ALL_NO, "--json"], { env });
    expect(JSON.parse(screened.stdout)).toMatchObject({ decision: null, advice: [] });
    expect((await run(words, { env })).stderr).toBe("");
  });

  test("a yes advises, and marks the sessions that go on", async () => {
    const env = { ...ASKING, UNWIND_HOME: temporaryFolder() };
    const words = ["run", "kneeling-lunge", "--sets", "1", "--plain", "--speed", "1000"];
    const answers = ALL_NO.replace("night=no", "night=yes");
    const screened = await run(["screen", "--answers", answers], { env });
    expect(screened.stdout.replace(/\s+/g, " ")).toMatch(/night pain: .*See a doctor soon/);
    expect((await run(words, { env })).stderr).toMatch(
      /your screening of \d+ [A-Z][a-z]+ has night pain: see a doctor/,
    );
    await run(["screen", "--answers", answers, "--go-on"], { env });
    expect((await run(words, { env })).stderr).toBe("");
    const shown = await run(["history", "show", "last", "--json"], { env });
    expect(JSON.parse(shown.stdout).marks).toEqual(["screening: yes to night pain"]);
    expect((await run(["history", "show", "last"], { env })).stdout).toContain("screening: yes to night pain");
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

describe.concurrent("in a terminal", () => {
  test("what follows from the last test is offered first", async () => {
    using terminal = await openTerminal();
    await run(["assess", "--left", LEFT], { env: { UNWIND_HOME: terminal.folder } });
    terminal.run("");
    const home = await terminal.waitFor("► For me");
    expect(home.join("\n").replace(/\s+/g, " ")).toContain("left may be short: psoas, rectus femoris");
    terminal.press("q");
    expect(await terminal.exit()).toBe(0);
  });

  test("the test is led side by side, kept, and the terminal given back", async () => {
    using terminal = await openTerminal();
    terminal.run("assess");
    await terminal.waitFor("enter begins");
    terminal.press("\r");
    await terminal.waitFor("left leg hangs");
    terminal.press("\r");
    await terminal.waitFor("Does anything hurt");
    terminal.press("1");
    await terminal.waitFor("lower back flat");
    terminal.press("1");
    expect((await terminal.waitFor("Where does the thigh")).join("\n")).toMatch(/[\u2800-\u28ff]{4}/);
    terminal.press("1");
    await terminal.waitFor("kneecap");
    terminal.press("1");
    await terminal.waitFor("Straighten the hanging knee");
    terminal.press("2");
    await terminal.waitFor("measure the thigh");
    terminal.press("2");
    await terminal.waitFor("Degrees of the thigh");
    terminal.press("15\r");
    await terminal.waitFor("Once more");
    terminal.press("\r");
    await terminal.waitFor("Degrees between");
    terminal.press("\r");
    await terminal.waitFor("right leg hangs");
    terminal.press("\r");
    await terminal.waitFor("right side");
    terminal.press("2");
    const result = await terminal.waitFor("the result");
    expect(result.join("\n")).toMatch(/Left side may be short: psoas[\s\S]*15° above level[\s\S]*Right side hurts/);
    terminal.press("\r");
    expect(await terminal.exit()).toBe(0);
    expect(await terminal.givenBack()).toEqual([]);
    expect(terminal.scrollback().join("\n")).toContain("left may be short: psoas; right hurts.");
    expect(kept(terminal.folder, "assessments")).toHaveLength(1);
  });

  test("q asks before answers are lost; Ctrl-C leaves at once, and the terminal is given back", async () => {
    using terminal = await openTerminal({ columns: 40, rows: 12 });
    terminal.run("screen");
    await terminal.waitFor("n none");
    terminal.press("3");
    await terminal.waitFor("■ 3");
    terminal.press("q");
    await terminal.waitFor("Quit");
    terminal.press("x");
    await terminal.waitUntil((screen) => !screen.join("\n").includes("Quit"), "the question is gone");
    terminal.press("\x03");
    expect(await terminal.exit()).toBe(130);
    expect(await terminal.givenBack()).toEqual([]);
    expect(readdirSync(terminal.folder)).not.toContain("screenings");
  });

  test("psoas-release begins with the test and the screening; a yes that waits begins nothing", async () => {
    using terminal = await openTerminal({ env: ASKING });
    terminal.run("run psoas-release");
    await terminal.waitFor("Do the test first?");
    terminal.press("n");
    await terminal.waitFor("Does any of these apply");
    terminal.press("1");
    await terminal.waitFor("■ 1");
    terminal.press("\r");
    expect((await terminal.waitFor("See someone first")).join("\n")).toContain("torn labrum");
    terminal.press("\r");
    await terminal.waitFor("Go on anyway?");
    terminal.press("n");
    expect(await terminal.exit()).toBe(0);
    expect(await terminal.givenBack()).toEqual([]);
    expect(terminal.scrollback().join("\n")).toContain("Not started.");
    // The answers stand; the decision is asked again, and this time it is to go on.
    terminal.run("run kneeling-lunge");
    await terminal.waitFor("torn labrum");
    terminal.press("\r");
    await terminal.waitFor("Go on anyway?");
    terminal.press("y");
    await terminal.waitFor("enter start");
    terminal.press("q");
    expect(await terminal.exit()).toBe(0);
    expect(
      kept(terminal.folder, "screenings")
        .map(({ content }) => content["decision"])
        .sort(),
    ).toEqual(["go-on", "wait"]);
  });

  test("a first start takes two keys: none of these, and start", async () => {
    using terminal = await openTerminal({ env: ASKING });
    terminal.run("run desk-break");
    await terminal.waitFor("None of these");
    terminal.press("n");
    await terminal.waitFor("enter start");
    terminal.press("\r");
    await terminal.waitUntil(() => terminal.title.startsWith("GET READY"), "the workout has begun");
    terminal.press("\x03");
    expect(await terminal.exit()).toBe(130);
    expect(kept(terminal.folder, "screenings")).toMatchObject([{ content: { decision: null } }]);
  });

  test("the emergency line is one key, and starts nothing", async () => {
    using terminal = await openTerminal({ env: ASKING });
    terminal.run("run desk-break");
    await terminal.waitFor("None of these");
    terminal.press("e");
    await terminal.waitFor("Go to an emergency department now");
    terminal.press("\r");
    expect(await terminal.exit()).toBe(0);
    expect(terminal.scrollback().join("\n")).toContain("Not started. Go to an emergency department now");
    expect(kept(terminal.folder, "screenings")).toMatchObject([{ content: { answers: { emergency: "yes" } } }]);
  });

  test("after the led test the session goes on without it, and the plan tells what was found", async () => {
    using terminal = await openTerminal({ env: ASKING });
    terminal.run(`assess --left ${LEFT} --right ${RIGHT} > told.txt`);
    expect(await terminal.exit()).toBe(0);
    terminal.run(`screen --answers ${ALL_NO} > told.txt`);
    expect(await terminal.exit()).toBe(0);
    terminal.run("run psoas-release");
    const overview = await terminal.waitFor("enter start");
    expect(overview.join("\n").replace(/\s+/g, " ")).toMatch(
      /Tested on \d+ [A-Z][a-z]+: left may be short: psoas, rectus femoris.*Test skipped/,
    );
    terminal.press("q");
    expect(await terminal.exit()).toBe(0);
  });
});
