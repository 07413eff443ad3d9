/** JSON as people write it: what is allowed beyond the standard, how deep it may go, and where a slip is. */
import * as fc from "fast-check";
import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { parseJsonText, positionAt } from "../../src/files/json-text.ts";
import { LIMITS } from "../../src/limits.ts";

test.each([
  ["a comment to the end of the line", '{"a": 1 // one\n}', { a: 1 }],
  ["a comment between", '/* [ */ {"a": /* { */ 1}', { a: 1 }],
  ["a comma behind the last entry", '{"a": [1, 2,],}', { a: [1, 2] }],
  ["what looks like a comment in text", '["a // b", "/* c */",]', ["a // b", "/* c */"]],
  ["escapes in text", '["\\"\\\\", "\\u00e4",]', ['"\\', "ä"]],
  ["numbers of every kind", "[-0.5, 1e3, 0, 12,]", [-0.5, 1000, 0, 12]],
  ["words that have a meaning", "[true, false, null,]", [true, false, null]],
  ["a name that objects have by themselves", '{"__proto__": 1,}', JSON.parse('{"__proto__": 1}')],
])("%s is read", (_, text, value) => {
  expect(parseJsonText(text)).toEqual({ ok: true, value });
});

test.each([
  ["", 0, "not JSON: expected a value: text in double quotes, a number, a list or an object"],
  ["[1 2]", 3, 'not JSON: expected a comma, found "2"'],
  ["[1,,2]", 3, 'not JSON: expected a value (is there a comma too many before it?), found ","'],
  ["{a: 1}", 1, 'not JSON: expected a name in double quotes (is there a comma too many before it?), found "a"'],
  ['{"a" 1}', 5, 'not JSON: expected a colon, found "1"'],
  ['{"a": 1', 7, "not JSON: expected a closing }"],
  ["[1", 2, "not JSON: expected a closing ]"],
  ["[] []", 3, 'not JSON: expected nothing more, found "["'],
  ["[01]", 1, 'not JSON: expected a number such as 30 or 2.5, found "01"'],
  ["[.5]", 1, 'not JSON: expected a number such as 30 or 2.5, found ".5"'],
  ['["a\nb"]', 1, 'not JSON: expected a closing quote, found "\\""'],
  ['["a\tb"]', 3, 'not JSON: expected no control characters in text, found "\\t"'],
  ['["\\q"]', 2, 'not JSON: expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u after the backslash, found "\\\\"'],
  ['["\\u12"]', 2, 'not JSON: expected \\u with four figures, found "\\\\"'],
  ["[1] /* open", 4, 'not JSON: expected the end of the comment, */, found "/"'],
])("%j stops being JSON at %d", (text, offset, message) => {
  expect(parseJsonText(text)).toEqual({ ok: false, offset, message });
});

describe("depth", () => {
  const nested = (levels: number) => `${"[".repeat(levels)}1,${"]".repeat(levels)}`;

  test("as deep as the limit is read, one level more is not", () => {
    expect(parseJsonText(nested(LIMITS.depth)).ok).toBe(true);
    expect(parseJsonText(nested(LIMITS.depth + 1))).toEqual({
      ok: false,
      offset: LIMITS.depth,
      message: "nested too deeply; expected at most 32 levels",
    });
  });

  test.each(['"[[\\"[["', "// [[\n", "/* [[ */"])("brackets in %j are not counted", (piece) => {
    const text = piece.startsWith('"') ? `[${Array(40).fill(piece).join(",")}]` : `${piece.repeat(40)}[]`;
    expect(parseJsonText(text).ok).toBe(true);
  });
});

test("lines are counted as editors count them", () => {
  expect(positionAt("a\r\nb\rc\nd", 7)).toEqual({ line: 4, column: 1 });
  expect(positionAt("ab\ncd", 4)).toEqual({ line: 2, column: 2 });
});

test("whatever JSON can say is read as JSON.parse reads it, also with what people add", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.boolean(), (text, commented) => {
      const written = commented ? `// mine\n${text.replaceAll("]", ",]").replaceAll("[,]", "[]")} // end` : text;
      const read = parseJsonText(written);
      // A bracket in a text is part of it, and changes what it says.
      if (!commented || !/"[^"]*\][^"]*"/.test(text)) expect(read).toEqual({ ok: true, value: JSON.parse(text) });
    }),
  );
});

test("what an editor that allows comments refuses is refused, and what it takes is taken", () => {
  let taken = 0;
  const piece = fc.constantFrom(..."{}[],:", '"a"', "1", "-", "true", "nul", " ", "\n", "// c\n", "/* c */", '"', "\\");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const errors: ParseError[] = [];
      const value: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: false });
      const read = parseJsonText(text);
      const names = errors.map(({ error }) => printParseErrorCode(error));
      expect(read.ok, `${JSON.stringify(text)} ${names}`).toBe(errors.length === 0);
      if (read.ok) {
        taken += 1;
        expect(read.value).toEqual(value);
      } else expect(read.offset).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2000 },
  );
  // Some 60 of 2000 are JSON, by chance.
  expect(taken).toBeGreaterThan(0);
});
