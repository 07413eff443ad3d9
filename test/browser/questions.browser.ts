/** The questions of the program on the page: the Thomas test and the screening are answered there, from start to end. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { removeFoldersAfterwards } from "../e2e/support/program.ts";
import { answer, asked, chosenOf, keptIn, textOf, waitForQuestion } from "./support/asked.ts";
import { openAddress } from "./support/led-session.ts";
import { giveBrowser, WINDOWS } from "./support/page-session.ts";

removeFoldersAfterwards();
const { browser } = giveBrowser();

test("the Thomas test is done with the page alone: it begins there, asks everything, and tells the result", async () => {
  const { terminal, page } = await asked(browser(), "assess", WINDOWS.phone);
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
  const { terminal, page } = await asked(browser(), "assess", WINDOWS.phone);
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
  const { terminal, page } = await asked(browser(), "screen", WINDOWS.phone);
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

test.each([
  ["assess", /Start/],
  ["screen", /None of these/],
])(
  "a page that only looks sees the questions of %s, has no answers to press, and is refused",
  async (command, wanted) => {
    const { terminal, addresses, page } = await asked(browser(), command, WINDOWS.phone);
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
