/** Tests over time, as a person reads them in a terminal of eighty columns. */
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { unwind } from "../../support/run-unwind.ts";

test("titles and notes of the pictures are broken between words where the terminal ends", async () => {
  const seen = "thigh=above,pain=no,rotation=none,knee=straight";
  expect((await unwind("assess", "--left", seen, "--right", seen)).code).toBe(0);
  const { out } = await unwind("assess", "history");
  expect(out.split("\n").filter((line) => stringWidth(line) > 80)).toEqual([]);
  expect(out).toMatch(/^Left: angle between .* a straighter\nknee\)$/m);
  expect(out).toMatch(/^Degrees that were not measured (.|\n)*\bas 75, 90 or 115\.$/m);
});
