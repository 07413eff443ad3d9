/** Terminals that close, and terminals that are another's: in the background, stopped, hung up. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pty from "@lydell/node-pty";
import { describe, expect, test } from "vitest";
import { environment, PROGRAM, removeFoldersAfterwards, temporaryFolder, writeRoutine } from "./support/program.ts";
import { openTerminal, type Terminal } from "./support/pty.ts";
import { USUAL_LETTERS } from "./support/workout.ts";

removeFoldersAfterwards();

const bash = (env = {}) => openTerminal({ ...USUAL_LETTERS, shell: "bash", env });
const UNWIND = `${process.execPath} ${PROGRAM}`;

const logOf = ({ folder }: Terminal) => {
  const log = join(folder, "log");
  return existsSync(log) ? readFileSync(log, "utf8") : "";
};

const journals = ({ folder }: Terminal) =>
  existsSync(join(folder, "journal")) ? readdirSync(join(folder, "journal")) : [];

describe.concurrent("a window that is closed", () => {
  test.each([
    ["on the screen", ["--yes"]],
    ["in plain lines", ["--plain"]],
  ])("%s ends the program by the signal itself, with its journal written and no abort", async (_, flags) => {
    const home = temporaryFolder();
    const routine = writeRoutine(home);
    const outcomes: unknown[] = [];
    for (let round = 0; round < 3; round += 1) {
      const child = pty.spawn(process.execPath, [PROGRAM, "run", routine, ...flags], {
        env: environment({ UNWIND_HOME: home, TERM: "xterm-256color" }),
      });
      const ended = new Promise((resolve) => child.onExit(resolve));
      await new Promise<void>((resolve) => {
        let seen = "";
        child.onData((data) => {
          seen += data;
          if (/GET READY|Get ready/.test(seen)) resolve();
        });
      });
      // The terminal goes with its last descriptor, as when a window is closed.
      (child as unknown as { destroy(): void }).destroy();
      outcomes.push(await ended);
    }
    expect(outcomes).toEqual(Array(3).fill({ exitCode: 0, signal: 1 }));
  });
});

describe.concurrent("a terminal that another program owns", () => {
  test.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)(
    "suspended with Ctrl-Z and ended with %s, the program writes its journal and ends",
    async (name, code) => {
      using terminal = await bash();
      terminal.run(`run ${writeRoutine(terminal.folder)} --yes`);
      await terminal.waitFor("GET READY");
      terminal.press("\r");
      await terminal.waitFor("HOLD");
      terminal.press("\x1a");
      expect(await terminal.exit()).toBe(148);
      // To its end: a plain `wait` returns at once while the shell still takes the job for stopped.
      terminal.press(`kill -${name} %1; wait -f %1; echo ended-$?\r`);
      await terminal.waitFor(new RegExp(`^ended-${code}$`, "m"));
      expect(journals(terminal)).toHaveLength(1);
      expect(readFileSync(join(terminal.folder, "journal", journals(terminal)[0] ?? ""), "utf8")).toContain(
        '"how":"quit"',
      );
      // The prompt may stand before it, if it was typed before there was one.
      terminal.press("echo usable-$((40 + 2))\r");
      await terminal.waitFor(/usable-42$/m);
    },
  );

  test("timeout inside a script ends a workout, and its journal is whole", async () => {
    using terminal = await bash();
    const routine = writeRoutine(terminal.folder);
    const timed = `echo \\$\\$ > timer; exec timeout 100 ${UNWIND} run ${routine} --yes --prepare 0`;
    terminal.start(`bash -c "sh -c '${timed}'; echo code-\\$?"`);
    await terminal.waitUntil(() => journals(terminal).length > 0, "the workout is written down");
    // Its time is up.
    process.kill(Number(readFileSync(join(terminal.folder, "timer"), "utf8")), "SIGALRM");
    expect(await terminal.exit()).toBe(0);
    await terminal.waitFor(/^code-124$/m);
    expect(readFileSync(join(terminal.folder, "journal", journals(terminal)[0] ?? ""), "utf8")).toContain(
      '"how":"quit"',
    );
    expect(await terminal.givenBack()).toEqual([]);
  });

  test("in the background with its output in a file it does not read what is typed at the shell", async () => {
    using terminal = await bash();
    const routine = writeRoutine(terminal.folder);
    terminal.press(`${UNWIND} run ${routine} --speed 10 > log 2>&1 &\r`);
    await terminal.waitUntil(() => logOf(terminal).includes("Get ready"), "it runs");
    for (const word of ["one", "two"]) {
      terminal.press(`echo typed-${word}-$((1 + 1))\r`);
      await terminal.waitFor(new RegExp(`^typed-${word}-2$`, "m"));
    }
    terminal.press("wait; echo all-$?; jobs\r");
    await terminal.waitFor(/^all-0$/m);
    expect(terminal.screen().join("\n")).not.toMatch(/Stopped/);
    expect(logOf(terminal)).toContain("finished");
  });

  test("put into the background while it runs in plain lines, it goes on and leaves the keyboard to the shell", async () => {
    using terminal = await bash();
    const routine = writeRoutine(terminal.folder);
    terminal.press(`${UNWIND} run ${routine} > log 2>&1\r`);
    await terminal.waitUntil(() => logOf(terminal).includes("Get ready"), "it runs");
    terminal.press("\x1a");
    await terminal.waitFor(/Stopped/);
    terminal.press("bg; echo typed-$((1 + 1))\r");
    await terminal.waitFor(/^typed-2$/m);
    terminal.press("echo\r\r\r");
    terminal.press("\r");
    // A session that was stopped for long stands paused; here it was not.
    terminal.press("sleep 0.3; jobs; echo looked-$((1 + 1))\r");
    await terminal.waitFor(/^looked-2$/m);
    expect(terminal.screen().join("\n")).not.toMatch(/Stopped.*\n(.|\n)*Stopped/);
    terminal.press("kill %1; wait %1; echo ended-$?\r");
    await terminal.waitFor(/^ended-143$/m);
  });
});

describe.concurrent("a signal that ends the program at once", () => {
  test.each([
    ["SIGQUIT", 131],
    ["SIGUSR2", 140],
    ["SIGALRM", 142],
    ["SIGXCPU", 152],
    ["SIGABRT", 134],
  ] as const)("%s gives the terminal back", async (name, code) => {
    using terminal = await openTerminal(USUAL_LETTERS);
    terminal.press("ulimit -c 0\r");
    terminal.run(`run ${writeRoutine(terminal.folder)} --yes`);
    await terminal.waitFor("GET READY");
    terminal.signal(name);
    expect(await terminal.exit()).toBe(code);
    expect(await terminal.givenBack()).toEqual([]);
  });
});

test("a folder that was removed under the shell is named, and is no defect", async () => {
  const child = spawn(
    "bash",
    ["-c", `mkdir gone && cd gone && rmdir ../gone && exec ${UNWIND} run ./mine.json --plain`],
    {
      cwd: temporaryFolder(),
      env: environment({ UNWIND_HOME: temporaryFolder() }),
    },
  );
  let said = "";
  child.stderr.on("data", (text: Buffer) => {
    said += text;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect([code, said]).toEqual([2, "unwind: the folder that you are in is gone; change to another one\n"]);
});
