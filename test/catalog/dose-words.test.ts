/** Doses in words, at the edges: minutes, sets with figures of their own, in short, and repetitions without a tempo. */
import { describe, expect, it } from "vitest";
import { type DoseFigures, formatDoseInWords, formatDoseRange, resolveAmount } from "../../src/catalog/doses.ts";
import type { Block } from "../../src/catalog/types.ts";
import { block, each, exercise, figure, range as figureRange, hold, OPEN, stroke, tempo } from "../support/content.ts";

const held = exercise({ pattern: hold(30) });
const paced = exercise({ pattern: { type: "paced" }, reps: 10, sides: each("set-by-set") });
const open = exercise({ pattern: OPEN, sides: each("set-by-set") });

describe("a length", () => {
  it.each([
    [60, "60 s"],
    [61, "61 s"],
    [90, "90 s"],
    [119, "119 s"],
    [120, "2 min"],
    [150, "2:30 min"],
    [180, "3 min"],
    [3600, "60 min"],
  ])("of %d seconds is %s", (seconds, text) => {
    expect(formatDoseRange(exercise({ pattern: hold(seconds) }))).toBe(text);
  });

  it("with a range stays in seconds", () => {
    expect(formatDoseRange(exercise({ pattern: hold(figureRange(60, 120)) }))).toBe("60–120 s");
  });
});

describe("sets with figures of their own", () => {
  it.each<[ReturnType<typeof exercise>, Partial<Block>, string]>([
    [paced, { ownSets: [{ reps: 10 }, { reps: 8 }, { reps: 6 }] }, "sets of 10, 8, 6 per side"],
    [paced, { side: "left", ownSets: [{ reps: 10 }, { reps: 8 }] }, "sets of 10, 8"],
    [held, { ownSets: [{ hold: 30 }, { hold: 20, reps: 2 }] }, "sets of 30 s, 20 s"],
    [held, { ownSets: [{ hold: 30 }] }, "30 s"],
    [held, { sets: figure(2), ownSets: [{ hold: 20 }, { load: "5 kg" }] }, "2 sets of 30 s"],
    [open, { sets: figure(2), ownSets: [{ reps: 1 }, { reps: 2 }] }, "2 sets, as long as you need"],
  ])("%#", (made, changes, text) => {
    expect(formatDoseRange(made, block(made.id, changes))).toBe(text);
  });
});

describe("a dose without sides, or with each", () => {
  it("names them, but not where a set waits for the person", () => {
    expect(formatDoseRange(paced)).toBe("10 reps per side");
    expect(formatDoseRange(open)).toBe("as long as you need");
    expect(formatDoseRange(exercise({ pattern: { type: "paced" }, reps: 1 }))).toBe("1 rep");
    expect(formatDoseRange(exercise({ pattern: { type: "paced" }, reps: 8, sets: 3 }))).toBe("3 sets of 8");
  });
});

describe("in short", () => {
  it("leaves out tempo, pauses and strokes, and keeps the seconds of a hold", () => {
    const march = exercise({ pattern: tempo(3, 1, 3), sets: 3, reps: 12 });
    expect(formatDoseRange(march)).toBe("3 sets of 12, tempo 3-0-3-1");
    expect(formatDoseRange(march, null, { isShort: true })).toBe("3 sets of 12");
    expect(formatDoseRange(held, null, { isShort: true })).toBe("30 s");
  });
});

describe("strokes with ranges", () => {
  const figures = (...strokes: Exclude<DoseFigures["strokes"], string>): DoseFigures => ({
    ...{ sets: "1", reps: "8", strokes, hasFixedTempo: false },
  });

  it("tell the pauses and what has a range, or all where there are neither", () => {
    const up = { phase: "concentric", fast: false, amount: "2" } as const;
    const down = { phase: "eccentric", fast: false, amount: "3–4" } as const;
    const top = { phase: "pause-top", fast: false, amount: "1" } as const;
    const bottom = { phase: "pause-bottom", fast: false, amount: "2" } as const;
    expect(formatDoseInWords(figures(up, top, down, bottom))).toBe(
      "8 reps, 1 s at the top, 3–4 s down, 2 s at the bottom",
    );
    expect(formatDoseInWords(figures(up, down))).toBe("8 reps, 3–4 s down");
    expect(formatDoseInWords(figures(up, { ...down, amount: "3" }))).toBe("8 reps, 2 s up, 3 s down");
    const byLevel = {
      type: "strokes",
      strokes: [stroke("concentric", 2), stroke("eccentric", figureRange(2, 4))],
    } as const;
    expect(formatDoseRange(exercise({ pattern: byLevel, reps: 8 }))).toBe("8 reps, 2–4 s down");
  });
});

it("the middle of a range is rounded to five seconds from twenty on", () => {
  const middle = (low: number, high: number) => resolveAmount({ type: "range", low, high }, "standard", "seconds");
  expect([middle(18, 21), middle(18, 22), middle(17, 24), middle(20, 21), middle(10, 35)]).toEqual([
    19, 20, 20, 20, 25,
  ]);
});
