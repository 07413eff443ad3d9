/** Colours: what each role looks like on dark and light terminals, at every colour depth. */
import { Chalk, type ChalkInstance, type ColorSupportLevel, type ForegroundColorName } from "chalk";
import type { FramePhase } from "../player/frame-types.ts";
import type { CharacterSet } from "../text/characters.ts";

export type ThemeName = "dark" | "light";

/** What a colour says. `plain` is the terminal's own; `dim` is read second; `track` is the empty part of a bar. */
export type ColourRole = FramePhase | "plain" | "dim" | "track" | "accent" | "alert";

/** A 24-bit colour, and one of the sixteen that every terminal has, which can be read whatever it makes of them. */
type PaletteColour = readonly [hex: string, basic: ForegroundColorName];

type PaletteRole = Exclude<ColourRole, "plain">;

const PALETTE: Readonly<Record<PaletteRole, Readonly<Record<ThemeName, PaletteColour>>>> = {
  concentric: { dark: ["#ffb454", "yellowBright"], light: ["#a04a00", "red"] },
  eccentric: { dark: ["#6cb6ff", "cyanBright"], light: ["#0a58b8", "blue"] },
  "pause-top": { dark: ["#8ddb8c", "greenBright"], light: ["#1a6b2f", "magenta"] },
  "pause-bottom": { dark: ["#a9b8c6", "white"], light: ["#51606e", "black"] },
  hold: { dark: ["#8ddb8c", "greenBright"], light: ["#1a6b2f", "magenta"] },
  work: { dark: ["#ff8f80", "redBright"], light: ["#b8232f", "red"] },
  roll: { dark: ["#5fd4c4", "cyanBright"], light: ["#0a6b63", "blue"] },
  contract: { dark: ["#ff9a6b", "redBright"], light: ["#a63c00", "red"] },
  relax: { dark: ["#93c9f5", "cyanBright"], light: ["#0969b8", "blue"] },
  stretch: { dark: ["#8ddb8c", "greenBright"], light: ["#1a6b2f", "magenta"] },
  inhale: { dark: ["#7fd8e8", "cyanBright"], light: ["#00677a", "blue"] },
  exhale: { dark: ["#b9b4f5", "cyanBright"], light: ["#5a49b8", "magenta"] },
  prepare: { dark: ["#f0d264", "yellowBright"], light: ["#7a5900", "black"] },
  rest: { dark: ["#8fb8d8", "cyan"], light: ["#37607f", "blue"] },
  switch: { dark: ["#d6a8ff", "magentaBright"], light: ["#7a3fc0", "magenta"] },
  open: { dark: ["#e6c7f2", "magentaBright"], light: ["#8a3a8f", "magenta"] },
  finished: { dark: ["#8ddb8c", "greenBright"], light: ["#1a6b2f", "blue"] },
  dim: { dark: ["#949ea9", "white"], light: ["#5c6670", "black"] },
  track: { dark: ["#69737e", "white"], light: ["#89919a", "gray"] },
  accent: { dark: ["#7fb7a4", "green"], light: ["#2f7d68", "blue"] },
  alert: { dark: ["#ffd166", "yellowBright"], light: ["#9a4b00", "red"] },
};

export interface Theme {
  /** The ground that the terminal has, as far as it is known: known without colours, too. */
  readonly ground: ThemeName;
  /** The value for Ink's `color`; undefined where the terminal's own colour is meant. */
  readonly colourOf: (role: ColourRole) => string | undefined;
  /** A text in a colour, for pictures that bring several of them; everything else leaves its colour to Ink. */
  readonly paint: (text: string, role: ColourRole) => string;
  /** The sequences that begin dark text on a ground of a colour; null without colours. */
  readonly groundOf: (role: ColourRole) => string | null;
  /** What the terminal can show: a picture that would be lost when it is converted is drawn otherwise. */
  readonly characters: CharacterSet;
  /** The level that chalk, and with it Ink, writes at: never none, as bold and inverse are no colours. */
  readonly chalkLevel: ColorSupportLevel;
}

/** Text on a ground, for which the colours of the dark palette are bright enough. */
export const GROUND_TEXT = "#101418";
export const groundColourOf = (role: ColourRole) => groundOf(role)[0];

const groundOf = (role: ColourRole) => PALETTE[role === "plain" ? "alert" : role].dark;

/** Of the sixteen colours those on which black can be read in every terminal: some have a dark red, blue and magenta. */
function basicGroundOf(role: ColourRole): "bgYellow" | "bgGreen" | "bgCyan" | "bgWhite" {
  const [, basic] = groundOf(role);
  if (/red|yellow/.test(basic)) return "bgYellow";
  if (/green/.test(basic)) return "bgGreen";
  return /cyan/.test(basic) ? "bgCyan" : "bgWhite";
}

/** @param level the terminal's colour depth: 0 none, 1 sixteen, 2 256, 3 true colour. */
export function createTheme(name: ThemeName, level: ColorSupportLevel, characters: CharacterSet = "full"): Theme {
  const chalk = new Chalk({ level });
  const styles = new Map<ColourRole, ChalkInstance>();
  const styleOf = (role: PaletteRole) => {
    const [hex, basic] = PALETTE[role][name];
    const style = styles.get(role) ?? (level === 1 ? chalk[basic] : chalk.hex(hex));
    styles.set(role, style);
    return style;
  };
  const groundOf = (role: ColourRole) => {
    if (level === 0) return null;
    const style = level === 1 ? chalk.black[basicGroundOf(role)] : chalk.hex(GROUND_TEXT).bgHex(groundColourOf(role));
    return style(" ").split(" ")[0] ?? null;
  };
  return {
    ground: name,
    groundOf,
    characters,
    colourOf: (role) => (role === "plain" || level === 0 ? undefined : PALETTE[role][name][level === 1 ? 1 : 0]),
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
