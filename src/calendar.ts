/**
 * Calendar arithmetic: a day is the number of days since 1 January 1970 in the person's local time.
 *
 * History never reads the clock or time zone: every session carries how far its local time was from UTC.
 */
import { formatIsoTime, fromUtcDate, parseIsoTime, toUtcDate, type UtcDate } from "./clock.ts";

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The local day of a moment (milliseconds since the epoch) where local time is `utcOffsetMinutes` ahead of UTC. */
export function toLocalDay(epochMs: number, utcOffsetMinutes: number): number {
  return Math.floor((epochMs + utcOffsetMinutes * MINUTE_MS) / DAY_MS);
}

/** The first day of a day's week. @param firstWeekday the weekday on which weeks begin, 0 for Monday. */
export function weekStartOf(day: number, firstWeekday = 0): number {
  return day - ((weekdayOf(day) - firstWeekday + 7) % 7);
}

/**
 * The weekday on which weeks begin where the language of the environment is spoken, as Unicode's CLDR has it; 0 for Monday, which
 * ISO 8601 begins with, where no language is set.
 */
export function findFirstWeekday(env: Readonly<Record<string, string | undefined>>): number {
  const name = (env["LC_ALL"] || env["LC_TIME"] || env["LANG"] || "").replace(/[.@].*$/, "").replaceAll("_", "-");
  if (!/^[a-z]{2,3}(-|$)/i.test(name)) return 0;
  try {
    // A property on Node 20, a method on those after it; TypeScript knows neither.
    const locale = new Intl.Locale(name) as Intl.Locale & { weekInfo?: WeekInfo; getWeekInfo?: () => WeekInfo };
    return ((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1) - 1;
  } catch {
    return 0;
  }
}

/** Of a locale's week: 1 for Monday to 7 for Sunday. */
interface WeekInfo {
  readonly firstDay: number;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function toCalendarDate(day: number): UtcDate {
  return toUtcDate(day * DAY_MS);
}

const MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "Nov". */
export function monthNameOf({ month }: UtcDate): string {
  return MONTH_NAMES[month - 1] ?? "";
}

/** "22 Nov", or "22 Nov 2025" if it is not in this year: how every date is shown to a person. @param today a local day. */
export function formatDate(day: number, today: number): string {
  const date = toCalendarDate(day);
  const text = `${date.day} ${monthNameOf(date)}`;
  return date.year === toCalendarDate(today).year ? text : `${text} ${date.year}`;
}

/** "2026-11-22", in the years 0 to 9999. */
export function formatDay(day: number): string {
  return formatTimestamp(day * DAY_MS).slice(0, "2026-11-22".length);
}

/** The day of "2026-11-22"; null if there is no such day. */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const month = Number(match[2]);
  const day = fromUtcDate({ year: Number(match[1]), month, day: Number(match[3]) }) / DAY_MS;
  // A day that the month does not have counts into another.
  return toCalendarDate(day).month === month ? day : null;
}

/** Milliseconds since the epoch of "2026-11-22T07:30:00.000Z"; null if there is no such time. */
export function parseTimestamp(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(text)) return null;
  const epochMs = parseIsoTime(text);
  // A day that the month does not have counts into another, as does the hour 24.
  const isTime = !Number.isNaN(epochMs) && formatTimestamp(epochMs).slice(0, 10) === text.slice(0, 10);
  return isTime ? epochMs : null;
}

/**
 * The local day of a timestamp that was validated when it was read: looking back asks for it several times a session.
 */
export function localDayOf(timestamp: string, utcOffsetMinutes: number): number {
  return toLocalDay(parseIsoTime(timestamp), utcOffsetMinutes);
}

/** "2026-11-22T07:30:00.000Z", to the millisecond, in the years 0 to 9999. */
export function formatTimestamp(epochMs: number): string {
  return formatIsoTime(Math.floor(epochMs));
}

/** "20261122T073000Z", as used in file names. */
export function formatCompactTimestamp(epochMs: number): string {
  return formatTimestamp(epochMs).replace(/[-:]|\.\d+/g, "");
}

/** "22 Nov 08:30", or "22 Nov 2025 08:30" if it is not in this year where it was. */
export function formatDateTime(epochMs: number, utcOffsetMinutes: number, nowEpochMs: number): string {
  const date = formatDate(toLocalDay(epochMs, utcOffsetMinutes), toLocalDay(nowEpochMs, utcOffsetMinutes));
  return `${date} ${formatLocalTime(epochMs, utcOffsetMinutes).slice(-"08:30".length)}`;
}

/** "2026-11-22 08:30", local: for files, and where a program reads it. */
export function formatLocalTime(epochMs: number, utcOffsetMinutes: number): string {
  return formatTimestamp(epochMs + utcOffsetMinutes * MINUTE_MS)
    .slice(0, "2026-11-22T08:30".length)
    .replace("T", " ");
}
