/** The questions in windows of every size: what is urgent is seen at once, and a thumb reaches every answer. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { removeFoldersAfterwards } from "../e2e/support/program.ts";
import { answer, asked, keptIn, waitForQuestion } from "./support/asked.ts";
import { giveBrowser, keepPictures, WINDOWS } from "./support/page-session.ts";

removeFoldersAfterwards();
const { browser } = giveBrowser();

test.each(Object.entries(WINDOWS))(
  "in the window of a %s the emergency is the first answer, seen at once, and one press",
  async (name, viewport) => {
    const { terminal, page } = await asked(browser(), "screen", viewport);
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
    const { terminal, page } = await asked(browser(), "assess", WINDOWS[name]);
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
