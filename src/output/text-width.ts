/** How many columns text takes, and text broken into lines that fit. Text carries no escape sequences here. */

/** Columns of a text. */
export type TextMeasure = (text: string) => number;

/** Latin letters, dashes, quotes, "×" and "–": one column each, which spares most lists the tables of all other scripts. */
const SINGLE_WIDTH_TEXT = /^[\x20-\x7E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u203B]*$/;

/** A measure that is right for all the given text; the tables of wide characters are loaded only when some may be wide. */
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

/** The text with spaces behind it, so that it takes `columns`. */
export function padText(text: string, columns: number, measure: TextMeasure): string {
  return text + " ".repeat(Math.max(0, columns - measure(text)));
}

/** A word in parts that fit: first at its hyphens, then between any two characters as a reader sees them. */
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

/** Characters as a reader sees them. The segmenter takes 15 ms to start, which plain words need not wait for. */
function splitGraphemes(word: string): Iterable<string> {
  return SINGLE_WIDTH_TEXT.test(word) ? word : Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
}
