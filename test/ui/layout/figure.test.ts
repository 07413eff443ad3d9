/** The moving figure on the live screen: where it has room, and that it takes none from what must be read. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Frame } from "../../../src/player/types.ts";
import type { SessionFigures } from "../../../src/ui/layout/figure.ts";
import type { Footer } from "../../../src/ui/layout/line.ts";
import { lineWidth, plainText } from "../../../src/ui/layout/line.ts";
import { renderLiveScreen } from "../../../src/ui/layout/live-screen.ts";
import { SHIPPED } from "../../figure/shipped.ts";
import { HOLD, MARCH, PAUSED, REST, SWITCH } from "../support/frames.ts";
import { anyFrame } from "../support/random-frame.ts";
import { anySize, screenText } from "../support/text.ts";

const KEYS: Footer = { text: "space pause   ? keys   q quit", tone: "dim" };
const figures = new Map(SHIPPED.map(({ id, figure }) => [id, figure]));
const VIEW: SessionFigures = { byExerciseId: figures, still: false };
const BRAILLE = /[\u2800-\u28ff]/;

const linesAt = (frame: Frame, columns: number, rows: number, view: SessionFigures | null = VIEW) =>
  renderLiveScreen(frame, { columns, rows }, KEYS, view);
const textAt = (...args: Parameters<typeof linesAt>) =>
  linesAt(...args)
    .map(plainText)
    .join("\n");

describe("a figure", () => {
  test("stands beside the big figures in 80×24", () => {
    expect(screenText(linesAt(MARCH, 80, 24))).toMatchSnapshot();
  });

  test("makes room for words that need the whole line", () => {
    expect(screenText(linesAt(SWITCH, 80, 24))).toMatchSnapshot();
  });

  test("has its place from 80×24 on, and none below", () => {
    expect(textAt(HOLD, 80, 24)).toMatch(BRAILLE);
    expect(textAt(HOLD, 79, 24)).not.toMatch(BRAILLE);
    expect(textAt(HOLD, 80, 23)).not.toMatch(BRAILLE);
  });

  test("keeps its place through exercises that have none, and takes none when no exercise has one", () => {
    const without = { ...HOLD, exerciseId: "something-of-my-own" };
    const word = (text: string) => text.split("\n").map((line) => line.search(/[█▀▄]/));
    const alone = textAt(without, 80, 24);
    expect(alone).not.toMatch(BRAILLE);
    expect(word(alone).slice(0, 14)).toEqual(word(textAt(HOLD, 80, 24)).slice(0, 14));
    expect(textAt(HOLD, 80, 24, { byExerciseId: new Map(), still: false })).toBe(textAt(HOLD, 80, 24, null));
  });

  test("moves with the stroke, and stands still through a rest", () => {
    expect(textAt({ ...MARCH, fill: 0.2 }, 80, 24)).not.toBe(textAt({ ...MARCH, fill: 0.6 }, 80, 24));
    const resting = (fill: number) => textAt({ ...REST, fill }, 80, 24);
    expect(resting(0.7)).toBe(resting(0.1));
  });

  test("stands back in a pause like the big figures", () => {
    const tones = linesAt(PAUSED, 80, 24)
      .flat()
      .filter(({ text }) => BRAILLE.test(text))
      .map(({ tone }) => tone);
    expect(new Set(tones)).toEqual(new Set(["dim", "accent"]));
  });
});

test("with a figure no line is too long and no screen too high, in any size", () => {
  const known = fc.constantFrom(...figures.keys());
  fc.assert(
    fc.property(anyFrame(), known, anySize(), fc.boolean(), (frame, exerciseId, size, still) => {
      const lines = renderLiveScreen({ ...frame, exerciseId }, size, KEYS, { byExerciseId: figures, still });
      expect(lines.length).toBeLessThanOrEqual(Math.max(1, size.rows - 1));
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
    }),
  );
});
