/** The picture of the page on a phone: a session that runs, in Debian's Chromium or the one that CHROMIUM names. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

/** A hold: a figure, a side, a cue, and a timeline of several sets. */
const WORDS = "run kneeling-lunge --json --remote --remote-host 127.0.0.1 --prepare 1 --mute --hold 40s".split(" ");
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const WINDOW = { width: 390, height: 700 };

/** @returns the bytes of a PNG. @throws Error if there is no browser. */
export async function drawPhone(program, { env, cwd }) {
  const session = spawn(process.execPath, [program, ...WORDS], { env, cwd, stdio: ["pipe", "ignore", "pipe"] });
  const ended = once(session, "exit");
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: WINDOW, deviceScaleFactor: 2, colorScheme: "dark" });
    await page.goto(await findAddress(session.stderr));
    await page.waitForFunction(() => document.querySelector("#word")?.textContent === "HOLD");
    // The note that a page was opened goes by itself.
    await page.waitForFunction(() => document.querySelector("#note")?.textContent === "");
    await page.waitForFunction(() => document.querySelector("#digits")?.textContent === "30");
    return await page.screenshot();
  } finally {
    await browser.close();
    session.kill();
    // What it still writes would be in the way of who clears its folder.
    await ended;
  }
}

async function findAddress(stream) {
  for await (const line of createInterface({ input: stream })) {
    const [address] = /http:\S+/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error("the program told no address");
}
