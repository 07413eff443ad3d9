/** How far the session's clock is ahead of the page's, from questions whose answers took some time. Pure. */

/** One question and its answer; all in milliseconds of real time. */
interface ClockSample {
  readonly sentMs: number;
  readonly receivedMs: number;
  readonly answerMs: number;
}

/** Older samples no longer count: two clocks drift apart by some milliseconds a minute. */
const MAX_SAMPLE_AGE_MS = 60_000;

/** Samples with the newest last; the quickest of them errs least, by half of its way there and back at most. */
export class ClockOffset {
  #samples: readonly ClockSample[] = [];

  /** Adds a sample and returns the best offset now. */
  add(sample: ClockSample): number {
    const oldestMs = sample.receivedMs - MAX_SAMPLE_AGE_MS;
    this.#samples = [...this.#samples.filter(({ sentMs }) => sentMs >= oldestMs), sample];
    const best = this.#samples.reduce((a, b) => (tripMs(b) < tripMs(a) ? b : a));
    return best.answerMs - (best.sentMs + best.receivedMs) / 2;
  }
}

const tripMs = ({ sentMs, receivedMs }: ClockSample) => receivedMs - sentMs;
