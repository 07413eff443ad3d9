import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DAY_MS,
  formatCompactTimestamp,
  formatDay,
  formatLocalTime,
  formatTimestamp,
  mondayOf,
  parseDay,
  parseTimestamp,
  toCalendarDate,
  toDayNumber,
  toLocalDay,
  weekdayOf,
} from "../src/calendar.ts";

const MOMENT = fc.date({
  min: new Date("1900-01-01T00:00:00Z"),
  max: new Date("2200-01-01T00:00:00Z"),
  noInvalidDate: true,
});

describe("calendar", () => {
  test("every moment of three centuries is written and read as the platform does", () => {
    fc.assert(
      fc.property(MOMENT, (date) => {
        expect(formatTimestamp(date.getTime())).toBe(date.toISOString());
        expect(parseTimestamp(date.toISOString())).toBe(date.getTime());
        const day = toLocalDay(date.getTime(), 0);
        expect(toCalendarDate(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(toDayNumber(toCalendarDate(day))).toBe(day);
        expect(weekdayOf(day)).toBe((date.getUTCDay() + 6) % 7);
      }),
    );
  });

  test("a session after midnight counts on the person's own day, not on the day in Greenwich", () => {
    const halfPastMidnightInBerlin = Date.parse("2026-11-21T23:30:00Z");
    expect(formatDay(toLocalDay(halfPastMidnightInBerlin, 60))).toBe("2026-11-22");
    expect(formatDay(toLocalDay(halfPastMidnightInBerlin, 0))).toBe("2026-11-21");
    expect(formatLocalTime(halfPastMidnightInBerlin, 60)).toBe("2026-11-22 00:30");
  });

  test("a week begins on Monday", () => {
    const sunday = parseDay("2026-11-22") as number;
    expect(formatDay(mondayOf(sunday))).toBe("2026-11-16");
    expect(formatDay(mondayOf(sunday + 1))).toBe("2026-11-23");
  });

  test("what is no day and no moment is not taken for one", () => {
    for (const text of ["2026-02-30", "2026-13-01", "26-01-01", "", "2026-11-22x"]) expect(parseDay(text)).toBeNull();
    for (const text of ["2026-11-22", "2026-11-22T24:00:00Z", "2026-11-22T07:30:00+01:00", "2026-02-30T00:00:00Z"]) {
      expect(parseTimestamp(text)).toBeNull();
    }
  });

  test("names of files sort by time", () => {
    expect(formatCompactTimestamp(Date.parse("2026-11-22T07:30:00.999Z"))).toBe("20261122T073000Z");
    expect(DAY_MS).toBe(24 * 60 * 60 * 1000);
  });
});
