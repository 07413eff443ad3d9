/** The page in a browser as it is seen and reached: by readers of screens, keys, windows of every size, overlays. */
import { expect, test } from "vitest";
import { openPage } from "./support/led-session.ts";
import { giveBrowser, keepPictures, WINDOWS, waitForWord } from "./support/page-session.ts";

const { led, browser } = giveBrowser();

test("a screen reader finds named areas and buttons, and is told of steps, not of seconds", async () => {
  const session = await led("2x(60s plank, 30s rest)", "--prepare", "30");
  const page = await openPage(browser(), session.drive);
  const tree = await page.locator("body").ariaSnapshot();
  for (const name of ["Pause", "Skip", "Back", "Ten seconds more", "Ten seconds less", "Sound on this device"]) {
    expect(tree).toContain(`button "${name}"`);
  }
  expect(tree).toContain("timer");
  expect(tree).toContain('progressbar "Session"');
  expect(tree).toMatch(/heading "Plank"/);
  await page.evaluate(() => {
    const told: string[] = [];
    (window as unknown as { told: string[] }).told = told;
    const region = document.querySelector("#spoken") as HTMLElement;
    new MutationObserver(() => told.push(region.textContent ?? "")).observe(region, { childList: true });
  });
  await page.waitForTimeout(2500);
  await page.click("#done");
  await waitForWord(page, "HOLD");
  await page.waitForTimeout(2500);
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  expect(told).toEqual([expect.stringMatching(/^Hold: Plank/)]);
});

test("keys and a clicker work on the page", async () => {
  const session = await led("2x(60s plank, 30s rest)", "--prepare", "30");
  const page = await openPage(browser(), session.drive);
  await page.keyboard.press("PageDown");
  await waitForWord(page, "HOLD");
  await page.keyboard.press("Space");
  await waitForWord(page, "PAUSED");
  await page.keyboard.press("Space");
  await waitForWord(page, "HOLD");
  await page.keyboard.press("ArrowRight");
  await waitForWord(page, "REST");
});

test.each(Object.entries(WINDOWS))(
  "in the window of a %s the digits are large and everything is inside",
  async (name, viewport) => {
    const session = await led("kneeling-hip-flexor-stretch", "--prepare", "30");
    const page = await openPage(browser(), session.drive, { viewport });
    await page.click("#done");
    await page.waitForFunction(() => document.querySelector("#word")?.textContent !== "GET READY");
    await page.waitForTimeout(300);
    await keepPictures(page, name);
    const boxes = await page.evaluate(() =>
      ["#word", "#digits", "#toggle", "#done"].map((id) => {
        const { left, top, right, bottom, height } = (
          document.querySelector(id) as HTMLElement
        ).getBoundingClientRect();
        return { id, isInside: left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1, height };
      }),
    );
    expect(boxes.filter(({ isInside }) => !isInside)).toEqual([]);
    const heightOf = (id: string) => boxes.find((box) => box.id === id)?.height ?? 0;
    expect(heightOf("#digits")).toBeGreaterThan(viewport.height * 0.14);
    expect(heightOf("#toggle")).toBeGreaterThanOrEqual(48);
  },
);

test("as an overlay the ground is transparent and nothing can be pressed", async () => {
  const session = await led("1x(300s plank)", "--prepare", "0");
  const page = await openPage(browser(), `${session.look}?overlay`);
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(ground).toBe("rgba(0, 0, 0, 0)");
  expect(await page.isVisible("#areas")).toBe(false);
});

test("nothing is fetched from elsewhere, and the policy of the page is never broken", async () => {
  const session = await led("kneeling-hip-flexor-stretch", "--prepare", "5");
  const context = await browser().newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).origin));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(session.drive);
  await page.waitForTimeout(1500);
  expect([...new Set(asked)]).toEqual([new URL(session.drive).origin]);
  expect(faults).toEqual([]);
});
