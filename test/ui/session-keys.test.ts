/** The one table of keys. */
import { describe, expect, test } from "vitest";
import { textWidth } from "../../src/ui/layout/fit-text.ts";
import { buildHelpPage } from "../../src/ui/layout/help-page.ts";
import { plainText } from "../../src/ui/layout/line.ts";
import { formatHints, parseKeyNames, SESSION_KEYS, sessionActionOf } from "../../src/ui/session-keys.ts";

const NO_KEY = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageUp: false,
  pageDown: false,
  return: false,
  escape: false,
  backspace: false,
  delete: false,
  ctrl: false,
  meta: false,
};

test("no key has two meanings", () => {
  const keys = SESSION_KEYS.flatMap((row) => row.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test("every key of the table stands in the help", () => {
  const help = buildHelpPage(SESSION_KEYS, 60).body.map(plainText).join("\n");
  for (const { label, description } of SESSION_KEYS) {
    expect(help).toContain(label);
    expect(help).toContain(description.slice(0, 30));
  }
});

test("the help names every kind of step that Enter ends", () => {
  const does = SESSION_KEYS.find(({ keys }) => keys.includes("enter"))?.description ?? "";
  for (const step of ["test", "set", "get ready", "rest", "switch"]) expect(does).toContain(step);
});

const RUNS = { paused: false, stretchable: true };

test("hints are left out one by one as the line grows shorter, pausing last", () => {
  expect(formatHints(80, RUNS)).toBe("space pause   → skip   ← back   + − time   ? keys   q quit");
  expect(formatHints(32, { ...RUNS, paused: true })).toBe("space go on   ? keys   q quit");
  expect(formatHints(15, RUNS)).toBe("space pause");
  expect(formatHints(5, RUNS)).toBe("");
  for (let columns = 0; columns < 100; columns++)
    expect(textWidth(formatHints(columns, RUNS))).toBeLessThanOrEqual(columns);
});

test("time is hinted at only where it can be added", () => {
  expect(formatHints(80, { ...RUNS, stretchable: false })).toBe("space pause   → skip   ← back   ? keys   q quit");
});

describe("what is typed", () => {
  test("has one name a key, however it comes in", () => {
    expect(parseKeyNames(" ", NO_KEY)).toEqual(["space"]);
    expect(parseKeyNames("", { ...NO_KEY, return: true })).toEqual(["enter"]);
    expect(parseKeyNames("\n", NO_KEY)).toEqual(["enter"]);
    expect(parseKeyNames("", { ...NO_KEY, rightArrow: true })).toEqual(["right"]);
    expect(parseKeyNames("z", { ...NO_KEY, ctrl: true })).toEqual(["ctrl-z"]);
    expect(parseKeyNames("c", { ...NO_KEY, ctrl: true })).toEqual(["ctrl-c"]);
    expect(parseKeyNames("", { ...NO_KEY, escape: true, meta: true })).toEqual(["escape"]);
  });

  test("fast is taken key by key, pasted is not taken at all, unless Ctrl-C is in it", () => {
    expect(parseKeyNames("++", NO_KEY)).toEqual(["+", "+"]);
    expect(parseKeyNames("quit", NO_KEY)).toEqual([]);
    expect(parseKeyNames("hello\x03", NO_KEY)).toEqual(["ctrl-c"]);
    expect(parseKeyNames("q", { ...NO_KEY, meta: true })).toEqual([]);
  });

  test("time is added and taken by tens of seconds", () => {
    expect(sessionActionOf("=")).toEqual({ type: "send", command: { type: "extend", deltaMs: 10_000 } });
    expect(sessionActionOf("_")).toEqual({ type: "send", command: { type: "extend", deltaMs: -10_000 } });
    expect(sessionActionOf("x")).toBeUndefined();
  });
});
