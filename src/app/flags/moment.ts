/** Reads when something was, as people type it: "yesterday 18:00", "monday 7pm", "2026-11-20 18:00", "2h ago". */
import {
  DAY_MS,
  formatTimestamp,
  parseDay,
  parseTimestamp,
  toCalendarDate,
  toLocalDay,
  weekdayOf,
} from "../../calendar.ts";
import { UserError } from "../../errors.ts";
import { parseDuration } from "../../text/duration.ts";

/** For help. */
export const MOMENT_EXAMPLES = '"yesterday 18:00", "monday 7pm", "2026-11-20 18:00", "2h ago"';

/** The present, and how far local time is ahead of UTC at a time. */
interface Present {
  readonly nowEpochMs: number;
  readonly utcOffsetMinutes: (epochMs: number) => number;
}

const MINUTE_MS = 60_000;
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/**
 * A moment of the past, in milliseconds since the epoch. A day without a time is that day at this time of day; a time
 * without a day is the last time that it was so late.
 *
 * @param flag for messages.
 * @throws UserError (exit 2) for anything else, and for the future.
 */
export function parseMoment(flag: string, text: string, present: Present): number {
  const moment = readMoment(text.trim().toLowerCase(), present);
  // A year before the first, or behind 9999, cannot be written down.
  if (moment === null || parseTimestamp(formatTimestamp(moment)) === null)
    throw new UserError(`${flag} ${text}: expected a day, a time or both`, { hint: `such as ${MOMENT_EXAMPLES}` });
  if (moment > present.nowEpochMs)
    throw new UserError(`${flag} ${text}: that is in the future`, { hint: `such as ${MOMENT_EXAMPLES}` });
  return moment;
}

/** Whether a text can be read as a moment, past or not. */
export function isMoment(text: string, present: Present): boolean {
  return readMoment(text.trim().toLowerCase(), present) !== null;
}

function readMoment(text: string, { nowEpochMs, utcOffsetMinutes }: Present): number | null {
  const ago = /^(.+?)\s+ago$/.exec(text)?.[1];
  const agoMs = ago === undefined ? null : readAge(ago);
  if (agoMs !== null) return nowEpochMs - agoMs;
  const offset = utcOffsetMinutes(nowEpochMs);
  const today = toLocalDay(nowEpochMs, offset);
  const minuteNow = Math.floor((nowEpochMs + offset * MINUTE_MS - today * DAY_MS) / MINUTE_MS);
  const words = joinWords(text)
    .split(/[\s,]+|(?<=\d)t(?=\d)/)
    .filter((word) => !FILLERS.includes(word));
  let day: number | null = null;
  let minute: number | null = null;
  for (const word of words) {
    const foundDay: number | null = readDay(word, today);
    const foundMinute = foundDay === null ? readMinute(word) : null;
    // Neither a day nor a time, or a second one.
    if ((foundDay === null || day !== null) && (foundMinute === null || minute !== null)) return null;
    day = foundDay ?? day;
    minute = foundMinute ?? minute;
  }
  if (words.length === 0) return null;
  const at = (onDay: number) => toEpochMs(onDay * DAY_MS + (minute ?? minuteNow) * MINUTE_MS, utcOffsetMinutes);
  if (day !== null) return at(day);
  return at(today) > nowEpochMs ? at(today - 1) : at(today);
}

/** What people say beside a day and a time. */
const FILLERS = ["", "at", "on", "last"];

/** "2 days ago 18:00" and "7 pm" with one word for the day and one for the time. */
function joinWords(text: string): string {
  return text
    .replace(/\b(\d{1,4})\s*(days?|d|weeks?|w)\s+ago\b/, (_, count, unit) => `-${count}${unit.charAt(0)}`)
    .replace(/\b(\d{1,2})\.?\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?\b/, (text, day, name, year = "") =>
      monthOf(name) < 0 ? text : `${day}${name}${year}`,
    )
    .replace(/(\d)\s+([ap])\.?m\b\.?/, "$1$2m");
}

/** "2h", "2 hours", "3 days": milliseconds. */
function readAge(text: string): number | null {
  const [, count, unit] = /^(\d{1,4})\s*(d|days?|w|weeks?|h|hours?)$/.exec(text) ?? [];
  if (unit) return Number(count) * (unit.startsWith("w") ? 7 * DAY_MS : unit.startsWith("d") ? DAY_MS : 60 * MINUTE_MS);
  const minutes = /^(\d{1,4})\s*(?:m|min|minutes?)$/.exec(text)?.[1];
  return minutes === undefined ? parseDuration(text) : Number(minutes) * MINUTE_MS;
}

function readDay(word: string, today: number): number | null {
  if (word === "today") return today;
  if (word === "yesterday") return today - 1;
  if (word === "tomorrow") return today + 1;
  const [, count, unit] = /^-(\d+)([dw])$/.exec(word) ?? [];
  if (count) return today - Number(count) * (unit === "w" ? 7 : 1);
  const weekday = word.length < 3 ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(word));
  // The last one before today.
  if (weekday >= 0) return today - (((weekdayOf(today) - weekday + 6) % 7) + 1);
  const [, day, month = "", year] = /^(\d{1,2})([a-z]{3,9})(\d{4})?$/.exec(word) ?? [];
  return day && monthOf(month) >= 0 ? readDayOfMonth(Number(day), monthOf(month), year, today) : parseDay(word);
}

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** Counted from 0; -1 for what begins no month's name. */
const monthOf = (text: string) => (text.length < 3 ? -1 : MONTHS.findIndex((name) => name.startsWith(text)));

/** "26 Nov", as dates are printed: in the year that is named, else the last one that is not to come. */
function readDayOfMonth(day: number, month: number, year: string | undefined, today: number): number | null {
  const inYear = (year: number) =>
    parseDay(`${year}-${String(month + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  if (year) return inYear(Number(year));
  const { year: thisYear } = toCalendarDate(today);
  // The 29th of February is there every fourth year, or every eighth.
  for (let back = 0; back <= 8; back++) {
    const found = inYear(thisYear - back);
    if (found !== null && found <= today) return found;
  }
  return null;
}

/** "18:00", "7pm", "7:30am": minutes since midnight. */
function readMinute(word: string): number | null {
  if (word === "noon") return 12 * 60;
  const [, hourText, minuteText = "0", half] = /^(\d{1,2})(?::(\d{2})(?::\d{2})?)?(am|pm)?$/.exec(word) ?? [];
  if (hourText === undefined || (half === undefined && !word.includes(":"))) return null;
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  if (minute > 59 || hour > (half ? 12 : 23) || (half && hour === 0)) return null;
  return (half ? (hour % 12) + (half === "pm" ? 12 : 0) : hour) * 60 + minute;
}

/** The moment of a local time, written as if it were UTC. */
function toEpochMs(localMs: number, utcOffsetMinutes: Present["utcOffsetMinutes"]): number {
  const guess = localMs - utcOffsetMinutes(localMs) * MINUTE_MS;
  // The offset may have changed in between.
  return localMs - utcOffsetMinutes(guess) * MINUTE_MS;
}
