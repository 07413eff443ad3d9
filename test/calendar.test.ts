import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DAY_MS,
  findFirstWeekday,
  formatCompactTimestamp,
  formatDate,
  formatDateTime,
  formatDay,
  formatLocalTime,
  formatTimestamp,
  localDayOf,
  parseDay,
  parseTimestamp,
  toCalendarDate,
  toLocalDay,
  weekdayOf,
  weekStartOf,
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
        expect(parseDay(formatDay(day))).toBe(day);
        expect(weekdayOf(day)).toBe((date.getUTCDay() + 6) % 7);
      }),
    );
  });

  test("the days of four centuries follow each other, leap days and the years without them among them", () => {
    const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let day = parseDay("1900-01-01") as number;
    for (let year = 1900; year < 2300; year += 1) {
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      for (const [index, days] of MONTH_DAYS.entries()) {
        const length = index === 1 && leap ? 29 : days;
        for (let ofMonth = 1; ofMonth <= length; ofMonth += 1, day += 1) {
          const date = toCalendarDate(day);
          if (date.year !== year || date.month !== index + 1 || date.day !== ofMonth) {
            expect.fail(`${JSON.stringify(date)} in place of ${year}-${index + 1}-${ofMonth}`);
          }
        }
      }
    }
    expect(formatDay(day)).toBe("2300-01-01");
  });

  test.each([
    ["0000-02-29", -719_469],
    ["0001-01-01", -719_162],
    ["0099-12-31", -683_004],
    ["1600-02-29", -135_081],
    ["1969-12-31", -1],
    ["1970-01-01", 0],
    ["2000-02-29", 11_016],
    ["2026-11-22", 20_779],
    ["9999-12-31", 2_932_896],
  ])("%s is day %d", (text, day) => {
    expect(parseDay(text)).toBe(day);
    expect(formatDay(day)).toBe(text);
  });

  test("a century without a leap day has none", () => {
    for (const text of ["1900-02-29", "2100-02-29", "2023-02-29"]) expect(parseDay(text)).toBeNull();
  });

  test("a session after midnight counts on the person's own day, not on the day in Greenwich", () => {
    const halfPastMidnightInBerlin = Date.parse("2026-11-21T23:30:00Z");
    expect(formatDay(toLocalDay(halfPastMidnightInBerlin, 60))).toBe("2026-11-22");
    expect(formatDay(toLocalDay(halfPastMidnightInBerlin, 0))).toBe("2026-11-21");
    expect(formatDay(localDayOf(formatTimestamp(halfPastMidnightInBerlin), 60))).toBe("2026-11-22");
    expect(formatDay(localDayOf(formatTimestamp(halfPastMidnightInBerlin), 0))).toBe("2026-11-21");
    expect(formatLocalTime(halfPastMidnightInBerlin, 60)).toBe("2026-11-22 00:30");
  });

  test("a week begins on Monday", () => {
    const sunday = parseDay("2026-11-22") as number;
    expect(formatDay(weekStartOf(sunday))).toBe("2026-11-16");
    expect(formatDay(weekStartOf(sunday + 1))).toBe("2026-11-23");
  });

  test("what is no day and no moment is not taken for one", () => {
    for (const text of ["2026-02-30", "2026-13-01", "26-01-01", "", "2026-11-22x"]) expect(parseDay(text)).toBeNull();
    const wrong = [
      "2026-11-22",
      "2026-11-22T24:00:00Z",
      "2026-11-22T07:60:00Z",
      "2026-11-22T07:30:60Z",
      "2026-11-22T07:30:00+01:00",
      "2026-02-30T00:00:00Z",
      "x2026-11-22T07:30:00Z",
      "2026-11-22T07:30:00Zx",
    ];
    for (const text of wrong) expect(parseTimestamp(text)).toBeNull();
    expect(parseTimestamp("1970-01-01T00:00:01.5Z")).toBe(1500);
  });

  test("names of files sort by time", () => {
    expect(formatCompactTimestamp(Date.parse("2026-11-22T07:30:00.999Z"))).toBe("20261122T073000Z");
    expect(DAY_MS).toBe(24 * 60 * 60 * 1000);
  });
});

test("weeks begin where those of the language begin, and on Monday where none is set", () => {
  expect(findFirstWeekday({ LANG: "en_US.UTF-8" })).toBe(6);
  expect(findFirstWeekday({ LANG: "en_US.UTF-8", LC_TIME: "de_DE.UTF-8" })).toBe(0);
  expect(findFirstWeekday({ LC_ALL: "ar_EG" })).toBe(5);
  for (const LANG of ["C.UTF-8", "POSIX", "", "xx_YY_not a locale!", "de_DE@euro"])
    expect(findFirstWeekday({ LANG })).toBe(0);
});

test("a week begins on its first weekday, whichever that is", () => {
  const sunday = parseDay("2026-11-22") as number;
  expect(weekStartOf(sunday)).toBe(sunday - 6);
  expect(weekStartOf(sunday, 6)).toBe(sunday);
  expect(weekStartOf(sunday, 5)).toBe(sunday - 1);
});

test("a date has its year unless it is this one", () => {
  const today = parseDay("2026-11-22") as number;
  expect(formatDate(today, today)).toBe("22 Nov");
  expect(formatDate(parseDay("2026-01-02") as number, today)).toBe("2 Jan");
  expect(formatDate(parseDay("2025-12-31") as number, today)).toBe("31 Dec 2025");
});

test("a moment has its date and time where it was, and its year unless it is this one there", () => {
  const now = parseTimestamp("2026-01-01T00:30:00.000Z") as number;
  const at = (text: string, offset: number) => formatDateTime(parseTimestamp(text) as number, offset, now);
  expect(at("2026-01-01T00:05:00.000Z", 0)).toBe("1 Jan 00:05");
  expect(at("2025-12-31T23:59:59.999Z", 0)).toBe("31 Dec 2025 23:59");
  // An hour behind, it is still last year.
  expect(at("2025-12-31T23:59:59.999Z", -60)).toBe("31 Dec 22:59");
  expect(at("2025-12-31T23:59:59.999Z", 60)).toBe("1 Jan 00:59");
});
