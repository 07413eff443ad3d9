/** JSON as a person would lay it out. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCompactJson } from "../../src/text/compact-json.ts";

test("what fits stands in a line, the outermost object is spread out", () => {
  const long = Array.from({ length: 5 }, (_, index) => ({ exercise: `an-exercise-of-some-length-${index}`, reps: 10 }));
  expect(formatCompactJson({ name: "A", left: undefined, none: [], empty: {}, blocks: long })).toBe(
    `{\n  "name": "A",\n  "none": [],\n  "empty": {},\n  "blocks": [\n${long
      .map(({ exercise, reps }) => `    { "exercise": "${exercise}", "reps": ${reps} }`)
      .join(",\n")}\n  ]\n}`,
  );
});

test("it is read back as the same value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(JSON.parse(formatCompactJson(value))).toEqual(JSON.parse(text));
    }),
  );
});
