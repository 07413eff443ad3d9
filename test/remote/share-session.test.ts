/** A session that is shared: what pages are told, and what their presses do. */
import { expect, test } from "vitest";
import { closeSharesAfterwards, page, shared } from "./shared-session.ts";

closeSharesAfterwards();

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
  expect(session.message()).toBe("Sound on a page, too");
  expect(await press({ sound: false })).toBe(204);
  expect(share.status().hasSound).toBe(false);
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

test("the terminal is told how many pages are open, whenever one comes or goes", async () => {
  const { session, share, drive, look } = await shared();
  const messageIs = async (text: string) => {
    while (session.message() !== text) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  const driving = await page(drive);
  await messageIs("One page is open");
  const looking = await page(look);
  await messageIs("2 pages are open");
  expect(share.status().pages).toBe(2);
  looking.leave();
  await messageIs("One page is open");
  driving.leave();
  await messageIs("No page is open");
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
    help: [],
    choices: [{ key: "7", label: "" }],
    typed: null,
    enter: null,
    back: null,
  });
  await driving.press({ key: "7" });
  expect(keys).toEqual(["7"]);
});
