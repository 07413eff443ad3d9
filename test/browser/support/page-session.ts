/** A browser for a file of tests, sessions that end with each test, and what stands on their page. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { type LedSession, launchBrowser, leadSession } from "./led-session.ts";

/** Where pictures are kept when somebody wants to look at them: `PICTURES=folder npm run test:browser`. */
const PICTURES = process.env["PICTURES"];

/** The windows of the devices that are held beside a mat. */
export const WINDOWS = {
  watch: { width: 184, height: 224 },
  phone: { width: 390, height: 844 },
  lying: { width: 844, height: 390 },
  tablet: { width: 1024, height: 768 },
  television: { width: 1920, height: 1080 },
} as const;

/** Opens a browser for the tests of the file that calls this, and ends each test's sessions after it. */
export function giveBrowser() {
  let opened: Browser | undefined;
  const sessions: LedSession[] = [];
  beforeAll(async () => {
    opened = await launchBrowser();
  });
  afterAll(() => opened?.close());
  afterEach(async () => {
    for (const context of opened?.contexts() ?? []) await context.close();
    for (const session of sessions.splice(0)) await session.end();
  });
  return {
    async led(workout: string, ...flags: string[]): Promise<LedSession> {
      const session = await leadSession(workout, ...flags);
      sessions.push(session);
      return session;
    },
    browser(): Browser {
      if (!opened) throw new Error("the browser opens before the first test");
      return opened;
    },
  };
}

export const waitForWord = (page: Page, word: string) =>
  page.waitForFunction((wanted) => document.querySelector("#word")?.textContent === wanted, word);

/** Keeps a picture of the page on a dark ground, on a light one, and with more contrast, if pictures are wanted. */
export async function keepPictures(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  const looks = {
    dark: { colorScheme: "dark", contrast: "no-preference" },
    light: { colorScheme: "light", contrast: "no-preference" },
    contrast: { colorScheme: "dark", contrast: "more" },
  } as const;
  for (const [look, media] of Object.entries(looks)) {
    await page.emulateMedia(media);
    // Colours fade into one another.
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(PICTURES, `${name}-${look}.png`) });
  }
}
