/** Listens for the page of a session, from its own address alone, until it is closed. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../clock.ts";
import { formatHost } from "./address.ts";

const MAX_CONNECTIONS = 64;
/** How long a request may take to arrive; slower ones are cut off. */
const LIMITS = { headersTimeout: 3000, requestTimeout: 5000, keepAliveTimeout: 5000, connectionsCheckingInterval: 500 };
const MAX_HEADER_BYTES = 8192;
/** How long open connections may take to end. */
const CLOSE_TIMEOUT_MS = 200;

export interface PageServer {
  /** "192.168.1.5:8080", the only `Host` that is to be answered. */
  readonly authority: string;
  /** Sets what answers requests; call it at once. */
  answer(listener: RequestListener): void;
  close(): Promise<void>;
}

/** Listens until it is closed. @param port 0: a free one. @throws the system's error if it cannot. */
export async function openPageServer(host: string, port: number, clock: Clock): Promise<PageServer> {
  const server = createServer({ ...LIMITS, maxHeaderSize: MAX_HEADER_BYTES });
  server.maxConnections = MAX_CONNECTIONS;
  server.on("clientError", (_error, socket) => socket.destroy());
  // Anything but plain requests ends at once.
  for (const event of ["upgrade", "connect"]) server.on(event, (_request, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  server.on("error", () => {});
  server.unref();
  return {
    authority: formatHost(host, (server.address() as AddressInfo).port),
    answer: (listener) => void server.on("request", listener),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        clock.callAt(clock.monotonicMs() + CLOSE_TIMEOUT_MS, () => server.closeAllConnections());
        server.closeIdleConnections();
      }),
  };
}
