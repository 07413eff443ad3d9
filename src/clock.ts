/** The only place that reads time or sets a timer. */

/** A source of time. Readings are milliseconds; `monotonicMs` has no meaning but its differences. */
export interface Clock {
  monotonicMs(): number;
  /** Milliseconds since the epoch, on the wall. */
  epochMs(): number;
  /** Calls `wake` once, when `monotonicMs()` has reached `deadlineMs` and never before; returns how to call it off. */
  at(deadlineMs: number, wake: () => void): () => void;
}

/** Timers longer than this overflow; a longer wait is made of several. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's own clock. Timers of the system may fire early, so a wake-up checks its deadline and arms again. */
export const systemClock: Clock = {
  monotonicMs: () => performance.now(),
  epochMs: () => performance.timeOrigin + performance.now() + wallCorrectionMs(),
  at(deadlineMs, wake) {
    let timer: NodeJS.Timeout;
    const arm = () => {
      const leftMs = deadlineMs - performance.now();
      if (leftMs <= 0) wake();
      else timer = setTimeout(arm, Math.min(leftMs, LONGEST_TIMER_MS));
    };
    timer = setTimeout(arm, Math.max(0, Math.min(deadlineMs - performance.now(), LONGEST_TIMER_MS)));
    return () => clearTimeout(timer);
  },
};

let correctionMs = 0;

/**
 * How far the wall clock has moved against the monotonic one since the process began: it was set, or the machine slept.
 * Small differences are the two clocks' own jitter and would only make times uneven.
 */
function wallCorrectionMs(): number {
  const driftMs = Date.now() - (performance.timeOrigin + performance.now());
  if (Math.abs(driftMs - correctionMs) > 20) correctionMs = driftMs;
  return correctionMs;
}

/** "2026-11-22T07:30:00.000Z" of a moment in milliseconds since the epoch. */
export function isoTime(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

/** Minutes by which local time on this machine is ahead of UTC at a moment: 60 in a Central European winter. */
export function utcOffsetMinutes(epochMs: number): number {
  // Negating a zero would give −0, which JSON and comparisons do not keep.
  return 0 - new Date(epochMs).getTimezoneOffset();
}

/** A moment as the platform's own object, for libraries that ask for one. */
export function dateObject(epochMs: number): Date {
  return new Date(epochMs);
}
