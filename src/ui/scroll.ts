/** Scrolling of a page that may be longer than the screen. */

export interface ScrollRange {
  /** How far what is shown can be scrolled; 0 when all of it is seen. */
  readonly maxScroll: number;
  /** Lines that are seen at once. */
  readonly pageLines: number;
}

/** Where nothing is there to be scrolled. */
export const NO_SCROLL: ScrollRange = { maxScroll: 0, pageLines: 1 };

/** The new place after a key that scrolls; null when it does not, or when all is seen. */
export function applyScrollKey(scroll: number, key: string, { maxScroll, pageLines }: ScrollRange): number | null {
  const steps: Readonly<Record<string, number>> = { up: -1, down: 1, "page-up": -pageLines, "page-down": pageLines };
  const step = steps[key];
  return step === undefined || maxScroll === 0 ? null : Math.min(maxScroll, Math.max(0, scroll + step));
}
