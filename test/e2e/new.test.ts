/** Being asked for a workout, in a narrow terminal. */
import { expect, test } from "vitest";
import { removeFoldersAfterwards } from "./support/program.ts";
import { openTerminal } from "./support/pty.ts";

removeFoldersAfterwards();

test("questions and plan are broken between words at forty columns", async () => {
  using terminal = await openTerminal({ columns: 40, rows: 30 });
  terminal.run("new");
  await terminal.waitFor(/What do you do\?/);
  terminal.press("squat\r");
  await terminal.waitFor(/how long\? 10, 30s,\s+3x10/);
  terminal.press("3x10\r");
  await terminal.waitFor(/What next\?/);
  expect(terminal.screen().join("\n")).toMatch(/set 1 of 3: 10 reps,\n {6,}waits for you/);
  terminal.press("\r");
  await terminal.waitFor(/How many rounds\?/);
});
