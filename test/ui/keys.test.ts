/** Key presses as names. */
import { describe, expect, test } from "vitest";
import { parseKeyNames } from "../../src/ui/keys.ts";

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

describe("what is typed", () => {
  test("has one name a key, however it comes in", () => {
    expect(parseKeyNames(" ", NO_KEY)).toEqual(["space"]);
    expect(parseKeyNames("", { ...NO_KEY, return: true })).toEqual(["enter"]);
    expect(parseKeyNames("\n", NO_KEY)).toEqual(["enter"]);
    expect(parseKeyNames("", { ...NO_KEY, rightArrow: true })).toEqual(["right"]);
    expect(parseKeyNames("", { ...NO_KEY, tab: true })).toEqual(["tab"]);
    expect(parseKeyNames("", { ...NO_KEY, tab: true, shift: true })).toEqual(["shift-tab"]);
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
});
