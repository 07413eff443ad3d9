/** Shorter forms of texts that come from exercises: their first sentence, their first clause. */
import type { PhraseVariants } from "./language.ts";

/** A sentence: up to its mark, and more than a number such as "1." */
const FIRST_SENTENCE = /^.{6,}?[.!?](?=\s)/u;
/** Up to the first comma, colon or dash; two words at least, so that it says something. */
const FIRST_CLAUSE = /^[^,;:.!?–—()]+\s[^,;:.!?–—()]+(?=\s*[,;:–—(])/u;

/** The text as a sentence of its own. */
export function toSentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  return /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** The whole, its first sentence. */
export function shortenToSentence(text: string): PhraseVariants {
  return normaliseVariants([toSentence(text), toSentence(FIRST_SENTENCE.exec(text)?.[0] ?? "")]);
}

/** The whole, its first sentence, its first clause. */
export function shortenToClause(text: string): PhraseVariants {
  return normaliseVariants([...shortenToSentence(text), toSentence(FIRST_CLAUSE.exec(text)?.[0] ?? "")]);
}

/** Without empty forms and repetitions, in the same order. */
export function normaliseVariants(forms: readonly string[]): PhraseVariants {
  return [...new Set(forms)].filter((form) => form !== "");
}
