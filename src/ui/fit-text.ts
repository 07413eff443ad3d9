/** Text that comes from files made fit for cells of a terminal: cleaned, measured, cut with an ellipsis, wrapped. */
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import { replaceUnsafeText } from "../text/safe-text.ts";

const ELLIPSIS = "…";
/**
 * Text of which every character takes one cell for certain: Latin letters, and the signs, arrows, blocks and dots that we
 * draw with.
 */
export const SINGLE_WIDTH_TEXT =
  /^[ -~\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027\u2190-\u2193\u2212\u221a\u221e\u2248\u2500-\u259f\u25a0\u25a1\u25b2\u25ba\u25bc\u25c4\u25c6\u25ca\u25cb\u25cf\u2800-\u28ff]*$/;
/** Built on first use: it takes as long as Node takes to start, and most texts do not need it. */
let segmenter: Intl.Segmenter | undefined;

/** Columns that a text takes in a terminal. */
export function textWidth(text: string): number {
  return SINGLE_WIDTH_TEXT.test(text) ? text.length : stringWidth(text);
}

/** The characters as a person counts them, those without a width of their own left out: they would hang on a neighbour. */
function splitGraphemes(text: string): string[] {
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment).filter((segment) => textWidth(segment) > 0);
}

/** Replaces what could move the cursor or turn the text round by one space, and drops what cannot be seen. */
export function cleanText(text: string): string {
  if (SINGLE_WIDTH_TEXT.test(text)) return text;
  return splitGraphemes(replaceUnsafeText(text)).join("");
}

/** At most `columns` wide; what is too long ends in an ellipsis. Clean already. */
export function truncate(text: string, columns: number): string {
  const safe = cleanText(text);
  if (columns <= 0) return "";
  if (textWidth(safe) <= columns) return safe;
  let kept = "";
  let used = 0;
  for (const grapheme of splitGraphemes(safe)) {
    const next = used + textWidth(grapheme);
    if (next > columns - 1) break;
    kept += grapheme;
    used = next;
  }
  return kept.trimEnd() + ELLIPSIS;
}

/** The first of several forms of a text that fits; the shortest, which stands last, when none does. */
export function chooseFitting(forms: readonly string[], columns: number): string {
  return forms.find((form) => textWidth(form) <= columns) ?? forms.at(-1) ?? "";
}

/** Lines of at most `columns`, broken between words where that can be; a word that is longer is broken inside. */
export function wrapText(text: string, columns: number): string[] {
  const safe = cleanText(text).trim();
  if (columns <= 0 || safe === "") return [];
  if (textWidth(safe) <= columns) return [safe];
  // A character that is wider than the whole line fits on none.
  return wrapAnsi(safe, columns, { hard: true, trim: true })
    .split("\n")
    .map((line) => truncate(line, columns))
    .filter((line) => line !== "");
}

/** The same in as few lines, all of about one length: no last line of a single word. */
function wrapBalanced(text: string, columns: number): string[] {
  const lines = wrapText(text, columns);
  if (lines.length < 2) return lines;
  const longestWord = Math.max(...text.split(/\s+/).map(textWidth));
  for (let width = Math.max(longestWord, Math.ceil(textWidth(text) / lines.length)); width < columns; width++) {
    const narrower = wrapText(text, width);
    if (narrower.length === lines.length) return narrower;
  }
  return lines;
}

/** Where a text can be parted and still say something whole: after a sentence or a clause. */
const CLAUSE_GAP = /(?<=[.;:,!?])\s+|\s+(?=[–—]\s)/;

/** A text in pages of at most `rows` lines, parted between clauses; only a clause that is longer is parted inside. */
export function splitAtClauses(text: string, columns: number, rows: number): string[][] {
  const pages: string[][] = [];
  let page = "";
  for (const clause of cleanText(text).trim().split(CLAUSE_GAP)) {
    const longer = page === "" ? clause : `${page} ${clause}`;
    if (wrapText(longer, columns).length <= rows) {
      page = longer;
      continue;
    }
    if (page !== "") pages.push(wrapBalanced(page, columns));
    const lines = wrapText(clause, columns);
    while (lines.length > rows) pages.push(lines.splice(0, rows));
    page = lines.join(" ");
  }
  return page === "" ? pages : [...pages, wrapBalanced(page, columns)];
}

/** The beginning of a sentence that says nothing without what follows its colon: "Equipment:". */
const ANNOUNCEMENT = /(?<=[.!?])\s+[^.!?]*:$/;

/** A text in at most `rows` lines: as many whole clauses as fit; of a first clause that is longer, what fits. */
export function wrapClauses(text: string, columns: number, rows: number): string[] {
  if (rows <= 0) return [];
  const [lines = [], ...rest] = splitAtClauses(text, columns, rows);
  const last = lines.at(-1);
  if (rest.length === 0 || last === undefined || /[.!?]$/.test(last)) return lines;
  const kept = lines.join(" ");
  if (ANNOUNCEMENT.test(kept)) return wrapBalanced(kept.replace(ANNOUNCEMENT, ""), columns);
  const ending = /[;:,]$/.test(last)
    ? `${last.slice(0, -1)}.`
    : truncate(`${last}${ELLIPSIS}${ELLIPSIS}`, Math.min(columns, textWidth(last) + 1));
  return [...lines.slice(0, -1), ending];
}
