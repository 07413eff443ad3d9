/** Listens for the page of a session, from its own address alone, until it is closed. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Access } from "./access.ts";
import { formatHost } from "./address.ts";
import { Pages } from "./pages.ts";
import type { PageRole } from "./protocol.ts";
import { type DeskServices, RequestDesk } from "./request-desk.ts";

const MAX_CONNECTIONS = 64;
/** How long a request may take to arrive; slower ones are cut off. */
const LIMITS = { headersTimeout: 3000, requestTimeout: 5000, keepAliveTimeout: 5000, connectionsCheckingInterval: 500 };
const MAX_HEADER_BYTES = 8192;

interface RemoteServerOptions extends DeskServices {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
}

export interface RemoteServer {
  readonly addresses: Readonly<Record<PageRole, string>>;
  readonly access: Access;
  readonly pages: Pages;
  close(): Promise<void>;
}

/** Listens until it is closed. @throws the system's error if it cannot. */
export async function openRemoteServer(options: RemoteServerOptions): Promise<RemoteServer> {
  const access = new Access();
  const pages = new Pages(options.onChange);
  const server = createServer({ ...LIMITS, maxHeaderSize: MAX_HEADER_BYTES });
  server.maxConnections = MAX_CONNECTIONS;
  server.on("clientError", (_error, socket) => socket.destroy());
  await listen(server, options);
  server.unref();
  const { port } = server.address() as AddressInfo;
  const host = formatHost(options.host, port);
  const desk = new RequestDesk({ ...options, access, pages, authority: host });
  server.on("request", (request, response) => desk.handle(request, response));
  // Anything but plain requests ends at once.
  for (const event of ["upgrade", "connect"]) server.on(event, (_request, socket) => socket.destroy());
  const addressOf = (role: PageRole) => `http://${host}/${access.tokens[role]}/`;
  return {
    addresses: { drive: addressOf("drive"), look: addressOf("look") },
    access,
    pages,
    close: () =>
      new Promise((resolve) => {
        pages.closeAll();
        server.close(() => resolve());
        options.clock.callAt(options.clock.monotonicMs() + 200, () => server.closeAllConnections());
        server.closeIdleConnections();
      }),
  };
}

function listen(server: Server, { host, port }: Pick<RemoteServerOptions, "host" | "port">): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      server.on("error", () => {});
      resolve();
    });
  });
}
