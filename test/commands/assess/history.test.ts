/** Tests over time, as a person reads them in a terminal of eighty columns. */
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { giveFreshHome, unwind } from "../../support/run-unwind.ts";

giveFreshHome();

test("titles and notes of the pictures are broken between words where the terminal ends", async () => {
  const seen = "thigh=below,pain=no,rotation=none,knee=straight";
  expect((await unwind("assess", "--left", seen, "--right", seen)).code).toBe(0);
  const { out } = await unwind("assess", "history");
  expect(out.split("\n").filter((line) => stringWidth(line) > 80)).toEqual([]);
  expect(out).toMatch(/^Left: angle between .* a straighter\nknee\)$/m);
  expect(out).toMatch(/^The line through a point is the measurement error: (.|\n)*\bas\s75,\s90\sor\s115\.$/m);
});
