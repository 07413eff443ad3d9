/** A stretch of time with parts that are taken: finds room, nearest first. */

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export class Timeline {
  /** In order; none touches the next. */
  readonly #taken: Span[] = [];

  /** Takes [fromMs, toMs), whatever of it was taken before. */
  take(fromMs: number, toMs: number): void {
    const first = this.#firstEndingFrom(fromMs);
    let last = first;
    let span: Span = { fromMs, toMs };
    for (let next = this.#taken[last]; next && next.fromMs <= toMs; next = this.#taken[++last]) {
      span = { fromMs: Math.min(span.fromMs, next.fromMs), toMs: Math.max(span.toMs, next.toMs) };
    }
    this.#taken.splice(first, last - first, span);
  }

  isFree(fromMs: number, toMs: number): boolean {
    return this.room(fromMs, toMs - fromMs, toMs) !== null;
  }

  /** The earliest moment from `fromMs` on at which `lengthMs` are free and over by `byMs`; null when there is none. */
  room(fromMs: number, lengthMs: number, byMs: number): number | null {
    let atMs = fromMs;
    for (let index = this.#firstEndingFrom(fromMs); atMs + lengthMs <= byMs; index++) {
      const next = this.#taken[index];
      if (next === undefined || atMs + lengthMs <= next.fromMs) return atMs;
      atMs = Math.max(atMs, next.toMs);
    }
    return null;
  }

  /** Index of the first part that ends at `ms` or later. */
  #firstEndingFrom(ms: number): number {
    let low = 0;
    let high = this.#taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#taken[middle] as Span).toMs < ms) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
