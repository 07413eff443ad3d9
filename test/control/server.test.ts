import { once } from "node:events";
import { existsSync, linkSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { connect as connectTo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { askSession, findSessions, streamAnswer } from "../../src/control/client.ts";
import { openControlSocket } from "../../src/control/server.ts";
import { listSocketIds, locateSockets, type SocketPlace, socketPathOf } from "../../src/control/socket-paths.ts";
import { createSession } from "../../src/session/session.ts";
import { PLAN } from "../output/a-plan.ts";
import { SimulatedClock } from "../support/simulated-clock.ts";

let home: string;
let place: SocketPlace;
const sockets: Socket[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "unwind-control-"));
  place = locateSockets({ UNWIND_HOME: home });
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  rmSync(home, { recursive: true, force: true });
});

/** A session with an open socket, whose lines a watcher gets are written by `tell`. */
async function opened(id = "aaaa", clock = new SimulatedClock()) {
  const session = createSession({ plan: PLAN, clock });
  session.send({ type: "start" });
  const watchers = new Set<(text: string) => void>();
  const watch = (write: (text: string) => void) => {
    watchers.add(write);
    return () => watchers.delete(write);
  };
  const { close } = await openControlSocket({ session, id, place, clock, watch });
  return { session, clock, watchers, close };
}

const ask = (id: string, request: Parameters<typeof askSession>[3]) => askSession(systemClock, place, id, request);

async function connectRaw(id = "aaaa") {
  const socket = connectTo(socketPathOf(place, id));
  sockets.push(socket);
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

/** Settles when the connection is over, even if it was cut while the client was writing. */
const ended = (socket: Socket) =>
  new Promise<void>((resolve) => {
    if (socket.destroyed) resolve();
    else socket.resume().on("close", () => resolve());
  });

test("only the user can enter the folder or use the socket", async () => {
  const { close } = await opened();
  const path = socketPathOf(place, "aaaa");
  expect(statSync(place.folder).mode & 0o777).toBe(0o700);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await close();
  expect(existsSync(path)).toBe(false);
});

test("a verb reaches the session, and a refusal says why", async () => {
  const { session, close } = await opened();
  expect(await ask("aaaa", { verb: "pause" })).toEqual({ ok: true });
  expect(session.state().status).toBe("paused");
  expect(await ask("aaaa", { verb: "pause" })).toMatchObject({ ok: false });
  expect(await ask("aaaa", { get: "status" })).toMatchObject({ id: "aaaa", status: "paused", routine: PLAN.routine });
  await close();
});

test("the socket is gone when the session has ended", async () => {
  const { session } = await opened();
  session.send({ type: "quit" });
  await session.ended;
  expect(await ask("aaaa", { get: "status" })).toBeNull();
  expect(listSocketIds(place)).toEqual([]);
});

test("the latest of two sessions comes first", async () => {
  const first = await opened("aaaa", new SimulatedClock(1000));
  const second = await opened("bbbb", new SimulatedClock(2000));
  expect((await findSessions(systemClock, place)).map(({ id }) => id)).toEqual(["bbbb", "aaaa"]);
  await Promise.all([first.close(), second.close()]);
});

test("the socket of a killed process is removed by the next session", async () => {
  // A server that is closed the hard way leaves its file: a link to it stands for that.
  const dead = createServer();
  await once(dead.listen(join(home, "dead.sock")), "listening");
  mkdirSync(place.folder, { recursive: true });
  linkSync(join(home, "dead.sock"), socketPathOf(place, "dead"));
  await new Promise((resolve) => dead.close(resolve));
  expect(listSocketIds(place)).toEqual(["dead"]);
  const { close } = await opened();
  expect(listSocketIds(place)).toEqual(["aaaa"]);
  await close();
});

test.each([
  ["garbage", "\u0000\u0001\n"],
  ["JSON that is no request", '{"verb":"tick"}\n'],
  ["a field of every object", '{"verb":"constructor"}\n'],
])("%s is answered with an error, and the client is dropped", async (_what, text) => {
  const { session, close } = await opened();
  const before = session.state();
  const socket = await connectRaw();
  socket.end(text);
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  await ended(socket);
  expect(JSON.parse(answer)).toEqual({ error: "not a request" });
  expect(session.state()).toBe(before);
  await close();
});

test.each([
  ["a line without an end", "x".repeat(100_000)],
  ["megabytes", `${"x".repeat(3_000_000)}\n`],
  ["a flood of requests", '{"verb":"toggle"}\n'.repeat(5000)],
])("a client that sends %s is dropped", async (_what, text) => {
  const { close } = await opened();
  const socket = await connectRaw();
  socket.write(text);
  await ended(socket);
  expect(await ask("aaaa", { get: "status" })).toMatchObject({ id: "aaaa" });
  await close();
});

test("a client that says nothing is dropped after five seconds", async () => {
  const { clock, close } = await opened();
  const socket = await connectRaw();
  // The server has accepted it when a later client is answered.
  await ask("aaaa", { get: "status" });
  clock.advance(5000);
  await ended(socket);
  await close();
});

test("who watches gets what is written until the session ends, and may be silent", async () => {
  const { clock, session, watchers } = await opened();
  const lines: string[] = [];
  const { closed, socket } = streamAnswer(place, "aaaa", { get: "watch" }, (line) => lines.push(line));
  sockets.push(socket);
  while (watchers.size === 0) await ask("aaaa", { get: "status" });
  clock.advance(1000);
  for (const write of watchers) write('{"event":"beat"}\n');
  session.send({ type: "quit" });
  await closed;
  expect(lines).toEqual(['{"event":"beat"}']);
});

test("who watches without reading is dropped", async () => {
  const { watchers, close } = await opened();
  const socket = await connectRaw();
  socket.pause();
  socket.write('{"get":"watch"}\n');
  while (watchers.size === 0) await ask("aaaa", { get: "status" });
  const [write] = watchers;
  for (let line = 0; line < 200; line++) write?.(`${"x".repeat(10_000)}\n`);
  await ended(socket);
  while (watchers.size > 0) await ask("aaaa", { get: "status" });
  await close();
});
