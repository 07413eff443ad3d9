/** The one table of keys. */
import { describe, expect, test } from "vitest";
import { actionOf, hintLine, KEYS, keyNames } from "../../src/ui/keys.ts";
import { width } from "../../src/ui/layout/fit-text.ts";
import { helpPage } from "../../src/ui/layout/help.ts";
import { plainText } from "../../src/ui/layout/line.ts";

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
  const keys = KEYS.flatMap((row) => row.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test("every key of the table stands in the help", () => {
  const help = helpPage(KEYS, 60).body.map(plainText).join("\n");
  for (const { shown, does } of KEYS) {
    expect(help).toContain(shown);
    expect(help).toContain(does.slice(0, 30));
  }
});

test("the help names every kind of step that Enter ends", () => {
  const does = KEYS.find(({ keys }) => keys.includes("enter"))?.does ?? "";
  for (const step of ["test", "set", "get ready", "rest", "switch"]) expect(does).toContain(step);
});

const RUNS = { paused: false, stretchable: true };

test("hints are left out one by one as the line grows shorter, pausing last", () => {
  expect(hintLine(80, RUNS)).toBe("space pause   → skip   ← back   + − time   ? keys   q quit");
  expect(hintLine(32, { ...RUNS, paused: true })).toBe("space go on   ? keys   q quit");
  expect(hintLine(15, RUNS)).toBe("space pause");
  expect(hintLine(5, RUNS)).toBe("");
  for (let columns = 0; columns < 100; columns++) expect(width(hintLine(columns, RUNS))).toBeLessThanOrEqual(columns);
});

test("time is hinted at only where it can be added", () => {
  expect(hintLine(80, { ...RUNS, stretchable: false })).toBe("space pause   → skip   ← back   ? keys   q quit");
});

describe("what is typed", () => {
  test("has one name a key, however it comes in", () => {
    expect(keyNames(" ", NO_KEY)).toEqual(["space"]);
    expect(keyNames("", { ...NO_KEY, return: true })).toEqual(["enter"]);
    expect(keyNames("\n", NO_KEY)).toEqual(["enter"]);
    expect(keyNames("", { ...NO_KEY, rightArrow: true })).toEqual(["right"]);
    expect(keyNames("z", { ...NO_KEY, ctrl: true })).toEqual(["ctrl-z"]);
    expect(keyNames("c", { ...NO_KEY, ctrl: true })).toEqual(["ctrl-c"]);
    expect(keyNames("", { ...NO_KEY, escape: true, meta: true })).toEqual(["escape"]);
  });

  test("fast is taken key by key, pasted is not taken at all, unless Ctrl-C is in it", () => {
    expect(keyNames("++", NO_KEY)).toEqual(["+", "+"]);
    expect(keyNames("quit", NO_KEY)).toEqual([]);
    expect(keyNames("hello\x03", NO_KEY)).toEqual(["ctrl-c"]);
    expect(keyNames("q", { ...NO_KEY, meta: true })).toEqual([]);
  });

  test("time is added and taken by tens of seconds", () => {
    expect(actionOf("=")).toEqual({ type: "send", command: { type: "extend", deltaMs: 10_000 } });
    expect(actionOf("_")).toEqual({ type: "send", command: { type: "extend", deltaMs: -10_000 } });
    expect(actionOf("x")).toBeUndefined();
  });
});
