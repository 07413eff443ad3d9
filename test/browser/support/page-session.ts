/** A browser for a file of tests, sessions that end with each test, and what stands on their page. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { type LedSession, launchBrowser, leadSession } from "./led-session.ts";

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
