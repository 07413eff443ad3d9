import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import type { PlayerStatus } from "../../src/player/types.ts";
import { listenForLineCommands } from "../../src/session/line-commands.ts";
import type { Session, SessionSubscriber } from "../../src/session/types.ts";
import { dated, PLAN } from "../output/a-plan.ts";

const HOLD = 3;
const OPEN = 9;

/** A session that stands at a step and remembers what it was asked. */
function sessionAt(step: number, status: PlayerStatus = "running") {
  const asked: string[] = [];
  const subscribers = new Set<SessionSubscriber>();
  const state = { step, status };
  let end: (how: "quit") => void = () => {};
  const session = {
    plan: PLAN,
    state: () => state,
    send: (command: { type: string }) => asked.push(command.type),
    subscribe: (_name: string, subscriber: SessionSubscriber) => {
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    ended: new Promise<"quit">((resolve) => {
      end = resolve;
    }),
  } as unknown as Session;
  const tell = () => {
    for (const subscriber of subscribers) subscriber(dated({ type: "resumed", atMs: 0 }), session);
  };
  return { session, asked, state, tell, end: () => end("quit") };
}

/** Lets the stream hand on what was written to it. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

async function typed(at: ReturnType<typeof sessionAt>, ...chunks: string[]) {
  const input = new PassThrough();
  listenForLineCommands(at.session, input);
  for (const chunk of chunks) input.write(chunk);
  await settled();
  return at.asked;
}

test("Enter ends a step that waits for the person", async () => {
  expect(await typed(sessionAt(OPEN), "\n")).toEqual(["done"]);
  expect(await typed(sessionAt(OPEN), "\r\n")).toEqual(["done"]);
});

test("Enter goes on after a pause", async () => {
  expect(await typed(sessionAt(HOLD, "paused"), "\n")).toEqual(["resume"]);
});

test("a stray Enter during a hold does nothing", async () => {
  expect(await typed(sessionAt(HOLD), "\n\n")).toEqual([]);
});

test("letters do what the keys of the screen do, in whatever pieces they come", async () => {
  expect(await typed(sessionAt(HOLD), "p\nN\nb", "\n r \nq", "\n")).toEqual([
    "toggle",
    "skip",
    "back",
    "restart",
    "quit",
  ]);
});

test("lines that mean nothing do nothing, however long", async () => {
  expect(await typed(sessionAt(OPEN), "hello\n", "constructor\n", "q".repeat(100_000), "\n")).toEqual([]);
});

test("a step that waits ends at once when the input is closed, now or later", async () => {
  const now = sessionAt(OPEN);
  const input = new PassThrough();
  listenForLineCommands(now.session, input);
  input.end();
  await settled();
  expect(now.asked).toEqual(["done"]);

  const later = sessionAt(HOLD);
  const ended = new PassThrough();
  ended.end();
  ended.resume();
  await settled();
  listenForLineCommands(later.session, ended);
  later.tell();
  await settled();
  expect(later.asked).toEqual([]);
  later.state.step = OPEN;
  later.tell();
  expect(later.asked).toEqual([]);
  await settled();
  expect(later.asked).toEqual(["done"]);
});

test("a session that a gap has paused goes on by itself when nobody can answer", async () => {
  const at = sessionAt(HOLD, "paused");
  const input = new PassThrough();
  listenForLineCommands(at.session, input);
  input.destroy(new Error("EIO"));
  await settled();
  expect(at.asked).toContain("resume");
});

test("once the session has ended its input is let go", async () => {
  const at = sessionAt(OPEN);
  const input = new PassThrough();
  listenForLineCommands(at.session, input);
  at.end();
  await settled();
  input.write("\n");
  await settled();
  expect(at.asked).toEqual([]);
  expect(input.isPaused()).toBe(true);
});
