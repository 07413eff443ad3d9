/** Text in lines of a terminal, below a label that hangs. */
import { describe, expect, test } from "vitest";
import { wrapHanging } from "../../src/output/text-width.ts";

const wrap = (text: string, columns: number) => wrapHanging(text, 4, columns, (part) => part.length);

describe("a text that hangs", () => {
  test("goes on below what follows its label", () => {
    expect(wrap("  - tuck the pelvis and breathe", 20)).toEqual(["  - tuck the pelvis", "    and breathe"]);
  });

  test("keeps the space behind a name of one letter, which ends before the indent", () => {
    expect(wrap("  A: 30 s → 20 s (to fit 5:00)", 60)).toEqual(["  A: 30 s → 20 s (to fit 5:00)"]);
    expect(wrap("  A: 30 s → 20 s (to fit 5:00)", 20)[0]).toBe("  A: 30 s → 20 s (to");
  });
});
