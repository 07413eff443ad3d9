/** What a key press means where the screen stands. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  handleSessionKey,
  INITIAL_SCREEN_STATE,
  type SessionKeyContext,
  type SessionScreenState,
} from "../../src/ui/session-control.ts";
import { SESSION_KEYS } from "../../src/ui/session-keys.ts";

const where = (status: SessionKeyContext["status"], maxScroll = 0): SessionKeyContext => ({
  status,
  maxScroll,
  pageLines: 5,
});
const ASKED: SessionScreenState = { overlay: "quit", scroll: 0 };

test("no single key, whatever it is, leaves a workout that runs or is paused", () => {
  const keys = SESSION_KEYS.flatMap((row) => row.keys).filter((key) => key !== "ctrl-c");
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...keys), fc.string()),
      fc.constantFrom("running", "paused"),
      (key, status) => {
        const { effect } = handleSessionKey(INITIAL_SCREEN_STATE, key, where(status));
        return effect?.type !== "leave" && !(effect?.type === "send" && effect.command.type === "quit");
      },
    ),
  );
});

describe("asked whether to leave", () => {
  test.each(["q", "y"])("%s leaves", (key) => {
    expect(handleSessionKey(ASKED, key, where("running")).effect).toEqual({ type: "send", command: { type: "quit" } });
  });

  test.each(["space", "enter", "n", "right", "escape", "x"])("%s goes on and does nothing else", (key) => {
    expect(handleSessionKey(ASKED, key, where("running"))).toEqual({ state: INITIAL_SCREEN_STATE });
  });
});

describe("a page", () => {
  test("scrolls by lines and pages, and no further than its end", () => {
    const down = handleSessionKey(INITIAL_SCREEN_STATE, "down", where("ready", 7)).state;
    expect(down.scroll).toBe(1);
    const page = handleSessionKey(down, "page-down", where("ready", 7)).state;
    expect(page.scroll).toBe(6);
    expect(handleSessionKey(page, "page-down", where("ready", 7)).state.scroll).toBe(7);
    expect(handleSessionKey(INITIAL_SCREEN_STATE, "up", where("ready", 7)).state.scroll).toBe(0);
  });

  test("at the end stays while it is scrolled, and goes with any other key", () => {
    expect(handleSessionKey(INITIAL_SCREEN_STATE, "down", where("finished", 3)).effect).toBeUndefined();
    expect(handleSessionKey(INITIAL_SCREEN_STATE, "x", where("finished", 3)).effect).toEqual({ type: "leave" });
  });

  test.each(["up", "down", "page-up", "page-down"])("that is seen whole goes with %s as with any key", (key) => {
    expect(handleSessionKey(INITIAL_SCREEN_STATE, key, where("finished")).effect).toEqual({ type: "leave" });
    expect(handleSessionKey({ overlay: "help", scroll: 0 }, key, where("running")).state).toEqual(INITIAL_SCREEN_STATE);
  });
});

test.each(["help", "quit"] as const)("%s that was open when the workout ended is gone: one key leaves", (overlay) => {
  for (const key of ["q", "x", "enter"]) {
    expect(handleSessionKey({ overlay, scroll: 0 }, key, where("finished")).effect).toEqual({ type: "leave" });
  }
  const scrolled = handleSessionKey({ overlay, scroll: 4 }, "down", where("finished", 9));
  expect(scrolled).toEqual({ state: { overlay: null, scroll: 1 } });
});
