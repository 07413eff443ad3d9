/** The questions of the program on the page: the Thomas test and the screening are answered there, from start to end. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { addressesOn } from "../e2e/support/phone.ts";
import { removeFoldersAfterwards } from "../e2e/support/program.ts";
import { openTerminal, type Terminal, type TerminalOptions } from "../e2e/support/pty.ts";
import { openAddress } from "./support/led-session.ts";
import { giveBrowser, keepPictures, WINDOWS } from "./support/page-session.ts";

removeFoldersAfterwards();
const { browser } = giveBrowser();

/** Runs a command that asks in a terminal, and opens its page. */
async function asked(command: string, viewport: (typeof WINDOWS)[keyof typeof WINDOWS], options: TerminalOptions = {}) {
  const terminal = await openTerminal({ columns: 160, rows: 30, ...options });
  terminal.run(`${command} --remote --remote-host 127.0.0.1`);
  const addresses = await addressesOn(terminal);
  const page = await openAddress(browser(), addresses.drive, { viewport });
  await page.waitForSelector("#asked:not([hidden])");
  return { terminal, addresses, page };
}

/** Waits until the question says this somewhere, its buttons included. */
const waitForQuestion = (page: Page, wanted: RegExp) =>
  page.waitForFunction(
    ([source, flags]) => new RegExp(source, flags).test(document.querySelector<HTMLElement>("#asked")?.innerText ?? ""),
    [wanted.source, wanted.flags] as const,
  );

const textOf = (page: Page) => page.innerText("#asked");
const answer = (page: Page, name: RegExp | string) => page.getByRole("button", { name }).click();

/** What looks or counts as chosen, pressed or focused among the answers. */
const chosenOf = (page: Page) =>
  page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>("#asked-choices button")];
    const looks = new Set(buttons.map((one) => getComputedStyle(one).backgroundColor));
    const marked = buttons.filter((one) => one.matches(":focus, [aria-pressed=true], [aria-selected=true]"));
    return { looks: looks.size, marked: marked.map(({ innerText }) => innerText) };
  });

/** The only file that was kept in a folder of the person's. */
function keptIn(terminal: Terminal, folder: string): unknown {
  const names = readdirSync(join(terminal.folder, folder), { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".json"));
  expect(files).toHaveLength(1);
  return JSON.parse(readFileSync(join(terminal.folder, folder, files[0] as string), "utf8"));
}

test("the Thomas test is done with the page alone: it begins there, asks everything, and tells the result", async () => {
  const { terminal, page } = await asked("assess", WINDOWS.phone);
  using _ = terminal;
  const steps: readonly (readonly [question: RegExp, answer: RegExp])[] = [
    [/Start/, /^Start$/],
    [/left leg hangs/, /^Continue$/],
    [/Does anything hurt/, /^1 /],
    [/lower back flat/, /^1 /],
    [/Where does the thigh/, /^1 /],
    [/kneecap/, /^1 /],
    [/Straighten the hanging knee/, /^2 /],
    [/measure the thigh/, /^2 /],
  ];
  for (const [question, button] of steps) {
    await waitForQuestion(page, question);
    const { looks, marked } = await chosenOf(page);
    expect({ question, alike: looks <= 1, marked }).toEqual({ question, alike: true, marked: [] });
    await answer(page, button);
  }
  await waitForQuestion(page, /Degrees of the thigh/);
  expect(await page.textContent("#asked-choices output")).toBe("–");
  for (const digit of ["1", "6"]) await page.getByRole("button", { name: digit, exact: true }).click();
  await answer(page, "Delete");
  await page.keyboard.press("5");
  await page.waitForFunction(() => document.querySelector("#asked-choices output")?.textContent === "15");
  await answer(page, "Continue");
  for (const question of [/Once more/, /Degrees between/]) {
    await waitForQuestion(page, question);
    await answer(page, "Continue");
  }
  await waitForQuestion(page, /right leg hangs/);
  await answer(page, "Continue");
  await waitForQuestion(page, /Does anything hurt[\s\S]*/);
  await answer(page, /^2 /);
  await waitForQuestion(page, /Left side may be short: psoas[\s\S]*Right side hurts/);
  await page.getByRole("button").last().click();
  expect(await terminal.exit()).toBe(0);
  expect(keptIn(terminal, "assessments")).toMatchObject({
    sides: { left: { pain: "no" }, right: { pain: "hip" } },
  });
});

test("in the test no answer is given by Enter alone, Back leads to the question before, and presses keep their order", async () => {
  const { terminal, page } = await asked("assess", WINDOWS.phone);
  using _ = terminal;
  await answer(page, "Start");
  await waitForQuestion(page, /left leg hangs/);
  await answer(page, "Continue");
  await waitForQuestion(page, /Does anything hurt/);
  for (const key of ["Enter", "Space", "Enter"]) await page.keyboard.press(key);
  await answer(page, /^1 /);
  // Had one of the keys answered, this would be the question after.
  await waitForQuestion(page, /lower back flat/);
  for (const key of ["Enter", "Space"]) await page.keyboard.press(key);
  await answer(page, "← Back");
  await waitForQuestion(page, /Does anything hurt/);
});

