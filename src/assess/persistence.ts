/** Whether tightness persists: three weeks of sessions, and no change in how tight it feels or in the test. Pure. */
import { DAY_MS, parseTimestamp } from "../calendar.ts";
import { hasStartedSet, type SessionSummary } from "../journal/session-summary.ts";
import { reportsPain } from "./screening.ts";
import type { Assessment } from "./stored-record.ts";
import { SIDES, type Side } from "./types.ts";

const WEEK_MS = 7 * DAY_MS;
export const PERSISTENCE_WEEKS = 3;

/** Answers differ by a step from day to day; a mean that fell by less is no change. */
const MIN_CHANGE = 1;

export interface PersistentTightness {
  readonly sessions: number;
  /** Mean tightness (0 to 10) of the first and the last week; null where it was not answered in both. */
  readonly tightness: { readonly first: number; readonly last: number } | null;
  /** Whether two tests, before and in the last week, found the same or more; null where they say nothing about that. */
  readonly test: "same" | null;
}

/**
 * Looks at the three weeks up to a moment. Each must have training of the hip; at least one of the two measures must be
 * known, and neither may have changed for the better.
 *
 * @param works whether a session worked the hip.
 * @returns null when nothing persists, or when not enough is known to say so.
 */
export function findPersistentTightness(
  sessions: readonly SessionSummary[],
  assessments: readonly Assessment[],
  works: (session: SessionSummary) => boolean,
  nowEpochMs: number,
): PersistentTightness | null {
  const beganMs = nowEpochMs - PERSISTENCE_WEEKS * WEEK_MS;
  const weeks: SessionSummary[][] = Array.from({ length: PERSISTENCE_WEEKS }, () => []);
  for (const session of sessions) {
    const atMs = parseTimestamp(session.startedAt) ?? 0;
    if (atMs <= beganMs || atMs > nowEpochMs || !hasStartedSet(session) || !works(session)) continue;
    weeks[Math.floor((atMs - beganMs - 1) / WEEK_MS)]?.push(session);
  }
  if (weeks.some((week) => week.length === 0)) return null;
  const tightness = compareTightness(weeks[0] ?? [], weeks.at(-1) ?? []);
  const test = compareTests(assessments, beganMs, nowEpochMs);
  const eased = tightness && (tightness.first === 0 || tightness.last <= tightness.first - MIN_CHANGE);
  if (eased || test === "better" || (!tightness && !test)) return null;
  return { sessions: weeks.flat().length, tightness, test };
}

function compareTightness(first: readonly SessionSummary[], last: readonly SessionSummary[]) {
  const means = [first, last].map((week) => {
    const answers = week.flatMap((session) => session.tightness ?? []);
    return answers.length === 0 ? null : answers.reduce((sum, value) => sum + value, 0) / answers.length;
  });
  const [before, after] = means;
  return before === null || before === undefined || after === null || after === undefined
    ? null
    : { first: before, last: after };
}

/**
 * The last test up to the end of the first week against the last of the last week. Sides are held against themselves,
 * and only those that were tested and did not hurt either time: a side that now hurts has no short muscles either, and
 * is no better for that. Passing at first is not persisting.
 */
function compareTests(
  assessments: readonly Assessment[],
  beganMs: number,
  nowEpochMs: number,
): "same" | "better" | null {
  const sorted = assessments
    .map((one) => ({ one, atMs: parseTimestamp(one.at) ?? 0 }))
    .filter(({ atMs }) => atMs <= nowEpochMs)
    .sort((a, b) => a.atMs - b.atMs);
  const before = sorted.findLast(({ atMs }) => atMs <= beganMs + WEEK_MS)?.one;
  const after = sorted.findLast(({ atMs }) => atMs > nowEpochMs - WEEK_MS)?.one;
  if (!before || !after || before === after) return null;
  const sides = SIDES.filter((side) => isPainless(before, side) && isPainless(after, side));
  const count = (one: Assessment) => sides.reduce((sum, side) => sum + countShortMuscles(one, side), 0);
  if (count(before) === 0) return null;
  if (count(after) >= count(before) && !sides.some((side) => hasLowerAngle(before, after, side))) return "same";
  return reportsPain(after) ? null : "better";
}

function isPainless({ sides }: Assessment, side: Side): boolean {
  return sides[side].pain === "no";
}

/** How many muscles of a side look short. */
function countShortMuscles({ findings }: Assessment, side: Side): number {
  return new Set(findings.filter((finding) => finding.side === side).flatMap(({ muscles }) => muscles)).size;
}

/** Whether the thigh hangs lower or the knee bends more by five degrees or more, where it was measured both times. */
function hasLowerAngle(before: Assessment, after: Assessment, side: Side): boolean {
  return (["thighDegrees", "kneeDegrees"] as const).some((field) => {
    const [was, is] = [before.sides[side][field], after.sides[side][field]];
    return was !== null && is !== null && is <= was - 5;
  });
}
