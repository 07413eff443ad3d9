/** Colours: what each role looks like on dark and light terminals, at every colour depth. */
import { Chalk, type ChalkInstance, type ColorSupportLevel } from "chalk";
import type { FramePhase } from "../player/types.ts";

export type ThemeName = "dark" | "light";

/** What a colour says. `plain` is the terminal's own; `dim` is read second; `track` is the empty part of a bar. */
export type ColourRole = FramePhase | "plain" | "dim" | "track" | "accent" | "alert";

/** A 24-bit colour, and the nearest of the sixteen that every terminal has. */
type PaletteColour = readonly [hex: string, basic: "red" | "green" | "yellow" | "blue" | "magenta" | "cyan" | "gray"];

type Palette = Readonly<Record<Exclude<ColourRole, "plain">, PaletteColour>>;

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
  inhale: ["#7fd8e8", "cyan"],
  exhale: ["#b9b4f5", "blue"],
  prepare: ["#f0d264", "yellow"],
  rest: ["#8fb8d8", "cyan"],
  switch: ["#d6a8ff", "magenta"],
  open: ["#e6c7f2", "magenta"],
  finished: ["#8ddb8c", "green"],
  dim: ["#949ea9", "gray"],
  track: ["#69737e", "gray"],
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
  inhale: ["#00677a", "cyan"],
  exhale: ["#5a49b8", "blue"],
  prepare: ["#7a5900", "magenta"],
  rest: ["#37607f", "blue"],
  switch: ["#7a3fc0", "magenta"],
  open: ["#8a3a8f", "magenta"],
  finished: ["#1a6b2f", "green"],
  dim: ["#5c6670", "gray"],
  track: ["#89919a", "gray"],
  accent: ["#2f7d68", "green"],
  alert: ["#9a4b00", "red"],
};

export interface Theme {
  /** The value for Ink's `color`; undefined where the terminal's own colour is meant. */
  readonly colourOf: (role: ColourRole) => string | undefined;
  /** A text in a colour, for pictures that bring several of them; everything else leaves its colour to Ink. */
  readonly paint: (text: string, role: ColourRole) => string;
  /** The sequences that begin dark text on a ground of a colour; null without colours. */
  readonly groundOf: (role: ColourRole) => string | null;
  /** The level that chalk, and with it Ink, writes at: never none, as bold and inverse are no colours. */
  readonly chalkLevel: ColorSupportLevel;
}

/** Text on a ground, for which the colours of the dark palette are bright enough. */
export const GROUND_TEXT = "#101418";
export const groundColourOf = (role: ColourRole) => DARK_PALETTE[role === "plain" ? "alert" : role][0];

/** Of the sixteen colours those on which black can be read in every terminal: their blue, red and magenta can be dark. */
const BASIC_GROUNDS = {
  red: "bgYellow",
  yellow: "bgYellow",
  green: "bgGreen",
  blue: "bgCyan",
  cyan: "bgCyan",
  magenta: "bgWhite",
  gray: "bgWhite",
} as const;

/** @param level the terminal's colour depth: 0 none, 1 sixteen, 2 256, 3 true colour. */
export function createTheme(name: ThemeName, level: ColorSupportLevel): Theme {
  const palette = name === "dark" ? DARK_PALETTE : LIGHT_PALETTE;
  const chalk = new Chalk({ level });
  const styles = new Map<ColourRole, ChalkInstance>();
  const styleOf = (role: Exclude<ColourRole, "plain">) => {
    const style = styles.get(role) ?? (level === 1 ? chalk[palette[role][1]] : chalk.hex(palette[role][0]));
    styles.set(role, style);
    return style;
  };
  const groundOf = (role: ColourRole) => {
    if (level === 0) return null;
    const basic = BASIC_GROUNDS[DARK_PALETTE[role === "plain" ? "alert" : role][1]];
    const style = level === 1 ? chalk.black[basic] : chalk.hex(GROUND_TEXT).bgHex(groundColourOf(role));
    return style(" ").split(" ")[0] ?? null;
  };
  return {
    groundOf,
    colourOf: (role) => (role === "plain" || level === 0 ? undefined : palette[role][level === 1 ? 1 : 0]),
    paint: (text, role) => (role === "plain" || level === 0 ? text : styleOf(role)(text)),
    chalkLevel: level === 0 ? 1 : level,
  };
}

/** The colour depth to use: none if the user set NO_COLOR (no-color.org). */
export function resolveColourLevel(env: Readonly<Record<string, string | undefined>>, found: ColorSupportLevel) {
  return env["NO_COLOR"] ? 0 : found;
}

/** The theme to use: the user's choice, else what COLORFGBG says about the background, else dark. */
export function resolveThemeName(
  choice: ThemeName | "auto",
  env: Readonly<Record<string, string | undefined>>,
): ThemeName {
  if (choice !== "auto") return choice;
  const background = Number(env["COLORFGBG"]?.split(";").at(-1));
  return background === 7 || (background >= 9 && background <= 15) ? "light" : "dark";
}
