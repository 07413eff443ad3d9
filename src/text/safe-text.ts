/** Makes text of unknown origin safe to show: it cannot move the cursor, ring the bell or reverse the line. */

/**
 * Control characters, line and paragraph separators, direction overrides, halves of a character, byte order marks. Written
 * out: as Unicode properties (Cc, Zl, Zp, Cs) they would take a tenth of a start to look up.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE_CHARACTER = /[\0-\x1F\x7F-\x9F\u2028\u2029\uD800-\uDFFF\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
/** Also the direction marks that some scripts need: on a shared line they would reorder the text beside them. */
const UNSAFE_INLINE_RUN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x1F\x7F-\x9F\u2028\u2029\uD800-\uDFFF\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/** Whether the text can only be printed on one line, and cannot control the terminal. */
export function isSafeText(text: string): boolean {
  return text.search(UNSAFE_CHARACTER) === -1;
}

/** Writes every unsafe character as an escape: `\u001b`. */
export function escapeUnsafeText(text: string): string {
  return text.replace(UNSAFE_CHARACTER, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Replaces every run of characters that could change the text beside it on the screen by a space. */
export function replaceUnsafeText(text: string): string {
  return text.replace(UNSAFE_INLINE_RUN, " ");
}

/** The text in double quotes, escaped, and cut with "…" after `max` characters. */
export function quoteText(text: string, max = 40): string {
  // A character has at most two code units. Slicing first avoids splitting megabytes for a few words.
  const characters = [...text.slice(0, max * 2 + 2)];
  const cut = characters.length > max ? `${characters.slice(0, max).join("")}…` : text;
  return escapeUnsafeText(JSON.stringify(cut));
}

/** Quotes an argument so that it can be pasted into a shell. */
export function quoteForShell(word: string): string {
  const safe = escapeUnsafeText(word);
  return /^[\w@%+=:,./-]+$/.test(safe) ? safe : `'${safe.replaceAll("'", `'\\''`)}'`;
}
