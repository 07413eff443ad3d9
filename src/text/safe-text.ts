/** Text of unknown origin made fit to be shown: nothing in it can move a cursor, ring a bell or turn the line round. */

/** Control characters, line and paragraph separators, direction overrides, halves of a character, byte order marks. */
const UNSAFE_CHARACTER = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
/** With the marks of direction that belong into texts of some scripts: beside other things in a row they turn those too. */
const UNSAFE_INLINE_RUN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/** Whether the text could do more to a terminal than stand on one line of it. */
export function isSafeText(text: string): boolean {
  return text.search(UNSAFE_CHARACTER) === -1;
}

/** The same text with every unsafe character written as an escape: `\u001b`. */
export function escapeUnsafeText(text: string): string {
  return text.replace(UNSAFE_CHARACTER, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The same text with a space for every run of characters that could change what stands beside it on a screen. */
export function replaceUnsafeText(text: string): string {
  return text.replace(UNSAFE_INLINE_RUN, " ");
}

/** The text in double quotes, escaped, and cut with "…" after `max` characters. */
export function quoteText(text: string, max = 40): string {
  // A character takes two units at most: a text of megabytes is not taken apart for its first words.
  const characters = [...text.slice(0, max * 2 + 2)];
  const cut = characters.length > max ? `${characters.slice(0, max).join("")}…` : text;
  return escapeUnsafeText(JSON.stringify(cut));
}
