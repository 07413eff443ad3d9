/** The one table of keys. */
import { expect, test } from "vitest";
import { textWidth } from "../../src/ui/fit-text.ts";
import { formatHints, SESSION_KEYS, sessionActionOf } from "../../src/ui/session-keys.ts";

test("no key has two meanings", () => {
  const keys = SESSION_KEYS.flatMap((row) => row.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test("the help names every kind of step that Enter ends", () => {
  const does = SESSION_KEYS.find(({ keys }) => keys.includes("enter"))?.description ?? "";
  for (const step of ["test", "set", "get ready", "rest", "switch"]) expect(does).toContain(step);
});

const RUNS = { paused: false, stretchable: true, countsReps: false };

test("hints are left out one by one as the line grows shorter, pausing last", () => {
  expect(formatHints(80, RUNS)).toBe("space pause · → skip · ← back · + − time · ? keys · q quit");
  expect(formatHints(32, { ...RUNS, paused: true })).toBe("space resume · ? keys · q quit");
  expect(formatHints(15, RUNS)).toBe("space pause");
  expect(formatHints(5, RUNS)).toBe("");
  for (let columns = 0; columns < 100; columns++)
    expect(textWidth(formatHints(columns, RUNS))).toBeLessThanOrEqual(columns);
});

test("time is hinted at only where it can be added", () => {
  expect(formatHints(80, { ...RUNS, stretchable: false })).toBe("space pause · → skip · ← back · ? keys · q quit");
});

test("where repetitions are counted in place of time, the hint says so, and the help explains it", () => {
  expect(formatHints(80, { ...RUNS, countsReps: true })).toContain("← back · + − reps · ? keys");
  for (const key of ["+", "-"])
    expect(SESSION_KEYS.find(({ keys }) => keys.includes(key))?.description).toContain("or one rep");
});

test("time is added and taken by tens of seconds", () => {
  expect(sessionActionOf("=")).toEqual({ type: "extend", deltaMs: 10_000 });
  expect(sessionActionOf("_")).toEqual({ type: "extend", deltaMs: -10_000 });
  expect(sessionActionOf("x")).toBeNull();
});
