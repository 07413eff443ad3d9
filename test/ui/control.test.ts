/** What a key press means where the screen stands. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Control, INITIAL_CONTROL, pressed, type Where } from "../../src/ui/control.ts";
import { KEYS } from "../../src/ui/keys.ts";

const where = (status: Where["status"], maxScroll = 0): Where => ({ status, maxScroll, page: 5 });
const ASKED: Control = { overlay: "quit", scroll: 0 };

test("no single key, whatever it is, leaves a workout that runs or is paused", () => {
  const keys = KEYS.flatMap((row) => row.keys).filter((key) => key !== "ctrl-c");
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...keys), fc.string()),
      fc.constantFrom("running", "paused"),
      (key, status) => {
        const { effect } = pressed(INITIAL_CONTROL, key, where(status));
        return effect?.type !== "leave" && !(effect?.type === "send" && effect.command.type === "quit");
      },
    ),
  );
});

describe("asked whether to leave", () => {
  test.each(["q", "y"])("%s leaves", (key) => {
    expect(pressed(ASKED, key, where("running")).effect).toEqual({ type: "send", command: { type: "quit" } });
  });

  test.each(["space", "enter", "n", "right", "escape", "x"])("%s goes on and does nothing else", (key) => {
    expect(pressed(ASKED, key, where("running"))).toEqual({ control: INITIAL_CONTROL });
  });
});

describe("a page", () => {
  test("scrolls by lines and pages, and no further than its end", () => {
    const down = pressed(INITIAL_CONTROL, "down", where("ready", 7)).control;
    expect(down.scroll).toBe(1);
    const page = pressed(down, "page-down", where("ready", 7)).control;
    expect(page.scroll).toBe(6);
    expect(pressed(page, "page-down", where("ready", 7)).control.scroll).toBe(7);
    expect(pressed(INITIAL_CONTROL, "up", where("ready", 7)).control.scroll).toBe(0);
  });

  test("at the end stays while it is scrolled, and goes with any other key", () => {
    expect(pressed(INITIAL_CONTROL, "down", where("finished", 3)).effect).toBeUndefined();
    expect(pressed(INITIAL_CONTROL, "x", where("finished", 3)).effect).toEqual({ type: "leave" });
  });

  test.each(["up", "down", "page-up", "page-down"])("that is seen whole goes with %s as with any key", (key) => {
    expect(pressed(INITIAL_CONTROL, key, where("finished")).effect).toEqual({ type: "leave" });
    expect(pressed({ overlay: "help", scroll: 0 }, key, where("running")).control).toEqual(INITIAL_CONTROL);
  });
});

test.each(["help", "quit"] as const)("%s that was open when the workout ended is gone: one key leaves", (overlay) => {
  for (const key of ["q", "x", "enter"]) {
    expect(pressed({ overlay, scroll: 0 }, key, where("finished")).effect).toEqual({ type: "leave" });
  }
  const scrolled = pressed({ overlay, scroll: 4 }, "down", where("finished", 9));
  expect(scrolled).toEqual({ control: { overlay: null, scroll: 1 } });
});
