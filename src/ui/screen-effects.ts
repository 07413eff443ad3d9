/** The whole screen in the colour of a phase: for a moment as a flash, or for as long as the phase lasts as its ground. */
import { stripVTControlCharacters } from "node:util";
import { textWidth } from "./fit-text.ts";
import type { ScreenEffect } from "./painter.ts";
import type { ColourRole, Theme } from "./theme.ts";

const fillLine = (text: string, columns: number) =>
  text + " ".repeat(Math.max(0, columns - textWidth(stripVTControlCharacters(text))));

/** Lights up every cell, so that a flash is seen from the corner of the eye; the text stays. */
export function createFlashEffect({ paint }: Theme, role: ColourRole): ScreenEffect {
  return (line, columns) => `\x1b[7m${paint(fillLine(stripVTControlCharacters(line), columns), role)}\x1b[27m`;
}

/** Every sequence of a style but bold and inverse and their ends: there is one colour for all text on a ground. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told of styles by control characters
const COLOUR_SEQUENCE = /\x1b\[(?!(?:1|22|7|27)m)[\d;]*m/g;

/** Gives every cell the colour of a role as its ground, with dark text on it; null in a theme without colours. */
export function createGroundEffect({ groundOf }: Theme, role: ColourRole): ScreenEffect | null {
  const style = groundOf(role);
  if (style === null) return null;
  return (line, columns) => `${style}${fillLine(line.replace(COLOUR_SEQUENCE, ""), columns)}\x1b[0m`;
}
