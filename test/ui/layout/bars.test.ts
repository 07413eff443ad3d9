/** The bars: the parts of a session seen one by one, and a gauge that the body can follow. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Frame } from "../../../src/player/types.ts";
import {
  allocatePartCells,
  gaugeLevel,
  renderGauge,
  renderSessionBar,
  renderStrokeBars,
  renderStrokeLabels,
} from "../../../src/ui/layout/bars.ts";
import { plainText } from "../../../src/ui/layout/line.ts";
import { MARCH, PARTS } from "../support/frames.ts";

const bar = (frame: Frame, columns: number) => plainText(renderSessionBar(frame, columns));

describe("the bar of the session", () => {
  test("sets stand high, rests lie low, a gap comes before an exercise, and the present moment is tallest", () => {
    expect(bar({ ...MARCH, stepIndex: 3, stepFill: 0.5 }, 40)).toBe(" ▆▆▆▆▆▆▆▆▁▁▁▁▆▆▆▆█▃▃▃▁▁▁▁▃▃▃▃▃▃▃ ▃▃▃▁▃▃▃");
  });

  test("before the start nothing is done, at the end everything is", () => {
    expect(bar({ ...MARCH, stepIndex: 0, stepFill: 0 }, 40)).toMatch(/^█▃/);
    expect(bar({ ...MARCH, status: "finished", stepIndex: 9, stepFill: 1 }, 40)).not.toMatch(/[█▃]/);
  });

  test("where there is no room for every part, sets and the gaps between exercises stay", () => {
    const cells = allocatePartCells(PARTS, 7);
    expect(
      PARTS.filter((_, index) => (cells[index] ?? 0) > 0).every(({ kind }) => kind === "set" || kind === "prepare"),
    ).toBe(true);
  });

  test("the cells of all parts fill the bar, and every part has one when there is room", () => {
    const part = fc.record({
      kind: fc.constantFrom("prepare" as const, "set" as const, "rest" as const, "switch" as const),
      weight: fc.integer({ min: 0, max: 600_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 200 }),
        (parts, columns) => {
          const cells = allocatePartCells(parts, columns);
          expect(cells.reduce((sum, count) => sum + count, 0)).toBe(columns);
          if (parts.length <= columns) expect(Math.min(...cells)).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });
});

describe("the strokes of a repetition", () => {
  test("each is as long as it takes, filled up to the present", () => {
    expect(plainText(renderStrokeBars(MARCH, 30))).toBe("━━━━━━────── ──── ────────────");
    expect(plainText(renderStrokeBars({ ...MARCH, strokeIndex: 2, fill: 1 }, 30))).toBe(
      "━━━━━━━━━━━━ ━━━━ ━━━━━━━━━━━━",
    );
  });

  test("each has its word above, and one without room for it has none", () => {
    expect(plainText(renderStrokeLabels(MARCH, 30))).toBe("LIFT         HOLD LOWER       ");
    expect(plainText(renderStrokeLabels(MARCH, 16))).toBe("LIFT      LOWER ");
  });
});

describe("the gauge", () => {
  test("rises as the body lifts, stays while it holds, falls as it lowers", () => {
    expect(gaugeLevel("concentric", 0.25)).toBe(0.25);
    expect(gaugeLevel("pause-top", 0.5)).toBe(1);
    expect(gaugeLevel("eccentric", 0.25)).toBe(0.75);
    expect(gaugeLevel("pause-bottom", 0.5)).toBe(0);
  });

  test("moves by eighths of a line", () => {
    expect(renderGauge(0.5 + 2 / 32, 4, 4, "hold").map(plainText)).toEqual(["│  │", "│▂▂│", "│██│", "│██│"]);
    expect(renderGauge(0, 2, 4, "hold").map(plainText)).toEqual(["│  │", "│  │"]);
  });
});
