/** Reads the values that flags take: counts, times, tempos, names of exercises, and the days of `--since` and `--until`. */
import type { Command } from "commander";
import { formatDay, parseDay } from "../../calendar.ts";
import { buildTempoStrokes, explainTempo, parseTempo } from "../../catalog/tempo.ts";
import { UserError } from "../../errors.ts";
import type { DayRange } from "../../journal/read/read-history.ts";
import { LIMITS } from "../../limits.ts";
import type { Override, TempoOverride } from "../../plan/flags.ts";
import { parseDuration } from "../../text/duration.ts";

/** Reads a value without the spaces around it. @throws UserError of `read`, with the flag as typed before its message. */
export function parseFlagValue<T>(flag: string, text: string, read: (text: string) => T): T {
  const typed = text.trim();
  try {
    return read(typed);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`${flag} ${typed}: ${error.message}`, { hint: error.hint });
  }
}

/** Reads "12" for all exercises, "psoas-march=12" for one. */
export function parseOverride<T>(flag: string, text: string, read: (text: string) => T): Override<T> {
  const equals = text.indexOf("=");
  const exercise = equals < 0 ? null : text.slice(0, equals).trim();
  if (exercise === "") throw new UserError('no exercise before the "="');
  // A colon stands in times, too, but only between digits.
  const [, before, after] = /^(\p{L}[^:=]*?)\s*:\s*(.*)$/u.exec(text) ?? [];
  if (before) throw new UserError('expected "=" in place of ":"', { hint: `write ${flag} ${before}=${after}` });
  return { exercise, value: read(text.slice(equals + 1).trim()), flag: `${flag} ${text}` };
}

/** A number of repetitions. @throws UserError, with what to write in place of "3x12" and "8-12". */
export function parseReps(text: string, max: number): number {
  const [, sets, reps] = /^(\d+)\s*[x×*]\s*(\d+)$/i.exec(text) ?? [];
  if (sets) throw new UserError("expected the repetitions alone", { hint: `write --sets ${sets} --reps ${reps}` });
  const [, least, most] = /^(\d+)\s*(?:-|–|to)\s*(\d+)$/i.exec(text) ?? [];
  if (least) {
    const hint = `write --reps ${most}; --level easy, standard or hard chooses from a routine's own ranges`;
    throw new UserError("expected one number, not a range", { hint });
  }
  return parseCount(text.replace(/\s*(?:x|reps?)$/i, ""), max);
}

export function parseCount(text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > max) throw new UserError(`expected a whole number from 1 to ${max}`);
  return value;
}

/** The time of a whole session, in milliseconds. A bare number is minutes. */
export function parseSessionTime(text: string): number {
  const ms = parseDuration(text, "minutes");
  if (ms === null) throw new UserError("expected a time such as 15 (minutes), 15m, 1h30m or 45:00");
  if (ms > LIMITS.planSeconds * 1000) throw new UserError(`${LIMITS.planSeconds / 3600} hours is the most`);
  return ms;
}

/** The time of one set, rest or step, in milliseconds. A bare number is seconds. */
export function parseTime(text: string): number {
  const ms = parseDuration(text);
  if (ms === null) throw new UserError("expected a time such as 45 (seconds), 45s, 1m30s or 1:30");
  if (ms > LIMITS.seconds * 1000) throw new UserError(`${LIMITS.seconds} seconds is the most`);
  return ms;
}

/** The time of something that must take some, in milliseconds. */
export function parseNonZeroTime(text: string): number {
  const ms = parseTime(text);
  if (ms < 1000) throw new UserError("one second is the least");
  return ms;
}

/** The time of one self-paced repetition, in milliseconds. */
export function parsePace(text: string): number {
  const ms = parseTime(text);
  if (ms <= 0) throw new UserError("expected a time above 0");
  if (ms > LIMITS.paceSeconds * 1000) throw new UserError(`${LIMITS.paceSeconds} seconds is the most`);
  return ms;
}

export function parseTempoFlag(text: string): TempoOverride {
  const tempo = parseTempoOverride(text);
  if (!tempo) throw new UserError(explainTempo(text, "4-0-2-1"));
  return tempo;
}

/** A tempo as the planner takes it; null if the text is not a tempo. */
export function parseTempoOverride(text: string): TempoOverride | null {
  const tempo = parseTempo(text);
  return tempo && { text, buildStrokes: (starts) => buildTempoStrokes(tempo, starts) };
}

/** "a, b" */
export function parseNames(text: string): readonly string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.includes("")) throw new UserError("expected names with commas between them");
  return names;
}

/** An answer from 0 to 10; null for "none", which takes an answer away. */
export function parseScore(text: string, flag: string): number | null {
  const word = text.trim().toLowerCase();
  if (word === "none") return null;
  const score = Number(word);
  if (!/^\d+$/.test(word) || score > 10)
    throw new UserError(`${flag} ${text}: expected a whole number from 0 to 10, or none`);
  return score;
}

/** What {@link addRangeFlags} adds, as typed. */
export interface RangeOptions {
  readonly since?: string;
  readonly until?: string;
}

/** Adds the flags that limit a command to the sessions of some days; {@link parseRange} reads them. */
export function addRangeFlags(command: Command): Command {
  return command
    .option("--since <day>", "only from this day on: 2026-11-01, or 30d, 4w, 6m, 1y ago")
    .option("--until <day>", "only up to this day, with it: 2026-11-30, or as long ago");
}

const UNIT_DAYS = { d: 1, w: 7, m: 30, y: 365 } as const;

/**
 * The first and the last day of `--since` and `--until`, which are compared in each session's own time zone: a date such as
 * "2026-11-01", or an age ("30d", "4w", "6m", "1y") before `today`, the local day. Undefined without the flag.
 *
 * @throws UserError (exit 2) for anything else, and for a range that ends before it begins.
 */
export function parseRange(options: RangeOptions, today: number): DayRange {
  const since = parseRangeDay("--since", options.since, today);
  const until = parseRangeDay("--until", options.until, today);
  if (since !== undefined && until !== undefined && until < since) {
    throw new UserError(`--until ${options.until} is before --since ${options.since}`);
  }
  return { since, until };
}

function parseRangeDay(flag: string, text: string | undefined, today: number): string | undefined {
  if (text === undefined) return undefined;
  const [, count, unit] = /^(\d{1,4})([dwmy])$/.exec(text.trim()) ?? [];
  const day = unit
    ? Math.max(0, today - Number(count) * UNIT_DAYS[unit as keyof typeof UNIT_DAYS])
    : parseDay(text.trim());
  if (day === null) throw new UserError(`${flag} ${text}: expected a day such as 2026-11-01, or 30d, 4w, 6m, 1y`);
  return formatDay(day);
}
