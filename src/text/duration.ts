/** Parses and formats durations. */

/** "1h", "1.5 min", "90 seconds", and several of them: "1m30s", "1 min 30 sec". */
const UNITS_PATTERN =
  /^(?:(?<h>\d+(?:\.\d+)?)\s*h(?:ours?|rs?)?)?\s*(?:(?<m>\d+(?:\.\d+)?)\s*m(?:in(?:ute)?s?)?)?\s*(?:(?<s>\d+(?:\.\d+)?)\s*s(?:ec(?:ond)?s?)?)?$/;
const CLOCK_PATTERN = /^(?:(?<h>\d+):)?(?<m>\d+):(?<s>[0-5]?\d(?:\.\d+)?)$/;
const BARE_NUMBER = /^\d+(?:\.\d+)?$/;
/** What follows a unit without one of its own is in the next smaller unit: "1m30", "1h30". */
const TRAILING_NUMBERS = [
  [/((?:\d|\s)m(?:in(?:ute)?s?)?\s*\d+)$/, "$1s"],
  [/((?:\d|\s)h(?:ours?|rs?)?\s*\d+)$/, "$1m"],
] as const;

/** What a number without a unit counts. */
const BARE_UNIT_SECONDS = { seconds: 1, minutes: 60 } as const;

/**
 * Parses "45s", "30 sec", "1m30s", "1m30", "2 minutes", "1:30" or "1:02:03" to whole milliseconds; null if the text is
 * none of these.
 *
 * @param bareUnit the unit of a number without one.
 */
export function parseDuration(text: string, bareUnit: keyof typeof BARE_UNIT_SECONDS = "seconds"): number | null {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === "") return null;
  if (BARE_NUMBER.test(trimmed)) return toMilliseconds(Number(trimmed) * BARE_UNIT_SECONDS[bareUnit]);
  const complete = TRAILING_NUMBERS.reduce((rest, [pattern, whole]) => rest.replace(pattern, whole), trimmed);
  const groups = (UNITS_PATTERN.exec(complete) ?? CLOCK_PATTERN.exec(trimmed))?.groups;
  if (!groups) return null;
  return toMilliseconds(Number(groups["h"] ?? 0) * 3600 + Number(groups["m"] ?? 0) * 60 + Number(groups["s"] ?? 0));
}

function toMilliseconds(seconds: number): number | null {
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) : null;
}

/** 90_000 → "1:30", 3_723_000 → "1:02:03", 7_000 → "0:07": a clock with hours. Fractions of a second are dropped. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const clock = formatCountdown(seconds % 3600);
  return hours > 0 ? `${hours}:${clock.padStart(5, "0")}` : clock;
}

/** 90 → "1:30", 3_700 → "61:40": a clock of whole minutes and seconds, without hours. Takes whole seconds. */
export function formatCountdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** 80_000 → 1, 1_832_000 → 31: rounded minutes for lists, at least one. */
export function roundToMinutes(ms: number): number {
  return Math.max(1, Math.round(ms / 60_000));
}

/** 45_000 → "45 s", 90_000 → "90 s", 2_500 → "2.5 s". */
export function formatSeconds(ms: number): string {
  return `${Number((ms / 1000).toFixed(3))} s`;
}

/** 45_000 → "45 s", 60_000 → "60 s", 90_000 → "1:30", 2_500 → "2.5 s": as written in a dose. */
export function formatDoseDuration(ms: number): string {
  return ms > 60_000 && ms % 1000 === 0 ? formatClock(ms) : formatSeconds(ms);
}

/** A length to plan with: "45 s", "5 min", "1 h 10 min". */
export function formatDuration(ms: number): string {
  if (ms < 60_000) return `${Math.round(ms / 1000)} s`;
  const minutes = Math.round(ms / 60_000);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
