import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parsed } from "./support/lines.ts";
import {
  environment,
  PROGRAM,
  ROOT,
  removeFoldersAfterwards,
  run,
  runHere,
  start,
  temporaryFolder,
} from "./support/program.ts";
import { workout } from "./support/workout.ts";

removeFoldersAfterwards();

const WORKOUT = "2x(60s plank, 60s rest)";

/** A session that runs in a home of its own, and `ctl` in the same home, from this process. */
async function led(home = temporaryFolder(), flags: readonly string[] = []) {
  const { child, ended } = start(["run", WORKOUT, "--json", ...flags], { input: null, env: { UNWIND_HOME: home } });
  const ctl = (...words: string[]) => runHere(["ctl", ...words], { env: { UNWIND_HOME: home } });
  const before = new Set(socketsIn(home));
  while (socketsIn(home).every((name) => before.has(name))) await new Promise((resolve) => setTimeout(resolve, 20));
  return { home, child, ended, ctl };
}

const socketsIn = (home: string) => {
  const folder = join(home, "cache", "run");
  return existsSync(folder) ? readdirSync(folder) : [];
};

test("a session is driven from another process, from its first step to its end", async () => {
  const { ctl, ended, home } = await led();
  expect((await ctl("status")).stdout).toMatch(/^GET READY 0:\d+ · Plank, round 1 of 2 · \d:\d\d left\n$/);
  const watching = ctl("watch");
  expect(await ctl("pause")).toMatchObject({ code: 0, stdout: "", stderr: "" });
  expect(JSON.parse((await ctl("status", "--json")).stdout)).toMatchObject({ status: "paused", word: "PAUSED" });
  expect((await ctl("pause")).code).toBe(2);
  for (const verb of ["resume", "next", "+10", "-10", "done", "next", "back", "restart"]) {
    expect(await ctl(verb)).toMatchObject({ code: 0, stderr: "" });
  }
  expect((await ctl("quit")).code).toBe(0);
  const told = parsed((await ended).stdout).map(({ event }) => event);
  expect(told.filter((event) => event === "extended")).toHaveLength(2);
  expect(parsed((await watching).stdout).at(-1)).toMatchObject({ event: "session-ended", how: "quit" });
  expect(socketsIn(home)).toEqual([]);
  expect(await ctl("status")).toMatchObject({ code: 3, stdout: "\n", stderr: "" });
  expect(await ctl("toggle")).toMatchObject({ code: 3, stdout: "" });
});

test("of two sessions the latest is meant, and another by the beginning of its id; a killed one leaves nothing", async () => {
  const first = await led();
  const second = await led(first.home);
  const listed = JSON.parse((await first.ctl("list", "--json")).stdout);
  expect(listed).toHaveLength(2);
  await first.ctl("pause");
  const [latest, earlier] = JSON.parse((await first.ctl("list", "--json")).stdout);
  expect([latest.status, earlier.status]).toEqual(["paused", "running"]);
  await first.ctl("pause", "--session", earlier.id.slice(0, 6));
  expect(JSON.parse((await first.ctl("status", "--json", "--session", earlier.id)).stdout).status).toBe("paused");
  second.child.kill("SIGKILL");
  await second.ended;
  expect(socketsIn(first.home)).toHaveLength(2);
  expect(JSON.parse((await first.ctl("status", "--json")).stdout).id).toBe(earlier.id);
  expect(socketsIn(first.home)).toHaveLength(1);
  await first.ctl("quit");
  await first.ended;
});

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
  "after %s the socket is gone, and ctl finds nothing",
  async (signal) => {
    const { home, child, ended, ctl } = await led();
    expect((await ctl("status")).code).toBe(0);
    child.kill(signal);
    await ended;
    expect(socketsIn(home)).toEqual([]);
    expect(await ctl("list")).toMatchObject({ code: 3 });
  },
);

test("page down is done and page up goes back, as a clicker or a foot pedal types them", async () => {
  using terminal = await workout("--yes");
  await terminal.waitFor("GET READY");
  terminal.press("\x1b[6~");
  await terminal.waitFor("HOLD");
  terminal.press("\x1b[5~");
  terminal.press("\x1b[5~");
  await terminal.waitFor("GET READY");
});

