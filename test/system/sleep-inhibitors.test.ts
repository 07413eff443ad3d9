/** What is started to keep a display awake, by the manuals of each platform. */
import { describe, expect, it } from "vitest";
import { AWAKE_SCRIPT, listInhibitors } from "../../src/system/sleep-inhibitors.ts";

const words = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}) =>
  listInhibitors(platform, env).map(({ programs, args }) => [programs[0], ...args(4711)]);

describe("the display is kept awake", () => {
  it("on Linux by a lock that is held for as long as cat has something to wait for", () => {
    expect(words("linux")).toEqual([
      ["systemd-inhibit", "--what=idle:sleep", "--who=unwind", "--why=a workout is on", "--mode=block", "cat"],
    ]);
  });

  it("on a GNOME desktop by its own program first", () => {
    const [first, second] = words("linux", { XDG_CURRENT_DESKTOP: "ubuntu:GNOME" });
    expect(first).toEqual([
      ...["gnome-session-inhibit", "--app-id", "unwind", "--reason", "a workout is on"],
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
