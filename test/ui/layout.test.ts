/** The size classes: every terminal has one, and its rows are shared out without remainder. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { layoutOf } from "../../src/ui/layout.ts";
import { anySize } from "./support/text.ts";

test.each([
  [19, 4, "tiny"],
  [20, 5, "mini"],
  [40, 12, "small"],
  [60, 20, "medium"],
  [80, 24, "standard"],
  [120, 40, "large"],
  [200, 60, "huge"],
  [200, 12, "small"],
  [20, 60, "mini"],
] as const)("%i×%i is %s", (columns, rows, sizeClass) => {
  expect(layoutOf({ columns, rows }).sizeClass).toBe(sizeClass);
});

test("the rows of all parts are those of the terminal but one, and the digits have three at least", () => {
  fc.assert(
    fc.property(anySize(), (size) => {
      const { live, rows, sizeClass, width } = layoutOf(size);
      expect(rows).toBe(Math.max(1, size.rows - 1));
      expect(Object.values(live).reduce((sum, count) => sum + count, 0)).toBe(rows);
      if (sizeClass !== "tiny") expect(live.main).toBeGreaterThanOrEqual(3);
      expect(width).toBeGreaterThan(0);
    }),
  );
});
