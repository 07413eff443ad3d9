/** The page of a session, as a phone opens it: the code, and the questions that are answered there. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addressOn, openPhone } from "./support/phone.ts";
import { removeFoldersAfterwards } from "./support/program.ts";
import { openTerminal } from "./support/pty.ts";
import { workout } from "./support/workout.ts";

removeFoldersAfterwards();

const HOST = "--remote-host 127.0.0.1";

test.concurrent("key p shows the code and the addresses over a session that goes on, and any key closes it", async () => {
  using terminal = await workout(`--yes ${HOST}`, { columns: 90, rows: 30 });
  await terminal.waitFor("Next");
  terminal.press("p");
  await terminal.waitFor("On a phone in the same network");
  await terminal.waitFor("No page is open yet.");
  // The two upper corners of any code.
  expect(terminal.screen().join("\n")).toMatch(/█▀▀▀▀▀█ .* █▀▀▀▀▀█/);
  terminal.press("x");
  await terminal.waitFor("Next");
});

test.concurrent("with --remote the code comes first, and a page that opens the address takes its place", async () => {
  using terminal = await workout(HOST.concat(" --remote"), { columns: 160, rows: 30 });
  const phone = await openPhone(await addressOn(terminal));
  await terminal.waitFor("enter start");
  phone.close();
});

/** What stands in the only file below a folder of the person's. */
function onlyFile(...folder: string[]): unknown {
  const names = readdirSync(join(...folder), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".json"),
  );
  expect(names).toHaveLength(1);
  return JSON.parse(readFileSync(join(...folder, names[0] as string), "utf8"));
}

test.concurrent("the Thomas test is answered on the phone alone, from its beginning to its result", async () => {
  using terminal = await openTerminal({ columns: 100, rows: 30 });
  terminal.run(`assess --remote ${HOST}`);
  const phone = await openPhone(await addressOn(terminal));
  const answers: readonly (readonly [asked: RegExp, key: string])[] = [
    [/"enter":"start"/, "enter"],
    [/left leg hangs/, "enter"],
    [/Does anything hurt/, "1"],
    [/lower back flat/, "1"],
    [/Where does the thigh/, "1"],
    [/kneecap/, "1"],
    [/Straighten the hanging knee/, "2"],
    [/measure the thigh/, "2"],
    [/Degrees of the thigh/, "1"],
    [/"typed":"1"/, "5"],
    [/"typed":"15"/, "enter"],
    [/Once more/, "enter"],
    [/Degrees between/, "enter"],
    [/right leg hangs/, "enter"],
    [/right side.*Does anything hurt|Does anything hurt.*right side/i, "2"],
  ];
  for (const [asked, key] of answers) {
    await phone.asks(asked);
    expect(await phone.press(key)).toBe(204);
  }
  expect((await phone.asks(/the result/)).lines.join(" ")).toMatch(/Left side may be short: psoas.*Right side hurts/);
  await phone.press("enter");
  expect(await terminal.exit()).toBe(0);
  phone.close();
  expect(await terminal.givenBack()).toEqual([]);
  expect(onlyFile(terminal.folder, "assessments")).toMatchObject({ sides: { right: { pain: "hip" } } });
});

test.concurrent("the screening before a session is answered on the phone, and the session begins behind it", async () => {
  using terminal = await openTerminal({ columns: 100, rows: 30, env: { UNWIND_SCREENING: "on" } });
  terminal.run(`run psoas-march --remote ${HOST}`);
  const phone = await openPhone(await addressOn(terminal));
  expect((await phone.asks(/Before you stretch/)).choices.map(({ key }) => key).join("")).toMatch(/^e1\d*n$/);
  await phone.press("1");
  await phone.asks(/☑/);
  await phone.press("enter");
  await phone.asks(/See someone first/);
  await phone.press("enter");
  await phone.asks(/Yes, continue anyway/);
  await phone.press("2");
  await terminal.waitFor("enter start");
  expect(onlyFile(terminal.folder, "screenings")).toMatchObject({ decision: "go-on" });
  expect(await phone.drive("done")).toBe(204);
  await terminal.waitFor("Left side first");
  phone.close();
});
