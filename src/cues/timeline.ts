/** A timeline with reserved spans that finds the next free time. */

interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

export class SlotTimeline {
  /** Sorted; spans never touch. */
  readonly #reserved: TimeSpan[] = [];

  /** Reserves [fromMs, toMs), even if parts of it are reserved already. */
  reserve(fromMs: number, toMs: number): void {
    const first = this.#indexOfFirstEndingAt(fromMs);
    let last = first;
    let span: TimeSpan = { fromMs, toMs };
    for (let next = this.#reserved[last]; next && next.fromMs <= toMs; next = this.#reserved[++last]) {
      span = { fromMs: Math.min(span.fromMs, next.fromMs), toMs: Math.max(span.toMs, next.toMs) };
    }
    this.#reserved.splice(first, last - first, span);
  }

  isFree(fromMs: number, toMs: number): boolean {
    return this.findFreeMs(fromMs, toMs - fromMs, toMs) !== null;
  }

  /** The earliest time from `fromMs` on at which `lengthMs` are free and end by `byMs`; null if there is none. */
  findFreeMs(fromMs: number, lengthMs: number, byMs: number): number | null {
    let atMs = fromMs;
    for (let index = this.#indexOfFirstEndingAt(fromMs); atMs + lengthMs <= byMs; index++) {
      const next = this.#reserved[index];
      if (next === undefined || atMs + lengthMs <= next.fromMs) return atMs;
      atMs = Math.max(atMs, next.toMs);
    }
    return null;
  }

  /** Index of the first span that ends at `ms` or later. */
  #indexOfFirstEndingAt(ms: number): number {
    let low = 0;
    let high = this.#reserved.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#reserved[middle] as TimeSpan).toMs < ms) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
