/** Ids for what only has a name. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { createIdFromName } from "../../src/text/id-from-name.ts";
import { anyText } from "../support/any-text.ts";

test.each([
  ["Heel drop", "heel-drop"],
  ["Élan  2", "elan-2"],
  ["Farmer's walk (heavy)", "farmers-walk-heavy"],
  ["8x squat", "line-8x-squat"],
  ["深蹲", "line-6df1-8e72"],
  ["…", "line"],
  ["psoas-march", "psoas-march"],
])("%s is %s", (name, id) => {
  expect(createIdFromName(name, "line")).toBe(id);
});

test("whatever the name, the id is one that a file may have", () => {
  fc.assert(
    fc.property(anyText({ maxLength: 200 }), (name) => {
      const id = createIdFromName(name, "line");
      expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(id.length).toBeLessThanOrEqual(64);
    }),
  );
});
