/** What a session does with the terminal's window beside the screen: its title, and notifications. */
import { describe, expect, test } from "vitest";
import { removeFoldersAfterwards, writeRoutine } from "./support/program.ts";
import { openTerminal } from "./support/pty.ts";
import { USUAL_LETTERS, workout } from "./support/workout.ts";

removeFoldersAfterwards();

const OWN_TITLE = `sh -c 'printf "\\033]2;mine\\007"'`;

describe.concurrent("the window of a workout", () => {
  test.each([
    ["Ctrl-C", (terminal: Awaited<ReturnType<typeof openTerminal>>) => terminal.press("\x03"), 130],
    ["SIGTERM", (terminal: Awaited<ReturnType<typeof openTerminal>>) => terminal.signal("SIGTERM"), 143],
  ])("has the title that it had before, after %s", async (_how, leave, code) => {
    using terminal = await openTerminal(USUAL_LETTERS);
    terminal.start(OWN_TITLE);
    await terminal.exit();
    expect(terminal.title).toBe("mine");
    terminal.run(`run ${writeRoutine(terminal.folder)} --yes`);
    await terminal.waitUntil(() => terminal.title.startsWith("GET READY, 0:"), "the title says what is on");
    leave(terminal);
    expect(await terminal.exit()).toBe(code);
    expect(terminal.title).toBe("mine");
    expect(await terminal.givenBack()).toEqual([]);
  });

  test.each([
    ["when the setting is off", { UNWIND_TITLE: "off" }],
    ["on a console that has none", { TERM: "linux" }],
  ])("keeps its title %s", async (_when, env) => {
    using terminal = await workout("--yes --speed 100", { ...USUAL_LETTERS, env });
    await terminal.waitFor("press any key to continue");
    terminal.press("\x03");
    await terminal.exit();
    expect(terminal.output).not.toMatch(TITLES);
  });

  test("costs a title on each change of phase and every five seconds, not every second", async () => {
    using terminal = await workout("--yes --speed 10");
    await terminal.waitFor("press any key to continue");
    const titles = terminal.output.match(TITLES) ?? [];
    expect(titles.length).toBeGreaterThan(6);
    expect(titles.length).toBeLessThan(16);
    terminal.press("q");
    await terminal.exit();
  });

  test("shows a notification at the end when asked, if the terminal can", async () => {
    const notified = async (flags: string, env: Record<string, string>) => {
      using terminal = await workout(`--yes --speed 100 ${flags}`, { ...USUAL_LETTERS, env });
      await terminal.waitUntil(() => terminal.title.startsWith("Done"), "it is done");
      terminal.press("q");
      await terminal.exit();
      expect(await terminal.givenBack()).toEqual([]);
      return terminal.output.includes("\x1b]777;notify;Short;Done.\x07");
    };
    const [asked, set, notAsked, unable] = await Promise.all([
      notified("--notify", { TERM_PROGRAM: "WezTerm" }),
      notified("", { TERM_PROGRAM: "WezTerm", UNWIND_NOTIFY: "on" }),
      notified("", { TERM_PROGRAM: "WezTerm" }),
      notified("--notify", {}),
    ]);
    expect({ asked, set, notAsked, unable }).toEqual({ asked: true, set: true, notAsked: false, unable: false });
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences begin with one
const TITLES = /\x1b\]2;[^\x07]+\x07/g;
