import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { removeFoldersAfterwards, runHere, writeRoutine } from "./support/program.ts";
import { openTerminal } from "./support/pty.ts";

removeFoldersAfterwards();

function onlySession(home: string): unknown {
  const sessions = join(home, "sessions");
  const names = readdirSync(sessions, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
  expect(names).toHaveLength(1);
  return JSON.parse(readFileSync(join(sessions, names[0] as string), "utf8"));
}

describe.concurrent("after the last set", () => {
  test("three questions, one key each; the answers are kept and the terminal is given back", async () => {
    using terminal = await openTerminal({ env: { UNWIND_QUESTIONS: undefined } });
    terminal.run(`run ${writeRoutine(terminal.folder)} --yes --speed 1000 --count`);
    await terminal.waitFor("press any key to continue");
    terminal.press("\r");
    await terminal.waitFor(/How hard was it/);
    terminal.press("3");
    await terminal.waitFor(/Does anything hurt/);
    terminal.press("0");
    await terminal.waitFor(/How tight/);
    terminal.press("5");
    await terminal.waitFor(/On which side/);
    terminal.press("r");
    expect(await terminal.exit()).toBe(0);
    expect(await terminal.givenBack()).toEqual([]);
    expect(onlySession(terminal.folder)).toMatchObject({
      status: "finished",
      effort: 3,
      pain: 0,
      tightness: 5,
      tightnessSide: "right",
    });
  });

  test("a rehearsal asks nothing", async () => {
    using terminal = await openTerminal({ env: { UNWIND_QUESTIONS: undefined } });
    terminal.run(`run ${writeRoutine(terminal.folder)} --yes --speed 1000`);
    await terminal.waitFor("press any key to continue");
    terminal.press("\r");
    expect(await terminal.exit()).toBe(0);
    expect(terminal.output).not.toContain("How hard was it");
  });

  test("who skips the only exercise is told that nothing was done, and asked nothing", async () => {
    using terminal = await openTerminal({ env: { UNWIND_QUESTIONS: undefined } });
    terminal.run("run '1x(30s plank)' --yes");
    await terminal.waitUntil(() => terminal.title.startsWith("GET READY"), "the workout has begun");
    terminal.press("N");
    await terminal.waitFor("Nothing done");
    terminal.press("\r");
    expect(await terminal.exit()).toBe(0);
    expect(terminal.output).not.toContain("How hard was it");
    expect(terminal.output).toContain("NOTHING DONE");
    const { stdout } = await runHere(["history", "--json"], { env: { UNWIND_HOME: terminal.folder } });
    expect(JSON.parse(stdout)).toEqual([]);
  });

  test("who leaves at the second question has answered the first, and may look back meanwhile", async () => {
    using terminal = await openTerminal({ env: { UNWIND_QUESTIONS: undefined } });
    terminal.run(`run ${writeRoutine(terminal.folder)} --yes --speed 1000 --count`);
    await terminal.waitFor("press any key to continue");
    terminal.press("\r");
    await terminal.waitFor(/How hard was it/);
    const { stdout } = await runHere(["history", "--json"], { env: { UNWIND_HOME: terminal.folder } });
    expect(JSON.parse(stdout)).toMatchObject([{ status: "finished", effort: null }]);
    terminal.press("7");
    await terminal.waitFor(/Does anything hurt/);
    terminal.press("\u0003");
    expect(await terminal.exit()).toBe(130);
    expect(onlySession(terminal.folder)).toMatchObject({ status: "finished", effort: 7, tightness: null });
  });
});
