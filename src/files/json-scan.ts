/** Looks over a JSON text without reading it: strings, comments and brackets, no more. */
import { LIMITS } from "../limits.ts";

/** Where the first bracket stands that opens one level too many; null when none does. Knows strings and comments, no more. */
export function findExcessiveNesting(text: string): number | null {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    // By code: every session of a long history passes here.
    switch (text.charCodeAt(index)) {
      case CODES.quote:
        index = endOfString(text, index);
        break;
      case CODES.slash:
        if (text[index + 1] === "/") index = endOf(text, "\n", index);
        else if (text[index + 1] === "*") index = endOf(text, "*/", index);
        break;
      case CODES.openBrace:
      case CODES.openBracket:
        depth += 1;
        if (depth > LIMITS.depth) return index;
        break;
      case CODES.closeBrace:
      case CODES.closeBracket:
        depth -= 1;
    }
  }
  return null;
}

const CODES = {
  quote: 0x22,
  slash: 0x2f,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
} as const;

/** The closing quote of the string that begins at a quote, or the length of a text that has none. */
export function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === CODES.backslash) before -= 1;
    // Backslashes stand for themselves in pairs; one that is left over belongs to the quote.
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}

/** Where the next `sign` ends that follows the start of a comment. */
export function endOf(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from + 2);
  return found < 0 ? text.length : found + sign.length - 1;
}