test("the screening is answered on the page: nothing is marked before, and what was marked is advised on", async () => {
  const { terminal, page } = await asked("screen", WINDOWS.phone);
  using _ = terminal;
  await waitForQuestion(page, /None of these/);
  expect(await textOf(page)).not.toContain("☑");
  // The emergency alone looks otherwise.
  expect(await chosenOf(page)).toEqual({ looks: 2, marked: [] });
  await page.getByText("Help", { exact: true }).click();
  await waitForQuestion(page, /Rule that out before you stretch/);
  await answer(page, "Continue");
  await waitForQuestion(page, /Press n if none applies/);
  await answer(page, /hip joint that hurts/);
  await waitForQuestion(page, /☑[^☐]*hip joint/);
  await answer(page, "Continue");
  await waitForQuestion(page, /torn labrum/);
  await answer(page, "Continue");
  await waitForQuestion(page, /Yes, continue anyway/);
  expect(await chosenOf(page)).toEqual({ looks: 1, marked: [] });
  await answer(page, /No, not before that/);
  expect(await terminal.exit()).toBe(0);
  expect(keptIn(terminal, "screenings")).toMatchObject({ answers: { hip: "yes", emergency: "no" }, decision: "wait" });
});

test.each(Object.entries(WINDOWS))(
  "in the window of a %s the emergency is the first answer, seen at once, and one press",
  async (name, viewport) => {
    const { terminal, page } = await asked("screen", viewport);
    using _ = terminal;
    await waitForQuestion(page, /None of these/);
    await keepPictures(page, `screening-${name}`);
    const first = page.locator("#asked-choices button").first();
    expect(await first.innerText()).toMatch(/Numbness between the legs/);
    const box = await first.boundingBox();
    expect({ top: (box?.y ?? -1) >= 0, bottom: (box?.y ?? 0) + 44 <= viewport.height }).toEqual({
      top: true,
      bottom: true,
    });
    const looks = await page.evaluate(() =>
      [...document.querySelectorAll("#asked-choices button")].map((one) => getComputedStyle(one).backgroundColor),
    );
    expect(looks.filter((look) => look === looks[0])).toHaveLength(1);
    await first.click();
    await waitForQuestion(page, /Go to an emergency department now/);
    await keepPictures(page, `emergency-${name}`);
    await page.getByRole("button").last().click();
    expect(await terminal.exit()).toBe(0);
    expect(keptIn(terminal, "screenings")).toMatchObject({ answers: { emergency: "yes" } });
  },
);

test.each(["watch", "phone", "tablet", "television"] as const)(
  "in the window of a %s every answer of the test can be reached and hit",
  async (name) => {
    const { terminal, page } = await asked("assess", WINDOWS[name]);
    using _ = terminal;
    await waitForQuestion(page, /Start/);
    await keepPictures(page, `test-begins-${name}`);
    await answer(page, "Start");
    await waitForQuestion(page, /left leg hangs/);
    await answer(page, "Continue");
    await waitForQuestion(page, /Does anything hurt/);
    await keepPictures(page, `test-question-${name}`);
    expect(await unreachable(page)).toEqual([]);
    for (const question of [/hurt/, /flat/, /Where does the thigh/, /kneecap/]) {
      await waitForQuestion(page, question);
      await answer(page, /^1 /);
    }
    await waitForQuestion(page, /Straighten the hanging knee/);
    await answer(page, /^2 /);
    await waitForQuestion(page, /measure the thigh/);
    await answer(page, /^2 /);
    await waitForQuestion(page, /Degrees of the thigh/);
    await keepPictures(page, `test-number-${name}`);
    expect(await unreachable(page)).toEqual([]);
  },
);

/** Answers that are too small for a thumb, or that no scrolling brings into the window. */
async function unreachable(page: Page): Promise<readonly string[]> {
  const missed: string[] = [];
  for (const button of await page.locator("#asked button").all()) {
    await button.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await button.boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
    const window = page.viewportSize() ?? { width: 0, height: 0 };
    const isInside = x >= 0 && y >= 0 && x + width <= window.width + 1 && y + height <= window.height + 1;
    const isCut = await button.evaluate((one) => {
      const { left, top, width: wide, height: high } = one.getBoundingClientRect();
      return one.scrollWidth > one.clientWidth || document.elementFromPoint(left + wide / 2, top + high / 2) !== one;
    });
    if (!isInside || isCut || width < 44 || height < 44) missed.push(await button.innerText());
  }
  return missed;
}

test.each([
  ["assess", /Start/],
  ["screen", /None of these/],
])(
  "a page that only looks sees the questions of %s, has no answers to press, and is refused",
  async (command, wanted) => {
    const { terminal, addresses, page } = await asked(command, WINDOWS.phone);
    using _ = terminal;
    const looking = await openAddress(browser(), addresses.look);
    await looking.waitForSelector("#asked:not([hidden])");
    await waitForQuestion(page, wanted);
    expect(await looking.textContent("#asked-title")).toBe(await page.textContent("#asked-title"));
    expect([await looking.isVisible("#asked-choices"), await looking.isVisible("#asked-ways")]).toEqual([false, false]);
    const before = await textOf(page);
    for (const key of ["e", "n", "1", "Enter", "Space", "q", "y"]) await looking.keyboard.press(key);
    await looking.evaluate(() => {
      for (const button of document.querySelectorAll<HTMLElement>("#asked button")) button.click();
    });
    const statuses = await looking.evaluate(async (drive) => {
      const press = (path: string, key: string) =>
        fetch(path, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ page: "", key }),
        }).then(({ status }) => status);
      return [await press("do", "e"), await press("do", "enter"), await press(`${drive}do`, "enter")];
    }, addresses.drive);
    // Whoever had the driving address would still need the name of a page that drives.
    expect(statuses).toEqual([403, 403, 403]);
    expect(await textOf(page)).toBe(before);
    expect(readdirSync(terminal.folder)).not.toContain("screenings");
  },
);
