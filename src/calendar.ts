/**
 * Days, weeks and moments as arithmetic: a day is the number of days since 1 January 1970, in the person's local time.
 *
 * History never asks the machine's clock or time zone: every session carries how far its local time was from UTC. The
 * conversion between days and dates is Howard Hinnant's (chrono-compatible low-level date algorithms).
 */

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Days of 400 years: the Gregorian calendar repeats after them. */
const ERA_DAYS = 146_097;

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The local day of a moment (milliseconds since the epoch) where local time is `utcOffsetMinutes` ahead of UTC. */
export function toLocalDay(epochMs: number, utcOffsetMinutes: number): number {
  return Math.floor((epochMs + utcOffsetMinutes * MINUTE_MS) / DAY_MS);
}

/** The Monday of a day's week. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function toCalendarDate(day: number): CalendarDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / ERA_DAYS);
  const ofEra = shifted - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // Years begin in March here, so that the leap day is the last.
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

const MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "Nov". */
export function monthNameOf({ month }: CalendarDate): string {
  return MONTH_NAMES[month - 1] ?? "";
}

export function toDayNumber({ year, month, day }: CalendarDate): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * ERA_DAYS + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear - 719_468;
}

/** "2026-11-22". */
export function formatDay(day: number): string {
  const { year, month, day: ofMonth } = toCalendarDate(day);
  return `${padNumber(year, 4)}-${padNumber(month)}-${padNumber(ofMonth)}`;
}

/** The day that "2026-11-22" names; null when it names none. */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const day = toDayNumber({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
  return formatDay(day) === text ? day : null;
}

/** Milliseconds since the epoch of "2026-11-22T07:30:00.000Z"; null when it is no such moment. */
export function parseTimestamp(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z$/.exec(text);
  const day = match?.[1] === undefined ? null : parseDay(match[1]);
  if (!match || day === null) return null;
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4])];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return day * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number((match[5] ?? "0").padEnd(3, "0"));
}

/** "2026-11-22T07:30:00.000Z" of a moment, to the millisecond. */
export function formatTimestamp(epochMs: number): string {
  const { time, millis } = splitTimeOfDay(epochMs);
  return `${formatDay(toLocalDay(epochMs, 0))}T${time}.${padNumber(millis, 3)}Z`;
}

/** "20261122T073000Z": a moment as it stands in the name of a file. */
export function formatCompactTimestamp(epochMs: number): string {
  return formatTimestamp(epochMs).replace(/[-:]|\.\d+/g, "");
}

/** "2026-11-22 08:30", local. */
export function formatLocalTime(epochMs: number, utcOffsetMinutes: number): string {
  const localMs = epochMs + utcOffsetMinutes * MINUTE_MS;
  return `${formatDay(toLocalDay(localMs, 0))} ${splitTimeOfDay(localMs).time.slice(0, 5)}`;
}

function splitTimeOfDay(epochMs: number): { time: string; millis: number } {
  const ofDay = ((Math.floor(epochMs) % DAY_MS) + DAY_MS) % DAY_MS;
  const seconds = Math.floor(ofDay / 1000);
  return {
    time: [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
      .map((part) => padNumber(part))
      .join(":"),
    millis: ofDay % 1000,
  };
}

function padNumber(value: number, width = 2): string {
  return String(value).padStart(width, "0");
}
