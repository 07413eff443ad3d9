/** How each terminal is asked for a notification, and which are left alone. */
import { describe, expect, it } from "vitest";
import {
  detectNotificationProtocol,
  encodeNotification,
  supportsWindowTitle,
} from "../../src/ui/terminal-capabilities.ts";

describe("a notification", () => {
  it.each([
    ["iTerm2", { TERM_PROGRAM: "iTerm.app", TERM: "xterm-256color" }, 9],
    ["WezTerm", { TERM_PROGRAM: "WezTerm", TERM: "xterm-256color" }, 777],
    ["Ghostty", { TERM_PROGRAM: "ghostty", TERM: "xterm-ghostty" }, 777],
    ["kitty", { TERM: "xterm-kitty", KITTY_WINDOW_ID: "1" }, 99],
    ["kitty that was started from WezTerm", { TERM: "xterm-kitty", TERM_PROGRAM: "WezTerm" }, 99],
    ["foot", { TERM: "foot" }, 777],
    ["foot's extra entry", { TERM: "foot-extra" }, 777],
    ["rxvt-unicode", { TERM: "rxvt-unicode-256color" }, 777],
    ["Windows Terminal", { WT_SESSION: "e-f-a" }, 777],
    ["GNOME Terminal", { TERM: "xterm-256color", VTE_VERSION: "7600" }, 777],
    ["a very old VTE", { TERM: "xterm-256color", VTE_VERSION: "3800" }, null],
    ["ConEmu", { ConEmuPID: "12", TERM: "xterm" }, null],
    ["Apple's Terminal", { TERM_PROGRAM: "Apple_Terminal", TERM: "xterm-256color" }, null],
    ["Visual Studio Code in kitty", { TERM_PROGRAM: "vscode", KITTY_WINDOW_ID: "1" }, null],
    ["a terminal that says nothing of itself", { TERM: "xterm-256color" }, null],
  ])("in %s", (_name, env: Record<string, string>, way) => {
    expect(detectNotificationProtocol(env)).toBe(way);
  });

  it("is asked for in each terminal's own way", () => {
    expect(encodeNotification({ TERM_PROGRAM: "iTerm.app" }, "Hips", "Done.")).toBe("\x1b]9;Hips: Done.\x07");
    expect(encodeNotification({ TERM: "foot" }, "Hips", "Done.")).toBe("\x1b]777;notify;Hips;Done.\x07");
    expect(encodeNotification({ TERM: "xterm-kitty" }, "Hips", "Done.")).toBe(
      "\x1b]99;i=unwind:d=0:p=title;Hips\x1b\\\x1b]99;i=unwind:p=body;Done.\x1b\\",
    );
  });

  it("goes through tmux to the terminal around it, and ends at GNU screen", () => {
    const inTmux = { TERM: "tmux-256color", TERM_PROGRAM: "tmux", TMUX: "/tmp/tmux,1,0", KITTY_WINDOW_ID: "1" };
    expect(encodeNotification(inTmux, "Hips", "Done.")).toBe(
      "\x1bPtmux;\x1b\x1b]99;i=unwind:d=0:p=title;Hips\x1b\x1b\\\x1b\x1b]99;i=unwind:p=body;Done.\x1b\x1b\\\x1b\\",
    );
    expect(encodeNotification({ ...inTmux, KITTY_WINDOW_ID: "" }, "Hips", "Done.")).toBe("");
    expect(encodeNotification({ TERM: "screen-256color", KITTY_WINDOW_ID: "1" }, "Hips", "Done.")).toBe("");
  });

  it("cannot be turned into another command by a routine's name", () => {
    expect(encodeNotification({ TERM_PROGRAM: "iTerm.app" }, "4;1;50", "Done.")).toBe("\x1b]9;4,1,50: Done.\x07");
    expect(encodeNotification({ TERM: "foot" }, "a;b", "c;d")).toBe("\x1b]777;notify;a,b;c,d\x07");
  });
});

describe("a title", () => {
  it.each(["xterm-256color", "tmux-256color", "foot", "alacritty"])("is sent to %s", (TERM) => {
    expect(supportsWindowTitle({ TERM })).toBe(true);
  });
  it.each(["linux", "linux-16color", "dumb", "vt220", ""])("is not sent to %j", (TERM) => {
    expect(supportsWindowTitle({ TERM })).toBe(false);
  });
});
