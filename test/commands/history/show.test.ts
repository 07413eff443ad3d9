/** One session in full: `unwind history show`, as a user calls it. */
import { expect, test } from "vitest";
import { giveFreshHome, given, json, unwind } from "../../support/run-unwind.ts";

giveFreshHome();

test("unwind history show prints one session with every step in the promised shape", async () => {
  given("newer123", 2);
  const shown = await json("history", "show", "newer");
  expect(shown).toMatchObject({ id: "newer123", status: "finished", effort: null, tightness: null, notes: [] });
  expect(Object.keys(shown.steps[1])).toEqual(
    expect.arrayContaining([
      "index",
      "kind",
      "exercise",
      "side",
      "set",
      "reps",
      "plannedSeconds",
      "actualSeconds",
      "how",
    ]),
  );
  expect(shown.steps[1]).toMatchObject({
    index: 1,
    kind: "set",
    exercise: "march",
    set: { index: 1, of: 2 },
    how: "completed",
  });
  expect((await unwind("history", "show", "last")).out).toMatch(/Pigeon pose +left +2\/2/);
});
