import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DAY_MS,
  dateOf,
  dayOf,
  dayText,
  localDay,
  localText,
  momentName,
  momentText,
  mondayOf,
  parseDay,
  parseMoment,
  weekday,
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
        expect(momentText(date.getTime())).toBe(date.toISOString());
        expect(parseMoment(date.toISOString())).toBe(date.getTime());
        const day = localDay(date.getTime(), 0);
        expect(dateOf(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(dayOf(dateOf(day))).toBe(day);
        expect(weekday(day)).toBe((date.getUTCDay() + 6) % 7);
      }),
    );
  });

  test("a session after midnight counts on the person's own day, not on the day in Greenwich", () => {
    const halfPastMidnightInBerlin = Date.parse("2026-11-21T23:30:00Z");
    expect(dayText(localDay(halfPastMidnightInBerlin, 60))).toBe("2026-11-22");
    expect(dayText(localDay(halfPastMidnightInBerlin, 0))).toBe("2026-11-21");
    expect(localText(halfPastMidnightInBerlin, 60)).toBe("2026-11-22 00:30");
  });

  test("a week begins on Monday", () => {
    const sunday = parseDay("2026-11-22") as number;
    expect(dayText(mondayOf(sunday))).toBe("2026-11-16");
    expect(dayText(mondayOf(sunday + 1))).toBe("2026-11-23");
  });

  test("what is no day and no moment is not taken for one", () => {
    for (const text of ["2026-02-30", "2026-13-01", "26-01-01", "", "2026-11-22x"]) expect(parseDay(text)).toBeNull();
    for (const text of ["2026-11-22", "2026-11-22T24:00:00Z", "2026-11-22T07:30:00+01:00", "2026-02-30T00:00:00Z"]) {
      expect(parseMoment(text)).toBeNull();
    }
  });

  test("names of files sort by time", () => {
    expect(momentName(Date.parse("2026-11-22T07:30:00.999Z"))).toBe("20261122T073000Z");
    expect(DAY_MS).toBe(24 * 60 * 60 * 1000);
  });
});