/** The code blocks of the room's README, by language. */
function recipe(language: string): string {
  const text = readFileSync(join(ROOT, "src", "control", "README.md"), "utf8");
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? "";
}

/** Runs a command line of a recipe, with `unwind` on the PATH. */
function inShell(line: string, home: string) {
  const bin = temporaryFolder();
  writeFileSync(join(bin, "unwind"), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`, { mode: 0o755 });
  const env = environment({ UNWIND_HOME: home, PATH: `${bin}:${process.env["PATH"]}` });
  return spawnSync("sh", ["-c", line], { env, encoding: "utf8" });
}

test("the recipes for tmux, waybar and starship do what they promise, with a session and without", async () => {
  const tmux = recipe("tmux");
  const waybar = JSON.parse(recipe("json"))["custom/unwind"];
  const starship = recipe("toml");
  const lines = {
    tmux: /#\((.*)\)'/.exec(tmux)?.[1] ?? "",
    tmuxKey: /run-shell -b '(.*)'/.exec(tmux)?.[1] ?? "",
    waybar: waybar.exec as string,
    starship: /command = "(.*)"/.exec(starship)?.[1] ?? "",
    starshipWhen: /when = "(.*)"/.exec(starship)?.[1] ?? "",
  };
  // Slow, so that it stays in its step however long a machine takes for eight starts.
  const { home, ended, ctl } = await led(temporaryFolder(), ["--prepare", "50", "--speed", "0.25"]);
  expect(inShell(lines.tmux, home).stdout).toMatch(/^GET READY 0:\d\d {2}\d:\d\d left\n$/);
  expect(inShell(lines.waybar, home).stdout).toMatch(/^GET READY 0:\d\d\n$/);
  expect(inShell(lines.starship, home).stdout).toMatch(/^GET READY \d:\d\d\n$/);
  expect(inShell(lines.starshipWhen, home).status).toBe(0);
  expect(inShell(lines.tmuxKey, home).status).toBe(0);
  expect(inShell(lines.waybar, home).stdout).toMatch(/^PAUSED/);
  expect(inShell(waybar["on-click"], home).status).toBe(0);
  expect(inShell(waybar["on-click-right"], home).status).toBe(0);
  expect(inShell(lines.waybar, home).stdout).toMatch(/^HOLD/);
  await ctl("quit");
  await ended;
  for (const line of [lines.tmux, lines.waybar, lines.starship]) expect(inShell(line, home).stdout).toBe("\n");
  expect(inShell(lines.starshipWhen, home).status).not.toBe(0);
});

test("the hook for Home Assistant posts every step to it", async () => {
  const posted: { url: string | undefined; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      posted.push({ url: request.url, body });
      response.end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const home = temporaryFolder();
  mkdirSync(join(home, "hooks"));
  writeFileSync(join(home, "hooks", "step-started"), recipe("sh"));
  chmodSync(join(home, "hooks", "step-started"), 0o755);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = { UNWIND_HOME: home, HOME_ASSISTANT: address };
  const { stderr } = await run(["run", "1x(1s plank)", "--prepare", "1", "--plain"], { env });
  await new Promise((resolve) => server.close(resolve));
  expect(stderr).toBe("");
  expect(posted.map(({ url }) => url)).toEqual(["/api/webhook/unwind", "/api/webhook/unwind"]);
  expect(posted.map(({ body }) => JSON.parse(body).kind).sort()).toEqual(["prepare", "set"]);
});

test("with --no-hooks and with the setting off no hook is called", async () => {
  const home = temporaryFolder();
  mkdirSync(join(home, "hooks"));
  writeFileSync(join(home, "hooks", "session-started"), `#!/bin/sh\ntouch "${home}/called"\n`, { mode: 0o755 });
  const words = ["run", "1x(1s plank)", "--prepare", "0", "--speed", "100", "--plain"];
  await run([...words, "--no-hooks"], { env: { UNWIND_HOME: home } });
  await run(words, { env: { UNWIND_HOME: home, UNWIND_HOOKS: "off" } });
  expect(existsSync(join(home, "called"))).toBe(false);
  await run(words, { env: { UNWIND_HOME: home } });
  expect(existsSync(join(home, "called"))).toBe(true);
});
