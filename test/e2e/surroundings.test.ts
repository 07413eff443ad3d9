/** Where the program is run: pipes that close, full disks, homes that cannot be written, terminals that are none. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { environment, PROGRAM, removeFoldersAfterwards, run, writeRoutine } from "./support/program.ts";
import { openTerminal } from "./support/pty.ts";
import { USUAL_LETTERS } from "./support/workout.ts";

removeFoldersAfterwards();

/** What a shell says to a command line in which $UNWIND is the program. */
function shell(line: string, env: Record<string, string> = {}) {
  const child = spawn("bash", ["-c", line], {
    env: environment({ UNWIND: `${process.execPath} ${PROGRAM}`, UNWIND_HOME: "/nonexistent", ...env }),
  });
  // Two streams that are joined as they arrive have no order: each is looked at by itself.
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise<{ stdout: string; stderr: string }>((resolve) =>
    child.on("close", () => resolve({ stdout, stderr })),
  );
}

describe.concurrent("surroundings", () => {
  test.each(["list", "--help", "show psoas-program", "plan psoas-program", "plan --json", "run --plain --speed 1000"])(
    "unwind %s | head -1 ends quietly",
    async (words) => {
      const { stdout, stderr } = await shell(`$UNWIND ${words} </dev/null | head -1; echo "\${PIPESTATUS[*]}"`);
      expect(stdout).toMatch(/^[^\n]*\n0 0\n$/);
      expect(stderr).toBe("");
    },
  );

  test.runIf(existsSync("/dev/full"))("a full disk is a fault that a person can mend", async () => {
    const { stdout, stderr } = await shell("$UNWIND list > /dev/full; echo $?");
    expect(stdout).toBe("73\n");
    expect(stderr).toMatch(/^unwind: [^\n]*space[^\n]*\n$/);
    expect(stderr).not.toContain("defect");
  });

  test("a home that cannot be written to hinders no workout", async () => {
    const env = { HOME: "/sys/nobody", UNWIND_HOME: undefined, XDG_CONFIG_HOME: undefined };
    const [ran, listed, set] = await Promise.all([
      run(["run", "kneeling-lunge", "--speed", "1000"], { env }),
      run(["list"], { env }),
      run(["config", "set", "level", "easy"], { env }),
    ]);
    expect(ran.code).toBe(73);
    // It is said at once that nothing can be kept, and at the end the session is printed.
    expect(ran.stderr).toMatch(/^unwind: This session cannot be kept/m);
    expect(ran.stdout).toMatch(/finished/);
    expect(listed).toMatchObject({ code: 0, stderr: "" });
    expect(set.code).toBe(73);
    expect(set.stderr).toMatch(/^unwind: [^\n]+\n$/);
  });

  test.each<[string, Record<string, string>, string]>([
    ["TERM=dumb", { TERM: "dumb" }, ""],
    ["a screen reader", { INK_SCREEN_READER: "true" }, ""],
    ["--plain", {}, "--plain"],
  ])("in a terminal, %s gets plain lines", async (_what, env, flag) => {
    using terminal = await openTerminal({ env, rows: 50 });
    terminal.run(`run ${writeRoutine(terminal.folder)} --speed 40 ${flag}`);
    await terminal.waitFor(/^0:00 {2}Get ready/m);
    expect(await terminal.exit()).toBe(0);
    expect(terminal.scrollback().join("\n")).toContain("0:50  finished");
    const own = terminal.output.slice(terminal.output.indexOf("Short"), terminal.output.lastIndexOf("finished"));
    expect(own.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u);
    expect(await terminal.givenBack()).toEqual([]);
  });

  test("NO_COLOR: the screen has no colours, and still bold and layout", async () => {
    using terminal = await openTerminal({ ...USUAL_LETTERS, env: { NO_COLOR: "1", COLORTERM: "truecolor" } });
    terminal.run(`run ${writeRoutine(terminal.folder)} --yes --speed 10`);
    await terminal.waitFor("HOLD");
    await terminal.waitFor("SWITCH SIDES");
    terminal.press("\x03");
    expect(await terminal.exit()).toBe(130);
    const colours = terminal.output
      .match(SGR)
      ?.filter((sequence) => /[[;](?:[34]\d|9[0-7]|10[0-7])[;m]/.test(sequence));
    expect(colours ?? []).toEqual([]);
  });

  test("with colours the phases differ by colour too", async () => {
    using terminal = await openTerminal({ ...USUAL_LETTERS, env: { COLORTERM: "truecolor" } });
    terminal.run(`run ${writeRoutine(terminal.folder)} --yes --speed 10`);
    await terminal.waitFor("HOLD");
    terminal.press("\x03");
    expect(await terminal.exit()).toBe(130);
    expect(terminal.output).toContain("\x1b[38;");
  });

  test.each([
    ["list", "2-3 sets of 8-15 per side"],
    ["show psoas-march", "#"],
    ["plan micro-break", "Standing hip flexor stretch"],
  ])("a terminal without UTF-8 is printed to in ASCII: unwind %s", async (words, expected) => {
    using terminal = await openTerminal({ rows: 90, columns: 100, env: { LC_ALL: "C" } });
    terminal.run(words);
    expect(await terminal.exit()).toBe(0);
    const shown = terminal.scrollback().join("\n");
    expect(shown).toContain(expected);
    expect(shown).toMatch(/^[\n -~]*$/);
  });

  test("files and other programs get all characters in any locale", async () => {
    const { stdout } = await shell("$UNWIND list | cat", { LC_ALL: "C" });
    expect(stdout).toContain("2–3 sets of 8–15 per side");
  });

  test("a terminal is printed to in the characters that the person has set", async () => {
    using terminal = await openTerminal({
      rows: 90,
      columns: 100,
      env: { LC_ALL: "C.UTF-8", UNWIND_CHARACTERS: "ascii" },
    });
    terminal.run("list");
    expect(await terminal.exit()).toBe(0);
    expect(terminal.scrollback().join("\n")).toContain("2-3 sets of 8-15 per side");
  });

  test("standard input that is /dev/null and a terminal to write to: plain lines, no keys to wait for", async () => {
    using terminal = await openTerminal({ rows: 50 });
    terminal.run("run thomas-test --speed 100", "</dev/null");
    expect(await terminal.exit()).toBe(0);
    expect(terminal.scrollback().join("\n")).toContain("Done: 2 of 2 sets");
    expect(await terminal.givenBack()).toEqual([]);
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences begin with one
const SGR = /\x1b\[[\d;:]*m/g;
