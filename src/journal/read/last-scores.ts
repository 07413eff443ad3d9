/** The last score of each workout, to compare a new one with. */
import { formatDate, localDayOf } from "../../calendar.ts";
import { compareScores } from "../../player/score-text.ts";
import type { GroupScore } from "../../player/summary-types.ts";
import type { StoredScore } from "../session-format.ts";
import type { SessionSummary } from "../session-summary.ts";

/** Sessions to look through, the latest first: a workout that was not done for longer has no last time. */
const MAX_SESSIONS = 2000;

interface LastScore {
  readonly score: StoredScore;
  /** The local day. */
  readonly day: number;
}

/** Finds the last complete score of each of these workouts. @param sessions the latest first. */
export function findLastScores(
  workouts: ReadonlySet<string>,
  sessions: Iterable<{ readonly summary: SessionSummary }>,
): ReadonlyMap<string, LastScore> {
  const found = new Map<string, LastScore>();
  let count = 0;
  for (const { summary } of sessions) {
    const { scores = [], startedAt, utcOffsetMinutes } = summary;
    if (found.size === workouts.size || count++ === MAX_SESSIONS) break;
    const day = localDayOf(startedAt, utcOffsetMinutes);
    for (const score of scores.toReversed()) {
      const isWanted = workouts.has(score.workout) && score.end !== "stopped";
      if (isWanted && !found.has(score.workout)) found.set(score.workout, { score, day });
    }
  }
  return found;
}

/** "one round more than on 3 Nov", "the same as yesterday"; "" without a last time. @param today a local day. */
export function compareWithLast(now: GroupScore, last: LastScore | undefined, today: number): string {
  const text = last ? compareScores(now, { ...last.score, ms: last.score.seconds * 1000 }) : "";
  if (!last || text === "") return "";
  const isSame = text.startsWith("the same");
  const isClock = /faster|slower|more|fewer/.test(text);
  const when =
    last.day === today ? "earlier today" : last.day === today - 1 ? "yesterday" : `on ${formatDate(last.day, today)}`;
  return isSame ? `${text} as ${when}` : isClock ? `${text} than ${when}` : text;
}
