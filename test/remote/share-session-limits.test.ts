/** What a shared session refuses: strange requests, long bodies, quick presses, too many pages, wrong addresses. */
import { expect, test } from "vitest";
import { SimulatedClock } from "../support/simulated-clock.ts";
import { ask, closeSharesAfterwards, page, shared } from "./shared-session.ts";

closeSharesAfterwards();

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

test("every answer forbids to be framed, kept or fed from elsewhere", async () => {
  const { drive } = await shared();
  const { headers } = await fetch(drive);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("set-cookie")).toBeNull();
});
