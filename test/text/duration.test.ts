/** Durations as people write and read them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatClock,
  formatCountdown,
  formatDoseDuration,
  formatDuration,
  formatSeconds,
  parseDuration,
  roundToMinutes,
} from "../../src/text/duration.ts";

describe("what a person types", () => {
  it.each([
    ["45", 45],
    ["45s", 45],
    ["1m30s", 90],
    ["1:30", 90],
    ["90", 90],
    ["2m", 120],
    ["1h", 3600],
    ["1:02:03", 3723],
    ["2.5", 2.5],
    [" 10S ", 10],
    ["0", 0],
    ["30sec", 30],
    ["30 seconds", 30],
    ["45 s", 45],
    ["1min", 60],
    ["5 minutes", 300],
    ["1m30", 90],
    ["1 min 30 sec", 90],
    ["1m 30", 90],
    ["2 hrs", 7200],
    ["1h30", 5400],
    ["1 hour 5", 3900],
    ["1.5 min", 90],
    ["0.5h", 1800],
  ])("%j is %d seconds", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds * 1000);
  });

  it.each([
    "",
    "soon",
    "-5",
    "1:75",
    "1e3",
    "s",
    "5 miles",
    "30s1m",
    "30 60",
    "m30",
    "min",
    "1m30.5.2",
    "NaN",
    "Infinity",
    "0x10",
  ])("%j is none", (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  it("is minutes without a unit where a whole session is meant", () => {
    expect(parseDuration("15", "minutes")).toBe(900_000);
    expect(parseDuration("1.5", "minutes")).toBe(90_000);
    expect(parseDuration("90s", "minutes")).toBe(90_000);
  });

  it("is what a clock shows, read back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
        expect(parseDuration(formatClock(seconds * 1000))).toBe(seconds * 1000);
      }),
    );
  });
});

describe("what a person reads", () => {
  it.each([
    [0, "0:00"],
    [7000, "0:07"],
    [90_999, "1:30"],
    [3_723_000, "1:02:03"],
    [-5, "0:00"],
  ])("%d ms is %s on a clock", (ms, text) => {
    expect(formatClock(ms)).toBe(text);
  });

  it.each([
    [45_000, "45 s"],
    [60_000, "60 s"],
    [90_000, "1:30"],
    [2500, "2.5 s"],
  ])("%d ms is a dose of %s", (ms, text) => {
    expect(formatDoseDuration(ms)).toBe(text);
  });

  it("counts minutes beyond the hour where a clock has hours", () => {
    expect(formatCountdown(3700)).toBe("61:40");
    expect(formatClock(3_700_000)).toBe("1:01:40");
    expect(formatClock(3_600_000)).toBe("1:00:00");
  });

  it("names seconds as such however many there are, and minutes to the nearest, but never none", () => {
    expect(formatSeconds(90_000)).toBe("90 s");
    expect([1000, 89_000, 90_000].map(roundToMinutes)).toEqual([1, 1, 2]);
  });
});

it("lengths read as in a plan", () => {
  expect([45_000, 90_000, 1_832_000, 4_200_000].map(formatDuration)).toEqual(["45 s", "2 min", "31 min", "1 h 10 min"]);
});
