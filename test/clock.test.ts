/** The clocks of the machine: time that goes on evenly, and timers that never ring early. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { formatIsoTime, systemClock, toDate, utcOffsetMinutes } from "../src/clock.ts";

/** Both clocks of the machine, moved by hand; a reading of the wall may take long. */
function machine() {
  const at = { monotonicMs: 1000, wallMs: performance.timeOrigin + 1000, readingTakesMs: 0 };
  vi.spyOn(performance, "now").mockImplementation(() => at.monotonicMs);
  vi.spyOn(Date, "now").mockImplementation(() => {
    const read = Math.floor(at.wallMs);
    pass(at.readingTakesMs);
    return read;
  });
  const pass = (ms: number) => {
    at.monotonicMs += ms;
    at.wallMs += ms;
  };
  // As in a session. A command that never reads it gets the wall clock as it is.
  systemClock.monotonicMs();
  return { at, pass };
}

describe("the time on the wall", () => {
  afterEach(() => {
    vi.restoreAllMocks();
    // Reads the true clocks again.
    systemClock.epochMs();
  });

  test("goes on with the monotonic clock to the fraction of a millisecond", () => {
    const { at, pass } = machine();
    const start = systemClock.epochMs();
    pass(0.25);
    expect(systemClock.epochMs() - start).toBeCloseTo(0.25, 3);
    expect(systemClock.epochMs(at.monotonicMs + 60_000) - start).toBeCloseTo(60_000.25, 3);
  });

  test("follows when the wall clock was set, or the machine slept", () => {
    const { at } = machine();
    const start = systemClock.epochMs();
    at.wallMs += 90_000;
    expect(systemClock.epochMs() - start).toBeCloseTo(90_000, -1);
    at.wallMs -= 90_000;
    expect(systemClock.epochMs() - start).toBeCloseTo(0, -1);
  });

  test("is not thought to have moved when the process was held up while it was read", () => {
    const { at, pass } = machine();
    const start = systemClock.epochMs();
    at.readingTakesMs = 80;
    const reading = at.monotonicMs;
    expect(systemClock.epochMs(reading) - start).toBeCloseTo(0, 3);
    at.readingTakesMs = 0;
    pass(10);
    expect(systemClock.epochMs() - start).toBeCloseTo(90, 3);
  });
});

describe("an alarm", () => {
  /** Timers that the test fires: those of the system may come early, never this early. */
  function timers() {
    const set: { ring: () => void; ms: number }[] = [];
    const keep = (ring: () => void, ms = 0) => set.push({ ring, ms });
    vi.stubGlobal("setTimeout", keep);
    vi.stubGlobal("setImmediate", keep);
    vi.stubGlobal("clearTimeout", (id: number) => set.splice(id - 1, 1));
    vi.stubGlobal("clearImmediate", () => {});
    return set;
  }

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  test("never rings before its moment: a timer that fires early is set again for what is left", () => {
    const { pass } = machine();
    const set = timers();
    const ring = vi.fn();
    systemClock.callAt(1050, ring);
    expect(set.at(-1)?.ms).toBe(50);
    pass(48.6);
    set.at(-1)?.ring();
    expect(ring).not.toHaveBeenCalled();
    expect(set.at(-1)?.ms).toBeCloseTo(1.4, 6);
    pass(1.4);
    set.at(-1)?.ring();
    expect(ring).toHaveBeenCalledOnce();
    expect(set).toHaveLength(2);
  });

  test("that is to be sharp looks at the clock turn by turn in its last two milliseconds", () => {
    const { pass } = machine();
    const set = timers();
    const ring = vi.fn();
    systemClock.callAt(1050, ring, true);
    expect(set.at(-1)?.ms).toBe(48);
    pass(48.5);
    for (let turns = 0; turns < 3; turns++) {
      expect(ring).not.toHaveBeenCalled();
      pass(0.5);
      set.at(-1)?.ring();
    }
    expect(ring).toHaveBeenCalledOnce();
  });

  test("further away than a timer can count waits in parts", () => {
    const { pass } = machine();
    const set = timers();
    const ring = vi.fn();
    const longestMs = 2 ** 31 - 1;
    systemClock.callAt(1000 + longestMs + 5, ring);
    expect(set.at(-1)?.ms).toBe(longestMs);
    pass(longestMs);
    set.at(-1)?.ring();
    expect(ring).not.toHaveBeenCalled();
    expect(set.at(-1)?.ms).toBe(5);
  });

  test("that was called off sets no timer any more", () => {
    machine();
    const set = timers();
    const callOff = systemClock.callAt(1050, () => {});
    expect(set).toHaveLength(1);
    callOff();
    expect(set).toHaveLength(0);
  });
});

describe("the date of a session", () => {
  test("is written in UTC to the millisecond", () => {
    expect(formatIsoTime(1_795_332_600_000.4)).toBe("2026-11-22T07:30:00.000Z");
    expect(toDate(1_795_332_600_000).getTime()).toBe(1_795_332_600_000);
  });

  test("has a plain zero where local time is UTC, and the minutes by which it is ahead elsewhere", () => {
    const offset = vi.spyOn(Date.prototype, "getTimezoneOffset");
    offset.mockReturnValue(0);
    expect(utcOffsetMinutes(0)).toBe(0);
    offset.mockReturnValue(-60);
    expect(utcOffsetMinutes(0)).toBe(60);
    offset.mockRestore();
  });
});
