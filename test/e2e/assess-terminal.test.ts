/** Test, screening and the plan that follows, with the built program in a terminal. */
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ALL_NO, ASKING, kept, LEFT, RIGHT } from "./support/assessments.ts";
import { removeFoldersAfterwards, runHere } from "./support/program.ts";
import { openTerminal } from "./support/pty.ts";

removeFoldersAfterwards();

describe.concurrent("in a terminal", () => {
  test("what follows from the last test is offered first", async () => {
    using terminal = await openTerminal();
    await runHere(["assess", "--left", LEFT], { env: { UNWIND_HOME: terminal.folder } });
    terminal.run("");
    const home = await terminal.waitFor("► For me");
    expect(home.join("\n").replace(/\s+/g, " ")).toContain("left may be short (psoas, rectus femoris)");
    terminal.press("q");
    expect(await terminal.exit()).toBe(0);
  });

  test("the test is led side by side, kept, and the terminal given back", async () => {
    using terminal = await openTerminal();
    terminal.run("assess");
    await terminal.waitFor("enter start");
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
    expect(terminal.scrollback().join("\n")).toContain("left may be short (psoas); right hurts.");
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
    await terminal.waitFor("Continue anyway?");
    terminal.press("n");
    expect(await terminal.exit()).toBe(0);
    expect(await terminal.givenBack()).toEqual([]);
    expect(terminal.scrollback().join("\n")).toContain("Not started.");
    // The answers stand; the decision is asked again, and this time it is to go on.
    terminal.run("run kneeling-lunge");
    await terminal.waitFor("torn labrum");
    terminal.press("\r");
    await terminal.waitFor("Continue anyway?");
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
      /Tested on \d+ [A-Z][a-z]+: left may be short \(psoas, rectus femoris\).*Test skipped/,
    );
    terminal.press("q");
    expect(await terminal.exit()).toBe(0);
  });
});
