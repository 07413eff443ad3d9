/** A page to read: a heading that stays, a body that scrolls when it is longer than the screen, a footer that stays. */

import { NO_REACH, type Reach } from "../scroll.ts";
import { fitting } from "./fit-text.ts";
import type { Footer, Line } from "./line.ts";
import { clip, EMPTY, ends, indent, piece, textLine } from "./line.ts";
import { marginOf, type Size, usableLines } from "./slots.ts";

export interface Document {
  readonly heading: readonly Line[];
  readonly body: readonly Line[];
}

/** Columns in which a page is set: no wider than reads well. */
export function pageColumns({ columns }: Size): number {
  return Math.max(1, Math.min(columns - 2 * marginOf(columns), 84));
}

/** What a page's footer says, the longest form first: where all of the page is seen, and where it scrolls. */
export interface FooterForms {
  readonly whole: readonly string[];
  readonly scrolls: readonly string[];
}

/** What the arrows at the end of a footer take. */
const ARROW_COLUMNS = 5;

/** The footer that fits; what is no page is seen whole. */
export function footerText(forms: FooterForms, document: Document | null, size: Size): string {
  const columns = pageColumns(size);
  if (reachOf(document, size).maxScroll === 0) return fitting(forms.whole, columns);
  return fitting(forms.scrolls, columns - ARROW_COLUMNS);
}

/** How far a page can be scrolled; nowhere when there is none. */
export function reachOf(document: Document | null, size: Size): Reach {
  return document ? { maxScroll: maxScroll(document, size), page: bodyLines(document, size) } : NO_REACH;
}

/** Lines of the body that are seen at once. */
function bodyLines(document: Document, size: Size): number {
  const lines = usableLines(size.rows);
  const fixed = document.heading.length + 2;
  return lines - fixed >= 3 ? lines - fixed : Math.max(0, lines - 1);
}

export function maxScroll(document: Document, size: Size): number {
  return Math.max(0, whole(document, size).length - bodyLines(document, size));
}

/** In a screen too low for a heading that stays, the heading scrolls with the rest. */
function whole(document: Document, size: Size): readonly Line[] {
  return headingStays(document, size) ? document.body : [...document.heading, ...document.body];
}

function headingStays(document: Document, size: Size): boolean {
  return usableLines(size.rows) - document.heading.length - 2 >= 3;
}

/** At most `rows − 1` lines: the part of the page from line `scroll` on, and the footer at the bottom. */
export function documentLines(document: Document, size: Size, scroll: number, footer: Footer): Line[] {
  const margin = marginOf(size.columns);
  const columns = pageColumns(size);
  const stays = headingStays(document, size);
  const body = whole(document, size);
  const count = bodyLines(document, size);
  const from = Math.min(scroll, maxScroll(document, size));
  const seen = body.slice(from, from + count);
  const padding = new Array<Line>(Math.max(0, count - seen.length)).fill(EMPTY);
  const more = body.length > count ? `${from > 0 ? "↑" : " "}${from + count < body.length ? "↓" : " "} ` : "";
  const foot = more
    ? ends(columns, piece(footer.text, footer.tone), piece(more, "plain", true))
    : textLine(footer.text, columns, footer.tone);
  const top = stays ? document.heading : [];
  return [...top, ...seen, ...padding, ...(stays ? [EMPTY] : []), foot].map((line) =>
    clip(indent(line, margin), size.columns),
  );
}
