/** A command that asks in a terminal, with the page on which its questions are answered. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { addressesOn } from "../../e2e/support/phone.ts";
import { openTerminal, type Terminal } from "../../e2e/support/pty.ts";
import { openAddress } from "./led-session.ts";
import type { WINDOWS } from "./page-session.ts";

/** Runs a command that asks in a terminal, and opens its page. */
export async function asked(browser: Browser, command: string, viewport: (typeof WINDOWS)[keyof typeof WINDOWS]) {
  const terminal = await openTerminal({ columns: 160, rows: 30 });
  terminal.run(`${command} --remote --remote-host 127.0.0.1`);
  const addresses = await addressesOn(terminal);
  const page = await openAddress(browser, addresses.drive, { viewport });
  await page.waitForSelector("#asked:not([hidden])");
  return { terminal, addresses, page };
}

/** Waits until the question says this somewhere, its buttons included. */
export const waitForQuestion = (page: Page, wanted: RegExp) =>
  page.waitForFunction(
    ([source, flags]) => new RegExp(source, flags).test(document.querySelector<HTMLElement>("#asked")?.innerText ?? ""),
    [wanted.source, wanted.flags] as const,
  );

export const textOf = (page: Page) => page.innerText("#asked");
export const answer = (page: Page, name: RegExp | string) => page.getByRole("button", { name }).click();

/** What looks or counts as chosen, pressed or focused among the answers. */
export const chosenOf = (page: Page) =>
  page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>("#asked-choices button")];
    const looks = new Set(buttons.map((one) => getComputedStyle(one).backgroundColor));
    const marked = buttons.filter((one) => one.matches(":focus, [aria-pressed=true], [aria-selected=true]"));
    return { looks: looks.size, marked: marked.map(({ innerText }) => innerText) };
  });

/** The only file that was kept in a folder of the person's. */
export function keptIn(terminal: Terminal, folder: string): unknown {
  const names = readdirSync(join(terminal.folder, folder), { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".json"));
  expect(files).toHaveLength(1);
  return JSON.parse(readFileSync(join(terminal.folder, folder, files[0] as string), "utf8"));
}
