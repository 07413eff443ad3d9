/** Leaving a workout for the shell, and coming back to it. */
import { describe, expect, test } from "vitest";
import { ROOT, removeFoldersAfterwards, SLEEPING_MACHINE, writeRoutine } from "./support/program.ts";
import { openTerminal, PROMPT } from "./support/pty.ts";
import { USUAL_LETTERS, workout } from "./support/workout.ts";

removeFoldersAfterwards();

describe.concurrent("a workout that is suspended", () => {
  test("Ctrl-Z gives the terminal to the shell; fg comes back to the session, paused where it was", async () => {
    using terminal = await workout("--yes");
    await terminal.waitFor("GET READY");
    await terminal.waitUntil(() => /^GET READY, 0:\d\d left: Short$/.test(terminal.title), "the window has a title");
    terminal.press("\x1a");
    expect(await terminal.exit()).toBe(148);
    expect(await terminal.givenBack()).toEqual([]);
    expect(terminal.title).toBe("");
    terminal.foreground();
    await terminal.waitFor("PAUSED");
    await terminal.waitUntil(() => /^PAUSED, 0:\d\d left: Short$/.test(terminal.title), "the title says that it waits");
    terminal.press(" ");
    await terminal.waitFor("GET READY");
    await leave(terminal);
  });

  test("one that goes on in the background leaves the screen to the shell, until it is in front again", async () => {
    using terminal = await workout("--yes");
    await terminal.waitFor("GET READY");
    terminal.press("\x1a");
    expect(await terminal.exit()).toBe(148);
    const before = terminal.output.length;
    // Until the shell knows that its job was stopped again, by the terminal that is not its own.
    terminal.press("bg; until jobs > told; grep -q tty told; do :; done; echo stopped again\r");
    await terminal.waitFor(/^stopped again$/m);
    expect(terminal.output.slice(before)).not.toMatch(/GET READY|\[\?1049h/);
    expect(await terminal.givenBack()).toEqual([]);
    terminal.foreground();
    await terminal.waitFor("PAUSED");
    await leave(terminal);
  });

  test("a process that was stopped for long stands paused where it was and says so", async () => {
    using terminal = await openTerminal({ ...USUAL_LETTERS, shell: "bash", env: SLEEPING_MACHINE });
    terminal.run(`run ${writeRoutine(terminal.folder)} --yes`, "2> told");
    await terminal.waitFor("GET READY");
    // By then it has read what the terminal answered; a shell would take the answer for a command.
    await terminal.waitUntil((screen) => doneSeconds(screen) >= 1, "a second has passed");
    const shown = terminal.screen();
    terminal.signal("SIGSTOP");
    const stoppedAt = doneSeconds(shown);
    await terminal.waitUntil((screen) => screen.join("\n").includes(PROMPT.trim()), "the shell is back");
    terminal.foreground();
    const goesOnAt = doneSeconds(await terminal.waitFor(/PAUSED(.|\n)*Paused while the computer slept(.|\n)*left/));
    // The stop may have come before the last second was drawn.
    expect([stoppedAt, stoppedAt + 1]).toContain(goesOnAt);
    terminal.press(" ");
    await terminal.waitFor("GET READY");
    await leave(terminal);
  });

  test("npm start leads the same way: to the shell and back, and out", async () => {
    using terminal = await openTerminal(USUAL_LETTERS);
    terminal.start(`npm --silent --prefix ${ROOT} start -- ${writeRoutine(terminal.folder)} --yes`);
    await terminal.waitFor("GET READY");
    terminal.press("\x1a");
    expect(await terminal.exit()).toBe(148);
    expect(await terminal.givenBack()).toEqual([]);
    terminal.foreground();
    await terminal.waitFor("PAUSED");
    await leave(terminal);
  });
});

/** Ctrl-C, which gives the terminal back whole. */
async function leave(terminal: Awaited<ReturnType<typeof openTerminal>>): Promise<void> {
  terminal.press("\x03");
  expect(await terminal.exit()).toBe(130);
  expect(await terminal.givenBack()).toEqual([]);
}

/** What the screen says is done, in seconds. */
function doneSeconds(screen: readonly string[]): number {
  const [, minutes, seconds] = /^ *(\d+):(\d\d) /m.exec(screen.join("\n")) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}
