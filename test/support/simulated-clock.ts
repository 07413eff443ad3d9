/** A clock that stands still until a test moves it. */
import type { Clock } from "../../src/clock.ts";

export class SimulatedClock implements Clock {
  #nowMs = 1000;
  #alarms: { deadlineMs: number; wake: () => void }[] = [];
  #epochAtZeroMs: number;

  constructor(epochMs = 1_700_000_000_000) {
    this.#epochAtZeroMs = epochMs - this.#nowMs;
  }

  monotonicMs(): number {
    return this.#nowMs;
  }

  epochMs(monotonicMs = this.#nowMs): number {
    return this.#epochAtZeroMs + monotonicMs;
  }

  callAt(deadlineMs: number, wake: () => void): () => void {
    const alarm = { deadlineMs, wake };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm);
    };
  }

  /** Moves on by `ms`, waking every alarm at its own moment. */
  advance(ms: number): void {
    const untilMs = this.#nowMs + ms;
    for (;;) {
      const due = this.#alarms
        .filter((alarm) => alarm.deadlineMs <= untilMs)
        .sort((a, b) => a.deadlineMs - b.deadlineMs)[0];
      if (!due) break;
      this.#alarms = this.#alarms.filter((alarm) => alarm !== due);
      this.#nowMs = Math.max(this.#nowMs, due.deadlineMs);
      due.wake();
    }
    this.#nowMs = untilMs;
  }

  /** Moves on by `ms` at once, as a process that was blocked or stopped: alarms wake late, all at the end. */
  jump(ms: number): void {
    this.#nowMs += ms;
    this.advance(0);
  }

  /** Lets the machine sleep: the wall clock goes on, the monotonic one stands still. */
  sleep(ms: number): void {
    this.#epochAtZeroMs += ms;
  }
}
