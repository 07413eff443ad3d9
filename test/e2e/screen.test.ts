/** A workout on the screen of a real terminal, from its start to every way in which it may end. */
import { describe, expect, test } from "vitest";
import { removeFoldersAfterwards, writeRoutine } from "./support/program.ts";
import { openTerminal } from "./support/pty.ts";
import { USUAL_LETTERS, workout } from "./support/workout.ts";

removeFoldersAfterwards();

describe.concurrent("a workout in a terminal", () => {
  test("a short routine runs to its end, and the shell's own screen is as it was", async () => {
    using terminal = await openTerminal(USUAL_LETTERS);
    terminal.press("echo what stood here before\r");
    await terminal.waitFor(/^what stood here before$/m);
    terminal.run(`run ${writeRoutine(terminal.folder)} --speed 10`);
    await terminal.waitFor("enter start");
    expect(terminal.screen().join("\n")).toContain("50 s");
    terminal.press("\r");
    await terminal.waitFor("GET READY");
    expect((await terminal.waitFor("HOLD")).join("\n")).toContain("LEFT");
    await terminal.waitFor("SWITCH SIDES");
    expect((await terminal.waitFor("HOLD")).join("\n")).toContain("RIGHT");
    expect((await terminal.waitFor("press any key to continue")).join("\n")).toMatch(/Total +0:50\n *Work +0:20\n/);
    terminal.press("\r");
    expect(await terminal.exit()).toBe(0);
    expect(await terminal.givenBack()).toEqual([]);
    const left = terminal.scrollback().join("\n");
    expect(left).toMatch(/^what stood here before$/m);
    expect(left).toMatch(/0:50 +2 of 2 sets/);
    expect(left).not.toMatch(/GET READY|HOLD|SWITCH|press any key|▀/);
  });

  test("q pauses and asks once; another key resumes, a second q quits", async () => {
    using terminal = await workout("--yes");
    await terminal.waitFor("GET READY");
    terminal.press("q");
    const asked = await terminal.waitFor("Quit?");
    expect(asked.join("\n")).toMatch(/QUIT\?(.|\n)*Next/);
    terminal.press("x");
    await terminal.waitUntil((screen) => !screen.join("\n").includes("Quit?"), "the question is gone");
    terminal.press("q");
    await terminal.waitFor("Quit?");
    terminal.press("q");
    expect(await terminal.exit()).toBe(0);
    expect(terminal.screen().join("\n")).toMatch(/^╭─ Short ─+ STOPPED ─╮/m);
    expect(await terminal.givenBack()).toEqual([]);
  });

  test("Ctrl-C leaves at once, from the overview, from the workout and from its end", async () => {
    using terminal = await openTerminal(USUAL_LETTERS);
    const routine = writeRoutine(terminal.folder);
    for (const [flags, shown] of [
      ["", "enter start"],
      ["--yes", "GET READY"],
      ["--yes --speed 1000", "press any key to continue"],
    ] as const) {
      terminal.run(`run ${routine} ${flags}`);
      await terminal.waitFor(shown);
      terminal.press("\x03");
      expect(await terminal.exit()).toBe(130);
      expect(await terminal.givenBack()).toEqual([]);
    }
  });

  test.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGINT", 130],
  ] as const)("%s leaves with exit code %i", async (signal, code) => {
    using terminal = await workout("--yes");
    await terminal.waitFor("GET READY");
    terminal.signal(signal);
    expect(await terminal.exit()).toBe(code);
    expect(await terminal.givenBack()).toEqual([]);
  });

  test("a window that is closed takes the program with it", async () => {
    using terminal = await workout("--yes");
    await terminal.waitFor("GET READY");
    const pid = terminal.pid();
    terminal.hangUp();
    await terminal.waitUntil(() => !isAlive(pid), "the process has ended");
  });

  test("the smallest terminal shows phase and figures, and the screen comes back whole when it grows", async () => {
    using terminal = await workout("--yes");
    await terminal.waitFor("GET READY");
    terminal.press(" ");
    await terminal.waitFor("PAUSED");
    const before = terminal.screen();
    const left = /\d:\d\d left$/m.exec(before.join("\n"))?.[0] ?? "no time left is shown";
    terminal.resize(20, 5);
    await terminal.waitUntil(
      (screen) => screen[0] === "◄ LEFT     ▌▌ PAUSED" && /█/.test(screen[1] ?? ""),
      "it is small",
    );
    terminal.resize(200, 60);
    await terminal.waitUntil(
      (screen) => screen.length === 60 && screen.some((line) => line.endsWith(left)),
      "it is large",
    );
    terminal.resize(USUAL_LETTERS.columns, USUAL_LETTERS.rows);
    await terminal.waitUntil((screen) => screen.join("\n") === before.join("\n"), "it is as it was");
    terminal.press("\x03");
    expect(await terminal.exit()).toBe(130);
    expect(await terminal.givenBack()).toEqual([]);
    expect(terminal.scrollback().join("\n")).not.toMatch(/PAUSED|█/);
  });

  test("keys while paused: skip and back move through the steps, the session stays paused", async () => {
    using terminal = await workout("--yes");
    await terminal.waitFor("GET READY");
    terminal.press(" ");
    await terminal.waitFor("PAUSED");
    for (const [key, next] of [
      ["n", "Switch sides"],
      ["\x1b[D", "Kneeling lunge, 10 s, left side"],
      ["\x1b[C", "Switch sides"],
    ] as const) {
      terminal.press(key);
      expect((await terminal.waitFor(`Next  ${next}`)).join("\n")).toContain("PAUSED");
    }
    terminal.press("?");
    await terminal.waitFor("press any key to go back");
    terminal.press("?");
    await terminal.waitFor("PAUSED");
    terminal.press(" ");
    await terminal.waitFor("HOLD");
    terminal.press("q");
    await terminal.waitFor("Quit?");
    terminal.press("q");
    expect(await terminal.exit()).toBe(0);
    expect(await terminal.givenBack()).toEqual([]);
  });

  test("a thousand times as fast, a whole program reaches its end on the screen", async () => {
    using terminal = await openTerminal({ columns: 120, rows: 40 });
    terminal.run("run psoas-program --yes --speed 1000");
    expect((await terminal.waitFor("press any key to continue")).join("\n")).toMatch(/38:27(.|\n)*23 of 23/);
    terminal.press("q");
    expect(await terminal.exit()).toBe(0);
    expect(await terminal.givenBack()).toEqual([]);
  });

  test("without a routine a home screen lets one be chosen", async () => {
    using terminal = await openTerminal();
    terminal.run("");
    await terminal.waitFor("Desk break");
    terminal.press("\x03");
    expect(await terminal.exit()).toBe(130);
    expect(await terminal.givenBack()).toEqual([]);
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
