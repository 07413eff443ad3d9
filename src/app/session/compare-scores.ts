/** Compares the scores of a session with the last time that the same workout was done. */
import { toLocalDay } from "../../calendar.ts";
import { systemClock, utcOffsetMinutes } from "../../clock.ts";
import type { Plan } from "../../plan/types.ts";
import { isScored } from "../../player/score.ts";
import type { GroupScore } from "../../player/summary-types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { resolveJournalPaths } from "../open/settings.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

/** Says how a score compares with the last one; "" if there is none. */
export type CompareScore = (score: GroupScore) => string;

const COMPARE_NOTHING: CompareScore = () => "";

/** Loads what compares scores, if the plan has any; the history is read when the first score is there. */
export async function openScoreComparison(
  plan: Plan,
  settings: Settings,
  shell: ShellEnvironment,
): Promise<CompareScore> {
  if (!plan.groups?.some(isScored)) return COMPARE_NOTHING;
  const [{ compareWithLast, findLastScores }, { readHistory }] = await Promise.all([
    import("../../journal/read/last-scores.ts"),
    import("../../journal/read/read-history.ts"),
  ]);
  const nowMs = systemClock.epochMs();
  const today = toLocalDay(nowMs, utcOffsetMinutes(nowMs));
  const lasts = new Map<string, ReturnType<typeof findLastScores>>();
  return (score) => {
    const { workout } = score;
    const last =
      lasts.get(workout) ??
      findLastScores(
        new Set([workout]),
        // What cannot be read is told by the commands that list it.
        readHistory(resolveJournalPaths(shell, settings), { newestFirst: true }, () => {}),
      );
    // A score may change while the person sets its repetitions right; the last time does not.
    lasts.set(workout, last);
    return compareWithLast(score, last.get(workout), today);
  };
}
