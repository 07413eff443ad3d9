/** The page in a browser: a session is led from it, in time, with and without a network. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type LedSession, openNetwork, openPage } from "./support/led-session.ts";
import { giveBrowser, waitForWord } from "./support/page-session.ts";

const { led, browser } = giveBrowser();

const wordOf = (page: Page) => page.textContent("#word");

test("a session is led from its start to its end by the page alone, and its sound is scheduled there", async () => {
  const session = await led("2x(30s plank, 10 squat) between 15s", "--prepare", "20");
  const page = await openPage(browser(), session.drive, { viewport: { width: 390, height: 844 } });
  await watchSound(page);
  await page.click("#sound");
  expect(await page.getAttribute("#sound", "aria-pressed")).toBe("true");
  await waitForWord(page, "GET READY");
  await page.click("#done");
  await waitForWord(page, "HOLD");
  await page.waitForFunction(() => (window as unknown as { heard: Heard }).heard.lines.length > 0);
  await page.click("#toggle");
  await waitForWord(page, "PAUSED");
  expect(await page.textContent("#toggle")).toBe("Resume");
  await page.click("#toggle");
  await waitForWord(page, "HOLD");
  await page.click('[data-verb="+10"]');
  await session.told(({ event, seconds }) => event === "extended" && seconds === 10);
  for (let press = 0; press < 12 && (await isRunning(session)); press++) {
    const steps = session.lines.filter(({ event }) => event === "step-ended").length;
    await page.click("#done");
    await session.told(
      ({ event }) =>
        event === "session-ended" || session.lines.filter((one) => one.event === "step-ended").length > steps,
    );
  }
  expect(await session.told(({ event }) => event === "session-ended")).toMatchObject({ how: "finished" });
  const { tones } = await page.evaluate(() => (window as unknown as { heard: Heard }).heard);
  // Starts, ends, the pause and the last seconds: far more than what was pressed.
  expect(tones.length).toBeGreaterThan(5);
  expect(await session.ended).toBe(0);
});

interface Heard {
  readonly tones: number[];
  readonly lines: string[];
}

/** Notes what the page hands to the browser's audio clock and to its voice. */
async function watchSound(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: Heard = { tones: [], lines: [] };
    (window as unknown as { heard: Heard }).heard = heard;
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (when = 0) {
      heard.tones.push(when);
      start.call(this, when);
    };
    speechSynthesis.speak = ({ text }) => void heard.lines.push(text);
  });
}

const isRunning = async (session: LedSession) => !session.lines.some(({ event }) => event === "session-ended");

test("the page's digits change when the session's do, within 50 ms", async () => {
  const seconds = Number(process.env["DIGIT_SECONDS"] ?? 8);
  const session = await led("1x(600s plank)", "--prepare", "0");
  const page = await openPage(browser(), session.drive);
  await waitForWord(page, "HOLD");
  const hold = await session.told(({ event, kind }) => event === "step-started" && kind === "set");
  // The clocks are compared five times in the first half of a second.
  await page.waitForTimeout(1500);
  const seen = await page.evaluate(
    (forSeconds) =>
      new Promise<{ digits: string; epochMs: number }[]>((resolve) => {
        const changes: { digits: string; epochMs: number }[] = [];
        const target = document.querySelector("#digits") as HTMLElement;
        new MutationObserver(() => {
          changes.push({ digits: target.textContent ?? "", epochMs: performance.timeOrigin + performance.now() });
          if (changes.length >= forSeconds) resolve(changes);
        }).observe(target, { childList: true, characterData: true, subtree: true });
      }),
    seconds,
  );
  const startedMs = Date.parse(hold.time);
  const lateMs = seen.map(({ digits, epochMs }) => {
    const [minutes = 0, rest = 0] = digits.split(":").map(Number);
    return epochMs - (startedMs + (600 - (minutes * 60 + rest)) * 1000);
  });
  if (seconds > 60) process.stdout.write(`digits late: ${Math.min(...lateMs)} to ${Math.max(...lateMs)} ms\n`);
  expect(seen).toHaveLength(seconds);
  expect(Math.max(...lateMs.map(Math.abs))).toBeLessThan(50);
}, 400_000);

test("without a network the page counts on, with a small sign, and is right again after", async () => {
  const cutSeconds = Number(process.env["CUT_SECONDS"] ?? 5);
  const session = await led(`1x(${cutSeconds + 60}s plank)`, "--prepare", "0");
  const network = await openNetwork();
  const page = await openPage(browser(), session.drive, { proxy: network.proxy });
  await waitForWord(page, "HOLD");
  network.cut();
  const before = await secondsOf(page);
  await page.waitForSelector("#offline:not([hidden])");
  await page.waitForTimeout(cutSeconds * 1000);
  expect(before - (await secondsOf(page))).toBeGreaterThanOrEqual(cutSeconds - 1);
  expect(await wordOf(page)).toBe("HOLD");
  // What is pressed meanwhile elsewhere is not known here; afterwards it is.
  const other = await openPage(browser(), session.drive);
  await other.click("#toggle");
  await waitForWord(other, "PAUSED");
  expect(await wordOf(page)).toBe("HOLD");
  network.mend();
  await waitForWord(page, "PAUSED");
  await page.waitForSelector("#offline", { state: "hidden" });
  expect(await page.textContent("#digits")).toBe(await other.textContent("#digits"));
  network.close();
}, 120_000);

async function secondsOf(page: Page): Promise<number> {
  const [minutes = 0, seconds] = ((await page.textContent("#digits")) ?? "").split(":").map(Number);
  return seconds === undefined ? minutes : minutes * 60 + seconds;
}

test("two pages that press at once are both heard, in some order, and agree after", async () => {
  const session = await led("1x(300s plank)", "--prepare", "0");
  const [one, two] = await Promise.all([openPage(browser(), session.drive), openPage(browser(), session.drive)]);
  await Promise.all([waitForWord(one, "HOLD"), waitForWord(two, "HOLD")]);
  await Promise.all([one.click('[data-verb="+10"]'), two.click('[data-verb="+10"]')]);
  await session.told(() => session.lines.filter(({ event }) => event === "extended").length === 2);
  await Promise.all([one.click("#toggle"), two.click('[data-verb="-10"]')]);
  await session.told(({ event }) => event === "paused");
  await Promise.all([waitForWord(one, "PAUSED"), waitForWord(two, "PAUSED")]);
  await session.told(() => session.lines.filter(({ event }) => event === "extended").length === 3);
  await expect.poll(() => one.textContent("#digits")).toBe(await two.textContent("#digits"));
});

test("a page that only looks shows the session, has nothing to press, and is refused when it tries", async () => {
  const session = await led("1x(300s plank)", "--prepare", "0");
  const page = await openPage(browser(), session.look);
  await waitForWord(page, "HOLD");
  expect(await page.isVisible("#toggle")).toBe(false);
  await page.keyboard.press("Space");
  await page.evaluate(() => document.querySelector<HTMLElement>("#toggle")?.click());
  const statuses = await page.evaluate(async (drive) => {
    const press = (path: string) =>
      fetch(path, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ page: "", verb: "pause" }),
      }).then(({ status }) => status);
    return [await press("do"), await press(drive.replace(/[^/]+\/$/, "guess/do"))];
  }, session.drive);
  expect(statuses).toEqual([403, 403]);
  expect(session.lines.some(({ event }) => event === "paused")).toBe(false);
  expect(await wordOf(page)).toBe("HOLD");
});
