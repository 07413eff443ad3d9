/** Answers the page of a session: its files, its events and what it presses. README.md says what it protects against. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../clock.ts";
import type { Access } from "./access.ts";
import type { ConnectedPage, Pages } from "./pages.ts";
import { type PagePress, type PageRole, parsePress } from "./protocol.ts";

const MAX_BODY_BYTES = 4096;

/** Answers to wrong tokens that are held back at one time; further ones get none. */
const MAX_HELD_BACK = 16;

/** Presses that a page can make in a second; nobody's foot is faster. */
const MAX_PRESSES_PER_SECOND = 20;

const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
} as const;

/** A file of the page, ready to send. */
export interface PageFile {
  readonly type: string;
  readonly content: string | Buffer;
}

/** What a request can reach. */
interface DeskOptions {
  readonly access: Access;
  readonly pages: Pages;
  /** The only `Host` that is answered. */
  readonly authority: string;
  readonly clock: Clock;
  /** By name; the page itself has the name "". Nothing else can be reached. */
  readonly files: ReadonlyMap<string, PageFile>;
  /** The session's clock now, in its milliseconds. */
  readonly clockMs: () => number;
  /** Called when a page has connected: it is told where things stand. */
  readonly onPage: (page: ConnectedPage) => void;
  /** Called with what a page that may drive has pressed. */
  readonly onPress: (press: PagePress, page: ConnectedPage) => void;
  /** Called when pages have come or gone, or when new ones are refused. */
  readonly onChange: () => void;
}

/** Handles one request after another; whatever is wrong with one, it gets a bare status and nothing changes. */
export class RequestDesk {
  readonly #options: DeskOptions;
  #heldBack = 0;
  readonly #presses = new Map<string, number[]>();

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const status = this.#answer(request, response);
    if (status !== null) refuse(response, status);
  }

  /** @returns the status of a refusal; null if it was answered, or will be. */
  #answer(request: IncomingMessage, response: ServerResponse): number | null {
    const { access, pages, files, clockMs } = this.#options;
    if (!this.#comesFromPage(request)) return 403;
    const [path = "", query = ""] = (request.url ?? "").split("?", 2);
    const [, token = "", name, ...more] = path.split("/");
    const role = access.roleOf(token);
    if (role === null) return this.#holdBack(request, response);
    if (name === undefined || more.length > 0) return 404;
    const former = new URLSearchParams(query).get("page") ?? "";
    // Only a page that is connected can press.
    if (request.method === "POST" && name === "do") return this.#takePress(request, response, role);
    if (access.isLocked && !pages.isKnown(former, role)) return 403;
    if (request.method !== "GET") return 405;
    if (name === "events") return this.#openEvents(response, former, role);
    const clock = { type: "application/json", content: JSON.stringify({ clockMs: clockMs() }) };
    const file = name === "clock" ? clock : files.get(name);
    if (!file) return 404;
    send(response, file);
    return null;
  }

  /** Whether the address is the one that was shown, and the request was made by that page or typed by a person. */
  #comesFromPage({ headers, method }: IncomingMessage): boolean {
    const { authority } = this.#options;
    const { host, origin } = headers;
    const site = headers["sec-fetch-site"];
    if (host !== authority) return false;
    if (origin !== undefined ? origin !== `http://${authority}` : method !== "GET") return false;
    return site === undefined || site === "same-origin" || (site === "none" && method === "GET");
  }

  /** A wrong token is answered late, so that guessing is slow; after too many it is not answered at all. */
  #holdBack(request: IncomingMessage, response: ServerResponse): null {
    const { access, clock, onChange } = this.#options;
    const waitMs = access.countWrong();
    if (waitMs !== null && access.isLocked) onChange();
    request.on("error", () => {});
    if (waitMs === null || this.#heldBack >= MAX_HELD_BACK) {
      request.socket.destroy();
      return null;
    }
    this.#heldBack++;
    clock.callAt(clock.monotonicMs() + waitMs, () => {
      this.#heldBack--;
      refuse(response, 403);
    });
    return null;
  }

  #openEvents(response: ServerResponse, former: string, role: PageRole): number | null {
    const { pages, onPage, onChange } = this.#options;
    if (pages.isFull && !pages.find(former)) return 503;
    response.writeHead(200, { ...HEADERS, "Content-Type": "text/event-stream" });
    response.flushHeaders();
    response.socket?.setNoDelay(true);
    onPage(pages.connect(former, role, response));
    onChange();
    return null;
  }

  #takePress(request: IncomingMessage, response: ServerResponse, role: PageRole): number | null {
    // A page that only looks may say nothing.
    if (role !== "drive") return 403;
    if (request.headers["content-type"] !== "application/json") return 415;
    if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES) return 413;
    let body = "";
    request.setEncoding("utf8");
    request.on("error", () => {});
    request.on("data", (part: string) => {
      body += part;
      if (body.length > MAX_BODY_BYTES) request.socket.destroy();
    });
    request.on("end", () => {
      const status = this.#press(body);
      if (status === null) response.writeHead(204, HEADERS).end();
      else refuse(response, status);
    });
    return null;
  }

  /** @returns the status of a refusal; null if the press was handed on. */
  #press(body: string): number | null {
    const press = parsePress(body);
    if (!press) return 400;
    const page = this.#options.pages.find(press.page);
    if (page?.role !== "drive") return 403;
    if (this.#isTooFast(page.id)) return 429;
    this.#options.onPress(press, page);
    return null;
  }

  #isTooFast(id: string): boolean {
    const nowMs = this.#options.clock.monotonicMs();
    const recent = (this.#presses.get(id) ?? []).filter((ms) => ms > nowMs - 1000);
    this.#presses.set(id, [...recent, nowMs].slice(-MAX_PRESSES_PER_SECOND - 1));
    return recent.length >= MAX_PRESSES_PER_SECOND;
  }
}

function send(response: ServerResponse, { type, content }: PageFile): void {
  response.writeHead(200, { ...HEADERS, "Content-Type": type, "Content-Length": Buffer.byteLength(content) });
  response.end(content);
}

/** A bare status; the connection ends, so that no body that is still coming is read. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...HEADERS, Connection: "close", "Content-Length": 0 });
  response.end(() => response.socket?.destroySoon());
}
