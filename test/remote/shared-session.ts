/** A session that is shared on the loopback, and pages that connect to it. */
import { once } from "node:events";
import { request } from "node:http";
import { afterEach } from "vitest";
import { systemClock } from "../../src/clock.ts";
import type { PageMessage } from "../../src/remote/protocol.ts";
import { RemoteShare } from "../../src/remote/share-session.ts";
import { createSession } from "../../src/session/session.ts";
import { PLAN } from "../output/a-plan.ts";
import { SimulatedClock } from "../support/simulated-clock.ts";

const FILES = new Map([["", { type: "text/html", content: "<p>page</p>" }]]);
const SOUND = {
  cues: { voice: "full", sound: "on", muted: false, byCategory: {} },
  rate: 165,
  volume: 80,
} as const;

const shares: RemoteShare[] = [];
/** Closes what each test of the file that calls this has shared. */
export function closeSharesAfterwards(): void {
  afterEach(async () => {
    await Promise.all(shares.splice(0).map((share) => share.close()));
  });
}

/** A session that is shared on the loopback; `clock` is that of the session and of what the server waits for. */
export async function shared(clock: SimulatedClock | null = null) {
  const share = await RemoteShare.open({ host: "127.0.0.1", port: 0, clock: clock ?? systemClock, files: FILES });
  shares.push(share);
  const session = createSession({ plan: PLAN, clock: clock ?? new SimulatedClock() });
  share.share(session, SOUND);
  session.send({ type: "start" });
  return { share, session, drive: share.status().driveAddress, look: share.status().lookAddress };
}

interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** One request as raw as Node makes it; the status is null if the connection was cut. */
export function ask(address: string, { method = "GET", headers = {}, body }: Ask = {}): Promise<number | null> {
  return new Promise((resolve) => {
    const asking = request(address, { method, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    asking.on("error", () => resolve(null));
    asking.end(body);
  });
}

/** A page that is connected: what it was told, and a way to press. */
export async function page(address: string, former = "") {
  const told: PageMessage[] = [];
  const asking = request(`${address}events?page=${former}`, { agent: false }).end();
  const [response] = await once(asking, "response");
  response.setEncoding("utf8");
  response.on("error", () => {});
  asking.on("error", () => {});
  let text = "";
  response.on("data", (chunk: string) => {
    text += chunk;
    const parts = text.split("\n\n");
    text = parts.pop() ?? "";
    told.push(...parts.map((part) => JSON.parse(part.replace(/^data: /, ""))));
  });
  while (response.statusCode === 200 && told.length === 0) await once(response, "data");
  const hello = told[0];
  const id = hello?.type === "hello" ? hello.page : "";
  const origin = new URL(address).origin;
  const press = (what: object, change: Record<string, string> = {}) =>
    ask(`${address}do`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: origin, ...change },
      body: JSON.stringify({ page: id, ...what }),
    });
  const tells = async (type: PageMessage["type"]) => {
    for (;;) {
      const found = told.findLast((message) => message.type === type);
      if (found) return found;
      await once(response, "data");
    }
  };
  return { id, told, press, tells, status: response.statusCode as number, leave: () => asking.destroy() };
}
