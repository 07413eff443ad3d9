/** Measures, wraps and pads text by terminal columns. The text must not contain escape sequences. */

/** Measures how many columns a text takes. */
export type TextMeasure = (text: string) => number;

/**
 * Latin letters, dashes, quotes, "×" and "–": one column each. Most lists contain nothing else, so the tables for other
 * scripts need not be loaded.
 */
const SINGLE_WIDTH_TEXT = /^[\x20-\x7E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u203B]*$/;

/** A measure that is correct for all given texts; tables of wide characters are loaded only if needed. */
export async function loadTextMeasure(texts: Iterable<string>): Promise<TextMeasure> {
  for (const text of texts) {
    if (!SINGLE_WIDTH_TEXT.test(text)) {
      const { default: stringWidth } = await import("string-width");
      return stringWidth;
    }
  }
  return (text) => text.length;
}

/** Lines of at most `columns`, broken at spaces; a word that is longer than a line is broken within. */
export function wrapText(text: string, columns: number, measure: TextMeasure): readonly string[] {
  // Most texts fit as they are. A space in front would be lost below.
  if (!text.startsWith(" ") && measure(text) <= columns) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((long) => splitLongWord(long, columns, measure))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** The same for a text that begins with a label of `indent` characters: further lines stand below what follows it. */
export function wrapHanging(text: string, indent: number, columns: number, measure: TextMeasure): readonly string[] {
  // A short label ends before the indent, with a space behind it that stays.
  const start = text.length - text.slice(indent).trimStart().length;
  const [first = "", ...others] = wrapText(text.slice(start), Math.max(1, columns - start), measure);
  return [text.slice(0, start) + first, ...others.map((line) => " ".repeat(indent) + line)];
}

/**
 * A command behind its label on one line, or where it is longer on several, which a shell takes as one: each but the last
 * ends in a backslash. @param words that stay whole, quoted where a shell needs it.
 */
export function wrapCommand(
  label: string,
  words: readonly string[],
  columns: number,
  measure: TextMeasure,
): readonly string[] {
  const whole = label + words.join(" ");
  if (measure(whole) <= columns) return [whole];
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && measure(longer) <= columns - CONTINUED.length) lines[lines.length - 1] = longer;
    else lines.push(lines.length === 0 ? word : `  ${word}`);
  }
  return [label.trimEnd(), ...lines.map((line, index) => (index < lines.length - 1 ? line + CONTINUED : line))];
}

/** What joins a line of a command to the next one. */
const CONTINUED = " \\";

/** Parts with a separator between them, on as few lines as they fit on; a part that is too long for a line is wrapped. */
export function joinInLines(
  parts: readonly string[],
  separator: string,
  columns: number,
  measure: TextMeasure,
): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const joined = `${lines.at(-1)}${separator}${part}`;
    if (lines.length > 0 && measure(joined) <= columns) lines[lines.length - 1] = joined;
    else lines.push(...wrapText(part, columns, measure));
  }
  return lines;
}

/** Pads the text with spaces to `columns`. */
export function padText(text: string, columns: number, measure: TextMeasure): string {
  return text + " ".repeat(Math.max(0, columns - measure(text)));
}

/** Splits a word into parts that fit: at hyphens first, then between characters as a reader sees them. */
function splitLongWord(word: string, columns: number, measure: TextMeasure): readonly string[] {
  if (measure(word) <= columns) return [word];
  const parts: string[] = [];
  let part = "";
  for (const segment of splitGraphemes(word)) {
    if (part !== "" && measure(part + segment) > columns) {
      const hyphen = part.lastIndexOf("-") + 1;
      parts.push(hyphen > 0 ? part.slice(0, hyphen) : part);
      part = hyphen > 0 ? part.slice(hyphen) : "";
    }
    part += segment;
  }
  return [...parts, part];
}

/** Characters as a reader sees them. The segmenter takes 15 ms to start, so simple words skip it. */
function splitGraphemes(word: string): Iterable<string> {
  return SINGLE_WIDTH_TEXT.test(word) ? word : Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
}
