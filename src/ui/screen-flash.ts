/** The whole screen in one colour: every cell of it, so that a flash is seen from the corner of the eye. */
import { stripVTControlCharacters } from "node:util";
import { Chalk } from "chalk";
import { textWidth } from "./fit-text.ts";
import type { ColourRole, Theme } from "./theme.ts";

/** What lights up a line from edge to edge; its text stays. */
export function createFlashEffect({ colourOf, chalkLevel }: Theme, role: ColourRole, columns: number) {
  const chalk = new Chalk({ level: chalkLevel });
  const colour = colourOf(role);
  const paint = colour === undefined ? chalk.inverse : colour.startsWith("#") ? chalk.hex(colour).inverse : null;
  return (line: string): string => {
    const text = stripVTControlCharacters(line);
    const whole = text + " ".repeat(Math.max(0, columns - textWidth(text)));
    return paint ? paint(whole) : chalk[colour as "red"].inverse(whole);
  };
}
