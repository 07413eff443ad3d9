/** Keeping awake with programs that only write down how they were started: they end with us, and never get in the way. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { AWAKE_SCRIPT, keepAwake, listInhibitors } from "../../src/system/keep-awake.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "unwind-awake-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that writes its words to NAME.args; then it runs `then`. */
function fake(name: string, then: string) {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$@" > "${file}.new"; mv "${file}.new" "${file}.args"\n${then}\n`);
  chmodSync(file, 0o755);
}

const machine = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}) => ({
  platform,
  clock: systemClock,
  env: { PATH: `${folder}:/usr/bin:/bin`, ...env },
});
const found = (name: string) => vi.waitFor(() => expect(existsSync(join(folder, name))).toBe(true), 5000);
const wordsOf = (name: string) =>
  readFileSync(join(folder, `${name}.args`), "utf8")
    .trimEnd()
    .split("\n");

/** What would be started, with its arguments. */
const words = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}) =>
  listInhibitors(platform, env).map(({ programs, args }) => [programs[0], ...args(4711)]);

describe("the display is kept awake", () => {
  it("on Linux by a lock that is held for as long as cat has something to wait for", () => {
    expect(words("linux")).toEqual([
      ["systemd-inhibit", "--what=idle:sleep", "--who=unwind", "--why=a workout is running", "--mode=block", "cat"],
    ]);
  });

  it("on a GNOME desktop by its own program first", () => {
    const [first, second] = words("linux", { XDG_CURRENT_DESKTOP: "ubuntu:GNOME" });
    expect(first).toEqual([
      ...["gnome-session-inhibit", "--app-id", "unwind", "--reason", "a workout is running"],
      ...["--inhibit", "idle:suspend", "cat"],
    ]);
    expect(second?.[0]).toBe("systemd-inhibit");
  });

  it("on macOS until our process has ended", () => {
    expect(words("darwin")).toEqual([["caffeinate", "-d", "-i", "-w", "4711"]]);
  });

  it("on Windows by a script that asks for display and machine and then waits for the end of its input", () => {
    const [line] = words("win32");
    expect(line?.slice(0, -1)).toEqual(["powershell", "-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand"]);
    const script = Buffer.from(line?.at(-1) ?? "", "base64").toString("utf16le");
    expect(script).toBe(AWAKE_SCRIPT);
    expect(script).toContain(String(0x80000000 + 1 + 2));
    expect(script).toMatch(/In\.ReadToEnd\(\)\s*$/);
  });
});

describe("a program that keeps the display awake", () => {
  it("is started with its words, waits as long as we do, and ends when its input does", async () => {
    fake("systemd-inhibit", `trap '' TERM; cat; touch "${folder}/over"`);
    const end = keepAwake(machine("linux"));
    await found("systemd-inhibit.args");
    expect(wordsOf("systemd-inhibit").at(-1)).toBe("cat");
    expect(existsSync(join(folder, "over"))).toBe(false);
    end();
    await found("over");
  });

  it("that may not do it leaves it to the next", async () => {
    fake("gnome-session-inhibit", "exit 1");
    fake("systemd-inhibit", "exec cat");
    const end = keepAwake(machine("linux", { XDG_CURRENT_DESKTOP: "GNOME" }));
    await found("systemd-inhibit.args");
    expect(existsSync(join(folder, "gnome-session-inhibit.args"))).toBe(true);
    end();
  });

  it("is told on macOS whose end is its end", async () => {
    fake("caffeinate", "exec cat");
    const end = keepAwake(machine("darwin"), 4711);
    await found("caffeinate.args");
    expect(wordsOf("caffeinate")).toEqual(["-d", "-i", "-w", "4711"]);
    end();
  });

  it("that is missing is not missed", () => {
    const end = keepAwake({ ...machine("linux"), env: { PATH: folder } });
    expect(() => end()).not.toThrow();
  });
});
