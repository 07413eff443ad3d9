/** Finds running sessions by their sockets and asks one of them something. */
import { rmSync } from "node:fs";
import { connect } from "node:net";
import type { Clock } from "../clock.ts";
import type { ControlReply, ControlRequest } from "./protocol.ts";
import { listSocketIds, type SocketPlace, socketPathOf } from "./socket-paths.ts";
import type { LiveStatus } from "./status.ts";

/** A session answers within a few milliseconds; one that takes longer is stopped or stuck. */
const ANSWER_TIMEOUT_MS = 1500;

/** Sends a request and hands over each line of the answer; `closed` settles when either side ends the connection. */
export function streamAnswer(place: SocketPlace, id: string, request: ControlRequest, onLine: (line: string) => void) {
  const socket = connect(socketPathOf(place, id));
  let rest = "";
  socket.setEncoding("utf8");
  socket.on("connect", () => socket.write(`${JSON.stringify(request)}\n`));
  socket.on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
  const closed = new Promise<void>((resolve, reject) => {
    socket.on("error", (error) => {
      removeIfStale(place, id, error);
      reject(error);
    });
    socket.on("close", () => resolve());
  });
  return { socket, closed };
}

/**
 * Sends one request to a session.
 *
 * @returns its reply; null if it is gone or does not answer. The socket of a killed process is removed.
 */
export async function askSession(
  clock: Clock,
  place: SocketPlace,
  id: string,
  request: ControlRequest,
): Promise<ControlReply | null> {
  let reply: ControlReply | null = null;
  const { socket, closed } = streamAnswer(place, id, request, (line) => {
    reply ??= JSON.parse(line) as ControlReply;
    socket.destroy();
  });
  const cancel = clock.callAt(clock.monotonicMs() + ANSWER_TIMEOUT_MS, () => socket.destroy());
  await closed.catch(() => {});
  cancel();
  return reply;
}

/** The sessions that answer, the latest first. */
export async function findSessions(clock: Clock, place: SocketPlace): Promise<readonly LiveStatus[]> {
  const ask = (id: string) => askSession(clock, place, id, { get: "status" });
  const replies = await Promise.all(listSocketIds(place).map(ask));
  return replies
    .flatMap((reply) => (reply !== null && "openedAt" in reply ? [reply] : []))
    .sort((a, b) => b.openedAt - a.openedAt);
}

/** Nobody listens at the socket of a killed process. */
function removeIfStale(place: SocketPlace, id: string, error: NodeJS.ErrnoException): void {
  if (error.code === "ECONNREFUSED" && place.isFolderOurs) rmSync(socketPathOf(place, id), { force: true });
}
