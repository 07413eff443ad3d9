/** Parts of sentences: capitals, first sentences, counted nouns. */

/** The same with a capital letter at its start. */
export function capitaliseFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence up to its full stop; long enough not to be a number such as "1." */
const FIRST_SENTENCE = /^.{6,}?[.!?](?=\s)/u;

/** The first sentence of a text; the whole of it if it has only one. */
export function firstSentence(text: string): string {
  return FIRST_SENTENCE.exec(text)?.[0] ?? text;
}

/** "1 set", "3 sets". @param noun in the singular; its plural has an "s". */
export function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "2 of 3 sets", "1 of 1 set"; "no whole set" where none was planned, as in a round that a cap cut off. @param noun as {@link formatCount} takes it. */
export function formatShareOf(count: number, all: number, noun: string): string {
  return all === 0 ? `no whole ${noun}` : `${count} of ${formatCount(all, noun)}`;
}
