/** A painted line taken apart into cells: a character each, and how it looks. */
import { SINGLE_WIDTH_TEXT } from "./fit-text.ts";

export interface Cells {
  readonly characters: readonly string[];
  /** For each character the sequences that set its style; empty for the terminal's own, and for a space that shows none. */
  readonly styles: readonly string[];
}

export const NO_CELLS: Cells = { characters: [], styles: [] };

/** The sequences of our texts: inverse, bold, a foreground and a background colour, and their ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told of styles by control characters
const STYLE_SEQUENCE = /\x1b\[([0-9;]*)m/g;

/**
 * The cells of a line; null when it has a character that may not take exactly one cell, or a style that is none of a
 * theme's.
 */
export function parseCells(line: string): Cells | null {
  const characters: string[] = [];
  const styles: string[] = [];
  let [ground, inverse, bold, colour, from] = ["", "", "", "", 0];
  const take = (text: string): boolean => {
    if (!SINGLE_WIDTH_TEXT.test(text)) return false;
    for (const character of text) {
      characters.push(character);
      // What a space shows is its ground.
      styles.push(character === " " && inverse === "" ? ground : ground + inverse + bold + colour);
    }
    return true;
  };
  for (const match of line.matchAll(STYLE_SEQUENCE)) {
    if (!take(line.slice(from, match.index))) return null;
    from = match.index + match[0].length;
    const code = match[1] ?? "";
    if (code === "0" || code === "") [ground, inverse, bold, colour] = ["", "", "", ""];
    else if (code === "1") bold = match[0];
    else if (code === "22") bold = "";
    else if (code === "7") inverse = match[0];
    else if (code === "27") inverse = "";
    else if (code === "39") colour = "";
    else if (/^(?:38;.*|[39][0-7])$/.test(code)) colour = match[0];
    else if (/^(?:48;.*|4[0-7])$/.test(code)) ground = match[0];
    else return null;
  }
  return take(line.slice(from)) ? { characters, styles } : null;
}

const RESET = "\x1b[0m";
const INVERSE = "\x1b[7m";

/** Whether a style shows on a space too. */
export function changesGround(style: string): boolean {
  return style.includes(INVERSE) || style.includes("\x1b[4");
}

/** What turns one style into another. */
export function buildStyleChange(before: string, after: string): string {
  if (before === "") return after;
  const [had, has] = [splitSequences(before), splitSequences(after)];
  const isKept = (one: string) => has.some((other) => sequenceKindOf(other) === sequenceKindOf(one));
  return had.every(isKept) ? has.filter((one) => !had.includes(one)).join("") : RESET + after;
}

function splitSequences(style: string): readonly string[] {
  return style.match(STYLE_SEQUENCE) ?? [];
}

function sequenceKindOf(sequence: string): string {
  if (sequence === "\x1b[1m" || sequence === INVERSE) return sequence;
  return sequence.startsWith("\x1b[4") ? "ground" : "colour";
}
