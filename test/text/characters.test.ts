/** Characters for terminals that lack some: the workout looks as it can, and nothing moves. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convertText, resolveCharacterSet } from "../../src/text/characters.ts";
import { textWidth } from "../../src/ui/fit-text.ts";
import { MARCH } from "../ui/support/frames.ts";
import { live, renderLines } from "../ui/support/render.tsx";

describe("the characters of a terminal", () => {
  test.each([
    [{}, "full"],
    [{ LANG: "C.UTF-8" }, "full"],
    [{ LANG: "de_DE.utf8", TERM: "xterm-256color" }, "full"],
    [{ LANG: "C.UTF-8", TERM: "linux" }, "blocks"],
    [{ LANG: "C.UTF-8", LC_ALL: "C" }, "ascii"],
    [{ LC_CTYPE: "en_US.ISO-8859-1", LANG: "C.UTF-8" }, "ascii"],
    [{ LC_ALL: "", LANG: "en_GB.UTF-8" }, "full"],
    [{ LC_ALL: "POSIX", TERM: "linux" }, "ascii"],
  ] as const)("of %o are %s", (env, set) => {
    expect(resolveCharacterSet("auto", env)).toBe(set);
  });

  test("are what the person says they are", () => {
    expect(resolveCharacterSet("ascii", { LANG: "C.UTF-8" })).toBe("ascii");
    expect(resolveCharacterSet("full", { LC_ALL: "C", TERM: "linux" })).toBe("full");
  });
});

test("ASCII is all that is left of any text without UTF-8, as wide as before", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."a 9é拉█▄░►…·⣿⢕−ß°∞⌫✓\n") }), (text) => {
      const shown = convertText(text, "ascii");
      expect(shown).toMatch(/^[\n -~]*$/);
      expect(shown.split("\n").map(textWidth)).toEqual(text.split("\n").map(textWidth));
    }),
  );
});

test("the styles of a text stay", () => {
  expect(convertText("\x1b[1m\x1b[38;2;1;2;3m█►\x1b[0m", "ascii")).toBe("\x1b[1m\x1b[38;2;1;2;3m#>\x1b[0m");
});

describe("a march", () => {
  const size = { columns: 80, rows: 24 };
  const screen = renderLines(live(MARCH, size, { hasFigures: true }), size);
  const shown = (set: "blocks" | "ascii") => screen.map((line) => convertText(line, set));

  test("without Braille has a figure of blocks, the side that rests in grey", () => {
    const text = shown("blocks").join("\n");
    expect(text).not.toMatch(/[\u2800-\u28ff▁]/);
    expect(text).toMatch(/▒/);
    expect(shown("blocks").map(textWidth)).toEqual(screen.map(textWidth));
  });

  test("without UTF-8 has its digits, bar, arrow and floor of signs, in the same places", () => {
    const lines = shown("ascii");
    expect(lines.join("\n")).toMatch(/^[\n -~]*$/);
    expect(lines.map(textWidth)).toEqual(screen.map(textWidth));
    expect(lines.filter((line) => line.includes("##########")).length).toBeGreaterThan(2);
    expect(lines.some((line) => /#+\.+ \.+ \.+/.test(line))).toBe(true);
    expect(lines.at(-1)).toContain("space pause | > skip | < back");
    expect(lines.some((line) => /____$/.test(line))).toBe(true);
  });
});
