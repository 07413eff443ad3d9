/** Where sockets and pipes are, whose they are, and what is cleaned up of them. */
import { once } from "node:events";
import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { askSession } from "../../src/control/client.ts";
import {
  listSocketIds,
  locateSockets,
  prepareSocketFolder,
  type SocketPlace,
  socketPathOf,
} from "../../src/control/socket-paths.ts";

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "unwind-control-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** The socket of a process that was killed: a server that is closed the hard way leaves its file, as a link does. */
async function layDeadSocket(path: string): Promise<void> {
  const server = createServer();
  await once(server.listen(join(home, "dead")), "listening");
  linkSync(join(home, "dead"), path);
  await new Promise((resolve) => server.close(resolve));
}

describe("sockets", () => {
  test("with UNWIND_HOME they are in it; else in the runtime folder, else in the cache", () => {
    const env = { XDG_RUNTIME_DIR: "/run/user/1000", HOME: "/home/a" };
    expect(locateSockets({ ...env, UNWIND_HOME: "/tmp/u" }, "linux").folder).toBe("/tmp/u/cache/run");
    expect(locateSockets(env, "linux").folder).toBe("/run/user/1000/unwind");
    expect(locateSockets({ ...env, XDG_RUNTIME_DIR: "relative" }, "linux").folder).toMatch(/unwind\/run$/);
  });

  test("a folder that others could enter is closed to them before a session listens in it", () => {
    const place = locateSockets({ UNWIND_HOME: home }, "linux");
    mkdirSync(place.folder, { recursive: true, mode: 0o777 });
    prepareSocketFolder(place, socketPathOf(place, "aaaa"));
    expect(statSync(place.folder).mode & 0o777).toBe(0o700);
  });

  test("a home too deep for a socket is named, and nothing is made", () => {
    const place = locateSockets({ UNWIND_HOME: join(home, "d".repeat(120)) }, "linux");
    expect(() => prepareSocketFolder(place, socketPathOf(place, "aaaa"))).toThrow("too long for a socket");
    expect(readdirSync(home)).toEqual([]);
  });
});

describe("named pipes of Windows", () => {
  const person = (folder: string) => locateSockets({ UNWIND_HOME: folder }, "win32");

  test("the name of a pipe tells whose session it is, and each person has names of their own", () => {
    const place = person("/home/a/unwind");
    const path = socketPathOf(place, "3f9k2abc");
    expect(path).toMatch(/^\\\\\.\\pipe\\unwind-[0-9a-f]{12}-3f9k2abc$/);
    // Windows takes 256 characters, and no backslash in the name itself.
    expect(path.length).toBeLessThan(256);
    expect(path.slice("\\\\.\\pipe\\".length)).not.toContain("\\");
    expect(person("/home/a/unwind")).toEqual(place);
    expect(person("/home/b/unwind").prefix).not.toBe(place.prefix);
  });

  test("of all the pipes of a machine only this person's sessions are found, by their ids", () => {
    const names = [
      "unwind-0123456789ab-one1",
      "unwind-0123456789ab-two2",
      "unwind-ba9876543210-other",
      "mojo.1.2",
      "lsass",
    ];
    for (const name of names) writeFileSync(join(home, name), "");
    const place: SocketPlace = { ...person(home), folder: home, prefix: "unwind-0123456789ab-" };
    expect([...listSocketIds(place)].sort()).toEqual(["one1", "two2"]);
    expect(listSocketIds({ ...place, folder: join(home, "none") })).toEqual([]);
  });

  test("a pipe needs no folder: none is made or closed, and its name is never too long for one", () => {
    const place = person(join(home, "d".repeat(300)));
    prepareSocketFolder(place, socketPathOf(place, "aaaa"));
    expect(readdirSync(home)).toEqual([]);
  });

  test("a pipe is gone with its process, so nothing is ever removed; the socket of a killed process is", async () => {
    const folder = join(home, "run");
    mkdirSync(folder);
    const pipes: SocketPlace = { ...person(home), folder, prefix: "unwind-0123456789ab-" };
    const sockets: SocketPlace = { folder, prefix: "", suffix: ".sock", isFolderOurs: true };
    for (const place of [pipes, sockets]) {
      const path = socketPathOf(place, "aaaa");
      await layDeadSocket(path);
      expect(await askSession(systemClock, place, "aaaa", { get: "status" })).toBeNull();
      expect(existsSync(path)).toBe(!place.isFolderOurs);
    }
    // On Windows a pipe that is gone is no file at all.
    expect(await askSession(systemClock, pipes, "gone", { get: "status" })).toBeNull();
  });
});
