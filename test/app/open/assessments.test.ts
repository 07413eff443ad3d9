/** The routine that follows from the last test, where there is one to do. */
import { expect, test } from "vitest";
import { giveFreshHome, skipWaiting, unwind } from "../../support/run-unwind.ts";

giveFreshHome();
skipWaiting();

test.each([
  ["both sides hurt", ["--left", "pain=hip", "--right", "pain=both"], "left hurts; right hurts"],
  ["the one side that was tested hurts", ["--left", "pain=knee"], "left hurts; right was not tested"],
])("where %s, for-me says to see someone, and neither begins nor plans anything", async (_, sides, found) => {
  expect((await unwind("assess", ...sides)).code).toBe(0);
  for (const words of [
    ["run", "for-me", "--plain", "--speed", "1000"],
    ["plan", "for-me"],
  ]) {
    const { code, out, error } = await unwind(...words);
    expect([code, out]).toEqual([2, ""]);
    expect(error).toContain(`for-me has nothing to do: ${found} (tested on `);
    expect(error).toContain("see a doctor or physiotherapist first");
  }
});
