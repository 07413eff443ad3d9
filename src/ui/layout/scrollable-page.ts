/** A page to read: a heading that stays, a body that scrolls when it is longer than the screen, a footer that stays. */

import { NO_SCROLL, type ScrollRange } from "../scroll.ts";
import { chooseFitting } from "./fit-text.ts";
import type { Footer, Line } from "./line.ts";
import { clip, EMPTY_LINE, indent, spaceBetween, span, textLine } from "./line.ts";
import { marginOf, type TerminalSize, usableLines } from "./slots.ts";

export interface ScrollablePage {
  readonly heading: readonly Line[];
  readonly body: readonly Line[];
}

/** Columns in which a page is set: no wider than reads well. */
export function pageColumns({ columns }: TerminalSize): number {
  return Math.max(1, Math.min(columns - 2 * marginOf(columns), 84));
}

/** What a page's footer says, the longest form first: where all of the page is seen, and where it scrolls. */
export interface FooterTexts {
  readonly withoutScroll: readonly string[];
  readonly withScroll: readonly string[];
}

/** What the arrows at the end of a footer take. */
const ARROW_COLUMNS = 5;

/** The footer that fits; what is no page is seen whole. */
export function chooseFooterText(forms: FooterTexts, document: ScrollablePage | null, size: TerminalSize): string {
  const columns = pageColumns(size);
  if (scrollRangeOf(document, size).maxScroll === 0) return chooseFitting(forms.withoutScroll, columns);
  return chooseFitting(forms.withScroll, columns - ARROW_COLUMNS);
}

/** How far a page can be scrolled; nowhere when there is none. */
export function scrollRangeOf(document: ScrollablePage | null, size: TerminalSize): ScrollRange {
  return document ? { maxScroll: maxScroll(document, size), pageLines: countVisibleLines(document, size) } : NO_SCROLL;
}

/** Lines of the body that are seen at once. */
function countVisibleLines(document: ScrollablePage, size: TerminalSize): number {
  const lines = usableLines(size.rows);
  const fixed = document.heading.length + 2;
  return lines - fixed >= 3 ? lines - fixed : Math.max(0, lines - 1);
}

export function maxScroll(document: ScrollablePage, size: TerminalSize): number {
  return Math.max(0, scrollableLines(document, size).length - countVisibleLines(document, size));
}

/** In a screen too low for a heading that stays, the heading scrolls with the rest. */
function scrollableLines(document: ScrollablePage, size: TerminalSize): readonly Line[] {
  return isHeadingFixed(document, size) ? document.body : [...document.heading, ...document.body];
}

function isHeadingFixed(document: ScrollablePage, size: TerminalSize): boolean {
  return usableLines(size.rows) - document.heading.length - 2 >= 3;
}

/** At most `rows − 1` lines: the part of the page from line `scroll` on, and the footer at the bottom. */
export function renderScrollablePage(
  document: ScrollablePage,
  size: TerminalSize,
  scroll: number,
  footer: Footer,
): Line[] {
  const margin = marginOf(size.columns);
  const columns = pageColumns(size);
  const stays = isHeadingFixed(document, size);
  const body = scrollableLines(document, size);
  const count = countVisibleLines(document, size);
  const from = Math.min(scroll, maxScroll(document, size));
  const seen = body.slice(from, from + count);
  const padding = new Array<Line>(Math.max(0, count - seen.length)).fill(EMPTY_LINE);
  const more = body.length > count ? `${from > 0 ? "↑" : " "}${from + count < body.length ? "↓" : " "} ` : "";
  const foot = more
    ? spaceBetween(columns, span(footer.text, footer.tone), span(more, "plain", true))
    : textLine(footer.text, columns, footer.tone);
  const top = stays ? document.heading : [];
  return [...top, ...seen, ...padding, ...(stays ? [EMPTY_LINE] : []), foot].map((line) =>
    clip(indent(line, margin), size.columns),
  );
}
