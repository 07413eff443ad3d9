/** Help fits its terminal. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { reflowText } from "../../src/text/reflow.ts";

test("paragraphs are filled, examples keep their columns", () => {
  const text = `
One line of words that somebody broke
in the middle of a page.

Examples:
  unwind run                    the default routine, step by step, until it ends
  unwind plan psoas-program --reps psoas-march=12    all of it
  unwind show pigeon
`;
  expect(reflowText(text, 50)).toBe(
    `
One line of words that somebody broke in the
middle of a page.

Examples:
  unwind run                    the default routine, step by step, until it ends
  unwind plan psoas-program --reps psoas-march=12
      all of it
  unwind show pigeon
`.replace(
      "  unwind run                    the default routine, step by step, until it ends",
      "  unwind run\n      the default routine, step by step, until it\n      ends",
    ),
  );
  expect(reflowText("  level     which end of each range to use, easy or hard", 40)).toBe(
    "  level     which end of each range to\n            use, easy or hard",
  );
});

test("twenty columns are enough for flags, words and commands", () => {
  const text = `Options:
  -V, --version              print the version
  --remote-port <port>       where the page is

Examples:
  unwind run "3x(10 squat, 30s plank)"
`;
  expect(reflowText(text, 20)).toBe(`Options:
  -V, --version
    print the
    version
  --remote-port
    <port>
    where the page
    is

Examples:
  unwind run "3x(10
    squat, 30s
    plank)"
`);
});

test("no word is lost or broken, and no line is wider unless a word or a command is", () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  const line = fc
    .tuple(fc.constantFrom("", "  "), fc.array(word, { maxLength: 30 }))
    .map(([indent, words]) => indent + words.join(" "));
  fc.assert(
    fc.property(fc.array(line), fc.integer({ min: 10, max: 120 }), (lines, columns) => {
      const text = lines.join("\n");
      const shown = reflowText(text, columns);
      expect(shown.split(/\s+/)).toEqual(text.split(/\s+/));
      const most = Math.min(Math.max(columns, 18), 100);
      for (const one of shown.split("\n")) expect(one.length).toBeLessThanOrEqual(most);
    }),
  );
});
