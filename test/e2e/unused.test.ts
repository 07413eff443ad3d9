/** What reaches a session from outside costs nothing while nobody uses it: it is not even loaded. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { NOTED_LOADS, ROOT, removeFoldersAfterwards, run, temporaryFolder } from "./support/program.ts";
import { openTerminal } from "./support/pty.ts";

removeFoldersAfterwards();

/** What was noted in a run, in order: "module net", "file screen.cjs", "listens /…", "draws figures". */
function notedIn(home: string): readonly string[] {
  const file = join(home, "noted");
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
}

/** The sources of the files that were loaded, as far as they belong to what reaches a session. */
function roomsOf(noted: readonly string[]): readonly string[] {
  const files = noted.flatMap((line) => /^file (.*)/.exec(line)?.[1] ?? []);
  const sources = files.flatMap((file): readonly string[] => {
    const map = JSON.parse(readFileSync(join(ROOT, "dist", `${file}.map`), "utf8"));
    return map.sources;
  });
  const rooms = sources.flatMap((source) => /^\.\.\/src\/(remote|hooks|control)\//.exec(source)?.[1] ?? []);
  return [...new Set(rooms)].sort();
}

const listenedAt = (noted: readonly string[]) => noted.flatMap((line) => /^listens (.*)/.exec(line)?.[1] ?? []);
const builtinsOf = (noted: readonly string[]) => noted.flatMap((line) => /^module (.*)/.exec(line)?.[1] ?? []);

/** Modules of Node that reach a network; `net` is also what the socket of `ctl` is made of. */
const NETWORK = ["http", "https", "http2", "dgram", "tls", "dns", "dns/promises"];

/** A session of a second without a screen. */
async function led(flags: readonly string[], prepare: (home: string) => void = () => {}) {
  const home = temporaryFolder();
  prepare(home);
  const words = ["run", "1x(1s plank)", "--prepare", "0", "--plain", ...flags];
  expect(await run(words, { env: { UNWIND_HOME: home, ...NOTED_LOADS(join(home, "noted")) } })).toMatchObject({
    code: 0,
  });
  return { home, noted: notedIn(home) };
}

test.concurrent("a session without a screen that nobody shares loads no screen, no page, no hooks and no HTTP, and listens for this user alone", async () => {
  const { home, noted } = await led([]);
  expect(noted).not.toContain("file screen.cjs");
  // What `ctl` asks with belongs to the start of every command; what answers it comes with the session.
  expect(roomsOf(noted)).toEqual(["control"]);
  expect(builtinsOf(noted).filter((name) => NETWORK.includes(name))).toEqual([]);
  expect(listenedAt(noted)).toEqual([expect.stringMatching(new RegExp(`^${home}/cache/run/\\w+\\.sock$`))]);
});

test.concurrent("only what is asked for is loaded: the page with --remote, hooks where there are some", async () => {
  const shared = await led(["--remote", "--remote-host", "127.0.0.1"]);
  expect(roomsOf(shared.noted)).toEqual(["control", "remote"]);
  expect(builtinsOf(shared.noted)).toContain("http");
  expect([...listenedAt(shared.noted)].sort()).toEqual([expect.stringContaining(shared.home), "127.0.0.1:0"]);
  const layHook = (home: string) => {
    mkdirSync(join(home, "hooks"));
    writeFileSync(join(home, "hooks", "session-started"), "#!/bin/sh\n", { mode: 0o755 });
  };
  expect(roomsOf((await led([], layHook)).noted)).toEqual(["control", "hooks"]);
  expect(roomsOf((await led(["--no-hooks"], layHook)).noted)).toEqual(["control"]);
});

test.concurrent("on the screen nothing of it is opened before the first figures are drawn", async () => {
  using terminal = await openTerminal({ env: NOTED_LOADS("noted") });
  terminal.run("run desk-break --yes");
  await terminal.waitUntil(() => listenedAt(notedIn(terminal.folder)).length > 0, "the session can be reached");
  terminal.press("\x03");
  expect(await terminal.exit()).toBe(130);
  const noted = notedIn(terminal.folder);
  const drawn = noted.indexOf("draws figures");
  expect(drawn).toBeGreaterThan(0);
  const before = noted.slice(0, drawn);
  expect(builtinsOf(before).filter((name) => name === "net" || NETWORK.includes(name))).toEqual([]);
  expect(listenedAt(before)).toEqual([]);
  expect(before.filter((line) => /^file (open-control|share-session|session-hooks|find-hooks)/.test(line))).toEqual([]);
  expect(noted.some((line) => line.startsWith("file open-control"))).toBe(true);
});

test.concurrent.each([["list"], ["plan desk-break"], ["stats"], ["show pigeon"], ["config"], ["history"]])(
  "%s reaches nothing and can be reached by nobody",
  async (words) => {
    const home = temporaryFolder();
    expect(
      await run(words.split(" "), { env: { UNWIND_HOME: home, ...NOTED_LOADS(join(home, "noted")) } }),
    ).toMatchObject({ code: 0 });
    const noted = notedIn(home);
    expect(noted).toContain("file cli.cjs");
    // Only its figure is drawn as the screen draws it.
    expect(noted.includes("file screen.cjs")).toBe(words.startsWith("show"));
    expect(builtinsOf(noted).filter((name) => name === "net" || NETWORK.includes(name))).toEqual([]);
    expect(listenedAt(noted)).toEqual([]);
  },
);
