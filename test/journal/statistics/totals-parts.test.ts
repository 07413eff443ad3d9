/** Totals of exercises and muscles, and how tight a week was. */
import { describe, expect, test } from "vitest";
import type { SessionSummary } from "../../../src/journal/session-summary.ts";
import { block, session, totals } from "./summaries.ts";

describe("an exercise", () => {
  test("that occurs twice in a session is one session, and the sum of its sets", () => {
    const { exercises } = totals([session("2026-11-20", [block("plank"), block("plank", { completed: 1 })])]);
    expect(exercises).toMatchObject([{ sessions: 1, sets: 3, tensionSeconds: 100 }]);
  });

  test("none of whose sets was begun is left out", () => {
    const { exercises, muscles } = totals([
      session("2026-11-20", [block("plank"), block("lunge", { started: 0, targets: ["quads"] })]),
    ]);
    expect(exercises.map(({ exercise }) => exercise)).toEqual(["plank"]);
    expect(muscles.map(({ muscle }) => muscle)).toEqual(["psoas"]);
  });

  test("that was given a new name has the latest", () => {
    const named = (day: string, name: string) => session(day, [block("plank", { name })]);
    expect(totals([named("2026-11-18", "Plank"), named("2026-11-20", "Front plank")]).exercises).toMatchObject([
      { exercise: "plank", name: "Front plank", sessions: 2 },
    ]);
  });

  test("comes before one with less time under tension; equal ones by name", () => {
    const seconds = { c: 10, b: 10, a: 5, d: 20 };
    const blocks = Object.entries(seconds).map(([name, both]) => block(name, { targets: [name], tension: { both } }));
    const { exercises, muscles } = totals([session("2026-11-20", blocks)]);
    expect(exercises.map(({ exercise }) => exercise)).toEqual(["d", "b", "c", "a"]);
    expect(muscles.map(({ muscle }) => muscle)).toEqual(["d", "b", "c", "a"]);
  });
});

describe("a muscle", () => {
  test("without time under tension is left out", () => {
    const { muscles } = totals([
      session("2026-11-20", [block("test", { targets: ["quads"], tension: {} }), block("plank")]),
    ]);
    expect(muscles.map(({ muscle }) => muscle)).toEqual(["psoas"]);
  });
});

describe("tightness of a week", () => {
  const week = (...sides: readonly SessionSummary["tightnessSide"][]) =>
    totals(
      sides.map((tightnessSide, index) =>
        session("2026-11-20", [block("plank")], { tightness: 2 + 3 * index, tightnessSide }),
      ),
    ).weeks[0];

  test("on both sides counts left and right", () => {
    expect(week("both")).toMatchObject({ tightness: 2, tightnessLeft: 2, tightnessRight: 2 });
    expect(week("both", "right")).toMatchObject({ tightness: 3.5, tightnessLeft: 2, tightnessRight: 3.5 });
    expect(week("left", "both")).toMatchObject({ tightness: 3.5, tightnessLeft: 3.5, tightnessRight: 5 });
  });

  test("on no side that was named counts for neither", () => {
    expect(week(null)).toMatchObject({ tightness: 2, tightnessLeft: null, tightnessRight: null });
  });

  test("is a mean to one decimal", () => {
    expect(week(null, null, null)?.tightness).toBe(5);
    expect(
      totals([1, 2, 2].map((tightness) => session("2026-11-20", [block("plank")], { tightness }))).weeks[0]?.tightness,
    ).toBe(1.7);
  });
});
