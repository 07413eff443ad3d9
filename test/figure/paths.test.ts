import { expect, test } from "vitest";
import { drawFigurePaths } from "../../src/figure/paths.ts";
import { SHIPPED } from "./shipped.ts";

const SIZE = { width: 400, height: 320 };
const STILL = { share: 0, mirrored: false, swapped: false, inSet: false, phase: null } as const;

/** The ends of all lines and bows of a path. */
const pointsOf = (d: string) =>
  [...d.matchAll(/[ML]([-\d.]+) ([-\d.]+)|A[-\d.]+ [-\d.]+ 0 [01] [01] ([-\d.]+) ([-\d.]+)/g)].map(
    ([, x, y, endX, endY]) => [Number(x ?? endX), Number(y ?? endY)] as const,
  );

test.each(SHIPPED)("the figure of $id lies inside its picture in every pose, on both sides", ({ figure }) => {
  for (const pose of figure.order) {
    for (const mirrored of [false, true]) {
      const paths = drawFigurePaths(figure, { ...STILL, from: pose, to: pose, mirrored }, SIZE);
      const points = paths.flatMap(({ d }) => pointsOf(d));
      expect(points.length).toBeGreaterThan(40);
      for (const [x, y] of points) {
        expect(x).toBeGreaterThanOrEqual(-1);
        expect(x).toBeLessThanOrEqual(SIZE.width + 1);
        expect(y).toBeGreaterThanOrEqual(-1);
        expect(y).toBeLessThanOrEqual(SIZE.height + 1);
      }
    }
  }
});

test.each(SHIPPED)("in the figure of $id the limbs that work have the ink of the trunk", ({ figure }) => {
  const [pose = ""] = figure.order;
  const inksOf = (swapped: boolean) =>
    drawFigurePaths(figure, { ...STILL, from: pose, to: pose, swapped }, SIZE).map(({ ink }) => ink);
  for (const inks of [inksOf(false), inksOf(true)]) {
    // Two parts of an arm and three of a leg on each side, and the trunk.
    expect(inks.filter((ink) => ink === "resting")).toHaveLength(5);
    expect(inks.filter((ink) => ink === "working")).toHaveLength(6);
  }
});
