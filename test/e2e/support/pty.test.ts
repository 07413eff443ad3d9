import { expect, test } from "vitest";
import { openTerminal } from "./pty.ts";

const node = (script: string) => `${process.execPath} -e '${script}'`;

test("a program that leaves the terminal as it was has given it back", async () => {
  using terminal = await openTerminal();
  terminal.start("cat");
  terminal.press("hello\r");
  await terminal.waitFor(/^hello\nhello$/m);
  terminal.press("\x04");
  expect(await terminal.exit()).toBe(0);
  expect(await terminal.givenBack()).toEqual([]);
});

test.each([
  ['process.stdout.write("\\x1b[?25l")', "the cursor is hidden"],
  ['process.stdout.write("\\x1b[?1049h")', "the alternate screen is open"],
  ['process.stdout.write("\\x1b[?2004h")', "bracketed paste is on"],
])("what a program leaves behind is found: %s", async (script, found) => {
  using terminal = await openTerminal();
  terminal.start(node(script));
  expect(await terminal.exit()).toBe(0);
  expect(await terminal.givenBack()).toEqual([found]);
});

test("a program that is killed while it has the terminal has not given it back", async () => {
  using terminal = await openTerminal();
  terminal.start(
    node('process.stdin.setRawMode(true); process.stdout.write("\\x1b[?1049h\\x1b[?25lheld"); setInterval(Date, 1e6)'),
  );
  await terminal.waitFor(/^held/m);
  terminal.signal("SIGKILL");
  expect(await terminal.exit()).toBe(137);
  expect(await terminal.givenBack()).toEqual([
    "the alternate screen is open",
    "the cursor is hidden",
    "echo or line mode is not as it was",
  ]);
});
