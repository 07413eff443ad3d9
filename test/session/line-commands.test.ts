import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import type { PlayerStatus } from "../../src/player/types.ts";
import { listenForLineCommands } from "../../src/session/line-commands.ts";
import type { Session, SessionSubscriber } from "../../src/session/types.ts";
import { dated, PLAN } from "../output/a-plan.ts";
import { everyMinute, forTime } from "../support/clocked-plans.ts";

const HOLD = 3;
const OPEN = 9;

/** A session that stands at a step and remembers what it was asked. */
function sessionAt(step: number, status: PlayerStatus = "running", plan = PLAN) {
  const asked: string[] = [];
  const subscribers = new Set<SessionSubscriber>();
  const frameListeners = new Set<() => void>();
  const state = { step, status };
  const frame = { seconds: 0 };
  let end: (how: "quit") => void = () => {};
  const session = {
    plan,
    state: () => state,
    frame: () => frame,
    onFrame: (listener: () => void) => {
      frameListeners.add(listener);
      return () => frameListeners.delete(listener);
    },
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
  const showSecond = (seconds: number) => {
    frame.seconds = seconds;
    for (const listener of frameListeners) listener();
  };
  return { session, asked, state, tell, showSecond, end: () => end("quit") };
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
  expect(await typed(sessionAt(HOLD), "p\nN\nn\nB", "\n r \nQ", "\n")).toEqual([
    "toggle",
    "skip-exercise",
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

test("with the input closed, a self-paced set under a clock takes its estimate, and what is left of the interval all of it", async () => {
  const minutes = everyMinute(2, ["pull"]);
  const at = sessionAt(0, "running", minutes);
  const input = new PassThrough();
  listenForLineCommands(at.session, input);
  input.end();
  for (const second of [0, 1, 14]) at.showSecond(second);
  await settled();
  expect(at.asked).toEqual([]);
  at.showSecond(15);
  await settled();
  expect(at.asked).toEqual(["done"]);
  at.state.step = 1;
  at.showSecond(40);
  await settled();
  expect(at.asked).toEqual(["done"]);
});

test("with the input closed, a self-paced set that no clock ends takes its estimate, too", async () => {
  const at = sessionAt(0, "running", forTime(1));
  const input = new PassThrough();
  listenForLineCommands(at.session, input);
  input.end();
  for (const second of [0, 14]) at.showSecond(second);
  await settled();
  expect(at.asked).toEqual([]);
  at.showSecond(15);
  await settled();
  expect(at.asked).toEqual(["done"]);
});

test("a line that concerns no session does what it is there for", async () => {
  const at = sessionAt(HOLD);
  const input = new PassThrough();
  let times = 0;
  listenForLineCommands(at.session, input, { a: () => times++ });
  input.write("a\n a \nn\n");
  await new Promise((resolve) => setImmediate(resolve));
  expect([times, at.asked]).toEqual([2, ["skip"]]);
});
