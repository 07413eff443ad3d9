/** Which side works: on every screen it can be read as a word. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Frame } from "../../../src/player/types.ts";
import { renderBigText } from "../../../src/ui/layout/big-letters.ts";
import type { Footer } from "../../../src/ui/layout/line.ts";
import { plainText } from "../../../src/ui/layout/line.ts";
import { renderLiveScreen } from "../../../src/ui/layout/live-screen.ts";
import { SHIPPED } from "../../figure/shipped.ts";
import { HOLD, MARCH, OPEN, SWITCH } from "../support/frames.ts";
import { screenText } from "../support/text.ts";

const KEYS: Footer = { text: "space pause   ? keys   q quit", tone: "dim" };
const VIEW = { byExerciseId: new Map(SHIPPED.map(({ id, figure }) => [id, figure])), still: false };

const linesAt = (frame: Frame, columns: number, rows: number, view: typeof VIEW | null) =>
  // What is said below the figures may name a side too, and is no answer to "which one?" from far away.
  renderLiveScreen({ ...frame, sideMeaning: "", next: "", instructions: [] }, { columns, rows }, KEYS, view).map(
    plainText,
  );

/** The lines that a word in big letters takes, wherever it stands. */
function showsBig(lines: readonly string[], word: string): boolean {
  return [1, 2, 3, 4].some((scale) => {
    const [first = "", ...rest] = renderBigText(word, scale) ?? [];
    return lines.some((line, y) => {
      for (let x = line.indexOf(first); x >= 0; x = line.indexOf(first, x + 1)) {
        const at = x;
        if (rest.every((row, down) => (lines[y + down + 1] ?? "").padEnd(at + row.length).startsWith(row, at)))
          return true;
      }
      return false;
    });
  });
}

const says = (lines: readonly string[], { sideWord }: Frame) =>
  lines.some((line) => line.includes(sideWord)) || showsBig(lines, sideWord);

const sided = (frame: Frame, side: "left" | "right"): Frame => ({ ...frame, side, sideWord: side.toUpperCase() });
const FRAMES = [MARCH, HOLD, OPEN, SWITCH];
const FIGURES = ["7", "10", "45", "1:30", "12:05"] as const;
const SIZES = [20, 24, 30, 40, 60, 80, 100, 120, 200].flatMap((columns) =>
  [5, 12, 18, 20, 24, 30, 40, 60].map((rows) => ({ columns, rows })),
);

test.each(["left", "right"] as const)("the %s side is a word on the screen, however wide the figures are", (side) => {
  for (const { columns, rows } of SIZES) {
    for (const digits of FIGURES) {
      for (const frame of FRAMES) {
        const shown = sided({ ...frame, digits: frame.digits === "" ? "" : digits, seconds: 754 }, side);
        for (const view of columns < 80 ? [null] : [null, VIEW]) {
          const lines = linesAt(shown, columns, rows, view);
          expect(says(lines, shown), `${columns}×${rows}\n${lines.join("\n")}`).toBe(true);
        }
      }
    }
  }
});

test("the side is a word beside a phase of any length, in any size from 20×5 on", () => {
  const size = fc.record({ columns: fc.integer({ min: 20, max: 200 }), rows: fc.integer({ min: 5, max: 60 }) });
  const word = fc.stringMatching(/^[A-Z]{1,12}( [A-Z]{1,12})?$/);
  const side = fc.constantFrom("left" as const, "right" as const);
  fc.assert(
    fc.property(size, word, side, fc.constantFrom(...FIGURES), ({ columns, rows }, phase, one, digits) => {
      const frame = sided({ ...HOLD, actionText: phase, digits }, one);
      expect(says(linesAt(frame, columns, rows, VIEW), frame)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

describe("wide figures", () => {
  test("make way for the side and keep their height: a third of 100×30", () => {
    for (const side of ["left", "right"] as const) {
      const lines = renderLiveScreen(sided({ ...HOLD, digits: "1:30" }, side), { columns: 100, rows: 30 }, KEYS, VIEW);
      const high = lines.filter((line) => line.some(({ tone, text }) => tone === "hold" && /[█▀▄]{3}/.test(text)));
      // The word in big letters is one of them in three lines.
      expect(high.length - 3).toBe(10);
    }
  });

  test("stand beside the side of a test that waits", () => {
    const lines = renderLiveScreen({ ...OPEN, seconds: 2 }, { columns: 80, rows: 24 }, KEYS);
    expect(screenText(lines.slice(6, 14))).toMatchInlineSnapshot(`
      "|                     ██████████      ██████████  ██████████              █▄
      |                     ██      ██      ██      ██          ██              ███▄
      |                     ██      ██  ██  ██      ██          ██              ████▀
      |                     ██      ██      ██      ██  ▄▄▄▄▄▄▄▄██              ██▀
      |                     ██      ██      ██      ██  ██▀▀▀▀▀▀▀▀              ▀
      |                     ██      ██  ██  ██      ██  ██
      |                     ██      ██      ██      ██  ██                      RIGHT
      |                     ██████████      ██████████  ██████████"
    `);
  });
});

test("where there is little room the signs go first, then the end of a long phase, and the side stays", () => {
  const at = (frame: Frame, columns: number) => linesAt(frame, columns, 5, null)[0];
  expect(at(SWITCH, 24)).toBe(" ◄► SWITCH SIDES RIGHT ►");
  expect(at(SWITCH, 20)).toBe("SWITCH SIDES RIGHT ►");
  expect(at({ ...SWITCH, actionText: "FAST CONTRACT" }, 20)).toBe(" FAST CONTRACT RIGHT");
  expect(at({ ...SWITCH, actionText: "CONTRACT STRONGLY" }, 20)).toBe("CONTRACT STRO… RIGHT");
});
