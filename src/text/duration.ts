/** Durations as people write them, and as they read them. */

const DURATION_PATTERNS = [
  /^(?:(?<h>\d+)h)?(?:(?<m>\d+)m)?(?:(?<s>\d+(?:\.\d+)?)s)?$/,
  /^(?<s>\d+(?:\.\d+)?)$/,
  /^(?:(?<h>\d+):)?(?<m>\d+):(?<s>[0-5]?\d(?:\.\d+)?)$/,
];

/** "45", "45s", "1m30s", "1:30", "1:02:03" in whole milliseconds; null when it is none of these. */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === "") return null;
  for (const form of DURATION_PATTERNS) {
    const groups = form.exec(trimmed)?.groups;
    if (!groups) continue;
    const seconds = Number(groups["h"] ?? 0) * 3600 + Number(groups["m"] ?? 0) * 60 + Number(groups["s"] ?? 0);
    return Number.isFinite(seconds) ? Math.round(seconds * 1000) : null;
  }
  return null;
}

/** 90_000 → "1:30", 3_723_000 → "1:02:03", 7_000 → "0:07": as on a clock. Parts of a second are cut. */
export function formatClock(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = String(total % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}` : `${minutes}:${seconds}`;
}

/** 80_000 → 1, 1_832_000 → 31: minutes as in a list, one at least. */
export function roundToMinutes(ms: number): number {
  return Math.max(1, Math.round(ms / 60_000));
}

/** 45_000 → "45 s", 60_000 → "60 s", 90_000 → "1:30", 2_500 → "2.5 s": as in a dose. */
export function formatDoseDuration(ms: number): string {
  if (ms > 60_000 && ms % 1000 === 0) return formatClock(ms);
  return `${Number((ms / 1000).toFixed(3))} s`;
}
