/** The only place that reads time or sets a timer. */

/** A source of time. Readings are milliseconds; `monotonicMs` has no meaning but its differences. */
export interface Clock {
  monotonicMs(): number;
  /**
   * Milliseconds since the epoch, on the wall, at a reading of `monotonicMs`; now, when none is given. Who needs both
   * takes one from the other: between two readings of its own a process may be held up for longer than a sound may be late.
   */
  epochMs(monotonicMs?: number): number;
  /**
   * Calls `wake` once, when `monotonicMs()` has reached `deadlineMs` and never before; returns how to call it off.
   *
   * @param sharp to the fraction of a millisecond, which costs up to two milliseconds of work: for what is told, not
   * for what is drawn.
   */
  callAt(deadlineMs: number, wake: () => void, sharp?: boolean): () => void;
}

/** Timers longer than this overflow; a longer wait is made of several. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Timers of the system count whole milliseconds; what must be sharp is waited for turn by turn from here on. */
const PRECISE_WITHIN_MS = 2;

/** The machine's own clock. Timers of the system may fire early, so a wake-up checks its deadline and arms again. */
export const systemClock: Clock = {
  monotonicMs: () => performance.now(),
  epochMs: (monotonicMs = performance.now()) => performance.timeOrigin + monotonicMs + measureWallCorrectionMs(),
  callAt(deadlineMs, wake, sharp = false) {
    let timer: NodeJS.Timeout | undefined;
    let turn: NodeJS.Immediate | undefined;
    const arm = () => {
      const leftMs = deadlineMs - performance.now();
      if (leftMs <= 0) wake();
      else wait(leftMs);
    };
    const wait = (leftMs: number) => {
      if (sharp && leftMs <= PRECISE_WITHIN_MS) turn = setImmediate(arm);
      else timer = setTimeout(arm, Math.max(0, Math.min(sharp ? leftMs - PRECISE_WITHIN_MS : leftMs, MAX_TIMER_MS)));
    };
    wait(deadlineMs - performance.now());
    return () => {
      clearTimeout(timer);
      clearImmediate(turn);
    };
  },
};

/** Differences between the two clocks up to here are their own jitter and would only make times uneven. */
const JITTER_MS = 20;
/** Two readings that lie further apart than this are not of one moment: the process was held up between them. */
const MAX_READING_GAP_MS = 5;

let lastCorrectionMs = 0;

/** How far the wall clock has moved against the monotonic one since the process began: it was set, or the machine slept. */
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

/** "2026-11-22T07:30:00.000Z" of a moment in milliseconds since the epoch. */
export function formatIsoTime(epochMs: number): string {
  return new Date(Math.round(epochMs)).toISOString();
}

/** Minutes by which local time on this machine is ahead of UTC at a moment: 60 in a Central European winter. */
export function utcOffsetMinutes(epochMs: number): number {
  // Negating a zero would give −0, which JSON and comparisons do not keep.
  return 0 - new Date(epochMs).getTimezoneOffset();
}

/** A moment as the platform's own object, for libraries that ask for one. */
export function toDate(epochMs: number): Date {
  return new Date(epochMs);
}
