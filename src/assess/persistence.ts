/** Detects persistent tightness: weeks of regular sessions without improvement in how tight it feels or in the test. Pure. */
import { DAY_MS, parseTimestamp } from "../calendar.ts";
import { countsAsTraining, type SessionSummary } from "../journal/session-summary.ts";
import type { Side } from "../terms.ts";
import { isBeyondError } from "./measure.ts";
import { reportsPain } from "./screening.ts";
import type { Assessment } from "./stored-record.ts";
import { SIDES } from "./types.ts";

const WEEK_MS = 7 * DAY_MS;

/**
 * Length changes over weeks, and only if it is trained: stretching and strength studies of the hip flexors run for six
 * weeks with sessions on several days a week (Winters 2004; Thorborg 2016).
 */
export const PERSISTENCE_WEEKS = 6;
const MIN_SESSIONS_PER_WEEK = 2;

/** Answers vary by one point from day to day; a smaller drop of the mean does not count. */
const MIN_CHANGE = 1;

export interface PersistentTightness {
  readonly sessions: number;
  /** Mean tightness (0 to 10) of the first and the last week; null if it was not answered in both. */
  readonly tightness: { readonly first: number; readonly last: number } | null;
  /** Whether two tests, one before and one in the last week, found as much or more; null if they do not tell. */
  readonly test: "same" | null;
}

/**
 * Looks at the six weeks up to the given time. Each week needs two sessions or more that trained the hip; at least one of
 * the two measures must be known, and neither may have improved.
 *
 * @param isHipSession whether a session trained the hip.
 * @returns null if tightness does not persist or too little is known.
 */
export function findPersistentTightness(
  sessions: readonly SessionSummary[],
  assessments: readonly Assessment[],
  isHipSession: (session: SessionSummary) => boolean,
  nowEpochMs: number,
): PersistentTightness | null {
  const startMs = nowEpochMs - PERSISTENCE_WEEKS * WEEK_MS;
  const weeks: SessionSummary[][] = Array.from({ length: PERSISTENCE_WEEKS }, () => []);
  for (const session of sessions) {
    const atMs = parseTimestamp(session.startedAt) ?? 0;
    if (atMs <= startMs || atMs > nowEpochMs || !countsAsTraining(session) || !isHipSession(session)) continue;
    weeks[Math.floor((atMs - startMs - 1) / WEEK_MS)]?.push(session);
  }
  if (weeks.some((week) => week.length < MIN_SESSIONS_PER_WEEK)) return null;
  const tightness = compareTightness(weeks[0] ?? [], weeks.at(-1) ?? []);
  const test = compareTests(assessments, startMs, nowEpochMs);
  const hasEased = tightness && (tightness.first === 0 || tightness.last <= tightness.first - MIN_CHANGE);
  if (hasEased || test === "better" || (!tightness && !test)) return null;
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
 * Compares the last test up to the end of the first week with the latest one of the last week. Each side is compared with
 * itself, and only if it was tested and free of pain both times: a side that hurts now reports no short muscles, but is not
 * better. If nothing was short at first, nothing persists.
 */
function compareTests(
  assessments: readonly Assessment[],
  startMs: number,
  nowEpochMs: number,
): "same" | "better" | null {
  const sorted = assessments
    .map((assessment) => ({ assessment, atMs: parseTimestamp(assessment.at) ?? 0 }))
    .filter(({ atMs }) => atMs <= nowEpochMs)
    .sort((a, b) => a.atMs - b.atMs);
  const before = sorted.findLast(({ atMs }) => atMs <= startMs + WEEK_MS)?.assessment;
  const after = sorted.findLast(({ atMs }) => atMs > nowEpochMs - WEEK_MS)?.assessment;
  if (!before || !after || before === after) return null;
  const sides = SIDES.filter((side) => isPainless(before, side) && isPainless(after, side));
  const count = (assessment: Assessment) => sides.reduce((sum, side) => sum + countShortMuscles(assessment, side), 0);
  if (count(before) === 0) return null;
  if (count(after) >= count(before) && !sides.some((side) => hasLowerAngle(before, after, side))) return "same";
  return reportsPain(after) ? null : "better";
}

function isPainless({ sides }: Assessment, side: Side): boolean {
  return sides[side].pain === "no" && sides[side].back !== "arched";
}

/** The number of muscles of one side that may be short. */
function countShortMuscles({ findings }: Assessment, side: Side): number {
  return new Set(findings.filter((finding) => finding.side === side).flatMap(({ muscles }) => muscles)).size;
}

/** Whether the thigh hangs lower or the knee bends further by more than the measurement error, if measured both times. */
function hasLowerAngle(before: Assessment, after: Assessment, side: Side): boolean {
  return (["thighDegrees", "kneeDegrees"] as const).some((field) => {
    const [first, last] = [before.sides[side][field], after.sides[side][field]];
    return first !== null && last !== null && last < first && isBeyondError(first, last);
  });
}
