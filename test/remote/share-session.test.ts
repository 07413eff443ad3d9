import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import type { PageMessage } from "../../src/remote/protocol.ts";
import { RemoteShare } from "../../src/remote/share-session.ts";
import { createSession } from "../../src/session/session.ts";
import { PLAN } from "../output/a-plan.ts";
import { SimulatedClock } from "../support/simulated-clock.ts";

const FILES = new Map([["", { type: "text/html", content: "<p>page</p>" }]]);
const SOUND = { cues: { voice: "full", sound: "on", muted: false, byCategory: {} }, rate: 165, volume: 80 } as const;

const shares: RemoteShare[] = [];
afterEach(async () => {
  await Promise.all(shares.splice(0).map((share) => share.close()));
});

/** A session that is shared on the loopback; `clock` is that of the session and of what the server waits for. */
async function shared(clock: SimulatedClock | null = null) {
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
function ask(address: string, { method = "GET", headers = {}, body }: Ask = {}): Promise<number | null> {
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
async function page(address: string, former = "") {
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

test("a page is told the plan once and the state at every turn", async () => {
  const { session, drive } = await shared();
  const { told, tells } = await page(drive);
  expect(told[0]).toMatchObject({ type: "hello", role: "drive", session: { plan: { routine: "morning" }, speed: 1 } });
  const before = told.length;
  session.send({ type: "skip" });
  while (told.length === before) await new Promise((resolve) => setTimeout(resolve, 1));
  expect(await tells("state")).toMatchObject({ state: { step: 1, status: "running", records: [] } });
});

test("a press reaches the session, and the terminal says what was pressed", async () => {
  const { session, share, drive } = await shared();
  const { press } = await page(drive);
  expect(await press({ verb: "pause" })).toBe(204);
  expect(session.state().status).toBe("paused");
  expect(session.message()).toBe("From a page: pause");
  expect(share.status()).toMatchObject({ pages: 1, lastPressed: "pause" });
  expect(await press({ sound: true })).toBe(204);
  expect(share.status().hasSound).toBe(true);
});

test.each<[string, (drive: string) => Promise<number | null>]>([
  ["another host", (drive) => ask(drive, { headers: { Host: "evil.example" } })],
  ["the host without its port", (drive) => ask(drive, { headers: { Host: "127.0.0.1" } })],
  ["another origin", (drive) => ask(drive, { headers: { Origin: "http://evil.example" } })],
  ["no origin for a press", (drive) => ask(`${drive}do`, { method: "POST", body: "{}" })],
  ["another site", (drive) => ask(drive, { headers: { "Sec-Fetch-Site": "cross-site" } })],
  ["a path that climbs", (drive) => ask(`${drive}..%2f..%2fetc%2fpasswd`)],
  ["a file of the person", (drive) => ask(`${drive}settings.json`)],
  ["a field of every object", (drive) => ask(`${drive}constructor`)],
  ["a folder below", (drive) => ask(`${drive}a/b`)],
  ["another method", (drive) => ask(drive, { method: "PUT", headers: { Origin: new URL(drive).origin } })],
])("%s is refused", async (_what, attack) => {
  const { session, drive } = await shared();
  const before = session.state();
  expect(await ask(drive)).toBe(200);
  expect([403, 404, 405]).toContain(await attack(drive));
  expect(session.state()).toBe(before);
});

test.each<[string, object | string]>([
  ["a command that is no verb", { verb: "tick" }],
  ["a field of every object", { verb: "constructor" }],
  ["a time of one's own", { verb: { type: "extend", deltaMs: 1e9 } }],
  ["a long key", { key: "x".repeat(50) }],
  ["nothing", {}],
])("a page that sends %s is refused, and nothing changes", async (_what, body) => {
  const { session, drive } = await shared();
  const { press } = await page(drive);
  const before = session.state();
  expect(await press(body as object)).toBe(400);
  expect(session.state()).toBe(before);
});

test("a body over 4 KB is not read", async () => {
  const { session, drive } = await shared();
  const { press } = await page(drive);
  expect([413, null]).toContain(await press({ verb: "pause", more: "x".repeat(5000) }));
  expect([413, null]).toContain(
    await press({ verb: "pause", more: "x".repeat(500_000) }, { "Transfer-Encoding": "chunked" }),
  );
  expect(session.state().status).toBe("running");
});

test("a page that only looks is told everything and may press nothing", async () => {
  const { session, drive, look } = await shared();
  const looking = await page(look);
  expect(looking.told[0]).toMatchObject({ type: "hello", role: "look" });
  expect(await looking.press({ verb: "pause" })).toBe(403);
  // Nor does the name of a page that drives help it.
  const driving = await page(drive);
  expect(await looking.press({ verb: "pause", page: driving.id })).toBe(403);
  expect(session.state().status).toBe("running");
});

test("presses faster than a foot are refused", async () => {
  const { drive } = await shared();
  const { press } = await page(drive);
  const statuses = await Promise.all(Array.from({ length: 40 }, () => press({ verb: "toggle" })));
  expect(statuses.filter((status) => status === 204).length).toBeLessThanOrEqual(20);
  expect(statuses).toContain(429);
});

test("eight pages are let in, a ninth is not, and one that leaves makes room", async () => {
  const { share, drive, look } = await shared();
  const pages = await Promise.all(Array.from({ length: 8 }, (_, index) => page(index % 2 ? drive : look)));
  expect((await page(drive)).status).toBe(503);
  pages[0]?.leave();
  while (share.status().pages === 8) await new Promise((resolve) => setTimeout(resolve, 1));
  expect((await page(drive)).status).toBe(200);
});

test("after twenty wrong addresses no new page is let in; one that was there comes back; then it is allowed", async () => {
  const clock = new SimulatedClock();
  const { share, session, drive } = await shared(clock);
  const known = await page(drive);
  const guess = drive.replace(/[^/]+\/$/, `${"a".repeat(22)}/`);
  const guesses = Array.from({ length: 25 }, () => ask(guess));
  while (!share.status().isLocked) await new Promise((resolve) => setTimeout(resolve, 1));
  clock.advance(5000);
  expect((await Promise.all(guesses)).every((status) => status === 403 || status === null)).toBe(true);
  expect(session.notices()).toEqual([expect.stringContaining("no new page is let in")]);
  expect(await ask(drive)).toBe(403);
  expect((await page(drive)).status).toBe(403);
  // Who is in stays in, and comes back after a cut.
  expect(await known.press({ verb: "pause" })).toBe(204);
  known.leave();
  expect((await page(drive, known.id)).status).toBe(200);
  expect(await ask(guess)).toBeNull();
  share.allow();
  expect(await ask(drive)).toBe(200);
});

test("connections that say nothing, or stop half-way, are cut", async () => {
  const { drive } = await shared();
  const { port } = new URL(drive);
  const cut = (text: string) =>
    new Promise<void>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () => socket.write(text));
      socket.on("error", () => {});
      socket.resume().on("close", () => resolve());
    });
  await Promise.all([cut(""), cut("GET / HTTP/1.1\r\nHost: "), cut("\u0000\u0001garbage\r\n\r\n")]);
}, 20_000);

test("every answer forbids to be framed, kept or fed from elsewhere", async () => {
  const { drive } = await shared();
  const { headers } = await fetch(drive);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("set-cookie")).toBeNull();
});

test("a question is shown on every page, and the keys that a page presses answer it", async () => {
  const { share, drive } = await shared();
  const driving = await page(drive);
  const keys: string[] = [];
  share.questions.onKey((key) => keys.push(key));
  expect(await driving.press({ key: "7" })).toBe(204);
  expect(keys).toEqual([]);
  share.questions.show({
    title: "",
    text: "How hard?",
    lines: [],
    choices: [{ key: "7", label: "" }],
    typed: null,
    enter: null,
  });
  await driving.press({ key: "7" });
  expect(keys).toEqual(["7"]);
});
