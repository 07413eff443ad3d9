/**
 * Lets other programs of the same user drive a running session and look at it, through a local socket.
 *
 * A client can do no more than send verbs. One that hangs, floods or sends garbage is dropped: nothing that it does waits
 * for anything, and what it sends is never kept beyond the longest request.
 */
import { chmodSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import type { Clock } from "../clock.ts";
import type { Session } from "../session/types.ts";
import { performVerb } from "../session/verbs.ts";
import { findSessions } from "./client.ts";
import { type ControlReply, MAX_REQUEST_LENGTH, parseControlRequest } from "./protocol.ts";
import { prepareSocketFolder, type SocketPlace, socketPathOf } from "./socket-paths.ts";
import { describeSession } from "./status.ts";

/** Clients at one time; further ones are turned away. */
const MAX_CLIENTS = 16;
/** A client that watches may be silent; every other has to ask within this time. */
const IDLE_CLIENT_MS = 5000;
/** Requests that a client can make in a second. */
const MAX_REQUESTS_PER_SECOND = 50;
/** What a client that watches has not read yet, in bytes; one that lags further behind is dropped. */
const MAX_UNREAD_BYTES = 262_144;

export interface ControlOptions {
  readonly session: Session;
  /** The session's id, by which `--session` finds it. */
  readonly id: string;
  readonly place: SocketPlace;
  readonly clock: Clock;
  /** Writes the session as JSON lines from now on; returns a function that stops it. */
  readonly watch: (write: (text: string) => void) => () => void;
}

/**
 * Listens until the session ends or `close` is called.
 *
 * @throws Error if the socket cannot be opened.
 */
export async function openControlSocket(options: ControlOptions): Promise<{ close(): Promise<void> }> {
  const { session, id, place, clock } = options;
  const path = socketPathOf(place, id);
  prepareSocketFolder(place, path);
  // Asking a session removes its socket if the process was killed.
  await findSessions(clock, place);
  // What is left of a killed process that had the same session.
  if (place.isFolderOurs) rmSync(path, { force: true });
  const openedAt = clock.epochMs();
  const clients = new Set<Socket>();
  const server = createServer((socket) => {
    clients.add(socket);
    socket.on("close", () => clients.delete(socket));
    serveClient(socket, { ...options, describe: () => describeSession(session, { id, openedAt }) });
  });
  server.maxConnections = MAX_CLIENTS;
  await listen(server, path);
  if (place.isFolderOurs) chmodSync(path, 0o600);
  // The session alone keeps the program alive.
  server.unref();
  const removeAtExit = () => place.isFolderOurs && rmSync(path, { force: true });
  process.once("exit", removeAtExit);
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= new Promise((resolve) => {
      process.off("exit", removeAtExit);
      server.close(() => resolve());
      // Those who watch get the last line first; those who do not read it are not waited for.
      for (const client of clients) {
        client.end();
        clock.callAt(clock.monotonicMs() + 100, () => client.destroy());
      }
    });
    return closing;
  };
  void session.ended.then(close);
  return { close };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, () => {
      server.off("error", reject);
      // Errors while accepting (no file descriptors left) concern that one client.
      server.on("error", () => {});
      resolve();
    });
  });
}

interface ClientContext extends Pick<ControlOptions, "session" | "clock" | "watch"> {
  readonly describe: () => ControlReply;
}

function serveClient(socket: Socket, { session, clock, watch, describe }: ClientContext): void {
  let buffered = "";
  let requests: number[] = [];
  let stopWatching: (() => void) | null = null;
  let cancelIdle = () => {};
  const restartIdle = () => {
    cancelIdle();
    cancelIdle = clock.callAt(clock.monotonicMs() + IDLE_CLIENT_MS, () => stopWatching === null && socket.destroy());
  };
  const reply = (answer: ControlReply) => socket.write(`${JSON.stringify(answer)}\n`);
  const write = (text: string) => {
    if (socket.writableLength > MAX_UNREAD_BYTES) socket.destroy();
    else if (!socket.destroyed) socket.write(text);
  };
  const serve = (line: string) => {
    const request = parseControlRequest(line);
    if (request === null) {
      reply({ error: "not a request" });
      socket.destroySoon();
    } else if ("verb" in request) {
      const why = performVerb(session, request.verb);
      reply(why === null ? { ok: true } : { ok: false, why });
    } else if (request.get === "status") reply(describe());
    else stopWatching ??= watch(write);
  };
  socket.setEncoding("utf8");
  socket.on("error", () => {});
  socket.on("close", () => {
    cancelIdle();
    stopWatching?.();
  });
  socket.on("data", (text: string) => {
    const lines = (buffered + text).split("\n");
    buffered = lines.pop() ?? "";
    const nowMs = clock.monotonicMs();
    requests = [...requests.filter((ms) => ms > nowMs - 1000), ...lines.map(() => nowMs)];
    const isFlood = requests.length > MAX_REQUESTS_PER_SECOND;
    if (isFlood || [buffered, ...lines].some(({ length }) => length > MAX_REQUEST_LENGTH)) {
      socket.destroy();
      return;
    }
    restartIdle();
    for (const line of lines) if (!socket.destroyed && !socket.writableEnded) serve(line);
  });
  restartIdle();
}
