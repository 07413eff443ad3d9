/** What stands on the page: what the terminal shows, drawn and coloured, whatever a routine is called. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { removeFoldersAfterwards, run, temporaryFolder } from "../e2e/support/program.ts";
import { openPage } from "./support/led-session.ts";
import { giveBrowser, waitForWord } from "./support/page-session.ts";

removeFoldersAfterwards();
const { led, browser } = giveBrowser();

/** The texts of the page by the ids of their elements. */
const textsOf = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries([...document.querySelectorAll<HTMLElement>("[id]")].map((one) => [one.id, one.innerText ?? ""])),
  );

test("the page says what the terminal says: word, digits, side, count, what comes next", async () => {
  const session = await led("kneeling-hip-flexor-stretch", "--prepare", "60");
  const page = await openPage(browser(), session.drive);
  const asked = async () =>
    JSON.parse((await run(["ctl", "status", "--json"], { env: { UNWIND_HOME: session.home } })).stdout);
  for (const word of ["GET READY", "HOLD"]) {
    await waitForWord(page, word);
    await page.click("#toggle");
    await waitForWord(page, "PAUSED");
    const [texts, status] = [await textsOf(page), await asked()];
    expect(texts).toMatchObject({ exercise: status.exercise, digits: String(status.seconds), word: status.word });
    expect(texts["next"]).toBe(`Next: ${status.next}`);
    for (const part of [status.set, status.rep, status.round, status.load]) expect(texts["position"]).toContain(part);
    expect(texts["side"]?.toLowerCase()).toContain(status.side ?? "");
    await page.click("#toggle");
    await page.click("#done");
  }
  expect((await asked()).side).toMatch(/left|right/);
});

test("the figure is drawn, the timeline has every step, and each phase has a ground of its own", async () => {
  const session = await led("kneeling-hip-flexor-stretch", "--prepare", "60");
  const page = await openPage(browser(), session.drive);
  const lookOf = () =>
    page.evaluate(async () => {
      // The ground fades from one colour to the other.
      await new Promise((resolve) => setTimeout(resolve, 400));
      return {
        phase: document.body.dataset["phase"],
        ground: getComputedStyle(document.body).backgroundColor,
        paths: [...document.querySelectorAll("#figure path")].map((path) => path.getAttribute("d") ?? ""),
        segments: document.querySelectorAll("#timeline i").length,
        filled: [...document.querySelectorAll<HTMLElement>("#timeline b")].filter(
          (bar) => bar.style.transform === "scaleX(1)",
        ).length,
      };
    });
  const before = await lookOf();
  await page.click("#done");
  await waitForWord(page, "HOLD");
  const stretch = await lookOf();
  await page.click("#toggle");
  await waitForWord(page, "PAUSED");
  const paused = await lookOf();
  const plan = await run(["plan", "kneeling-hip-flexor-stretch", "--json"]);
  const { steps } = JSON.parse(plan.stdout);
  for (const { paths, segments } of [before, stretch]) {
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) expect(path).toMatch(/^M[\d\s.,-]+/);
    expect(segments).toBe(steps.length);
  }
  expect([before.filled, stretch.filled]).toEqual([0, 1]);
  expect(stretch.paths).not.toEqual(before.paths);
  expect(new Set([before.ground, stretch.ground, paused.ground]).size).toBe(3);
});

