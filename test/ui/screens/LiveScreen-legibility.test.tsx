/** The live screen from three metres: how large it is, what stands out, what stays still, and that no text breaks it. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_FLASH } from "../../../src/flash/flashes.ts";
import type { Frame } from "../../../src/player/frame-types.ts";
import { layoutOf } from "../../../src/ui/layout.ts";
import { liveViewOf } from "../../../src/ui/live/view.ts";
import { renderBigText } from "../../../src/ui/pictures/big-letters.ts";
import { createTheme } from "../../../src/ui/theme.ts";
import { HOLD, MARCH, OPEN, PAUSED, REST, SWITCH } from "../support/frames.ts";
import { anyFrame } from "../support/random-frame.ts";
import { expectToFit, live, liveContext, liveText, renderStyled } from "../support/render.tsx";
import { anySize } from "../support/text.ts";

const viewOf = (frame: Frame, columns = 80, rows = 24, hasFigures = false) =>
  liveViewOf(
    { frame, notice: "", flash: NO_FLASH, isQuitting: false },
    layoutOf({ columns, rows }),
    liveContext(frame, hasFigures),
  );

describe("large enough for three metres", () => {
  test("the digits take a third of the height of 100×30, and the left half", () => {
    const { digits, leftColumns } = viewOf(HOLD, 100, 30, true);
    expect(digits.rows).toBeGreaterThanOrEqual(10);
    expect(leftColumns).toBe(46);
  });

  test("the word of a set has one size, that of its longest stroke", () => {
    const scales = MARCH.strokes.map(({ phase, word }) => viewOf({ ...MARCH, phase, actionText: word }, 100, 30).word);
    expect(new Set(scales.map(({ scale }) => scale))).toEqual(new Set([2]));
  });

  test("the count of repetitions is large beside the word, and small in the header without room for that", () => {
    expect(viewOf(MARCH).count).toMatchObject({ text: "7/20", scale: 1 });
    expect(viewOf(MARCH).header.position).toBe("Set 2 of 3");
    expect(viewOf(MARCH, 40, 12).count).toBe(null);
    expect(viewOf(MARCH, 40, 12).header.position).toBe("Set 2/3 · Rep 7/20");
  });

  test("the time of a step that waits is large at 40×12, where the side has to be small for it", () => {
    const text = liveText({ ...OPEN, side: "left", sideWord: "LEFT" }, 40, 12);
    expect(text).toMatch(/◄ LEFT/);
    expect(text.split("\n").filter((line) => /[█▀▄] *[█▀▄]/.test(line)).length).toBeGreaterThanOrEqual(4);
  });

  test("the side that a set begins with is large before it, also where sides alternate", () => {
    const frame: Frame = { ...REST, sideMeaning: "Left side first" };
    const context = { ...liveContext(frame, true), sides: frame.segments.map(() => "left" as const) };
    const moment = { frame, notice: "", flash: NO_FLASH, isQuitting: false };
    const { side, figure } = liveViewOf(moment, layoutOf({ columns: 80, rows: 24 }), context);
    expect(side).toMatchObject({ side: "left", rows: 3 });
    expect(figure).not.toBe(null);
  });
});

describe("what works", () => {
  test("has the colour of its phase, whichever side it is, and the other is dim", () => {
    for (const side of ["left", "right"] as const) {
      const figure = viewOf({ ...MARCH, side, fill: 1 }, 80, 24, true).figure;
      expect(figure?.colour).toBe("concentric");
      const lowest = (ink: string) =>
        figure?.lines.findLastIndex((line) => line.some((span) => span.ink === ink)) ?? -1;
      // The leg that is lifted works; the one that stands rests.
      expect(lowest("working")).toBeGreaterThan(0);
      expect(lowest("working"), side).toBeLessThan(lowest("resting"));
    }
  });

  test("moves with the stroke, and stands still through a rest", () => {
    const lines = (frame: Frame) => viewOf(frame, 80, 24, true).figure?.lines;
    expect(lines({ ...MARCH, fill: 0.2 })).not.toEqual(lines({ ...MARCH, fill: 0.6 }));
    expect(lines({ ...REST, fill: 0.7 })).toEqual(lines({ ...REST, fill: 0.1 }));
  });

  test("keeps its place through exercises without a figure", () => {
    const without = { ...HOLD, exerciseId: "something-of-my-own" };
    expect(viewOf(without, 80, 24, true).figure).toBe(null);
    expect(viewOf(without, 80, 24, true).leftColumns).toBe(viewOf(HOLD, 80, 24, true).leftColumns);
  });
});

test("the last three seconds of a step stand out, those of a stroke do not", () => {
  const ending = { digits: "3", seconds: 3, fillSeconds: 45 };
  expect(viewOf({ ...HOLD, ...ending }).digits.isEnding).toBe(true);
  expect(viewOf({ ...HOLD, digits: "4", seconds: 4, fillSeconds: 45 }).digits.isEnding).toBe(false);
  expect(viewOf({ ...MARCH, digits: "3", seconds: 3 }).digits.isEnding).toBe(false);
  expect(viewOf({ ...PAUSED, ...ending }).digits.isEnding).toBe(false);
});

test("from a minute on down the last digit keeps its place", () => {
  const at = (digits: string, seconds: number) =>
    Math.max(
      ...liveText({ ...HOLD, digits, seconds, fillSeconds: 75 }, 80, 24, { hasFigures: true })
        .split("\n")
        .slice(7, 14)
        .map((line) => line.slice(0, 39).trimEnd().length),
    );
  expect(new Set([at("1:00", 60), at("59", 59), at("8", 8)]).size).toBe(1);
});

test("from one stroke to the next only the word and the digits change, and nothing moves", () => {
  const lower: Frame = { ...MARCH, phase: "eccentric", actionText: "LOWER", digits: "3", strokeIndex: 0 };
  for (const [columns, rows] of [
    [40, 12],
    [60, 20],
    [80, 24],
    [120, 40],
    [200, 60],
  ] as const) {
    const [before, after] = [viewOf(MARCH, columns, rows), viewOf(lower, columns, rows)];
    const { word, digits, strokes, tinyText, ...rest } = after;
    expect(rest).toEqual({ ...before, word: undefined, digits: undefined, strokes: undefined, tinyText: undefined });
    expect([word.scale, digits.rows, strokes === null, tinyText === ""]).toEqual([
      before.word.scale,
      before.digits.rows,
      before.strokes === null,
      false,
    ]);
  }
});

test("phases differ by symbol or word where there is no colour", () => {
  const words = [MARCH, HOLD, REST, SWITCH, OPEN].map((frame) => liveText(frame, 40, 12).split("\n")[2]);
  expect(new Set(words).size).toBe(words.length);
});

describe("a self-paced set", () => {
  const squat: Frame = {
    ...OPEN,
    ...{ actionText: "SQUAT", exercise: "Squat", digits: "12", side: null, sideWord: "", sideMeaning: "" },
    ...{ stretchable: true, instructions: [] },
  };

  test("says that its digits are repetitions", () => {
    const reps = renderBigText("REPS", 1)?.[0]?.trimEnd() ?? "none";
    expect(liveText(squat, 60, 20)).toContain(reps);
    expect(liveText({ ...squat, digits: "1" }, 60, 20)).toContain(renderBigText("REP", 2)?.[0]?.trimEnd());
    expect(liveText({ ...squat, digits: "1" }, 60, 20)).not.toContain(reps);
    expect(liveText(squat, 40, 12)).toMatch(/█ +REPS\n/);
    expect(liveText(squat, 20, 5)).toMatch(/ reps\b/);
    expect(liveText({ ...squat, digits: "" }, 60, 20)).not.toContain(reps);
  });

  test("keeps its digits where they are for as long as it takes", () => {
    const at = (seconds: number) => viewOf({ ...squat, seconds }).digits;
    for (const seconds of [9, 10, 59, 60, 700]) expect(at(seconds)).toEqual(at(0));
  });

  test("offers to correct them", () => {
    expect(liveText(squat, 80, 24)).toContain("+ − reps");
    expect(liveText(HOLD, 80, 24)).toContain("+ − time");
  });
});

test("a flash of the symbol shines beside the word and moves nothing", () => {
  const size = { columns: 60, rows: 20 };
  const theme = createTheme("dark", 3);
  const lit = renderStyled(live(HOLD, size, { flash: { ...NO_FLASH, symbol: true } }), size, theme);
  const dark = renderStyled(live(HOLD, size), size, theme);
  const light = theme.paint("█".repeat(34), "hold");
  expect(lit.map((line) => line.replace(`   ${light}`, ""))).toEqual(dark);
  expect(lit.filter((line) => line.endsWith(light))).toHaveLength(3);
});

test("no text and no size makes a line too long or the screen too high", () => {
  fc.assert(
    fc.property(anyFrame(), anySize(), fc.boolean(), (frame, size, hasFigures) => {
      const shown = hasFigures ? { ...frame, exerciseId: "psoas-march" } : frame;
      expectToFit(live(shown, size, { hasFigures }), size);
    }),
    { numRuns: 150 },
  );
});
