/** Colours: none when asked for none, and readable on both backgrounds. */
import { describe, expect, test } from "vitest";
import { PHASES } from "../../src/terms.ts";
import { type Line, span, type Tone } from "../../src/ui/layout/line.ts";
import { createTheme, resolveColourLevel, resolveThemeName } from "../../src/ui/theme.ts";

const TONES: readonly Tone[] = [...PHASES, "prepare", "rest", "switch", "open", "finished", "dim", "accent", "alert"];
const LINE: Line = [span("HOLD", "hold", true), span(" "), span("rest", "dim")];

test("NO_COLOR leaves nothing but the text", () => {
  expect(createTheme("dark", resolveColourLevel({ NO_COLOR: "1" }, 3)).paint(LINE)).toBe("HOLD rest");
  expect(resolveColourLevel({ NO_COLOR: "" }, 3)).toBe(3);
});

test("a terminal of sixteen colours gets only those", () => {
  const text = createTheme("dark", 1).paint(TONES.map((tone) => span("x", tone)));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told of colours by control characters
  expect(text.replace(/\x1b\[(3[0-7]|39|90)m/g, "")).toBe("x".repeat(TONES.length));
});

describe.each([
  ["dark", "#1e1e1e"],
  ["dark", "#000000"],
  ["light", "#ffffff"],
] as const)("the %s theme on %s", (name, background) => {
  test.each(TONES)("%s can be read", (tone) => {
    const [, red, green, blue] = /38;2;(\d+);(\d+);(\d+)m/.exec(createTheme(name, 3).paint([span("x", tone)])) ?? [];
    expect(contrast([Number(red), Number(green), Number(blue)], hex(background))).toBeGreaterThanOrEqual(4.5);
  });
});

test("the terminal's own word about its background is taken when nobody chose", () => {
  expect(resolveThemeName("auto", { COLORFGBG: "0;15" })).toBe("light");
  expect(resolveThemeName("auto", { COLORFGBG: "15;0" })).toBe("dark");
  expect(resolveThemeName("auto", {})).toBe("dark");
  expect(resolveThemeName("light", { COLORFGBG: "15;0" })).toBe("light");
});

const hex = (text: string) => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));

/** Contrast of two colours as WCAG defines it. */
function contrast(a: readonly number[], b: readonly number[]): number {
  const [light = 0, dark = 0] = [a, b].map(luminance).sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
