/** Shorter forms of texts that come from exercises: their first sentence, their first clause. */
import type { Forms } from "./language.ts";

/** A sentence: up to its mark, and more than a number such as "1." */
const SENTENCE = /^.{6,}?[.!?](?=\s)/u;
/** Up to the first comma, colon or dash; two words at least, so that it says something. */
const CLAUSE = /^[^,;:.!?–—()]+\s[^,;:.!?–—()]+(?=\s*[,;:–—(])/u;

/** The text as a sentence of its own. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  return /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** The whole, its first sentence. */
export function bySentence(text: string): Forms {
  return distinct([sentence(text), sentence(SENTENCE.exec(text)?.[0] ?? "")]);
}

/** The whole, its first sentence, its first clause. */
export function byClause(text: string): Forms {
  return distinct([...bySentence(text), sentence(CLAUSE.exec(text)?.[0] ?? "")]);
}

/** Without empty forms and repetitions, in the same order. */
export function distinct(forms: readonly string[]): Forms {
  return [...new Set(forms)].filter((form) => form !== "");
}
