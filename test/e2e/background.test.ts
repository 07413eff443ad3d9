/** The background of a terminal: it is asked for, and what it answers stays between the two. */
import { describe, expect, test } from "vitest";
import { removeFoldersAfterwards } from "./support/program.ts";
import { openTerminal } from "./support/pty.ts";

removeFoldersAfterwards();

const COLOURS = { FORCE_COLOR: "3", COLORTERM: "truecolor" };
/** HOLD in the light theme, and in the dark one. */
const [LIGHT_HOLD, DARK_HOLD] = ["38;2;26;107;47", "38;2;141;219;140"];

describe.concurrent("a terminal that is asked for its background", () => {
  test("gets the colours for a light one when it says so, and its answer is no key", async () => {
    using terminal = await openTerminal({ env: COLOURS, background: "rgb:ffff/ffff/ffff" });
    terminal.run("run kneeling-lunge --yes --prepare 0 --mute");
    await terminal.waitUntil(() => terminal.output.includes(LIGHT_HOLD), "the colours are those for a light ground");
    expect((await terminal.waitFor("Set 1 of")).join("")).not.toMatch(/rgb|ffff/);
    terminal.press("\x03");
    await terminal.exit();
    expect(await terminal.givenBack()).toEqual([]);
  });

  test("keeps the dark colours when it answers nothing, and starts no later", async () => {
    using terminal = await openTerminal({ env: COLOURS });
    terminal.run("run kneeling-lunge --yes --prepare 0 --mute");
    await terminal.waitUntil(() => terminal.output.includes(DARK_HOLD), "the colours are those for a dark ground");
    terminal.press("\x03");
    await terminal.exit();
  });

  test("gets nothing into the shell when it answers after the workout was left", async () => {
    using terminal = await openTerminal({ env: COLOURS, background: "rgb:ffff/ffff/ffff", answerAfterMs: 150 });
    terminal.run("run kneeling-lunge --yes --prepare 0 --mute");
    await terminal.waitUntil(() => terminal.output.includes("\x1b]11;?"), "it is asked");
    terminal.press("\x03");
    await terminal.exit();
    expect(await terminal.givenBack()).toEqual([]);
    expect([...terminal.scrollback(), ...terminal.screen()].join("")).not.toMatch(/rgb|ffff|62;|\^\[/);
  });

  test("is asked without colours too: a phone reads dark characters on a light ground, not the reverse", async () => {
    using terminal = await openTerminal({
      env: { NO_COLOR: "1" },
      columns: 120,
      rows: 40,
      background: "rgb:ffff/ffff/ffff",
    });
    terminal.run("run kneeling-lunge --yes --mute --remote --remote-host 127.0.0.1");
    const code = (await terminal.waitFor("View only")).map((line) => line.trimStart());
    // The upper left corner: an empty margin, then the frame of the first of three squares.
    expect(code.find((line) => /^[█▀▄]/.test(line))).toMatch(/^█▀▀▀▀▀█ /);
    terminal.press("\x03");
    await terminal.exit();
  });

  test("is not asked where a theme was chosen or on a console", async () => {
    for (const env of [
      { ...COLOURS, UNWIND_THEME: "dark" },
      { ...COLOURS, TERM: "linux" },
    ]) {
      using terminal = await openTerminal({ env });
      terminal.run("run kneeling-lunge --yes --prepare 0 --mute");
      await terminal.waitFor("Set 1 of");
      expect(terminal.output).not.toContain("\x1b]11;?");
      terminal.press("\x03");
      await terminal.exit();
    }
  });
});
