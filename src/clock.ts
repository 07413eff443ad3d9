/** The only place that reads time or sets a timer. */

/** A source of time in milliseconds. Only differences between readings of `monotonicMs` are meaningful. */
export interface Clock {
  monotonicMs(): number;
  /**
   * The wall-clock time in milliseconds since the epoch at a reading of `monotonicMs`; now if omitted. If you need both,
   * derive one from the other: a process may be held up between two readings for longer than a sound may be late.
   */
  epochMs(monotonicMs?: number): number;
  /**
   * Calls `wake` once, when `monotonicMs()` has reached `deadlineMs` and never before; returns a function that cancels it.
   *
   * @param precise to a fraction of a millisecond, which costs up to two milliseconds of CPU: for sound and events, not
   * for drawing.
   */
  callAt(deadlineMs: number, wake: () => void, precise?: boolean): () => void;
}

/** Longer timers overflow; a longer wait uses several. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** System timers have millisecond resolution; a precise wait polls on every event-loop turn for the last part. */
const PRECISE_WITHIN_MS = 2;

let isMonotonicInUse = false;

/** The system clock. Timers may fire early, so each wake-up checks its deadline and sets the timer again. */
export const systemClock: Clock = {
  monotonicMs() {
    isMonotonicInUse = true;
    return performance.now();
  },
  epochMs(monotonicMs) {
    // Node loads `performance` on first use; a command that only asks for the date need not wait for it.
    if (monotonicMs === undefined && !isMonotonicInUse) return Date.now();
    return performance.timeOrigin + (monotonicMs ?? performance.now()) + measureWallCorrectionMs();
  },
  callAt(deadlineMs, wake, precise = false) {
    let timer: NodeJS.Timeout | undefined;
    let immediate: NodeJS.Immediate | undefined;
    const check = () => {
      const leftMs = deadlineMs - performance.now();
      if (leftMs <= 0) wake();
      else waitFor(leftMs);
    };
    const waitFor = (leftMs: number) => {
      const timerMs = precise ? leftMs - PRECISE_WITHIN_MS : leftMs;
      if (precise && timerMs <= 0) immediate = setImmediate(check);
      else timer = setTimeout(check, Math.max(0, Math.min(timerMs, MAX_TIMER_MS)));
    };
    waitFor(deadlineMs - performance.now());
    return () => {
      clearTimeout(timer);
      clearImmediate(immediate);
    };
  },
};

/** Differences up to this between the two clocks are jitter; correcting them would make times uneven. */
const JITTER_MS = 20;
/** Readings further apart than this were not taken at the same moment: the process was held up between them. */
const MAX_READING_GAP_MS = 5;

let lastCorrectionMs = 0;

/** How far the wall clock has drifted from the monotonic clock since the start: it was set, or the machine slept. */
function measureWallCorrectionMs(): number {
  const beforeMs = performance.now();
  const wallMs = Date.now();
  const afterMs = performance.now();
  if (afterMs - beforeMs > MAX_READING_GAP_MS) return lastCorrectionMs;
  const driftMs = wallMs - (performance.timeOrigin + afterMs);
  if (Math.abs(driftMs - lastCorrectionMs) > JITTER_MS) lastCorrectionMs = driftMs;
  return lastCorrectionMs;
}

/** A date in UTC. */
export interface UtcDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The date of a time in milliseconds since the epoch. */
export function toUtcDate(epochMs: number): UtcDate {
  const date = new Date(epochMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Milliseconds since the epoch at the start of a date; days and months beyond the last count into the next. */
export function fromUtcDate({ year, month, day }: UtcDate): number {
  // `Date.UTC` takes the years 0 to 99 for those of the last century.
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** "2026-11-22T07:30:00.000Z" for a time in milliseconds since the epoch. */
export function formatIsoTime(epochMs: number): string {
  return new Date(Math.round(epochMs)).toISOString();
}

/** Milliseconds since the epoch of "2026-11-22T07:30:00.000Z"; NaN if it is no time. A month may have 31 days, a day the hour 24. */
export function parseIsoTime(text: string): number {
  return Date.parse(text);
}

/** How many minutes local time is ahead of UTC at a given time: 60 in a Central European winter. */
export function utcOffsetMinutes(epochMs: number): number {
  // Negating zero would give −0, which JSON and comparisons do not preserve.
  return 0 - new Date(epochMs).getTimezoneOffset();
}

/** A time as a Date, for libraries that require one. */
export function toDate(epochMs: number): Date {
  return new Date(epochMs);
}

/** Resolves when a promise is settled, after `maxMs` at the latest, and at once when the signal is aborted. */
export function waitAtMost(
  clock: Clock,
  promise: Promise<unknown>,
  maxMs: number,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.callAt(clock.monotonicMs() + maxMs, resolve);
    const finish = () => {
      cancel();
      resolve();
    };
    promise.then(finish, finish);
    signal?.addEventListener("abort", finish);
    if (signal?.aborted) finish();
  });
}

/** Resolves when a clock has reached `deadlineMs`. */
export function waitUntil(clock: Clock, deadlineMs: number): Promise<void> {
  return new Promise((resolve) => {
    clock.callAt(deadlineMs, resolve);
  });
}