test("whatever a routine is called, it is text on the page", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "mine.json");
  const nasty = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>&amp;`;
  writeFileSync(
    file,
    JSON.stringify({
      id: "mine",
      name: nasty,
      blocks: [{ exercise: { name: `${nasty}A`, hold: 60, steps: [nasty] } }],
    }),
  );
  const session = await led(file, "--prepare", "60");
  const page = await openPage(browser(), session.drive);
  const texts = await textsOf(page);
  expect(texts["exercise"]).toContain(nasty);
  expect(await page.locator("img, script:not([src])").count()).toBe(0);
  expect(await page.title()).toContain("<img src=x");
});

test("each small button does what it says", async () => {
  const session = await led("2x(60s plank, 60s squat) rest 30s", "--prepare", "20");
  const page = await openPage(browser(), session.drive);
  const press = async (name: string, event: string, more: object = {}) => {
    const before = session.lines.length;
    await page.getByRole("button", { name, exact: true }).click();
    const found = await session.told((line) => line.event === event && session.lines.indexOf(line) >= before);
    expect(found).toMatchObject(more);
  };
  await page.click("#done");
  await waitForWord(page, "HOLD");
  await press("Ten seconds more", "extended", { seconds: 10 });
  await press("Ten seconds less", "extended", { seconds: -10 });
  await press("Back", "step-started");
  await press("Skip the exercise", "step-ended", { how: "skipped" });
  await page.getByRole("button", { name: "Sound of the computer on or off" }).click();
  await page.waitForFunction(() => /mute|sound/i.test(document.querySelector("#note")?.textContent ?? ""));
});

test("the media keys of a headset and of a lock screen drive the session", async () => {
  const session = await led("2x(60s plank, 30s rest)", "--prepare", "30");
  const context = await browser().newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const handlers: Record<string, () => void> = {};
    Object.assign(window, { handlers });
    navigator.mediaSession.setActionHandler = (action, handler) => {
      if (handler) handlers[action] = () => handler({ action });
    };
  });
  await page.goto(session.drive);
  const press = (key: string) =>
    page.evaluate((name) => (window as unknown as { handlers: Record<string, () => void> }).handlers[name]?.(), key);
  await waitForWord(page, "GET READY");
  await press("nexttrack");
  await waitForWord(page, "HOLD");
  await press("pause");
  await waitForWord(page, "PAUSED");
  await press("play");
  await waitForWord(page, "HOLD");
  await press("previoustrack");
  await press("previoustrack");
  await waitForWord(page, "GET READY");
  await context.close();
});

/** The contrast of two colours as the web's guidelines (WCAG 2.2) count it. */
function contrastOf(one: readonly number[], other: readonly number[]): number {
  const luminance = (colour: readonly number[]) => {
    const [red = 0, green = 0, blue = 0] = colour.map((value) =>
      value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test("every text stands out from its ground, in every phase, on dark and light grounds and with more contrast", async () => {
  const session = await led("1x(300s plank)", "--prepare", "0");
  const page = await openPage(browser(), session.drive);
  // While it is paused nothing is written into the page but what the test writes.
  await page.click("#toggle");
  await waitForWord(page, "PAUSED");
  const faint: string[] = [];
  let looked = 0;
  for (const look of [
    { colorScheme: "dark", contrast: "no-preference", least: 4.5 },
    { colorScheme: "light", contrast: "no-preference", least: 4.5 },
    { colorScheme: "dark", contrast: "more", least: 7 },
    { colorScheme: "light", contrast: "more", least: 7 },
  ] as const) {
    await page.emulateMedia({ colorScheme: look.colorScheme, contrast: look.contrast });
    for (const phase of PHASES) {
      const colours = await coloursIn(page, phase);
      for (const { what, ink, ground } of colours) {
        looked += 1;
        const contrast = contrastOf(ink, ground);
        if (contrast < look.least)
          faint.push(`${look.colorScheme} ${look.contrast} ${phase} ${what}: ${contrast.toFixed(1)}`);
      }
    }
  }
  expect(looked).toBeGreaterThan(4 * PHASES.length * 8);
  expect(faint).toEqual([]);
});

const PHASES =
  "prepare concentric eccentric pause-top pause-bottom hold stretch work roll contract relax rest switch open finished".split(
    " ",
  );

/** The colours of texts and of their grounds in a phase, each from 0 to 1. */
function coloursIn(page: Page, phase: string) {
  return page.evaluate(async (name) => {
    document.body.dataset["phase"] = name;
    document.body.dataset["status"] = "running";
    await new Promise((resolve) => setTimeout(resolve, 260));
    const canvas = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
    const toNumbers = (colour: string) => {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((value) => value / 255);
    };
    const isClear = (colour: string) => /, 0\)$|\/ 0\)$|^transparent$/.test(colour);
    const groundOf = (one: Element | null): string => {
      if (!one) return "white";
      const { backgroundColor } = getComputedStyle(one);
      return isClear(backgroundColor) ? groundOf(one.parentElement) : backgroundColor;
    };
    const texts = [...document.querySelectorAll<HTMLElement>("h1, p, button, #times span")].filter(
      (one) => one.innerText.trim() !== "" && one.offsetWidth > 1,
    );
    return texts.map((one) => ({
      what: one.id || (one.dataset["verb"] ?? one.innerText),
      ink: toNumbers(getComputedStyle(one).color),
      ground: toNumbers(groundOf(one)),
    }));
  }, phase);
}
