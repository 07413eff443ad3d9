/** A session that serves its page, and a browser that opens it. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, request as forward } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const PROGRAM = fileURLToPath(new URL("../../../bin/unwind.js", import.meta.url));

/** Where browsers are that can be driven; the first is Debian's. */
const CHROMIUMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** No name is looked up and no address but the loopback is reached. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--autoplay-policy=no-user-gesture-required",
];

/** @throws Error if there is no browser: these tests are worth nothing without. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"] ?? CHROMIUMS.find((path) => existsSync(path));
  if (!executablePath) throw new Error("no Chromium was found; on Debian: apt-get install chromium");
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** A line of `run --json`, with the time at which it arrived. */
export interface ToldLine {
  readonly event: string;
  readonly time: string;
  readonly [field: string]: unknown;
}

export interface LedSession {
  readonly drive: string;
  readonly look: string;
  /** The person's folder, in which `ctl` finds it. */
  readonly home: string;
  readonly lines: readonly ToldLine[];
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<number | null>;
  /** Settles when such a line has been told. */
  told(matches: (line: ToldLine) => boolean): Promise<ToldLine>;
  end(): Promise<void>;
}

/** Starts a session without a screen that serves its page on the loopback. */
export async function leadSession(workout: string, ...flags: string[]): Promise<LedSession> {
  const home = mkdtempSync(join(tmpdir(), "unwind-browser-"));
  const words = ["run", workout, "--json", "--remote", "--remote-host", "127.0.0.1", ...flags];
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd: home,
    env: {
      PATH: process.env["PATH"],
      HOME: home,
      UNWIND_HOME: home,
      UNWIND_SCREENING: "off",
      UNWIND_AWAKE: "off",
      UNWIND_SOUND: "off",
      UNWIND_VOICE: "off",
      LANG: "C.UTF-8",
      TZ: "UTC",
    },
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const lines: ToldLine[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(JSON.parse(line));
    for (const check of [...waiting]) check();
  });
  const told = (matches: (line: ToldLine) => boolean) =>
    new Promise<ToldLine>((resolve) => {
      const check = () => {
        const found = lines.find(matches);
        if (!found) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });
  const errors: string[] = [];
  const addressed = new Promise<readonly [string, string]>((resolve, reject) => {
    createInterface({ input: child.stderr }).on("line", (line) => {
      errors.push(line);
      const [drive, look] = errors.flatMap((one) => /http:\S+/.exec(one) ?? []);
      if (drive && look) resolve([drive, look]);
    });
    void ended.then((code) => reject(new Error(`the program ended with ${code}: ${errors.join("\n")}`)));
  });
  const [drive, look] = await addressed;
  const end = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  return { drive, look, home, lines, child, ended, told, end };
}

/** Opens an address in a context of its own. */
export async function openAddress(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(address);
  return page;
}

/** Opens a page and waits until it shows the session. */
export async function openPage(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openAddress(browser, address, options);
  await page.waitForFunction(() => document.querySelector("#digits")?.textContent !== "");
  return page;
}

/** The way from a browser to this machine, which can be cut like a network. */
export async function openNetwork() {
  const sockets = new Set<Socket>();
  let isCut = false;
  const proxy = createServer((request, response) => {
    const onward = forward(request.url ?? "", { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  });
  proxy.on("connection", (socket) => {
    if (isCut) socket.destroy();
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => void proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    /** For a browser's context: loopback addresses go this way, too. */
    proxy: { server: `http://127.0.0.1:${port}`, bypass: "<-loopback>" },
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
