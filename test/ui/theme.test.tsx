/** Colours: none when asked for none, and readable on both backgrounds. */
import { describe, expect, test } from "vitest";
import { PHASES } from "../../src/terms.ts";
import { ThemedText } from "../../src/ui/components/ThemedText.tsx";
import {
  type ColourRole,
  createTheme,
  GROUND_TEXT,
  groundColourOf,
  resolveColourLevel,
  resolveThemeName,
} from "../../src/ui/theme.ts";
import { renderStyled } from "./support/render.tsx";

const ROLES: readonly ColourRole[] = [
  ...PHASES,
  "prepare",
  "rest",
  "switch",
  "open",
  "finished",
  "dim",
  "accent",
  "alert",
];

test("NO_COLOR leaves no colour, but bold and inverse", () => {
  const theme = createTheme("dark", resolveColourLevel({ NO_COLOR: "1" }, 3));
  const text = (
    <ThemedText colour="hold" bold inverse>
      HOLD
    </ThemedText>
  );
  expect(renderStyled(text, { columns: 20, rows: 5 }, theme)).toEqual(["\x1b[7m\x1b[1mHOLD\x1b[22m\x1b[27m"]);
  expect(resolveColourLevel({ NO_COLOR: "" }, 3)).toBe(3);
});

test("a terminal of sixteen colours gets only those", () => {
  const theme = createTheme("dark", 1);
  for (const role of ROLES) {
    const [line] = renderStyled(<ThemedText colour={role}>x</ThemedText>, { columns: 20, rows: 5 }, theme);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told of colours by control characters
    expect(line).toMatch(/^\x1b\[(3[0-7]|9[0-6])mx\x1b\[39m$/);
  }
});

describe.each([
  ["dark", "#1e1e1e"],
  ["dark", "#000000"],
  ["light", "#ffffff"],
] as const)("the %s theme on %s", (name, background) => {
  test.each(ROLES)("%s can be read", (role) => {
    expect(contrast(hex(createTheme(name, 3).colourOf(role) ?? ""), hex(background))).toBeGreaterThanOrEqual(4.5);
  });
});

test.each(ROLES)("dark text on the ground of %s can be read, also in the digits of the last seconds", (role) => {
  expect(contrast(hex(GROUND_TEXT), hex(groundColourOf(role)))).toBeGreaterThanOrEqual(4.5);
});

/** What the names of the sixteen colours mean in two terminals: the Linux console, and xterm. */
const SIXTEEN = [
  { 30: "#000000", 31: "#aa0000", 34: "#0000aa", 35: "#aa00aa", 36: "#00aaaa", 37: "#aaaaaa", 32: "#00aa00" },
  { 30: "#000000", 31: "#cd0000", 34: "#0000ee", 35: "#cd00cd", 36: "#00cdcd", 37: "#e5e5e5", 32: "#00cd00" },
].map((dim, index) => ({
  ...dim,
  ...(index === 0
    ? { 91: "#ff5555", 92: "#55ff55", 93: "#ffff55", 95: "#ff55ff", 96: "#55ffff" }
    : { 91: "#ff0000", 92: "#00ff00", 93: "#ffff00", 95: "#ff00ff", 96: "#00ffff" }),
}));

describe.each([
  ["dark", "#000000"],
  ["light", "#ffffff"],
] as const)("the %s theme in sixteen colours", (name, background) => {
  test.each(ROLES)("%s can be read", (role) => {
    const code = Number(/\[(\d+)m/.exec(createTheme(name, 1).paint("x", role))?.[1]);
    for (const colours of SIXTEEN) {
      const value = (colours as Readonly<Record<number, string>>)[code];
      expect(value, `colour ${code}`).toBeDefined();
      expect(contrast(hex(value ?? ""), hex(background))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test.each([
  ["dark", "#1e1e1e"],
  ["light", "#ffffff"],
] as const)("the empty part of a bar is a large sign that can be seen in the %s theme", (name, background) => {
  expect(contrast(hex(createTheme(name, 3).colourOf("track") ?? ""), hex(background))).toBeGreaterThanOrEqual(3);
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
