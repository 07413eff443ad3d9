/** Colours: what each tone looks like on a dark and on a light terminal, with as many colours as the terminal has. */
import { Chalk, type ChalkInstance, type ColorSupportLevel } from "chalk";
import type { Line, Span, Tone } from "./layout/line.ts";

export type ThemeName = "dark" | "light";

/** A colour as 24 bits, and the name of its nearest of the sixteen that every terminal has. */
type PaletteColour = readonly [hex: string, basic: "red" | "green" | "yellow" | "blue" | "magenta" | "cyan" | "gray"];

type Palette = Readonly<Record<Exclude<Tone, "plain">, PaletteColour>>;

const DARK_PALETTE: Palette = {
  concentric: ["#ffb454", "yellow"],
  eccentric: ["#6cb6ff", "blue"],
  "pause-top": ["#8ddb8c", "green"],
  "pause-bottom": ["#a9b8c6", "cyan"],
  hold: ["#8ddb8c", "green"],
  work: ["#ff8f80", "red"],
  roll: ["#5fd4c4", "cyan"],
  contract: ["#ff9a6b", "red"],
  relax: ["#93c9f5", "blue"],
  stretch: ["#8ddb8c", "green"],
  prepare: ["#f0d264", "yellow"],
  rest: ["#8fb8d8", "cyan"],
  switch: ["#d6a8ff", "magenta"],
  open: ["#e6c7f2", "magenta"],
  finished: ["#8ddb8c", "green"],
  dim: ["#949ea9", "gray"],
  track: ["#4a535d", "gray"],
  accent: ["#7fb7a4", "green"],
  alert: ["#ffd166", "yellow"],
};

const LIGHT_PALETTE: Palette = {
  concentric: ["#a04a00", "red"],
  eccentric: ["#0a58b8", "blue"],
  "pause-top": ["#1a6b2f", "green"],
  "pause-bottom": ["#51606e", "cyan"],
  hold: ["#1a6b2f", "green"],
  work: ["#b8232f", "red"],
  roll: ["#0a6b63", "cyan"],
  contract: ["#a63c00", "red"],
  relax: ["#0969b8", "blue"],
  stretch: ["#1a6b2f", "green"],
  prepare: ["#7a5900", "magenta"],
  rest: ["#37607f", "blue"],
  switch: ["#7a3fc0", "magenta"],
  open: ["#8a3a8f", "magenta"],
  finished: ["#1a6b2f", "green"],
  dim: ["#5c6670", "gray"],
  track: ["#c3cad1", "gray"],
  accent: ["#2f7d68", "green"],
  alert: ["#9a4b00", "red"],
};

export interface Theme {
  /** A line with its colours, ready for the terminal. */
  readonly paint: (line: Line) => string;
}

/** @param level colours of the terminal: 0 none, 1 sixteen, 2 256, 3 all of them. */
export function createTheme(name: ThemeName, level: ColorSupportLevel): Theme {
  const chalk = new Chalk({ level });
  const palette = name === "dark" ? DARK_PALETTE : LIGHT_PALETTE;
  const styles = new Map<string, ChalkInstance>();
  const styleOf = ({ tone, bold }: Span): ChalkInstance => {
    const key = bold ? `${tone} bold` : tone;
    const known = styles.get(key);
    if (known) return known;
    const colour = tone === "plain" ? chalk : level === 1 ? chalk[palette[tone][1]] : chalk.hex(palette[tone][0]);
    const style = bold ? colour.bold : colour;
    styles.set(key, style);
    return style;
  };
  const paintPiece = (piece: Span) => {
    // Inverse is no colour: it is there for who wants none.
    if (piece.inverse) return `\x1b[7m${styleOf(piece)(piece.text)}\x1b[27m`;
    return piece.text.trim() === "" ? piece.text : styleOf(piece)(piece.text);
  };
  const paint = (line: Line) => line.map(paintPiece).join("");
  return { paint };
}

/** How many colours to use: none when the person says so, by the convention of no-color.org. */
export function resolveColourLevel(env: Readonly<Record<string, string | undefined>>, found: ColorSupportLevel) {
  return env["NO_COLOR"] ? 0 : found;
}

/** The theme to use: the person's choice, or what the terminal says of its background (COLORFGBG), or dark. */
export function resolveThemeName(
  choice: ThemeName | "auto",
  env: Readonly<Record<string, string | undefined>>,
): ThemeName {
  if (choice !== "auto") return choice;
  const background = Number(env["COLORFGBG"]?.split(";").at(-1));
  return background === 7 || (background >= 9 && background <= 15) ? "light" : "dark";
}
