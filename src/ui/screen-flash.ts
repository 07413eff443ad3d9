/** The whole screen in one colour: every cell of it, so that a flash is seen from the corner of the eye. */
import { stripVTControlCharacters } from "node:util";
import { textWidth } from "./fit-text.ts";
import type { ColourRole, Theme } from "./theme.ts";

/** What lights up a line from edge to edge; its text stays. */
export function createFlashEffect({ paint }: Theme, role: ColourRole, columns: number) {
  return (line: string): string => {
    const text = stripVTControlCharacters(line);
    return `\x1b[7m${paint(text + " ".repeat(Math.max(0, columns - textWidth(text))), role)}\x1b[27m`;
  };
}
